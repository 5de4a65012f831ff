import { expect, test } from 'vitest';
import { goldPlan } from '../../../test/gold-plan.ts';
import { comparePromises } from './compare-promises.ts';

const measures = [
  { number: '1.1', text: 'Plantera träd- och buskrader längs gatan' },
  { number: '1.2', text: 'Måla bänkarna i parken gröna' },
  { number: null, text: 'Ställa ut belysning vid lekplatsen och i tunneln.' },
];

test.each([
  ['kept, number named', 'Nämnden vill ändra 1.2.', 'Åtgärden ska lyda ”Måla bänkarna i parken gröna.”', ['kept 1']],
  [
    'a hyphen lost is a difference',
    'Om 1.1.',
    'Den justeras så att den lyder: ”Plantera träd och buskrader längs gatan”',
    ['differs 0 [-träd-]{+träd-+}'],
  ],
  [
    'no number, found by its text',
    'Om ljus.',
    'Ny lydelse: ”Ställa ut belysning vid lekplatsen och i tunneln”.',
    ['kept 2'],
  ],
  [
    'the remark is followed',
    'Nämnden föreslår lydelsen ”Måla bänkarna i parken röda”.',
    'Justeras i enlighet med yttrandet.',
    ['differs 1 [-röda-]{+gröna+}'],
  ],
  ['the remark is refused', 'Nämnden föreslår lydelsen ”Måla bänkarna röda”.', 'Noteras men ändras inte.', []],
  [
    'refused in words of following',
    'Lydelsen bör vara ”Måla bänkarna röda”.',
    'Justeras inte i enlighet med yttrandet.',
    [],
  ],
  ['a quotation that is no new wording', 'Om 1.2.', 'Åtgärden ”Måla bänkarna i parken” omfattar redan detta.', []],
  ['no measure near', 'Om båtar.', 'Planen får lydelsen ”Bygga en hamn för båtar”.', ['measure-unknown']],
  ['no answer', 'Nämnden föreslår lydelsen ”Måla bänkarna röda”.', null, []],
] as const)('%s', (_name, text, handling, expected) => {
  const found = comparePromises([{ body: 'Parknämnden', remarks: [{ text, handling }] }], measures);
  const shown = found.map(({ outcome, measureIndex, difference }) => {
    const changes = difference
      .filter(({ kind }) => kind !== 'equal')
      .map(({ kind, before, after }) => (kind === 'removed' ? `[-${before}-]` : `{+${after}+}`));
    return [
      outcome,
      ...(measureIndex === null ? [] : [measureIndex]),
      ...(changes.length > 0 ? [changes.join('')] : []),
    ].join(' ');
  });
  expect(shown).toEqual(expected);
});

test('the case: 5.2 differs for two boards, 2.4 is kept, nothing else is promised', () => {
  const plan = goldPlan();
  const all = plan.areas.flatMap((area) => area.measures);
  const found = comparePromises(plan.consultation?.replies ?? [], all);
  expect(
    found.map(({ outcome, quotedIn, measureIndex }) => [all[measureIndex ?? -1]?.number, outcome, quotedIn]),
  ).toEqual([
    ['2.4', 'kept', 'remark'],
    ['5.2', 'differs', 'handling'],
    ['5.2', 'differs', 'handling'],
  ]);
  expect(new Set(found.filter(({ outcome }) => outcome === 'differs').map(({ body }) => body)).size).toBe(2);
});
