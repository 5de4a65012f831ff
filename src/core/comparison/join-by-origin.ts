import type { ComparedNode } from './compared-node.ts';
import type { Joins } from './find-joins.ts';
import type { Pairing } from './pairing.ts';

/** Tells the joins that the blocks themselves know of: what was merged into a block, and what it was split off from. */
export function joinByOrigin(pairing: Pairing, joins: Joins): void {
  const olds = new Map(pairing.trees.before.nodes.map((node) => [node.block.id, node]));
  const news = new Map(pairing.trees.after.nodes.map((node) => [node.block.id, node]));
  for (const after of pairing.trees.after.nodes) {
    const { origin } = after.block;
    if (origin === undefined) continue;
    if ('mergedFrom' in origin)
      putMerged(
        pairing,
        joins,
        after,
        origin.mergedFrom.map((id) => olds.get(id)),
      );
    else if (pairing.partner(after, 'after') === null) putSplit(pairing, joins, after, firstSource(after, olds, news));
  }
}

function putMerged(
  pairing: Pairing,
  joins: Joins,
  whole: ComparedNode,
  sources: readonly (ComparedNode | undefined)[],
) {
  const gone = sources.filter((node) => node !== undefined && pairing.partner(node, 'before') === null);
  const partner = pairing.partner(whole, 'after');
  const pieces = [partner, ...gone].filter((node) => node !== null && node !== undefined);
  if (partner === null || pieces.length < 2) return;
  joins.put({ relation: 'merged', whole, pieces: inOrder(pieces), uncertain: false });
}

function putSplit(pairing: Pairing, joins: Joins, piece: ComparedNode, whole: ComparedNode | null) {
  const partner = whole && pairing.partner(whole, 'before');
  if (!whole || !partner || joins.of(partner, 'after')?.relation === 'merged') return;
  const before = joins.of(whole, 'before')?.pieces ?? [partner];
  joins.put({ relation: 'split', whole, pieces: inOrder([...before, piece]), uncertain: false });
}

/** The block of the earlier plan that a block was split off from, if need be by way of blocks that came in between. */
function firstSource(
  after: ComparedNode,
  olds: ReadonlyMap<string, ComparedNode>,
  news: ReadonlyMap<string, ComparedNode>,
): ComparedNode | null {
  const passed = new Set<string>();
  for (let at: ComparedNode | undefined = after; at !== undefined && !passed.has(at.block.id); ) {
    passed.add(at.block.id);
    const { origin } = at.block;
    if (origin === undefined || !('splitFrom' in origin)) return null;
    const source = olds.get(origin.splitFrom);
    if (source !== undefined) return source;
    at = news.get(origin.splitFrom);
  }
  return null;
}

function inOrder(nodes: readonly ComparedNode[]): ComparedNode[] {
  return [...nodes].sort((a, b) => a.index - b.index);
}
