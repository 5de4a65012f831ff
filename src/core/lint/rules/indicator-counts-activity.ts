import type { Rule, RuleFinding } from '../rule.ts';
import { firstStem, hasStem } from '../sentences.ts';

/** An indicator that counts what was done and nothing of what became of it. */
export const indicatorCountsActivity: Rule<'indicator-counts-activity'> = {
  id: 'indicator-counts-activity',
  severity: 'note',
  check: ({ plan }, { vocabulary }) =>
    plan.areas.flatMap((area, areaIndex) =>
      area.indicators.flatMap((text, index): RuleFinding<'indicator-counts-activity'>[] => {
        if (!hasStem(text, vocabulary.counting) || hasStem(text, vocabulary.effects)) return [];
        const word = firstStem(text, vocabulary.activities);
        if (word === null) return [];
        return [{ data: { text, word }, at: [{ path: `/areas/${areaIndex}/indicators/${index}`, quote: text }] }];
      }),
    ),
};
