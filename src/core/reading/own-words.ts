import { type PlanWords, roleWord } from '../plan/words.ts';
import type { ReadingVocabulary } from './vocabulary.ts';

/**
 * A vocabulary that also knows a municipality's own words for the parts of its plans, so that a document printed with
 * them can be read again. `words` in the singular and plural; null adds nothing. No word is taken away.
 */
export function withOwnWords(vocabulary: ReadingVocabulary, words: PlanWords | null): ReadingVocabulary {
  if (words === null) return vocabulary;
  const { numberedArea } = vocabulary;
  const add = (known: readonly string[], own: readonly string[], except: readonly string[] = []) => [
    ...new Set([...known, ...own.map(plain).filter((word) => word !== '' && !except.includes(word))]),
  ];
  return {
    ...vocabulary,
    area: add(vocabulary.area, [words.area], numberedArea),
    objective: add(vocabulary.objective, [words.objective, words.objectives]),
    measure: add(vocabulary.measure, [words.measure, words.measures]),
    indicator: add(vocabulary.indicator, [words.indicator, words.indicators]),
    coordinator: add(vocabulary.coordinator, [words.coordinator]),
    coResponsible: add(vocabulary.coResponsible, [words.coResponsible]),
    supporting: add(vocabulary.supporting, [roleWord(words, 'supporting')]),
  };
}

/** A word as the reader compares it: hyphens part words in the heads of columns. */
function plain(word: string): string {
  return word
    .replace(/[\s/-]+/g, ' ')
    .trim()
    .toLocaleLowerCase('sv');
}
