import { expect, test } from 'vitest';
import { pseudonymOf, pseudonymsFor, type RemovalFacts, removedName, whyNotRemove } from './remove-person.ts';
import { canChoose, daysKept, dueOn, fixedDays, keptSince, retentionClasses, retentionRules } from './retention.ts';

test('only what is proposed has a choice, and the program’s own days are one of the choices', () => {
  for (const each of retentionClasses) {
    const { action, days, bounds } = retentionRules[each];
    expect([each, bounds !== null]).toEqual([each, action === 'proposed']);
    expect([each, days === null]).toEqual([each, action === 'kept']);
    if (action === 'proposed') expect([each, canChoose(each, days ?? -1)]).toEqual([each, true]);
  }
});

test.each([
  ['the program’s own', 'accounts', {}, 730],
  ['what was chosen', 'accounts', { accounts: 365 }, 365],
  ['never shorter than the bound', 'accounts', { accounts: 1 }, 30],
  ['never longer than the bound', 'letters', { letters: 99_999 }, 1825],
  ['no choice for what the program removes by itself', 'uploads', { uploads: 5 }, 30],
  ['for ever', 'trail', { trail: 5 }, null],
  ['another class’s choice does not count', 'accounts', { letters: 60 }, 730],
] as const)('days kept: %s', (_name, recordClass, own, expected) => {
  expect(daysKept(recordClass, own)).toBe(expected);
});

test.each([
  ['accounts', 30, true],
  ['accounts', 29, false],
  ['accounts', 3650, true],
  ['accounts', 3651, false],
  ['accounts', 30.5, false],
  ['trail', 30, false],
  ['uploads', 30, false],
] as const)('%s can be kept %d days: %s', (recordClass, days, expected) => {
  expect(canChoose(recordClass, days)).toBe(expected);
});

test.each([
  ['2026-05-15', 0, '2026-05-16'],
  ['2026-05-15', 30, '2026-06-15'],
  ['2024-02-28', 1, '2024-03-01'],
  ['2023-12-31', 365, '2024-12-31'],
  ['2026-03-28', 1, '2026-03-30'],
])('what ended %s and is kept %d days is due on %s, and not the day before', (ended, days, due) => {
  expect(dueOn(ended, days)).toBe(due);
  expect(keptSince(days, due) > ended).toBe(true);
  const before = new Date(Date.parse(`${due}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  expect(keptSince(days, before) > ended).toBe(false);
});

const facts: RemovalFacts = {
  isOneself: false,
  isRemoved: false,
  disabled: false,
  leftOn: '2024-05-14',
  daysKept: 730,
  today: '2026-05-15',
};

test.each<[string, Partial<RemovalFacts>, ReturnType<typeof whyNotRemove>]>([
  ['left long ago', {}, null],
  ['closed long ago', { disabled: true }, null],
  ['left one day too late', { leftOn: '2024-05-15' }, { kind: 'retention-time', from: '2026-05-16' }],
  ['active', { leftOn: null }, { kind: 'still-open' }],
  ['on the last day', { leftOn: '2026-05-15' }, { kind: 'still-open' }],
  ['about to leave', { leftOn: '2026-12-31' }, { kind: 'still-open' }],
  ['closed without a last day', { disabled: true, leftOn: null }, { kind: 'no-last-day' }],
  [
    'closed with a last day to come',
    { disabled: true, leftOn: '2026-12-31' },
    { kind: 'retention-time', from: '2028-12-31' },
  ],
  ['the one who asks', { isOneself: true }, { kind: 'is-oneself' }],
  ['gone already', { isRemoved: true, leftOn: null }, { kind: 'already-removed' }],
])('somebody who is %s', (_name, more, expected) => {
  expect(whyNotRemove({ ...facts, ...more })).toEqual(expected);
});

test('pseudonyms are four digits, and more where two would be alike', () => {
  const id = (end: string) => `0190a1b2-c3d4-7e5f-8a9b-${end.padStart(12, '0')}`;
  const ids = [id('aa1b2'), id('ba1b2'), id('c3d4'), id('aac3d4')];
  expect([...pseudonymsFor(ids, ['C3D4']).values()]).toEqual(['A1B2', 'BA1B2', '0C3D4', 'AC3D4']);
  expect(new Set(pseudonymsFor([...ids, ...ids.map((each) => each.replace('0190', '0191'))], []).values()).size).toBe(
    8,
  );
});

test.each([
  ['#A1B2', 'A1B2'],
  ['#0A1B2', '0A1B2'],
  ['A1B2', null],
  ['#a1b2', null],
  ['#A1B', null],
  ['#A1B2 Ek', null],
  ['Åsa Öberg', null],
])('the name %s stands for %s', (name, pseudonym) => {
  expect(pseudonymOf(name)).toBe(pseudonym);
  if (pseudonym !== null) expect(removedName(pseudonym)).toBe(name);
});

test('a pseudonym that no reader would know again is a bug', () => {
  expect(() => removedName('A1')).toThrow(/^Bug: /);
  expect(() => removedName('Samira')).toThrow(/^Bug: /);
});

test('only what is removed without asking has a time that nobody chooses', () => {
  expect(fixedDays('uploads')).toBe(30);
  expect(fixedDays('letter-content')).toBe(30);
  expect(() => fixedDays('letters')).toThrow(/^Bug: /);
  expect(() => fixedDays('trail')).toThrow(/^Bug: /);
});
