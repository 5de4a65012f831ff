import { expect, test } from 'vitest';
import { readRoles, rolesText, sameFields } from './roles-text.ts';

const words = { coordinator: 'Samordnare', coResponsible: 'Delansvariga', dueYear: 'Klart år' };
const measureId = 'm';

test('roles are written as three lines, with a dash for what is not stated', () => {
  const roles = [
    { measureId, label: 'MN', role: 'co-responsible', position: 2 },
    { measureId, label: 'KS', role: 'coordinator', position: 0 },
    { measureId, label: 'TN', role: 'co-responsible', position: 1 },
  ] as const;
  expect(rolesText(roles, 2027, words)).toBe('Samordnare: KS\nDelansvariga: TN; MN\nKlart år: 2027');
  expect(rolesText([], null, words)).toBe('Samordnare: –\nDelansvariga: –\nKlart år: –');
});

const nothing = { coordinator: null, coResponsible: [], dueYear: null };

test.each([
  ['Samordnare: –\nDelansvariga: -\nKlart år:', nothing],
  [
    'Samordnare: KS\nDelansvariga: TN;MN ; \nKlart år: 2027',
    { coordinator: 'KS', coResponsible: ['TN', 'MN'], dueYear: 2027 },
  ],
  ['samordnare : KS\n\nKlart\u00A0år: 2027\nDelansvariga:', { coordinator: 'KS', coResponsible: [], dueYear: 2027 }],
  ['Samordnare: KS\nDelansvariga: TN', null],
  ['Samordnare: KS\nSamordnare: TN\nDelansvariga: –\nKlart år: –', null],
  ['Samordnare: KS\nDelansvariga: –\nKlart år: 27', null],
  ['Samordnare: KS\nDelansvariga: –\nKlart år: –\nMer text', null],
  ['', null],
])('%j is read as %j', (text, fields) => {
  expect(readRoles(text, words)).toEqual(fields);
});

test.each<[string, string[], string, string[], boolean]>([
  ['KS', ['TN', 'MN'], 'KS', ['MN', 'TN'], true],
  ['KS', ['TN', 'TN', 'KS'], 'KS', ['TN'], true],
  ['KS', ['TN'], 'TN', ['KS'], false],
  ['KS', ['TN'], 'KS', ['TN', 'MN'], false],
])('%s with %j and %s with %j are the same: %s', (one, others, other, more, same) => {
  const fields = (coordinator: string, coResponsible: readonly string[]) => ({
    coordinator,
    coResponsible,
    dueYear: null,
  });
  expect(sameFields(fields(one, others), fields(other, more))).toBe(same);
});
