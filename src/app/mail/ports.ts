import type { Municipality } from '../organisation/ports.ts';
import type { LetterData, LetterKind } from './letter-kinds.ts';

interface LetterHead {
  /** Becomes the Message-ID, so that a letter sent twice can be told to be the same. */
  readonly id: string;
  /** Account that it is for; null for somebody without an account. */
  readonly accountId: string | null;
  /** Lower-case e-mail address. */
  readonly address: string;
  readonly language: 'sv' | 'en';
  /** Not to be sent before; null for at once. */
  readonly sendAfter: Date | null;
}

/** One kind of letter with what its template needs, as plain JSON (`letterSchemas`). */
export type LetterContent = {
  readonly [K in LetterKind]: { readonly kind: K; readonly data: LetterData[K] };
}[LetterKind];

/**
 * A letter to be sent by e-mail, put in the outbox in the same transaction as what it tells of. It holds what the
 * letter's template needs and no finished text. It never holds a secret: a link that opens something is made of its
 * id when the letter is sent (`Secrets.linkToken`).
 */
export type NewLetter = LetterHead & LetterContent;

/** Writes letters into the outbox. */
export interface LetterWriter {
  /** Throws when the data is not what the kind's template needs: that is a bug of the caller. */
  addLetter(municipality: string, letter: NewLetter): Promise<void>;
}

/** A letter in its finished form. It holds secrets, and exists only on its way to the mail server. */
export interface RenderedLetter {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** A whole HTML page. */
  readonly html: string;
  readonly attachments: readonly LetterAttachment[];
}

/** A file that comes with a letter. */
export interface LetterAttachment {
  readonly fileName: string;
  /** With its parameters, "text/calendar; charset=utf-8; method=PUBLISH". */
  readonly contentType: string;
  readonly content: string;
}

/** Makes the finished letter from its kind and data. The same letter gives the same text each time. */
export type RenderLetter = (
  letter: LetterContent & { readonly id: string; readonly language: 'sv' | 'en'; readonly createdAt: Date },
  municipality: Municipality,
) => RenderedLetter;
