import { expect, test } from 'vitest';
import {
  daysBetween,
  isReportAwaited,
  judgeTimeliness,
  lastDueDate,
  nextDueDate,
  type TimelinessFacts,
} from './timeliness.ts';

const base: TimelinessFacts = {
  lastReportedOn: null,
  lastStatus: null,
  dueYear: null,
  today: '2026-05-01',
  reportDueDays: ['04-30'],
  adoptedOn: '2025-12-01',
};

test.each<[string, Partial<TimelinessFacts>, { everReported: boolean; late: boolean }]>([
  ['never reported, due date passed', {}, { everReported: false, late: true }],
  ['never reported, on the due date', { today: '2026-04-30' }, { everReported: false, late: false }],
  ['never reported, adopted after the due date', { adoptedOn: '2026-05-01' }, { everReported: false, late: false }],
  ['a draft', { adoptedOn: null }, { everReported: false, late: false }],
  [
    'reported this round',
    { lastReportedOn: '2026-04-29', lastStatus: 'in-progress' },
    { everReported: true, late: false },
  ],
  [
    'reported in the round before',
    { lastReportedOn: '2025-04-30', lastStatus: 'in-progress' },
    { everReported: true, late: true },
  ],
  ['done long ago', { lastReportedOn: '2024-01-01', lastStatus: 'done' }, { everReported: true, late: false }],
  ['stopped', { lastReportedOn: '2024-01-01', lastStatus: 'stopped' }, { everReported: true, late: false }],
  [
    'year over, reported but not done',
    { dueYear: 2025, today: '2026-01-01', lastReportedOn: '2025-12-31', lastStatus: 'in-progress' },
    { everReported: true, late: true },
  ],
  [
    'last day of its year',
    { dueYear: 2025, today: '2025-12-31', lastReportedOn: '2025-12-01', lastStatus: 'not-started' },
    { everReported: true, late: false },
  ],
])('%s', (_name, facts, expected) => {
  expect(judgeTimeliness({ ...base, ...facts })).toEqual(expected);
});

test.each([
  ['2026-04-29', '04-30', '2026-04-30', 1],
  ['2026-04-30', '04-30', '2026-04-30', 0],
  ['2026-05-01', '04-30', '2027-04-30', 364],
  ['2026-12-31', '01-31', '2027-01-31', 31],
  ['2026-03-20', '03-31', '2026-03-31', 11],
  ['2026-02-01', '02-29', '2026-02-28', 27],
  ['2028-02-01', '02-29', '2028-02-29', 28],
  ['2026-03-01', '02-29', '2027-02-28', 364],
])('On %s, with reports due by %s, the next due date is %s, %i days ahead', (today, monthDay, due, days) => {
  expect(nextDueDate(today, [monthDay])).toBe(due);
  expect(daysBetween(today, due)).toBe(days);
});

test.each<[string, Partial<TimelinessFacts>, boolean]>([
  ['never reported', {}, true],
  ['a draft', { adoptedOn: null }, false],
  ['reported since the due date before', { lastReportedOn: '2026-05-01', lastStatus: 'in-progress' }, false],
  ['reported on the due date before', { lastReportedOn: '2026-04-30', lastStatus: 'in-progress' }, true],
  ['done long ago', { lastReportedOn: '2024-01-01', lastStatus: 'done' }, false],
  ['stopped long ago', { lastReportedOn: '2024-01-01', lastStatus: 'stopped' }, false],
])('A report is awaited for the coming due date: %s', (_name, facts, expected) => {
  expect(isReportAwaited({ ...base, ...facts })).toBe(expected);
});

test.each([
  ['2026-03-31', '2026-03-31', '2025-12-31'],
  ['2026-04-01', '2026-08-31', '2026-03-31'],
  ['2026-12-31', '2026-12-31', '2026-08-31'],
  ['2027-01-01', '2027-03-31', '2026-12-31'],
])('with three reports a year, on %s the next is due %s and the last was %s', (today, next, last) => {
  const days = ['03-31', '08-31', '12-31'];
  expect([nextDueDate(today, days), lastDueDate(today, days)]).toEqual([next, last]);
});

test.each([
  ['reported for the round before only', '2026-03-30', true],
  ['reported the day after the round before', '2026-04-01', false],
])('with three reports a year: %s', (_what, lastReportedOn, late) => {
  const reportDueDays = ['03-31', '08-31', '12-31'];
  const facts = { ...base, lastReportedOn, lastStatus: 'in-progress' as const, today: '2026-09-01', reportDueDays };
  expect(judgeTimeliness(facts).late).toBe(late);
});
