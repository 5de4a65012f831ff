import type { ComparedNode } from './compared-node.ts';
import type { Likeness, Side, WordBag } from './likeness.ts';

/** A word that stands in more blocks than this tells nothing of which block is meant. */
const MOST_BLOCKS = 64;
/** Most places looked up for one text, so that the time grows with the number of texts and no faster. */
const MOST_LOOKUPS = 512;

/**
 * Finds the texts among `nodes` that share the most telling words with a text, heaviest first. Each search costs at most a
 * fixed number of steps however many nodes there are; texts of common words alone can be missed.
 */
export function nearestTexts(
  nodes: readonly ComparedNode[],
  side: Side,
  likeness: Likeness,
): (bag: WordBag, most: number) => ComparedNode[] {
  const placesWith = placesByWord(nodes, side, likeness);
  const scores = new Float64Array(nodes.length);
  return (bag, most) => {
    const found: number[] = [];
    let lookups = 0;
    for (const word of rarestFirst(bag, likeness)) {
      const places = placesWith.get(word) ?? [];
      if (places.length > MOST_BLOCKS) continue;
      lookups += places.length;
      if (lookups > MOST_LOOKUPS) break;
      for (const place of places) {
        if (scores[place] === 0) found.push(place);
        scores[place] = (scores[place] ?? 0) + likeness.weight(word);
      }
    }
    const best = heaviest(found, scores, most);
    for (const place of found) scores[place] = 0;
    return best.flatMap((place) => nodes[place] ?? []);
  };
}

function placesByWord(nodes: readonly ComparedNode[], side: Side, likeness: Likeness): ReadonlyMap<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, node] of nodes.entries()) {
    const bag = likeness.bagOf(node, side);
    for (const [index, word] of bag.entries()) {
      if (word === bag[index - 1]) continue;
      const list = places.get(word);
      if (list) list.push(place);
      else places.set(word, [place]);
    }
  }
  return places;
}

const WORDS_AT_MOST = 2 ** 31;

/** The words of a bag, each once, those of the fewest blocks first. */
function rarestFirst(bag: WordBag, likeness: Likeness): readonly number[] {
  const words = bag.filter((word, index) => word !== bag[index - 1]);
  const keys = Float64Array.from(words, (word) => likeness.blocksWith(word) * WORDS_AT_MOST + word).sort();
  return Array.from(keys, (key) => key % WORDS_AT_MOST);
}

/** The heaviest few of many places, heaviest first; of those that weigh the same the earliest. */
function heaviest(found: readonly number[], scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  const isBefore = (one: number, other: number) => {
    const difference = (scores[other] ?? 0) - (scores[one] ?? 0);
    return difference < 0 || (difference === 0 && one < other);
  };
  for (const place of found) {
    const last = best.at(-1);
    if (best.length === most && last !== undefined && !isBefore(place, last)) continue;
    let at = best.length;
    while (at > 0 && isBefore(place, best[at - 1] ?? 0)) at -= 1;
    best.splice(at, 0, place);
    if (best.length > most) best.pop();
  }
  return best;
}
