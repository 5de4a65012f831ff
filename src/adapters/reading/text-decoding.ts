import type { ReadRefusal } from '../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';

/** Why bytes are no text. */
export type TextRefusal = Extract<ReadRefusal, { kind: 'unreadable-encoding' | 'empty-file' }>;

/**
 * The text of a file without a stated encoding: by its byte order mark, else strict UTF-8, else windows-1252 when that
 * gives readable text. Refuses what is neither: signs of control, UTF-8 with faults, and older code pages, which would
 * all read as another text than the author wrote.
 */
export function decodeText(bytes: Uint8Array): Result<string, TextRefusal> {
  const marked = byMark(bytes);
  const text = marked === undefined ? (strictly(bytes, 'utf-8') ?? asWindows1252(bytes)) : marked;
  if (text === null || hasControls(text)) return refuse({ kind: 'unreadable-encoding' });
  return text.trim() === '' ? refuse({ kind: 'empty-file' }) : ok(text);
}

/** Text by its byte order mark: undefined without a mark, null when the rest does not keep what the mark promises. */
function byMark(bytes: Uint8Array): string | null | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictly(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : strictly(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return strictly(bytes, 'utf-16be');
  return undefined;
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function asWindows1252(bytes: Uint8Array): string | null {
  if (bytes.some((byte) => UNDEFINED_IN_1252.has(byte))) return null;
  const text = new TextDecoder('windows-1252').decode(bytes);
  return looksBroken(text) ? null : text;
}

/** Faulty UTF-8 shows as "Ã¤"; older code pages show as quotation marks and signs inside words. */
function looksBroken(text: string): boolean {
  const high = text.match(/[\u0080-\uFFFF]/g)?.length ?? 0;
  const doubled = text.match(/[\u00C2-\u00C5\u00E2][\u0080-\u00BF\u0152-\u2122]/g)?.length ?? 0;
  const insideWords = text.match(/(?<=\p{L})[^\p{L}\s\u00AD\u2019\u2013\u2014\u00B4·](?=\p{L})/gu) ?? [];
  const oddInside = insideWords.filter((sign) => sign > '\u007F').length;
  return doubled * 4 > high || oddInside * 4 > high;
}

const END_OF_FILE = String.fromCharCode(26);

function hasControls(text: string): boolean {
  // Tab, line feed, vertical tab, form feed and return belong to text; the old end-of-file sign may stand last.
  return /(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text.endsWith(END_OF_FILE) ? text.slice(0, -1) : text);
}
