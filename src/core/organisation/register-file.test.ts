import { describe, expect, test } from 'vitest';
import type { BodyRecord } from './body.ts';
import { planRegister } from './plan-register.ts';
import { MOST_REGISTER_ROWS, readRegister } from './read-register.ts';
import { registerCsv } from './write-register.ts';

const HEADER = ['slag', 'förkortning', 'namn', 'gäller från', 'gäller till', 'förvaltning för'];

const body = (id: string, name: string, facts: Partial<BodyRecord> = {}): BodyRecord => {
  const open = { abbreviation: null, validFrom: null, validTo: null, formerNames: [], rowVersion: 3 };
  return { id, kind: 'board', name, ...open, ...facts };
};
const records = [
  body('ks', 'Kommunstyrelsen', { abbreviation: 'KS' }),
  body('kn', 'Nämnden för kultur, idrott och fritid', { abbreviation: 'KIF' }),
  body('renamed', 'Nya nämnden', { formerNames: [{ name: 'Förra nämnden', abbreviation: null, until: '2020-12-31' }] }),
  body('gone', 'Skolnämnden', { abbreviation: 'SK', validTo: '2014-12-31' }),
  body('slk', 'Stadsledningskontoret', { kind: 'administration' }),
];
const known = [{ administrationId: 'slk', bodyId: 'ks', validFrom: null, validTo: null }];

/** Faults as "row column kind", or the plan. */
function planned(...rows: readonly (readonly string[])[]) {
  const read = readRegister([HEADER, ...rows]);
  const plan = read.ok ? planRegister(read.value, records, known) : read;
  if (!plan.ok) return plan.refusal.map(({ row, column, fault }) => `${row} ${column}: ${fault.kind}`);
  const { added, changed, unchanged, worksFor } = plan.value;
  return {
    added: added.map(({ name }) => name),
    changed: changed.map(({ after, fields }) => `${after.name}: ${fields.join(', ')}`),
    unchanged: unchanged.map(({ name }) => name),
    worksFor: worksFor.map(({ administrationId, bodyId }) => `${administrationId} ${bodyId}`),
  };
}

const nothing = { added: [], changed: [], unchanged: [], worksFor: [] };

describe('headings', () => {
  const row = ['nämnd', 'NN'];
  test.each<[string, string[], string[]]>([
    ['our own', ['slag', 'namn'], []],
    ['in English, with capitals and space', [' Kind ', 'NAME'], []],
    ['an unknown one', ['slag', 'namn', 'adress'], ['1 adress: column-unknown']],
    ['one twice', ['slag', 'namn', 'organ'], ['1 organ: column-twice']],
    ['one that must be there', ['slag', 'kod'], ['1 namn: column-missing']],
    ['none', [], ['1 slag: column-missing', '1 namn: column-missing']],
    ['an empty one', ['slag', '', 'namn'], []],
  ])('%s', (_name, header, faults) => {
    const cells = header.map((word) => (word.trim().toLowerCase() === 'slag' || /kind/i.test(word) ? row[0] : row[1]));
    const read = readRegister([header, cells.map((cell) => cell ?? '')]);
    const told = (read.ok ? read.value.faults : read.refusal).map(
      (each) => `${each.row} ${each.column}: ${each.fault.kind}`,
    );
    expect(told).toEqual(faults);
  });
});

