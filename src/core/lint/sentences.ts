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

/** Whether a text has a word that begins with one of the stems, without regard to case. */
export function hasStem(text: string, stems: readonly string[]): boolean {
  if (stems.length === 0) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(stems)}`, 'iu').test(text);
}
