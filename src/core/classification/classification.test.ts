import { expect, test } from 'vitest';
import { type ClassificationSystem, inOrderOfTime, kinOf, mappingBetween, versionOn } from './classification.ts';
import { startingSystems } from './starting-systems.sv.ts';
import { readValues, writeValues } from './written-values.ts';

const value = (id: string, replaces: string | null = null) => ({ id, code: id, name: id, replaces });
const version = (id: string, validFrom: string | null, validTo: string | null, values = [value(`${id}-x`)]) => ({
  ...{ id, label: id, validFrom, validTo, values },
  ...{ source: '', note: '', rowVersion: 1 },
});

const old = version('old', '2016-11-17', '2025-09-30', [value('old-1'), value('old-6')]);
const middle = version('middle', '2025-10-01', '2026-12-31', [value('mid-6', 'old-6'), value('mid-7')]);
const newest = version('newest', '2027-01-01', null, [value('new-6', 'mid-6')]);
const system: ClassificationSystem = { id: 's', name: 'S', versions: [old, middle, newest] };

test.each([
  ['2016-11-16', null],
  ['2016-11-17', 'old'],
  ['2025-09-30', 'old'],
  ['2025-10-01', 'middle'],
  ['2026-12-31', 'middle'],
  ['2030-01-01', 'newest'],
])('on %s %s holds', (day, expected) => {
  expect(versionOn(system.versions, day)?.id ?? null).toBe(expected);
});

test('a version without values never holds, one without days always does, and the one that began last wins', () => {
  expect(versionOn([version('empty', null, null, [])], '2026-01-01')).toBeNull();
  expect(versionOn([version('a', null, null), version('b', '2020-01-01', null)], '2026-01-01')?.id).toBe('b');
  expect(versionOn([version('b', '2020-01-01', null), version('a', null, null)], '2019-01-01')?.id).toBe('a');
  expect(inOrderOfTime([newest, old, version('a', null, null)]).map(({ id }) => id)).toEqual(['a', 'old', 'newest']);
});

test.each([
  ['old-6', ['mid-6', 'new-6', 'old-6']],
  ['mid-6', ['mid-6', 'new-6', 'old-6']],
  ['new-6', ['mid-6', 'new-6', 'old-6']],
  ['old-1', ['old-1']],
])('%s is one with %j', (id, kin) => {
  expect([...kinOf(system, id)].sort()).toEqual(kin);
});

test('values go over to those that have come in their place, and the rest is for a person to choose', () => {
  expect([...mappingBetween(system, old, newest)]).toEqual([
    ['old-1', null],
    ['old-6', 'new-6'],
  ]);
});

test.each([
  [
    '1; Ett\n\n2; Två; 1',
    [
      { code: '1', name: 'Ett', replaces: null },
      { code: '2', name: 'Två', replaces: '1' },
    ],
  ],
  [' a ;  Namn med  ord  ', [{ code: 'a', name: 'Namn med  ord', replaces: null }]],
])('%j is read', (text, values) => {
  expect(readValues(text)).toEqual({ ok: true, value: values });
  expect(readValues(writeValues(values))).toEqual({ ok: true, value: values });
});

test.each([
  ['', { kind: 'no-values' }],
  ['\n \n', { kind: 'no-values' }],
  ['bara kod', { kind: 'name-missing', line: 1 }],
  ['1; Ett\n; Två', { kind: 'name-missing', line: 2 }],
  ['1; Ett\n1; Två', { kind: 'code-twice', line: 2, code: '1' }],
  [`1; ${'x'.repeat(301)}`, { kind: 'too-long', line: 1 }],
  [Array.from({ length: 201 }, (_, n) => `${n}; x`).join('\n'), { kind: 'too-many-values' }],
])('%#: what cannot be read says where', (text, refusal) => {
  expect(readValues(text)).toEqual({ ok: false, refusal });
});

test('what comes with the program: seventeen goals of Agenda 2030, no code twice, and no wording that was not checked', () => {
  const codes = startingSystems.flatMap(({ key, versions }) =>
    versions.map(({ label, values }) => ({ key, label, codes: values.map(([code]) => code) })),
  );
  for (const each of codes) expect([each.label, new Set(each.codes).size]).toEqual([each.label, each.codes.length]);
  expect(codes.find(({ key }) => key === 'agenda-2030')?.codes).toHaveLength(17);
  expect(codes.filter(({ codes: all }) => all.length === 0).map(({ label }) => label)).toEqual([
    'Omformulerade i september 2025',
  ]);
});
