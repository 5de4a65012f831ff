import type { OpenPlan } from '../../exchange/open-plan.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { sentencesOf } from '../sentences.ts';

/** Parts of the plan with sentences so long that a reader loses the thread. One finding for each section and area. */
export const longSentence: Rule<'long-sentence'> = {
  id: 'long-sentence',
  severity: 'note',
  check: ({ plan }, { vocabulary }) =>
    partsOf(plan).flatMap(({ heading, texts }): RuleFinding<'long-sentence'>[] => {
      const limit = vocabulary.longestSentence;
      const long = texts.flatMap(({ text, path }) =>
        text.length < limit * 2
          ? []
          : sentencesOf(text)
              .map((sentence) => ({ path, quote: sentence.text, words: sentence.text.trim().split(/\s+/).length }))
              .filter(({ words }) => words > limit),
      );
      if (long.length === 0) return [];
      const longest = Math.max(...long.map(({ words }) => words));
      return [
        {
          data: { heading, count: long.length, longest, limit },
          at: long.map(({ path, quote }) => ({ path, quote })),
        },
      ];
    }),
};

function partsOf(plan: OpenPlan) {
  const listed = (base: string, texts: readonly string[]) =>
    texts.map((text, index) => ({ text, path: `${base}/${index}` }));
  const sections = plan.sections.map(({ heading, paragraphs }, index) => ({
    heading,
    texts: listed(`/sections/${index}/paragraphs`, paragraphs),
  }));
  const areas = plan.areas.map((area, index) => ({
    heading: area.title,
    texts: [
      ...listed(`/areas/${index}/text`, area.text),
      ...listed(`/areas/${index}/objectives`, area.objectives),
      ...area.measures.map(({ text }, at) => ({ text, path: `/areas/${index}/measures/${at}/text` })),
      ...listed(`/areas/${index}/indicators`, area.indicators),
    ],
  }));
  return [...sections, ...areas];
}
