import { expect, test } from 'vitest';
import { demoPlan } from '../../../test/example-plans.ts';
import { goldPlan } from '../../../test/gold-plan.ts';
import type { OpenMeasure, OpenPlan } from './open-plan.ts';
import { planCsv } from './plan-csv.ts';

/** A reader after RFC 4180, with the separator of Swedish Excel; throws on what the standard does not allow. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const pattern = quoted ? /"((?:[^"]|"")*)"(;|\r\n)/y : /([^";\r\n]*)(;|\r\n)/y;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw new Error(`Not CSV at ${at}: ${text.slice(at, at + 40)}`);
    row.push(quoted ? (match[1] ?? '').replaceAll('""', '"') : (match[1] ?? ''));
    if (match[2] !== ';') rows.push(row.splice(0));
    at = pattern.lastIndex;
  }
  if (row.length > 0) throw new Error('The last row does not end');
  return rows;
}

/** What the cell stood for before a mark against formulas was put first. */
const unmarked = (cell: string) => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell);

const measureOf = (text: string, more: Partial<OpenMeasure> = {}): OpenMeasure => ({
  number: '1.1',
  text,
  coordinator: 'MN',
  coResponsible: [],
  dueYear: 2027,
  ...more,
});

function planOf(measures: readonly OpenMeasure[]): OpenPlan {
  const area = { number: '1', title: 'Mark', text: [], objectives: [], measures, indicators: [] };
  return { ...demoPlan(), areas: [area] };
}

const readBack = (plan: OpenPlan) => {
  const csv = planCsv(plan, 'sv');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  return parseCsv(csv.slice(1));
};

test.each([
  ['the demo plan', demoPlan()],
  ['the real case', goldPlan()],
])('%s: every measure is a row that reads back as it was', (_, plan) => {
  const [header, ...rows] = readBack(plan);
  expect(header).toEqual(['Nr', 'Område', 'Åtgärd', 'Samordnare', 'Delansvariga', 'Klart år']);
  expect(rows.map((row) => row.map(unmarked))).toEqual(
    plan.areas.flatMap(({ number, title, measures }) =>
      measures.map((measure) => [
        measure.number ?? '',
        [number, title].filter((part) => part !== null).join(' '),
        measure.text,
        measure.coordinator ?? '',
        measure.coResponsible.join('\n'),
        measure.dueYear?.toString() ?? '',
      ]),
    ),
  );
});

test.each([
  ['Hon sa "nej"; sedan ja', 'Hon sa "nej"; sedan ja'],
  ['två\nrader', 'två\nrader'],
  ['två\r\nrader', 'två\r\nrader'],
  ['"', '"'],
  ['', ''],
  ['=1+1', "'=1+1"],
  ['+46 18 727 00 00', "'+46 18 727 00 00"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['=HYPERLINK("http://a.example";"x")', '\'=HYPERLINK("http://a.example";"x")'],
  ["'citat'", "''citat'"],
  ['1=1', '1=1'],
])('the text %j stands in its cell as %j', (text, cell) => {
  const [, row] = readBack(planOf([measureOf(text)]));
  expect(row?.[2]).toBe(cell);
  expect(unmarked(cell)).toBe(text);
});

test('every cell of text is guarded, not only that of the measure', () => {
  const risky = measureOf('=a', { number: '=b', coordinator: '=c', coResponsible: ['=d', '=e'] });
  const [, row] = readBack(planOf([risky]));
  expect(row).toEqual(["'=b", '1 Mark', "'=a", "'=c", "'=d\n=e", '2027']);
});

test('what is missing is an empty cell, never zero', () => {
  const [, row] = readBack(planOf([measureOf('a', { number: null, coordinator: null, dueYear: null })]));
  expect(row).toEqual(['', '1 Mark', 'a', '', '', '']);
});

test('a plan without measures is a header alone, in the language asked for', () => {
  expect(planCsv(planOf([]), 'en')).toBe('\uFEFFNo.;Area;Measure;Coordinator;Co-responsible;Due year\r\n');
});
