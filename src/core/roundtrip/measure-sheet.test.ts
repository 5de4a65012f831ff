import { expect, test } from 'vitest';
import type { Block, BlockKind } from '../plan/block.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { readSheet, sheetOf } from './measure-sheet.ts';

const block = (
  id: string,
  kind: BlockKind,
  parentId: string | null,
  position: number,
  text: string,
  label: string | null,
): Block => {
  return { id, parentId, kind, position, label, text, dueYear: null, rowVersion: 1 };
};
const content: PlanContent = {
  facts: {
    title: 'Plan',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    periodFrom: null,
    periodTo: null,
  },
  blocks: [
    block('a1', 'area', null, 0, 'Trafik', '3'),
    block('m1', 'measure', 'a1', 0, 'Mät ljudet.', '3.9'),
    { ...block('m2', 'measure', 'a1', 1, '=HYPERLINK("x")', '3.10'), dueYear: 2027 },
  ],
  roles: [
    { measureId: 'm1', label: 'TN', role: 'coordinator', position: 0 },
    { measureId: 'm1', label: 'MN', role: 'co-responsible', position: 1 },
    { measureId: 'm1', label: 'SN', role: 'co-responsible', position: 2 },
  ],
};
const [heading = [], first = [], second = []] = sheetOf(content, 'sv');
const changed = (row: readonly string[], column: number, value: string) =>
  row.map((cell, at) => (at === column ? value : cell));

test('the measures are rows with their ids, and read again they change nothing', () => {
  expect([heading, first, second]).toEqual([
    ['Id', 'Nr', 'Område', 'Åtgärd', 'Samordnare', 'Delansvariga', 'Klart år'],
    ['m1', '3.9', '3 Trafik', 'Mät ljudet.', 'TN', 'MN; SN', ''],
    ['m2', '3.10', '3 Trafik', '=HYPERLINK("x")', '', '', '2027'],
  ]);
  for (const language of ['sv', 'en'] as const)
    expect(readSheet(sheetOf(content, language), content)).toEqual({ ok: true, value: [] });
  expect(readSheet([heading, changed(second, 3, `'${second[3]}`)], content)).toEqual({ ok: true, value: [] });
  expect(readSheet([heading, second, [], ['', ' '], first], content)).toEqual({ ok: true, value: [] });
});

test('columns may stand in another order, and what is changed becomes edits', () => {
  const turned = [heading, changed(changed(first, 3, 'Mät ljudet varje år.'), 6, '2028')].map((row) =>
    [...row].reverse(),
  );
  expect(readSheet(turned, content)).toEqual({
    ok: true,
    value: [
      { kind: 'text', blockId: 'm1', text: 'Mät ljudet varje år.' },
      { kind: 'fields', blockId: 'm1', coordinator: 'TN', coResponsible: ['MN', 'SN'], dueYear: 2028 },
    ],
  });
});

test('rows without an id are new measures, after the last of their area', () => {
  const rows = [heading, ['', '', '3', 'Ny ett', 'TN', '', ''], ['', '', 'Trafik', 'Ny två', '', 'MN\nSN', '2029']];
  const read = readSheet(rows, content);
  expect(read.ok && read.value.map((edit) => edit.kind === 'add' && [edit.text, edit.after, edit.fields])).toEqual([
    ['Ny ett', { kind: 'block', id: 'm2' }, { coordinator: 'TN', coResponsible: [], dueYear: null }],
    ['Ny två', { kind: 'added', key: 'rad-1' }, { coordinator: null, coResponsible: ['MN', 'SN'], dueYear: 2029 }],
  ]);
});

test.each<[string, readonly (readonly string[])[], readonly [number, string | null, string][]]>([
  ['a number that a spreadsheet made of 3.10', [heading, changed(second, 1, '3.1')], [[2, 'Nr', 'number-differs']]],
  ['an id that is unknown', [heading, changed(first, 0, 'm9')], [[2, 'Id', 'id-unknown']]],
  ['an id twice', [heading, first, first], [[3, 'Id', 'id-twice']]],
  ['no text', [heading, changed(first, 3, ' ')], [[2, 'Åtgärd', 'text-missing']]],
  ['a text that is too long', [heading, changed(first, 3, 'x'.repeat(20_001))], [[2, 'Åtgärd', 'too-long']]],
  ['a year that is none', [heading, changed(first, 6, 'snart')], [[2, 'Klart år', 'year-not-a-year']]],
  ['another area', [heading, changed(first, 2, '4 Annat')], [[2, 'Område', 'area-differs']]],
  ['a new row in no area', [heading, ['', '', 'Annat', 'Ny', '', '', '']], [[2, 'Område', 'area-unknown']]],
  ['a column that is gone', [heading.slice(1), first.slice(1)], [[1, 'Id', 'column-missing']]],
  ['a column that nobody knows', [[...heading, 'Kostnad'], first], [[1, 'Kostnad', 'column-unknown']]],
  ['a column twice', [[...heading, 'nr'], first], [[1, 'nr', 'column-twice']]],
  ['nothing but a heading', [heading], [[1, null, 'no-rows']]],
  [
    'several faults at once',
    [heading, changed(first, 3, ''), changed(second, 6, '27')],
    [
      [2, 'Åtgärd', 'text-missing'],
      [3, 'Klart år', 'year-not-a-year'],
    ],
  ],
])('%s is refused with its row and column', (_name, cells, faults) => {
  const read = readSheet(cells, content);
  expect(!read.ok && read.refusal.map(({ row, column, fault }) => [row, column, fault.kind])).toEqual(faults);
});
