const LETTER = /[\p{L}\p{M}\p{N}]/u;
const WHOLE_WORD_LENGTH = 4;

/** Where a setting's word stands in a text. `index` is a UTF-16 position in the text. */
export interface WordHit {
  readonly index: number;
  readonly length: number;
}

/**
 * First place where `word` (lower case) begins a word of `text`; words of four letters or fewer must stand whole.
 * Null when it does not stand there.
 */
export function findWord(text: string, word: string): WordHit | null {
  return findWordIn(text.toLocaleLowerCase('sv'), word);
}

/** The earliest of `words` in `text`, and of those that begin at the same place the longest; null when none is there. */
export function findFirstWord(text: string, words: readonly string[]): WordHit | null {
  const lower = text.toLocaleLowerCase('sv');
  let best: WordHit | null = null;
  for (const word of words) {
    const hit = findWordIn(lower, word);
    if (hit && (!best || hit.index < best.index || (hit.index === best.index && hit.length > best.length))) best = hit;
  }
  return best;
}

/** True when any of `words` begins a word of `text`. */
export function hasWord(text: string, words: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase('sv');
  return words.some((word) => findWordIn(lower, word) !== null);
}

/** True when `text` itself begins with one of `words`, spaces and quotation marks before it aside. */
export function beginsWithWord(text: string, words: readonly string[]): boolean {
  const lower = text.replace(/^[\s"”“»«'’]+/u, '').toLocaleLowerCase('sv');
  return words.some((word) => findWordIn(lower.slice(0, word.length + 1), word)?.index === 0);
}

function findWordIn(lower: string, word: string): WordHit | null {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    if (at > 0 && LETTER.test(lower[at - 1] ?? '')) continue;
    const whole = !LETTER.test(lower[at + word.length] ?? '');
    if (whole || word.length > WHOLE_WORD_LENGTH) return { index: at, length: word.length };
  }
  return null;
}
