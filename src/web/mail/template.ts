import type { VNode } from 'preact';
import type { LetterData, LetterKind } from '../../app/mail/letter-kinds.ts';
import type { LetterAttachment } from '../../app/mail/ports.ts';
import type { Language } from '../language.ts';
import type { LetterLinks } from './links.ts';
import type { MailTexts } from './texts.sv.ts';

/** What a template draws a letter from. */
export interface LetterView<K extends LetterKind> {
  readonly id: string;
  /** Null for somebody without an account. */
  readonly accountId: string | null;
  readonly createdAt: Date;
  readonly language: Language;
  readonly t: MailTexts;
  readonly data: LetterData[K];
  readonly links: LetterLinks;
}

/** How one kind of letter is written. `body` gives the parts between heading and foot. */
export interface LetterTemplate<K extends LetterKind> {
  subject(view: LetterView<K>): string;
  body(view: LetterView<K>): VNode;
  attachments?(view: LetterView<K>): readonly LetterAttachment[];
}
