import { expect, test } from 'vitest';
import type { OpenArea, OpenMeasure, OpenPlan } from '../exchange/open-plan.ts';
import type { Block } from '../plan/block.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { comparePlans, defaultPlanComparisonLimits } from './compare-plans.ts';
import type { PlanComparison } from './comparison.ts';
import { comparisonFile } from './comparison-file.ts';
import { contentOfOpenPlan } from './open-plan-content.ts';

const measure = (number: string, text: string, more: Partial<OpenMeasure> = {}): OpenMeasure => ({
  ...{ number, text, coordinator: 'TN', coResponsible: ['KS'], dueYear: null },
  ...more,
});

const areaOf = (number: string, title: string, measures: readonly OpenMeasure[]): OpenArea => ({
  ...{ number, title, text: [], objectives: [], indicators: [], measures },
});

const empty: OpenPlan = {
  ...{ format: 'handlingskraft-plan/1', title: 'Plan', registrationNumber: null, decisionMaker: null },
  ...{ documentOwner: null, period: { from: 2026, to: 2028 }, sections: [], relatedDocuments: [], memo: null },
  ...{ consultation: null, findings: [], unplaced: [], areas: [] },
};

const planOf = (...areas: (readonly OpenMeasure[])[]): OpenPlan => ({
  ...empty,
  areas: areas.map((measures, index) => areaOf(`${index + 1}`, `Område ${index + 1}`, measures)),
});

