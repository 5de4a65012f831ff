import type { ForeignFormat, KnownFormat, ReadRefusal } from '../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { readZipDirectory, type ZipEntry } from './zip.ts';

/** Largest file taken in. The largest plan seen is under 5 MB; pictures make some ten times that. */
export const LARGEST_FILE_MEGABYTES = 40;

/** A plan of a thousand pages is under 5 MB as plain text. */
export const LARGEST_TEXT_MEGABYTES = 5;

/** Where a PDF's mark may stand, since some programs write a line before it. */
const PDF_MARK_WITHIN_BYTES = 1024;
const PDF_END_WITHIN_BYTES = 4096;

/**
 * The first look at a file, before anything of it is unfolded or parsed: its size, what it says it is by its first
 * bytes, and an archive's own directory. The name and the sender's media type decide nothing; see `nameFits`.
 */
export function recogniseFile(bytes: Uint8Array): Result<KnownFormat, ReadRefusal> {
  if (bytes.length === 0) return refuse({ kind: 'empty-file' });
  if (bytes.length > LARGEST_FILE_MEGABYTES * 1024 * 1024)
    return refuse({ kind: 'too-large', limitMegabytes: LARGEST_FILE_MEGABYTES });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return recogniseZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return refuse(oldOffice(bytes));
  if (hasPdfMark(bytes)) return hasPdfEnd(bytes) ? ok('pdf') : refuse({ kind: 'damaged-file' });
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return refuse({ kind: 'unknown-format', found: foreign });
  if (startsLikeJson(bytes)) return ok('json');
  if (bytes.length > LARGEST_TEXT_MEGABYTES * 1024 * 1024)
    return refuse({ kind: 'too-large', limitMegabytes: LARGEST_TEXT_MEGABYTES });
  return ok('text');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Word's modern files with a password are wrapped in the old container. */
function oldOffice(bytes: Uint8Array): ReadRefusal {
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  const wrapped = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream);
  return { kind: wrapped ? 'password-protected' : 'old-office-format' };
}

function recogniseZip(bytes: Uint8Array): Result<KnownFormat, ReadRefusal> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = directory.value;
  if (entries.some((entry) => entry.encrypted)) return refuse({ kind: 'password-protected' });
  const names = new Set(entries.map((entry) => entry.name.replace(/^\/+/, '').toLowerCase()));
  if ([...names].some((name) => /(?:^|\/)vbaproject\.bin$|(?:^|\/)vbadata\.xml$/.test(name)))
    return refuse({ kind: 'macros' });
  if (names.has('[content_types].xml')) return recogniseOffice(names);
  return refuse({ kind: 'unknown-format', found: isOpenDocument(bytes, entries) ? 'opendocument' : 'archive' });
}

function recogniseOffice(names: ReadonlySet<string>): Result<KnownFormat, ReadRefusal> {
  const folders = new Set([...names].map((name) => name.split('/')[0]));
  if (folders.has('xl')) return refuse({ kind: 'unknown-format', found: 'spreadsheet' });
  if (folders.has('ppt')) return refuse({ kind: 'unknown-format', found: 'presentation' });
  return ok('docx');
}

/** OpenDocument stores its media type first and unpacked. */
function isOpenDocument(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  if (!entries.some((entry) => entry.name === 'mimetype')) return false;
  return asciiHead(bytes, 200).includes('application/vnd.oasis.opendocument');
}

function asciiHead(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');
}

function hasPdfMark(bytes: Uint8Array): boolean {
  return asciiHead(bytes, PDF_MARK_WITHIN_BYTES).includes('%PDF-');
}

/** A PDF that was cut off may still open, with pages missing in silence; its end mark is what tells. */
function hasPdfEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(-PDF_END_WITHIN_BYTES);
  return Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).includes('%%EOF');
}

const MARKS: readonly (readonly [ForeignFormat, readonly number[]])[] = [
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0xcf, 0xfa, 0xed, 0xfe]],
  ['program', [0xca, 0xfe, 0xba, 0xbe]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
];

function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const head = asciiHead(bytes, 512)
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  // Letters alone would refuse a text that begins with them, so a program must also hold a byte that no text has.
  const isBinary = bytes.subarray(0, 512).some((byte) => byte < 9);
  for (const [format, mark] of MARKS)
    if (startsWith(bytes, mark) && (isBinary || (mark[0] ?? 0) > 0x7e || mark[0] === 0x1f)) return format;
  if (head.startsWith('{\\rtf')) return 'rich-text';
  if (/^(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype\s+)?html)/i.test(head)) return 'web-page';
  if (/^RIFF....WEBP/s.test(head)) return 'image';
  if (/^(?:MIME-Version|Received|Return-Path|Delivered-To): /i.test(head)) return 'email';
  return null;
}

/** Text that begins with a brace is taken as JSON only when its first key looks like one. */
function startsLikeJson(bytes: Uint8Array): boolean {
  const head = asciiHead(bytes, 4096).replace(/^\u00EF\u00BB\u00BF/, '');
  return /^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})/.test(head);
}

/** How names of each kind of file end, in lower case. */
const ENDINGS: Readonly<Record<KnownFormat, readonly string[]>> = {
  docx: ['docx'],
  pdf: ['pdf'],
  text: ['txt', 'text', 'md'],
  json: ['json'],
};

/** Whether a name ends as files of its kind do. One without an ending says nothing, and is taken; "plan.exe" is not, whatever it holds. */
export function nameFits(name: string, format: KnownFormat): boolean {
  const ending = /\.([a-z][a-z0-9]{0,7})$/i.exec(name.trim())?.[1]?.toLowerCase();
  return ending === undefined || ENDINGS[format].includes(ending);
}
