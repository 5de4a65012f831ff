import { describe, expect, test } from 'vitest';
import type { BodyRecord } from './body.ts';
import { dayBefore, nameAsOf, namesOverTime, nextDay, overlap, timeOf } from './body-time.ts';

const body: BodyRecord = {
  id: 'b',
  kind: 'board',
  name: 'Tredje nämnden',
  abbreviation: 'TN',
  validFrom: '2010-01-01',
  validTo: null,
  formerNames: [
    { name: 'Första nämnden', abbreviation: null, until: '2014-12-31' },
    { name: 'Andra nämnden', abbreviation: 'AN', until: '2022-12-31' },
  ],
  rowVersion: 1,
};

test.each([
  ['2009-01-01', 'Första nämnden', null],
  ['2014-12-31', 'Första nämnden', null],
  ['2015-01-01', 'Andra nämnden', 'AN'],
  ['2022-12-31', 'Andra nämnden', 'AN'],
  ['2023-01-01', 'Tredje nämnden', 'TN'],
  ['2150-01-01', 'Tredje nämnden', 'TN'],
])('on %s the body is called %s', (day, name, abbreviation) => {
  expect(nameAsOf(body, day)).toEqual({ name, abbreviation });
});

test('names follow on each other without a day between', () => {
  expect(namesOverTime(body)).toEqual([
    { name: 'Första nämnden', abbreviation: null, validFrom: '2010-01-01', validTo: '2014-12-31' },
    { name: 'Andra nämnden', abbreviation: 'AN', validFrom: '2015-01-01', validTo: '2022-12-31' },
    { name: 'Tredje nämnden', abbreviation: 'TN', validFrom: '2023-01-01', validTo: null },
  ]);
});

test.each([
  [null, null, 'current'],
  ['2027-01-01', null, 'current'],
  ['2027-01-02', null, 'coming'],
  [null, '2027-01-01', 'current'],
  [null, '2026-12-31', 'past'],
  ['2020-01-01', '2026-12-31', 'past'],
] as const)('from %s to %s is %s on 1 January 2027', (validFrom, validTo, time) => {
  expect(timeOf({ validFrom, validTo }, '2027-01-01')).toBe(time);
});

test.each([
  [[null, null], [null, null], true],
  [[null, '2026-12-31'], ['2027-01-01', null], false],
  [[null, '2027-01-01'], ['2027-01-01', null], true],
  [['2020-01-01', '2021-01-01'], ['2020-06-01', '2020-07-01'], true],
  [['2020-01-01', '2021-01-01'], ['2022-06-01', '2023-07-01'], false],
] as const)('%j and %j share a day: %s', (a, b, shared) => {
  const period = ([validFrom, validTo]: readonly [string | null, string | null]) => ({ validFrom, validTo });
  expect(overlap(period(a), period(b))).toBe(shared);
  expect(overlap(period(b), period(a))).toBe(shared);
});

describe('days', () => {
  test.each([
    ['2027-01-01', '2026-12-31'],
    ['2028-03-01', '2028-02-29'],
    ['2027-03-01', '2027-02-28'],
  ])('the day before %s is %s', (day, before) => {
    expect(dayBefore(day)).toBe(before);
    expect(nextDay(before)).toBe(day);
  });

  test('what is no day is a bug', () => {
    expect(() => dayBefore('i morgon')).toThrow('Bug');
  });
});
