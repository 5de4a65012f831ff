import { untiedIn } from '../content-words.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Measures that no indicator of their area seems to measure: they share no word with any. One finding for each area that has indicators. */
export const measureWithoutIndicator: Rule<'measure-without-indicator'> = {
  id: 'measure-without-indicator',
  severity: 'note',
  check({ plan }, { vocabulary }) {
    const untied = untiedIn(plan, vocabulary);
    return plan.areas.flatMap(
      ({ number, title, measures, indicators }, area): RuleFinding<'measure-without-indicator'>[] => {
        if (indicators.length === 0) return [];
        const texts = measures.map(({ text }) => text);
        const alone = untied(texts, indicators);
        if (alone.length === 0) return [];
        const found = alone.flatMap((index) => measures[index] ?? []);
        return [
          {
            data: { number, title, measures: found.map(({ number: label, text }) => ({ number: label, text })) },
            at: alone.map((index) => ({ path: `/areas/${area}/measures/${index}`, quote: texts[index] ?? null })),
          },
        ];
      },
    );
  },
};
