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
  const nodesWith = new Map<number, ComparedNode[]>();
  for (const node of nodes)
    for (const word of new Set(likeness.bagOf(node, side))) {
      const list = nodesWith.get(word);
      if (list) list.push(node);
      else nodesWith.set(word, [node]);
    }
  return (bag, most) => {
    const rarestFirst = [...new Set(bag)].sort((a, b) => likeness.blocksWith(a) - likeness.blocksWith(b) || a - b);
    const found = new Map<ComparedNode, number>();
    let lookups = 0;
    for (const word of rarestFirst) {
      const list = nodesWith.get(word) ?? [];
      if (list.length > MOST_BLOCKS) continue;
      lookups += list.length;
      if (lookups > MOST_LOOKUPS) break;
      for (const node of list) found.set(node, (found.get(node) ?? 0) + likeness.weight(word));
    }
    return [...found]
      .sort(([one, a], [other, b]) => b - a || one.index - other.index)
      .slice(0, most)
      .map(([node]) => node);
  };
}
