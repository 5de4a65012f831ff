/**
 * A letter to be sent by e-mail, put in the outbox in the same transaction as what it tells of. It holds what the
 * letter's template needs and no finished text. It never holds a secret: a link that opens something is made of its
 * id when the letter is sent (`Secrets.linkToken`).
 */
export interface NewLetter {
  /** Becomes the Message-ID, so that a letter sent twice can be told to be the same. */
  readonly id: string;
  /** Account that it is for; null for somebody without an account. */
  readonly accountId: string | null;
  /** Lower-case e-mail address. */
  readonly address: string;
  readonly language: 'sv' | 'en';
  /** Which template: a word of the program ("invitation", "password-reset"). */
  readonly kind: string;
  /** What the template needs, as plain JSON. No secrets and nothing about an individual beyond the receiver's name. */
  readonly data: Readonly<Record<string, unknown>>;
  /** True for a letter that its receiver cannot decline: an invitation, a duty to report. */
  readonly duty: boolean;
  /** Not to be sent before; null for at once. */
  readonly sendAfter: Date | null;
}

/** Writes letters into the outbox. */
export interface LetterWriter {
  addLetter(municipality: string, letter: NewLetter): Promise<void>;
}
