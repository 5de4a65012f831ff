import type { OpenPlan } from '../exchange/open-plan.ts';
import type { LintVocabulary } from './vocabulary.ts';

const WORD = /\p{L}{5,}/gu;
/** So many first letters make two words the same in another form ("utbildning", "utbildningar"). */
const STEM_LENGTH = 6;
/** Share of a plan's measures and objectives from which a word is the theme of the whole plan and ties nothing together. */
const THEME_SHARE = 1 / 4;

/** What a text is about: the beginnings of its longer words, without those that plans use everywhere. */
export function contentStems(text: string, { everywhere }: Pick<LintVocabulary, 'everywhere'>): Set<string> {
  const words = text.toLocaleLowerCase('sv').match(WORD) ?? [];
  return new Set(
    words.filter((word) => !everywhere.some((stem) => word.startsWith(stem))).map((word) => word.slice(0, STEM_LENGTH)),
  );
}

/** Tells which of the first texts have no telling word in common with any of the second, by index. A text without telling words is left out: nothing can be said of it. */
export type FindUntied = (first: readonly string[], second: readonly string[]) => number[];

/** Learns the theme of a plan, whose words tell nothing, once for all its areas. */
export function untiedIn({ areas }: OpenPlan, vocabulary: LintVocabulary): FindUntied {
  const items = areas.flatMap(({ measures, objectives }) => [...measures.map(({ text }) => text), ...objectives]);
  const times = new Map<string, number>();
  for (const text of items)
    for (const stem of contentStems(text, vocabulary)) times.set(stem, (times.get(stem) ?? 0) + 1);
  const most = Math.max(3, items.length * THEME_SHARE);
  const telling = (text: string) =>
    [...contentStems(text, vocabulary)].filter((stem) => (times.get(stem) ?? 0) <= most);
  return (first, second) => {
    const others = new Set(second.flatMap(telling));
    return first.flatMap((text, index) => {
      const own = telling(text);
      return own.length > 0 && !own.some((stem) => others.has(stem)) ? [index] : [];
    });
  };
}
