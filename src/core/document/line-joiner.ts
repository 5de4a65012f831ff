/** Joins the lines of a block, and mends words that the typesetter parted. Real hyphens stay: see `Hyphens`. */
export type LineJoiner = (lines: readonly string[]) => string;

const PARTED = /(\p{L}+)-$/u;
const SUSPENDED = /^(?:och|eller|samt|respektive|alternativt|resp|till|and|or)\b/;

/**
 * A hyphen at the end of a line is the typesetter's only on evidence: the word stands whole elsewhere in the document,
 * or the document parts words as a habit and the hyphened form stands nowhere.
 */
export function lineJoiner(lines: readonly string[]): LineJoiner {
  const all = lines.join('\n');
  const words = new Set(wordsOf(all));
  const inner = new Set(lines.flatMap((line) => wordsOf(line).slice(1, -1)));
  const parted = lines.filter((line) => PARTED.test(line)).length;
  const habit = parted > 4 && parted > lines.length * 0.03;
  return (own) => own.reduce((text, line) => (text === '' ? line : join(text, line, { words, inner, habit })), '');
}

interface Evidence {
  readonly words: ReadonlySet<string>;
  /** Words that stand inside lines, and so are never pieces of a parted word. */
  readonly inner: ReadonlySet<string>;
  readonly habit: boolean;
}

function wordsOf(line: string): string[] {
  return (line.match(/[\p{L}-]+/gu) ?? []).map((word) => word.toLocaleLowerCase('sv'));
}

/** A word too long for a narrow cell is broken anywhere, without a hyphen: it stands whole elsewhere, and its first part does not. */
function isBrokenWord(text: string, line: string, { inner, words }: Evidence): boolean {
  const head = /\p{L}+$/u.exec(text)?.[0].toLocaleLowerCase('sv');
  const tail = /^\p{Ll}+/u.exec(line)?.[0].toLocaleLowerCase('sv');
  if (head === undefined || tail === undefined || head.length + tail.length < 12) return false;
  return words.has(head + tail) && !inner.has(head);
}

function join(text: string, line: string, evidence: Evidence): string {
  const { words, habit } = evidence;
  if (isBrokenWord(text, line, evidence)) return text + line;
  if (/\p{L}\/$/u.test(text) && /^\p{L}/u.test(line)) return text + line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const head = PARTED.exec(text)?.[1];
  const tail = /^\p{Ll}+/u.exec(line)?.[0];
  if (head === undefined || tail === undefined || SUSPENDED.test(line))
    return endsInHyphen(text, line) ? text + line : `${text} ${line}`;
  const whole = (head + tail).toLocaleLowerCase('sv');
  const hyphened = `${head}-${tail}`.toLocaleLowerCase('sv');
  if (words.has(whole) || (habit && !words.has(hyphened))) return text.slice(0, -1) + line;
  return text + line;
}

/** "kultur-" before "Och" keeps its space; "UA-" before "1" and "2025–" before "2028" do not have one. */
function endsInHyphen(text: string, line: string): boolean {
  return /[\p{L}\p{N}]-$/u.test(text) && /^[\p{Lu}\p{N}]/u.test(line);
}
