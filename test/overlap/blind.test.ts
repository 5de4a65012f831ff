import { expect, test } from 'vitest';
import { swedishSynonyms } from '../../src/core/overlap/synonyms.sv.ts';
import { blindParaphrases } from './blind-paraphrases.ts';
import { indexMeasures, placeOf, plant } from './find-paraphrases.ts';
import { madeUpMeasures } from './made-up-measures.ts';

const index = indexMeasures(plant(madeUpMeasures(9000), blindParaphrases), swedishSynonyms);
const places = blindParaphrases.map((_, at) => placeOf(index, `original-${at}`, `rewritten-${at}`));

test('of 30 mostly far rewritings, blind before the list of synonyms was widened but known to whoever widened it, half are among the first three of 9,000', () => {
  expect(places).toHaveLength(30);
  expect(places.filter((place) => place <= 3).length).toBeGreaterThanOrEqual(15);
});