test.each<[string, string[][], ReturnType<typeof planned>]>([
  ['a new body', [['nämnd', 'NN', 'Ny nämnd', '2027-01-01', '', '']], { ...nothing, added: ['Ny nämnd'] }],
  ['the same facts', [['nämnd', 'KS', 'kommunstyrelsen', '', '', '']], { ...nothing, unchanged: ['Kommunstyrelsen'] }],
  ['empty cells change nothing', [['nämnd', '', 'Kommunstyrelsen']], { ...nothing, unchanged: ['Kommunstyrelsen'] }],
  [
    'other facts',
    [['råd', 'KST', 'Kommunstyrelsen', '2000-01-01', '', '']],
    { ...nothing, changed: ['Kommunstyrelsen: kind, abbreviation, validFrom'] },
  ],
  [
    'the name of one that has ended, from a later day',
    [['nämnd', 'SK', 'Skolnämnden', '2027-01-01', '', '']],
    { ...nothing, added: ['Skolnämnden'] },
  ],
  [
    'an administration for bodies by code, by name with commas, and by a row of the file',
    [
      ['förvaltning', '', 'Kontoret', '', '', 'KS | Nämnden för kultur, idrott och fritid\nNy nämnd'],
      ['nämnd', '', 'Ny nämnd', '', '', ''],
    ],
    { ...nothing, added: ['Kontoret', 'Ny nämnd'], worksFor: ['new:2 ks', 'new:2 kn', 'new:2 new:3'] },
  ],
  [
    'what is known already is not added again',
    [['förvaltning', '', 'Stadsledningskontoret', '', '', 'KS, KIF']],
    { ...nothing, unchanged: ['Stadsledningskontoret'], worksFor: ['slk kn'] },
  ],
  ['empty rows', [['', ''], ['nämnd', '', 'Ny nämnd'], ['  ']], { ...nothing, added: ['Ny nämnd'] }],
  ['only empty rows', [['', ''], ['']], ['1 null: no-rows']],
  [
    'every fault of every row',
    [
      ['nämd', 'x'.repeat(31), '', '1 maj', '2027-02-30', ''],
      ['nämnd', '', 'Bra nämnd', '2027-01-01', '2026-12-31', 'KS'],
    ],
    [
      '2 slag: kind-unknown',
      '2 namn: value-missing',
      '2 förkortning: too-long',
      '2 gäller från: date-not-a-date',
      '2 gäller till: date-not-a-date',
      '3 gäller till: end-before-start',
      '3 förvaltning för: not-an-administration',
    ],
  ],
  [
    'faults of cells and faults between rows, told together',
    [
      ['nämd', 'FN', 'Fel nämnd', '', '', ''],
      ['förvaltning', '', 'Kontoret', '', '', 'FN | Okända nämnden'],
    ],
    ['2 slag: kind-unknown', '3 förvaltning för: body-unknown'],
  ],
  [
    'a row twice',
    [
      ['nämnd', '', 'Ny nämnd'],
      ['', ''],
      ['nämnd', '', 'ny nämnd'],
    ],
    ['4 namn: row-twice'],
  ],
  ['a code that is taken', [['nämnd', 'KS', 'Ny nämnd', '', '', '']], ['2 förkortning: label-taken']],
  ['a former name that is still in use then', [['nämnd', '', 'Förra nämnden']], ['2 namn: label-taken']],
  [
    'a code twice in the file',
    [
      ['nämnd', 'NN', 'Ny nämnd', '', '', ''],
      ['nämnd', 'NN', 'Nyare nämnd', '', '', ''],
    ],
    ['2 förkortning: label-taken', '3 förkortning: label-taken'],
  ],
  [
    'an administration for nobody known, and for another administration',
    [['förvaltning', '', 'Kontoret', '', '', 'OKÄND, Stadsledningskontoret']],
    ['2 förvaltning för: body-unknown', '2 förvaltning för: works-for-administration'],
  ],
  [
    'a beginning after a former name',
    [['nämnd', '', 'Nya nämnden', '2022-01-01', '', '']],
    ['2 gäller från: start-after-former-name'],
  ],
])('%s', (_name, rows, expected) => {
  expect(planned(...rows)).toEqual(expected);
});

test('a file can have so many rows and no more', () => {
  const rows = Array.from({ length: MOST_REGISTER_ROWS + 1 }, (_, at) => ['nämnd', '', `Nämnd ${at}`]);
  expect(planned(...rows)).toEqual(['1 null: too-many-rows']);
  expect(planned(...rows.slice(1))).toMatchObject({ changed: [], unchanged: [] });
});

test('the register as a file, read in again, changes nothing', () => {
  const csv = registerCsv(records, known);
  const cells = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  const read = readRegister(cells);
  const plan = read.ok ? planRegister(read.value, records, known) : read;
  expect(plan).toMatchObject({ ok: true, value: { added: [], changed: [], worksFor: [] } });
});

test('a cell that a spreadsheet would take for a formula comes back as it was', () => {
  const read = readRegister([HEADER.slice(0, 3), ['nämnd', '', "'=SUM(A1)"]]);
  expect(read).toMatchObject({ ok: true, value: { rows: [{ name: '=SUM(A1)' }] } });
});
