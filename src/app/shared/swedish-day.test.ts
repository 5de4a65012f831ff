import { expect, test } from 'vitest';
import { startOfSwedishDay } from './swedish-day.ts';

test.each([
  ['winter', '2026-01-15', 0, '2026-01-14T23:00:00.000Z'],
  ['summer', '2026-07-15', 0, '2026-07-14T22:00:00.000Z'],
  ['the day after', '2026-07-15', 1, '2026-07-15T22:00:00.000Z'],
  ['the last day of the year', '2026-12-31', 1, '2026-12-31T23:00:00.000Z'],
  ['the day on which summer time begins', '2026-03-29', 0, '2026-03-28T23:00:00.000Z'],
  ['the day after that', '2026-03-29', 1, '2026-03-29T22:00:00.000Z'],
  ['the day on which summer time ends', '2026-10-25', 0, '2026-10-24T22:00:00.000Z'],
  ['the day after that one', '2026-10-25', 1, '2026-10-25T23:00:00.000Z'],
])('%s', (_name, day, days, expected) => {
  expect(startOfSwedishDay(day, days).toISOString()).toBe(expected);
});
