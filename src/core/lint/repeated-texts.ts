import { normaliseText } from '../shared/text.ts';

/** Groups of items with the same words, without regard to case, spaces and the closing sign. Texts of fewer than four words are too short to mean anything. */
export function repeatedTexts<T extends { readonly text: string }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = comparableTitle(item.text);
    if (key.split(' ').length < 4) continue;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** A text without regard to case, spaces and closing signs. */
export function comparableTitle(text: string): string {
  return normaliseText(text)
    .toLocaleLowerCase('sv')
    .replace(/[\s.,;:]+$/u, '');
}
