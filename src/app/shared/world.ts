/** The clock. Adapters read the machine's; tests set it. */
export interface Clock {
  now(): Date;
}

/** Makers of identity and chance. */
export interface Ids {
  /** A new uuid, version 7: sorted by time of making. */
  next(): string;
  /** `bytes` random bytes as URL-safe base64 without padding; for tokens, never for ids. */
  token(bytes: number): string;
}

/** Passwords, hashed slowly with a salt of their own (scrypt). The clear text is never kept or logged. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for a wrong password; spends the same time when `hash` is null, so that nobody can tell which accounts exist. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** What only this installation can make, from a key that is kept outside the database. */
export interface Secrets {
  /**
   * The token of a link, 256 bits as URL-safe base64: the same each time for a purpose ("invitation") and an id, and not to
   * be guessed by whoever has the database. Only its hash is stored, so a letter can be made again without the token being kept.
   */
  linkToken(purpose: string, id: string): string;
  /**
   * Hides a text so that nobody without the installation's key can read or change it: AES-256-GCM under a key of the
   * purpose's own. Each sealing differs. URL-safe base64, some 40 letters longer than the text's bytes need.
   */
  seal(purpose: string, text: string): string;
  /** The text that was sealed for the same purpose; null for what was sealed for another, with another key, or changed. */
  open(purpose: string, sealed: string): string | null;
  /** Ed25519 signature of bytes, base64. */
  sign(bytes: Uint8Array): string;
  /** The key that signatures are checked with, PEM. */
  readonly publicKey: string;
}

/** SHA-256 of bytes as lower-case hex. */
export type Sha256 = (bytes: Uint8Array) => string;

/** Whether a password, in lower case, is among those that others have used and lost. Asks nobody outside. */
export type { IsCommonPassword } from '../../core/account/password.ts';
