import { expect, test } from 'vitest';
import { defaultHouse } from './house.ts';
import { housePresets } from './house-presets.ts';
import { noNumbers, numberedKinds, templateFault } from './numbering.ts';
import { exampleOf, templateOf } from './numbering-example.ts';

test.each([
  ['measure', '2.3', '{area}.{n}'],
  ['measure', '2:3', '{area}:{n}'],
  ['measure', '× 2.3', '{mark} {area}.{n}'],
  ['measure', 'K 2.3', 'K {area}.{n}'],
  ['measure', 'A21.2.2.3', 'A21.2.{area}.{n}'],
  ['measure', '×.3', '{mark}.{n}'],
  ['measure', '14', '{all}'],
  ['measure', 'Å14', 'Å{all}'],
  ['measure', '3', '{n}'],
  ['measure', '2C', '{area}{A}'],
  ['area', '2', '{n}'],
  ['area', 'B', '{A}'],
  ['area', '×', '{mark}'],
  ['area', 'Mål 2', 'Mål {n}'],
  ['objective', '', null],
] as const)('for a %s, "%s" means %s, and is written so again', (kind, example, template) => {
  expect(templateOf(` ${example} `, kind)).toBe(template);
  expect(exampleOf({ ...noNumbers, [kind]: template }, kind)).toBe(example);
});

test.each([
  ['measure', '2.'],
  ['measure', 'nummer'],
  ['measure', '×'],
  ['area', '7'],
  ['measure', `${'1.'.repeat(20)}2.3`],
] as const)('for a %s, "%s" is not understood', (kind, example) => {
  expect(templateOf(example, kind)).toBeUndefined();
});

test('a letter for the area comes back in the number of what stands in it', () => {
  expect(exampleOf({ ...noNumbers, area: '{A}', measure: '{area}{n}' }, 'measure')).toBe('B3');
  expect(templateOf('B3', 'measure')).toBe('{area}{n}');
});

test('every preset can be used as it is, and gives each state and level a word', () => {
  expect(housePresets.length).toBeGreaterThan(1);
  for (const { words, house, reportDueDays } of [
    ...housePresets,
    { words: {}, house: defaultHouse, reportDueDays: ['01-31'] },
  ]) {
    for (const text of [...Object.values(words), ...Object.values(house.statuses)]) expect(text).not.toBe('');
    for (const kind of numberedKinds) {
      const template = house.numbering[kind];
      if (template !== null) expect(templateFault(kind, template)).toBeNull();
    }
    expect([...reportDueDays].sort()).toEqual(reportDueDays);
  }
});
