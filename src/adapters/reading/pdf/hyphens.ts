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
  const words = new Set((all.match(/[\p{L}-]+/gu) ?? []).map((word) => word.toLocaleLowerCase('sv')));
  const parted = lines.filter((line) => PARTED.test(line)).length;
  const habit = parted > 4 && parted > lines.length * 0.03;
  return (own) => own.reduce((text, line) => (text === '' ? line : join(text, line, words, habit)), '');
}

function join(text: string, line: string, words: ReadonlySet<string>, habit: boolean): string {
  if (/\p{L}\/$/u.test(text) && /^\p{L}/u.test(line)) return text + line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  const head = PARTED.exec(text)?.[1];
  const tail = /^\p{Ll}+/u.exec(line)?.[0];
  if (head === undefined || tail === undefined || SUSPENDED.test(line)) return endsInHyphen(text, line) ? text + line : `${text} ${line}`;
  const whole = (head + tail).toLocaleLowerCase('sv');
  const hyphened = `${head}-${tail}`.toLocaleLowerCase('sv');
  if (words.has(whole) || (habit && !words.has(hyphened))) return text.slice(0, -1) + line;
  return text + line;
}

/** "kultur-" before "Och" keeps its space; "UA-" before "1" and "2025–" before "2028" do not have one. */
function endsInHyphen(text: string, line: string): boolean {
  return /[\p{L}\p{N}]-$/u.test(text) && /^[\p{Lu}\p{N}]/u.test(line);
}
