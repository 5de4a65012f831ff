import { expect, test } from 'vitest';
import { comparePlans } from './compare-plans.ts';
import type { OpenMeasure, OpenPlan } from './open-plan.ts';

const measure = (number: string, text: string, more: Partial<OpenMeasure> = {}): OpenMeasure => ({
  ...{ number, text, coordinator: 'TN', coResponsible: ['KS'], dueYear: null },
  ...more,
});

function planOf(...areas: (readonly OpenMeasure[])[]): OpenPlan {
  return {
    ...{ format: 'handlingskraft-plan/1', title: 'Plan', registrationNumber: null, decisionMaker: null },
    ...{ documentOwner: null, period: { from: 2026, to: 2028 }, sections: [], relatedDocuments: [], memo: null },
    ...{ consultation: null, findings: [], unplaced: [] },
    areas: areas.map((measures, index) => ({
      ...{ number: `${index + 1}`, title: `Område ${index + 1}`, text: [], objectives: [], indicators: [], measures },
    })),
  };
}

const swings = 'Bygg gungor för alla åldrar på varje större lekplats.';
const benches = 'Ställ ut bänkar med armstöd längs gångvägarna.';
const ramps = 'Bygg om trappor till ramper vid kommunens badplatser.';

test.each([
  ['the same plan', planOf([measure('1.1', swings)]), planOf([measure('1.1', swings)]), []],
  [
    'a word added',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', `${swings} Börja i söder.`)]),
    ['measure 1.1: text'],
  ],
  [
    'renumbered by an insertion',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', benches), measure('1.2', swings)]),
    ['measure 1.1: added', 'measure 1.2: renumbered'],
  ],
  [
    'moved to another area',
    planOf([measure('1.1', swings)], []),
    planOf([], [measure('2.1', swings)]),
    ['measure 2.1: moved,renumbered'],
  ],
  [
    'removed',
    planOf([measure('1.1', swings), measure('1.2', ramps)]),
    planOf([measure('1.1', swings)]),
    ['measure 1.2: removed'],
  ],
  [
    'another coordinator',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', swings, { coordinator: 'KS' })]),
    ['measure 1.1: fields'],
  ],
  [
    'a year that came',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', swings, { dueYear: 2027 })]),
    ['measure 1.1: fields'],
  ],
  [
    'replaced by something else under the same number',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', ramps)]),
    ['measure 1.1: added', 'measure 1.1: removed'],
  ],
])('%s', (_name, before, after, expected) => {
  const told = comparePlans(before, after).changes.map(
    ({ what, label, changes }) => `${what} ${label}: ${changes.join()}`,
  );
  expect(told).toEqual(expected);
});

test('a rewritten and renumbered measure is found by its words, and marked uncertain', () => {
  const { changes } = comparePlans(
    planOf([measure('1.1', benches)]),
    planOf([measure('1.4', 'Ställ ut fler bänkar med armstöd längs alla gångvägarna.')]),
  );
  expect(changes).toMatchObject([{ label: '1.4', changes: ['text', 'renumbered'], uncertain: true }]);
  expect(changes[0]?.text.map((part) => part.before).join('')).toBe(benches);
});

test('compared with itself a plan has no changes, and compared both ways the same items are told', () => {
  const one = planOf([measure('1.1', swings), measure('1.2', benches)], [measure('2.1', ramps)]);
  const other = planOf([measure('1.1', benches)], [measure('2.1', ramps), measure('2.2', swings)]);
  expect(comparePlans(one, one).changes).toEqual([]);
  expect(comparePlans(one, other).changes).toHaveLength(comparePlans(other, one).changes.length);
});