const compareOpen = (before: OpenPlan, after: OpenPlan) =>
  comparePlans(contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after'));

/** "measure 1.2: text,moved", and a question mark where it is uncertain: one line a change. */
const told = (comparison: PlanComparison) =>
  comparisonFile(comparison).changes.map(
    ({ what, label, changes, uncertain }) => `${what} ${label}: ${changes.join()}${uncertain ? '?' : ''}`,
  );

const swings = 'Bygg gungor för alla åldrar på varje större lekplats.';
const benches = 'Ställ ut bänkar med armstöd längs gångvägarna.';
const ramps = 'Bygg om trappor till ramper vid kommunens badplatser.';
const lamps = 'Byt lampor i gångtunnlarna till varmare ljus.';

test.each([
  ['the same plan', planOf([measure('1.1', swings)]), planOf([measure('1.1', swings)]), []],
  [
    'words added',
    planOf([measure('1.1', swings)]),
    planOf([measure('1.1', `${swings} Börja i söder.`)]),
    ['measure 1.1: text'],
  ],
  [
    'renumbered by an insertion, and not moved',
    planOf([measure('1.1', swings), measure('1.2', ramps)]),
    planOf([measure('1.1', benches), measure('1.2', swings), measure('1.3', ramps)]),
    ['measure 1.1: added', 'measure 1.2: renumbered', 'measure 1.3: renumbered'],
  ],
  [
    'moved to another area',
    planOf([measure('1.1', swings)], []),
    planOf([], [measure('2.1', swings)]),
    ['measure 2.1: moved,renumbered'],
  ],
  [
    'the last becomes the first: one has moved, not all the others',
    planOf([measure('1.1', swings), measure('1.2', benches), measure('1.3', ramps), measure('1.4', lamps)]),
    planOf([measure('1.1', lamps), measure('1.2', swings), measure('1.3', benches), measure('1.4', ramps)]),
    ['measure 1.1: moved,renumbered', 'measure 1.2: renumbered', 'measure 1.3: renumbered', 'measure 1.4: renumbered'],
  ],
  [
    'two that changed numbers with each other',
    planOf([measure('1.1', swings), measure('1.2', benches)]),
    planOf([measure('1.1', benches), measure('1.2', swings)]),
    ['measure 1.1: renumbered', 'measure 1.2: moved,renumbered'],
  ],
  [
    'removed, told where it stood',
    planOf([measure('1.1', swings), measure('1.2', ramps), measure('1.3', lamps)]),
    planOf([measure('1.1', swings), measure('1.2', lamps)]),
    ['measure 1.2: removed', 'measure 1.2: renumbered'],
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
    ['measure 1.1: removed', 'measure 1.1: added'],
  ],
  [
    'an area with another name and number, whose measures stay',
    { ...empty, areas: [areaOf('1', 'Lek', [measure('1.1', swings), measure('1.2', benches)])] },
    { ...empty, areas: [areaOf('2', 'Vistelse ute', [measure('2.1', swings), measure('2.2', benches)])] },
    ['area 2: text,renumbered', 'measure 2.1: renumbered', 'measure 2.2: renumbered'],
  ],
  [
    'areas that changed places, with all that stands under them',
    { ...empty, areas: [areaOf('1', 'Lek', [measure('1.1', swings)]), areaOf('2', 'Bad', [measure('2.1', ramps)])] },
    { ...empty, areas: [areaOf('1', 'Bad', [measure('1.1', ramps)]), areaOf('2', 'Lek', [measure('2.1', swings)])] },
    ['area 1: renumbered', 'measure 1.1: renumbered', 'area 2: moved,renumbered', 'measure 2.1: renumbered'],
  ],
  [
    'a paragraph that became an objective',
    { ...empty, areas: [{ ...areaOf('1', 'Lek', []), text: ['Alla barn ska kunna leka nära sitt hem varje dag.'] }] },
    {
      ...empty,
      areas: [{ ...areaOf('1', 'Lek', []), objectives: ['Alla barn ska kunna leka nära sitt hem varje dag.'] }],
    },
    ['objective null: moved,fields'],
  ],
  [
    'facts of the plan',
    empty,
    { ...empty, title: 'Plan för lek', registrationNumber: 'TN 2026/1', period: { from: 2026, to: 2029 } },
    ['fact title: text', 'fact registrationNumber: added', 'fact period: text'],
  ],
  [
    'two joined in one',
    planOf([measure('1.1', benches), measure('1.2', lamps), measure('1.3', swings)]),
    planOf([
      measure('1.1', 'Ställ ut bänkar med armstöd längs gångvägarna och byt lampor i gångtunnlarna till varmare ljus.'),
      measure('1.2', swings),
    ]),
    ['measure 1.1: merged,text', 'measure 1.2: merged', 'measure 1.2: renumbered'],
  ],
  [
    'one cut in two',
    planOf([
      measure('1.1', 'Ställ ut bänkar med armstöd längs gångvägarna och byt lampor i gångtunnlarna till varmare ljus.'),
      measure('1.2', swings),
    ]),
    planOf([measure('1.1', benches), measure('1.2', swings), measure('1.3', lamps)]),
    ['measure 1.1: split,text', 'measure 1.3: split'],
  ],
])('%s', (_name, before, after, expected) => {
  expect(told(compareOpen(before, after))).toEqual(expected);
});

test('a rewritten and renumbered measure is found by its words, and marked uncertain', () => {
  const file = comparisonFile(
    compareOpen(
      planOf([measure('1.1', benches)]),
      planOf([measure('1.4', 'Ställ ut parkmöbler med armstöd längs gångvägarna i centrum.')]),
    ),
  );
  expect(file.changes).toMatchObject([{ label: '1.4', changes: ['text', 'renumbered'], uncertain: true }]);
  expect(file.changes[0]?.text.map((part) => part.before).join('')).toBe(benches);
});

test.each([
  ['composed and decomposed letters', benches.normalize('NFD')],
  ['soft hyphens', benches.replace('gångvägarna', 'gång\u00ADvägarna')],
  ['kinds of space', benches.replaceAll(' ', '\u00A0')],
  ['marks of direction and of no width', `\u202A${benches}\u202C\u200B`],
])('%s are no change', (_what, text) => {
  const comparison = compareOpen(planOf([measure('1.1', benches)]), planOf([measure('1.1', text)]));
  expect(told(comparison)).toEqual([]);
});

test('compared with itself a plan has no changes, and compared both ways as much is told', () => {
  const one = planOf([measure('1.1', swings), measure('1.2', benches)], [measure('2.1', ramps)]);
  const other = planOf([measure('1.1', benches)], [measure('2.1', ramps), measure('2.2', swings)]);
  expect(told(compareOpen(one, one))).toEqual([]);
  expect(told(compareOpen(one, other))).toHaveLength(told(compareOpen(other, one)).length);
});

/** The same plan with its lasting ids, after somebody has worked on it. */
function edited(content: PlanContent, edit: (block: Block) => Partial<Block>): PlanContent {
  return { ...content, blocks: content.blocks.map((block) => ({ ...block, ...edit(block) })) };
}

test('the same lasting id is the same block, however little is left of its text, number and place', () => {
  const before = contentOfOpenPlan(planOf([measure('1.1', swings)], [measure('2.1', ramps)]), 'plan');
  const [first, second] = before.blocks.filter(({ kind }) => kind === 'measure');
  const after = edited(before, ({ id, parentId }) => {
    if (id === first?.id) return { text: lamps, label: '2.1', parentId: second?.parentId ?? null };
    return id === second?.id ? { text: benches, label: '1.1', parentId: first?.parentId ?? null } : { parentId };
  });
  expect(told(comparePlans(before, after))).toEqual([
    'measure 1.1: text,moved,renumbered',
    'measure 2.1: text,moved,renumbered',
  ]);
});

test('the words of what was joined are compared with all its sources, and of what was cut with what came of it', () => {
  const both = 'Ställ ut bänkar med armstöd längs gångvägarna och byt lampor i gångtunnlarna till varmare ljus.';
  const [joined] = comparisonFile(
    compareOpen(planOf([measure('1.1', benches), measure('1.2', lamps)]), planOf([measure('1.1', both)])),
  ).changes;
  expect(joined?.related).toEqual(['/areas/0/measures/0', '/areas/0/measures/1']);
  expect(joined?.text.map((part) => part.before).join('')).toBe(`${benches}\n${lamps}`);
  expect(joined?.text.map((part) => part.after).join('')).toBe(both);
  const added = joined?.text.filter((part) => part.kind === 'added').map((part) => part.after.trim());
  expect(added).toEqual(['och byt']);
  const cut = comparisonFile(
    compareOpen(planOf([measure('1.1', both)]), planOf([measure('1.1', benches), measure('1.2', lamps)])),
  ).changes;
  expect(cut.flatMap(({ text }) => text.map((part) => part.before)).join('')).toBe(both);
  expect(cut.map(({ text }) => text.map((part) => part.after).join(''))).toEqual([benches, lamps]);
});

test('when the work for all texts is spent the rest is told coarsely, and nothing is lost', () => {
  const plan = (word: string) =>
    planOf(Array.from({ length: 40 }, (_, index) => measure(`1.${index + 1}`, `${word} ${index} ${swings} ${word}.`)));
  const limits = { ...defaultPlanComparisonLimits, steps: 600 };
  const comparison = comparePlans(
    contentOfOpenPlan(plan('Först'), 'same'),
    contentOfOpenPlan(plan('Sedan'), 'same'),
    limits,
  );
  expect(comparison.coarse).toBeGreaterThan(10);
  expect(comparison.coarse).toBeLessThan(40);
  for (const { comparison: each } of comparison.rows) {
    expect(each.text.map((part) => part.before).join('')).toBe(each.before?.block.text);
    expect(each.text.map((part) => part.after).join('')).toBe(each.after?.block.text);
  }
});

test('what a block says it was merged from, or split off from, is known whatever is left of the words', () => {
  const before = contentOfOpenPlan(
    planOf([measure('1.1', swings), measure('1.2', ramps), measure('1.3', lamps)]),
    'plan',
  );
  const [first, second, third] = before.blocks.filter(({ kind }) => kind === 'measure');
  if (!first || !second || !third) throw new Error('The plan has three measures');
  const merged = { ...first, text: 'Gör lekplatser och bad lättare att nå.', origin: { mergedFrom: [second.id] } };
  const cut = { ...third, id: 'new', position: 2, label: '1.3', text: benches, origin: { splitFrom: third.id } };
  const others = before.blocks.filter(({ kind }) => kind !== 'measure');
  const after = { ...before, blocks: [...others, merged, { ...third, position: 1, label: '1.2' }, cut] };
  expect(told(comparePlans(before, after))).toEqual([
    'measure 1.1: merged,text',
    'measure 1.2: merged',
    'measure 1.2: split,renumbered',
    'measure 1.3: split',
  ]);
});

test('a paragraph that became a bullet is told', () => {
  const area = (text: string) => ({
    ...empty,
    areas: [{ ...areaOf('1', 'Lek', []), text: [text, 'Ett stycke till här.'] }],
  });
  const { changes } = comparisonFile(
    compareOpen(area('Alla barn ska kunna leka nära sitt hem.'), area('• Alla barn ska kunna leka nära sitt hem.')),
  );
  expect(changes).toMatchObject([
    { what: 'bullet', changes: ['fields'], fields: [{ name: 'kind', before: 'paragraph', after: 'bullet' }] },
  ]);
});
