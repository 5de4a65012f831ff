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

/** SHA-256 of bytes as lower-case hex. */
export type Sha256 = (bytes: Uint8Array) => string;
