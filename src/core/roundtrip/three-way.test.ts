import { expect, test } from 'vitest';
import { mergeTexts } from './three-way.ts';

const base = 'Nämnden ska utbilda personalen varje år och följa upp.';

test.each<[string, string, string, string | null]>([
  ['one changed only', base, base.replace('varje', 'vartannat'), base.replace('varje', 'vartannat')],
  [
    'apart',
    base.replace('Nämnden', 'Bolaget'),
    base.replace('följa upp', 'redovisa'),
    'Bolaget ska utbilda personalen varje år och redovisa.',
  ],
  [
    'the same in both',
    base.replace('varje', 'vartannat'),
    base.replace('varje', 'vartannat'),
    base.replace('varje', 'vartannat'),
  ],
  [
    'the same, and one more',
    base.replace('varje', 'vartannat'),
    base.replace('varje', 'vartannat').replace('Nämnden', 'Bolaget'),
    'Bolaget ska utbilda personalen vartannat år och följa upp.',
  ],
  ['the same words', base.replace('varje', 'vartannat'), base.replace('varje', 'var tredje'), null],
  ['struck here and changed there', base.replace(' varje år', ''), base.replace('år', 'vår'), null],
  ['put in at the same place', base.replace('år', 'år här'), base.replace('år', 'år där'), null],
  ['at both ends', `Först. ${base}`, `${base} Sist.`, `Först. ${base} Sist.`],
])('%s', (_name, one, other, merged) => {
  expect(mergeTexts(base, one, other)).toBe(merged);
  expect(mergeTexts(base, other, one)).toBe(merged);
});
