import type { Result } from '../../core/shared/result.ts';

/** One file on its way into an archive; its content is asked for when its turn comes. */
export interface FileToPack {
  readonly name: string;
  readonly content: () => AsyncIterable<string>;
}

/** Packs files one after another into one archive, as it is read. The archive is never whole in memory. */
export type PackFiles = (files: readonly FileToPack[], at: Date) => AsyncIterable<Uint8Array>;

/** What is known of a file when all of it has been seen. */
export interface FileMeasure {
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The running measure of a text in UTF-8. */
export interface RunningHash {
  add(text: string): void;
  /** Of all that was added; ends the hash. */
  end(): FileMeasure;
}

/** An archive that is open for reading. To be closed. */
export interface OpenedArchive {
  /** A small file whole, as text in UTF-8; null when it is missing or larger than `mostBytes`. */
  readText(name: string, mostBytes: number): Promise<string | null>;
  /** The lines of a file without their ends, one at a time; `measure` is told when all have been read. Null when it is missing. */
  readLines(name: string, measure: (found: FileMeasure) => void): Promise<AsyncIterable<string> | null>;
  close(): void;
}

/** Why an archive cannot be read. */
export type ArchiveRefusal = { readonly kind: 'archive-missing' } | { readonly kind: 'archive-damaged' };

/** Opens an archive on this machine. A fault found later, while reading, throws `DamagedArchive`. */
export type OpenArchive = (file: string) => Promise<Result<OpenedArchive, ArchiveRefusal>>;

/** Thrown while reading from an archive that cannot be read to its end. */
export class DamagedArchive extends Error {}

/** Whether `signature` (base64) is of these bytes by the holder of an Ed25519 key (PEM); false for a key that is none. */
export type CheckSignature = (bytes: Uint8Array, signature: string, publicKey: string) => boolean;
