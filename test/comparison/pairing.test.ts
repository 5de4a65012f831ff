import { expect, test } from 'vitest';
import { goldPlan } from '../gold-plan.ts';
import { revisedPlans } from './made-up-plans.ts';
import { type Told, tellMeasures } from './measure-pairing.ts';
import { reviseAtRandom } from './revise-at-random.ts';

const wrong = (told: readonly Told[]) => told.filter(({ right }) => !right);
const surelyWrong = (told: readonly Told[]) => wrong(told).filter(({ uncertain }) => !uncertain);

test.each(revisedPlans.map((plan) => [plan.name, plan] as const))(
  '%s: at least 12 of 14 told as what they were, the rest marked uncertain',
  (_name, plan) => {
    const told = tellMeasures(plan);
    expect(told).toHaveLength(14);
    expect(wrong(told).length).toBeLessThanOrEqual(2);
    expect(surelyWrong(told)).toEqual([]);
  },
);

test('of all made-up plans, at least three measures in four are told without doubt', () => {
  const told = revisedPlans.flatMap(tellMeasures);
  expect(told.filter(({ right, uncertain }) => right && !uncertain).length / told.length).toBeGreaterThan(0.75);
});

test('the plan of the case revised at random 60 times: none wrong without doubt, nearly all told without it', () => {
  const before = goldPlan();
  const told = Array.from({ length: 60 }, (_, seed) =>
    tellMeasures({ name: `seed ${seed}`, before, ...reviseAtRandom(before, seed) }),
  ).flat();
  expect(told).toHaveLength(60 * 24);
  expect(surelyWrong(told)).toEqual([]);
  expect(wrong(told).length / told.length).toBeLessThan(0.02);
  expect(told.filter(({ uncertain }) => uncertain).length / told.length).toBeLessThan(0.15);
});
