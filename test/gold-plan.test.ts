import { expect, test } from 'vitest';
import { goldPlan } from './gold-plan.ts';

test('the gold reading has the counts that a person found in the case', () => {
  const plan = goldPlan();
  const count = (pick: (area: (typeof plan.areas)[number]) => readonly unknown[]) =>
    plan.areas.reduce((sum, area) => sum + pick(area).length, 0);
  expect({
    areas: plan.areas.length,
    objectives: count((area) => area.objectives),
    measures: count((area) => area.measures),
    indicators: count((area) => area.indicators),
    replies: [
      plan.consultation?.withRemarks.length,
      plan.consultation?.approving.length,
      plan.consultation?.abstaining.length,
    ],
  }).toEqual({ areas: 5, objectives: 27, measures: 24, indicators: 13, replies: [6, 4, 8] });
  expect(plan.areas[2]?.measures.map((measure) => measure.number).slice(-2)).toEqual(['3.9', '3.10']);
});
