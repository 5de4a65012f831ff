import { oneOf } from './sentences.ts';
import type { LintVocabulary } from './vocabulary.ts';

/** A piece of a regular expression for a number in digits or words, without a group. */
export function numberPattern({ numberWords }: LintVocabulary): string {
  return `(?:\\d{1,3}|${oneOf(Object.keys(numberWords))})`;
}

/** The value of a number in digits or words, ordinals too; null when it is neither. */
export function numberOf(written: string, { numberWords, ordinals }: LintVocabulary): number | null {
  const lower = written.toLocaleLowerCase('sv');
  if (/^\d+$/.test(lower)) return Number(lower);
  return numberWords[lower] ?? ordinals[lower] ?? null;
}
