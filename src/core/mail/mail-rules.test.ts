import { expect, test } from 'vitest';
import { daysToNextOpenDay, isQuiet, type QuietHours, usualQuietHours } from './quiet-hours.ts';
import { reminderStep } from './reminder-step.ts';
import { retryDelayMs } from './retry.ts';

const noNight: QuietHours = { nightFrom: null, nightUntil: null, weekends: true };
const lunch: QuietHours = { nightFrom: '12:00', nightUntil: '13:00', weekends: false };
const never: QuietHours = { nightFrom: '07:00', nightUntil: '07:00', weekends: false };

test.each([
  ['Thursday 17.59', '2026-01-15T16:59:59Z', usualQuietHours, false],
  ['Thursday 18.00', '2026-01-15T17:00:00Z', usualQuietHours, true],
  ['midnight', '2026-01-15T23:00:00Z', usualQuietHours, true],
  ['Friday 06.59', '2026-01-16T05:59:59Z', usualQuietHours, true],
  ['Friday 07.00', '2026-01-16T06:00:00Z', usualQuietHours, false],
  ['Saturday at noon', '2026-01-17T11:00:00Z', usualQuietHours, true],
  ['Sunday at noon', '2026-01-18T11:00:00Z', usualQuietHours, true],
  ['Monday 07.00', '2026-01-19T06:00:00Z', usualQuietHours, false],
  ['07.00 in summer', '2026-07-15T05:00:00Z', usualQuietHours, false],
  ['06.59 in summer', '2026-07-15T04:59:00Z', usualQuietHours, true],
  ['the morning when the clock has gone forward, a Sunday', '2026-03-29T05:30:00Z', usualQuietHours, true],
  ['the first Monday of summer time, 07.00', '2026-03-30T05:00:00Z', usualQuietHours, false],
  ['a night without such hours', '2026-01-15T23:00:00Z', noNight, false],
  ['Saturday without nights', '2026-01-17T11:00:00Z', noNight, true],
  ['within hours of the same day', '2026-01-17T11:30:00Z', lunch, true],
  ['after hours of the same day', '2026-01-17T12:00:00Z', lunch, false],
  ['a night that ends when it begins', '2026-01-17T06:00:00Z', never, false],
])('%s is quiet: %s', (_when, now, quiet, expected) => {
  expect(isQuiet(new Date(now), quiet)).toBe(expected);
});

test.each([
  ['Thursday', '2026-01-15T08:00:00Z', 1],
  ['Friday', '2026-01-16T08:00:00Z', 3],
  ['Saturday', '2026-01-17T08:00:00Z', 2],
  ['Sunday', '2026-01-18T08:00:00Z', 1],
])('From %s it is %i days to the next day on which letters leave', (_day, now, days) => {
  expect(daysToNextOpenDay(new Date(now), usualQuietHours)).toBe(days);
  expect(daysToNextOpenDay(new Date(now), lunch)).toBe(1);
});

test.each([
  [15, 1, null],
  [14, 1, 14],
  [8, 1, 14],
  [7, 1, 7],
  [2, 1, 7],
  [1, 1, 1],
  [0, 1, 1],
  [-1, 1, null],
  // Fridays: what falls on the weekend goes today, what falls on Monday is for Monday.
  [17, 3, null],
  [16, 3, 14],
  [4, 3, 7],
  [3, 3, 1],
  [2, 3, 1],
])('With %i days left and the next open day in %i the reminder is %s', (daysLeft, nextOpen, step) => {
  expect(reminderStep(daysLeft, nextOpen)).toBe(step);
});

test.each([
  [1, 0, 60_000],
  [1, 1, 30_000],
  [2, 0, 4 * 60_000],
  [3, 0.5, 12 * 60_000],
  [4, 0, 64 * 60_000],
  [5, 0, 240 * 60_000],
  [500, 0, 240 * 60_000],
  [500, 1, 120 * 60_000],
])('After %i attempts and the chance %f the wait is %i ms', (attempts, chance, wait) => {
  expect(retryDelayMs(attempts, chance)).toBe(wait);
});
