import { expect, test } from 'vitest';
import { judgeTimeliness, type TimelinessFacts } from './timeliness.ts';

const base: TimelinessFacts = {
  lastReportedOn: null,
  lastStatus: null,
  dueYear: null,
  today: '2026-05-01',
  reportDueMonthDay: '04-30',
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
