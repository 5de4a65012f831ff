import { foldedText } from './comparable.ts';

/** The words of a text in lower case, without signs. */
export function wordsIn(text: string): readonly string[] {
  return (
    foldedText(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** How often each word stands. */
export function countWords(words: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

/** How many of the words are among the counted, each as often as it is counted. */
export function sharedWords(count: ReadonlyMap<string, number>, words: readonly string[]): number {
  const used = new Map<string, number>();
  let shared = 0;
  for (const word of words) {
    const times = used.get(word) ?? 0;
    if (times < (count.get(word) ?? 0)) shared += 1;
    used.set(word, times + 1);
  }
  return shared;
}

/** Share of words in common, 0–1 (Dice); 0 where one has no words. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  return (2 * sharedWords(countWords(one), other)) / (one.length + other.length);
}
