import { expect, test } from 'vitest';
import { keepTime, readTime, saysMore, writtenTime } from './measure-time.ts';

test.each([
  ['2026', 'year', 2026, 2026],
  ['Hösten 2026', 'year', 2026, 2026],
  ['kvartal 3 2026', 'year', 2026, 2026],
  ['2025–2026', 'interval', 2025, 2026],
  ['2025-26', 'interval', 2025, 2026],
  ['från 2025 till 2027', 'interval', 2025, 2027],
  ['senast 2024', 'latest', null, 2024],
  ['Klart 2024-06-30', 'latest', null, 2024],
  ['Löpande', 'ongoing', null, null],
  ['Löpande 2025–2027', 'ongoing', 2025, 2027],
  ['årligen i samband med budgeten', 'yearly', null, null],
  ['Varje år från 2026', 'yearly', 2026, 2026],
  ['Under planperioden', 'plan-period', null, null],
  ['Hela  perioden', 'plan-period', null, null],
] as const)('"%s" is %s, %s to %s', (text, kind, from, to) => {
  expect(readTime(text)).toEqual({ kind, from, to, text: text.replace(/\s+/g, ' ') });
});

test.each(['', '–', 'saknas', 'Kommunstyrelsen', 'klart', 'fortlöpandet', '3 st'])('"%s" says no time', (text) => {
  expect(readTime(text)).toBeNull();
});

test('what a person writes is kept also where it is not understood', () => {
  expect(keepTime(' när lokalen är klar ')).toEqual({
    kind: 'other',
    from: null,
    to: null,
    text: 'när lokalen är klar',
  });
  expect(keepTime('  ')).toBeNull();
  expect(keepTime('senast 2027')?.to).toBe(2027);
});

test('a year alone says no more than the year of completion', () => {
  expect([readTime('2026'), readTime('år 2026')].map((time) => time && saysMore(time))).toEqual([false, true]);
  expect(writtenTime({ dueYear: 2026 })).toBe('2026');
  expect(writtenTime({ dueYear: 2026, time: readTime('senast 2026') })).toBe('senast 2026');
  expect(writtenTime({ dueYear: null })).toBeNull();
});
