import { inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '../../core/shared/result.ts';

/** One file in a zip archive, as its directory tells it. Sizes are what the archive claims: never trust them alone. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedBytes: number;
  readonly declaredBytes: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

export type ZipFault = { readonly kind: 'damaged-file' } | { readonly kind: 'zip-bomb' };

export const MOST_ENTRIES = 2_000;
/** Largest archive unfolded, by its own words: far above any document of text, far below what hurts. */
export const MOST_UNFOLDED_BYTES = 300 * 1024 * 1024;
/** Deflate cannot do better than 1032:1; text of office files stays under 60:1 (a table of equal rows near 200:1). */
const MOST_RATIO = 400;
const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** The archive's directory, read without unfolding anything. Refuses what is cut off, too many entries and absurd sizes. */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ZipFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return refuse({ kind: 'damaged-file' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start + size > end)
    return refuse({ kind: count > MOST_ENTRIES ? 'zip-bomb' : 'damaged-file' });
  if (count > MOST_ENTRIES) return refuse({ kind: 'zip-bomb' });
  const entries: ZipEntry[] = [];
  let at = start;
  while (at + 46 <= start + size) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return refuse({ kind: 'damaged-file' });
    const nameBytes = view.getUint16(at + 28, true);
    entries.push(entryAt(bytes, view, at, nameBytes));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (entries.length > MOST_ENTRIES) return refuse({ kind: 'zip-bomb' });
  }
  if (entries.length !== count) return refuse({ kind: 'damaged-file' });
  return isAbsurd(entries) ? refuse({ kind: 'zip-bomb' }) : ok(entries);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameBytes: number): ZipEntry {
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    compressedBytes: view.getUint32(at + 20, true),
    declaredBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function isAbsurd(entries: readonly ZipEntry[]): boolean {
  let total = 0;
  for (const entry of entries) {
    total += entry.declaredBytes;
    const ratio = entry.declaredBytes / Math.max(1, entry.compressedBytes);
    if (entry.declaredBytes > RATIO_COUNTS_FROM_BYTES && ratio > MOST_RATIO) return true;
  }
  return total > MOST_UNFOLDED_BYTES;
}

/** One entry unfolded, never to more than it declares nor more than `mostBytes`, whatever the archive claims. */
export function unfoldEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Result<Uint8Array, ZipFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER)
    return refuse({ kind: 'damaged-file' });
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedBytes);
  if (packed.length !== entry.compressedBytes) return refuse({ kind: 'damaged-file' });
  if (entry.declaredBytes > mostBytes) return refuse({ kind: 'zip-bomb' });
  if (entry.method === 0) return packed.length === entry.declaredBytes ? ok(packed) : refuse({ kind: 'damaged-file' });
  if (entry.method !== 8) return refuse({ kind: 'damaged-file' });
  return inflate(packed, entry.declaredBytes);
}

function inflate(packed: Uint8Array, declaredBytes: number): Result<Uint8Array, ZipFault> {
  try {
    const unfolded = inflateRawSync(packed, { maxOutputLength: Math.max(1, declaredBytes) });
    return unfolded.length === declaredBytes ? ok(unfolded) : refuse({ kind: 'damaged-file' });
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse({ kind: tooLong ? 'zip-bomb' : 'damaged-file' });
  }
}
