import { untiedIn } from '../content-words.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Objectives that no measure of their area leads to: the area has none, or none shares a word with them. One finding for each area. */
export const objectiveWithoutMeasure: Rule<'objective-without-measure'> = {
  id: 'objective-without-measure',
  severity: 'note',
  check({ plan }, { vocabulary }) {
    const untied = untiedIn(plan, vocabulary);
    return plan.areas.flatMap(
      ({ number, title, objectives, measures }, area): RuleFinding<'objective-without-measure'>[] => {
        const noMeasures = measures.length === 0;
        const texts = measures.map(({ text }) => text);
        const alone = noMeasures ? objectives.map((_text, index) => index) : untied(objectives, texts);
        if (alone.length === 0) return [];
        const at = alone.map((index) => ({
          path: `/areas/${area}/objectives/${index}`,
          quote: objectives[index] ?? null,
        }));
        const data = { number, title, objectives: alone.map((index) => objectives[index] ?? ''), noMeasures };
        return [noMeasures ? { data, at, severity: 'warning' } : { data, at }];
      },
    );
  },
};
