import { expect, test } from 'vitest';
import { makeSlug } from './slug.ts';

test.each([
  ['Handlingsplan för full delaktighet 2027–2030', [], 'handlingsplan-for-full-delaktighet-2027-2030'],
  ['Åtgärder – Ä och Ö', [], 'atgarder-a-och-o'],
  ['A\u030Atga\u0308rder', [], 'atgarder'],
  ['', [], 'plan'],
  ['«…»', [], 'plan'],
  ['Plan', ['plan'], 'plan-2'],
  ['Plan', ['plan', 'plan-2'], 'plan-3'],
  ['../../etc/passwd', [], 'etc-passwd'],
  [
    'Ett mycket långt namn på en handlingsplan som inte ryms i en adress som människor ska läsa',
    [],
    'ett-mycket-langt-namn-pa-en-handlingsplan-som-inte-ryms-i-en',
  ],
])('«%s» beside %j', (title, taken, slug) => {
  expect(makeSlug(title, new Set(taken))).toBe(slug);
});

test('a single endless word is cut', () => {
  expect(makeSlug('x'.repeat(500), new Set())).toHaveLength(60);
});
