/** A sentence of a text, with its position in the text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

const BOUNDARY = /(?<=[.!?:;]["”’)]?)\s+(?=["”“(]?\p{Lu})/u;

/** Divides a text at full stops (and other closing signs) that a capital follows. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const part of text.split(BOUNDARY)) {
    const found = text.indexOf(part, start);
    sentences.push({ text: part, start: found });
    start = found + part.length;
  }
  return sentences;
}

/** Escapes what a regular expression would read as a sign of its own. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** One of these words, as a piece of a regular expression; longer words first, so that they win. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words]
    .sort((left, right) => right.length - left.length)
    .map(literal)
    .join('|')})`;
}

const stemPatterns = new WeakMap<readonly string[], RegExp>();

/** A pattern for words that begin with one of the stems, made once for each list. */
function stemPattern(stems: readonly string[]): RegExp {
  const known = stemPatterns.get(stems);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(stems)}[\\p{L}\\p{N}]*`, 'iu');
  stemPatterns.set(stems, pattern);
  return pattern;
}

/** Whether a text has a word that begins with one of the stems, without regard to case. */
export function hasStem(text: string, stems: readonly string[]): boolean {
  return stems.length > 0 && stemPattern(stems).test(text);
}

/** The first word of a text that begins with one of the stems, whole and as written; null when none does. */
export function firstStem(text: string, stems: readonly string[]): string | null {
  return stems.length === 0 ? null : (stemPattern(stems).exec(text)?.[0] ?? null);
}
