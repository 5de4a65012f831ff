import { describe, expect, test } from 'vitest';
import { swedishSynonyms } from '../../src/core/overlap/synonyms.sv.ts';
import { indexMeasures, placeOf, plant } from './find-paraphrases.ts';
import { heldOutParaphrases } from './held-out-paraphrases.ts';
import { madeUpMeasures } from './made-up-measures.ts';
import { nearParaphrases } from './near-paraphrases.ts';
import { paraphrases } from './paraphrases.ts';

const MEASURES = 9000;
const made = madeUpMeasures(MEASURES);
const far = [...paraphrases, ...heldOutParaphrases];
const near = nearParaphrases.map(([place, text]) => ({ planId: 'near', id: `near-${place}`, text }));
const index = indexMeasures([...plant(made, far), ...near], swedishSynonyms);

const placesOfFar = far.map((_, at) => placeOf(index, `original-${at}`, `rewritten-${at}`));
const placesOfNear = nearParaphrases.map(([place]) => placeOf(index, `m-${place}`, `near-${place}`));

/** How many originals are among the first three. */
function found(places: readonly number[]): { found: number; of: number } {
  return { found: places.filter((place) => place <= 3).length, of: places.length };
}

describe(`${MEASURES} made-up measures with rewritings by hand`, () => {
  test('of measures on their own subjects, at least four in five are found among the first three', () => {
    const all = found(placesOfFar.slice(0, paraphrases.length));
    expect(all.of).toBeGreaterThanOrEqual(50);
    expect(all.found / all.of).toBeGreaterThanOrEqual(0.8);
  });

  test('of those that were written when the rules were done, but have been looked at since, as many', () => {
    const heldOut = found(placesOfFar.slice(paraphrases.length));
    expect(heldOut.found / heldOut.of).toBeGreaterThanOrEqual(0.8);
  });

  test('of measures with dozens of near-misses, as many, and of the half that no rule was made from', () => {
    const all = found(placesOfNear);
    const half = found(placesOfNear.filter((_, at) => at % 2 === 1));
    expect(all.found / all.of).toBeGreaterThanOrEqual(0.8);
    expect(half.found / half.of).toBeGreaterThanOrEqual(0.8);
  });
});
