import { expect, test } from 'vitest';
import { layOutText } from '../../src/core/document/text-layout.ts';
import type { OpenMeasure } from '../../src/core/exchange/open-plan.ts';
import { toBlocks, toOpenPlan } from '../../src/core/exchange/plan-blocks.ts';
import { headRoles } from '../../src/core/reading/columns.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { readCase } from '../lint/read-case.ts';

const facts = {
  title: 'Plan',
  registrationNumber: null,
  decisionMaker: null,
  documentOwner: null,
  periodFrom: null,
  periodTo: null,
};

test('a plan in which bodies give support says so, and they stand among the co-responsible as before', async () => {
  const { plan } = await readCase('other-plans/05_goteborg_civil-beredskap_2024-2027.txt');
  const measures = plan.areas.flatMap((area) => area.measures);
  const helped = measures.filter(({ supporting }) => supporting !== undefined);
  expect(helped.length).toBeGreaterThan(0);
  for (const { supporting, coResponsible } of helped)
    expect(coResponsible).toEqual(expect.arrayContaining([...(supporting ?? [])]));
});

test.each([
  ['Övrig medverkan', ['supporting']],
  ['Med stöd av', ['supporting']],
  ['Delansvar', ['coResponsible']],
  ['Huvudansvar', ['coordinator']],
] as const)('the head "%s" is for %s', (head, roles) => {
  expect(headRoles(head, defaultVocabulary())).toEqual(roles);
});

test('three roles in one line of a measure are told apart', () => {
  const text = [
    'Plan för läsning',
    '',
    'Fokusområde 1 Läsning',
    '',
    'Åtgärder',
    '',
    'Biblioteken ordnar läskvällar för unga.',
    'Ansvar: Kulturnämnden med stöd av Tekniska nämnden',
    '',
  ].join('\n');
  const reading = readPlan(layOutText(text), defaultVocabulary());
  const measure = reading.ok ? reading.value.plan.areas[0]?.measures[0] : undefined;
  expect(measure).toMatchObject({ coordinator: 'Kulturnämnden', supporting: ['Tekniska nämnden'] });
});

test('the role comes back when a plan is put together again from its blocks', () => {
  const measure: OpenMeasure = {
    ...{ number: '1.1', text: 'Ordna läskvällar', coordinator: 'KN', dueYear: null },
    ...{ coResponsible: ['SN', 'TN'], supporting: ['TN'] },
  };
  const area = { number: '1', title: 'Läsning', text: [], objectives: [], measures: [measure], indicators: [] };
  const bare = toOpenPlan(facts, { blocks: [], roles: [] }, { memo: null, consultation: null });
  const plan = { ...bare, areas: [area] };
  let id = 0;
  const parts = toBlocks(plan, () => String(++id));
  expect(parts.roles.map(({ label, role }) => `${label} ${role}`)).toEqual([
    'KN coordinator',
    'SN co-responsible',
    'TN supporting',
  ]);
  expect(toOpenPlan(facts, parts, { memo: null, consultation: null })).toEqual(plan);
});
