import { type BlockKind, seriesOf } from '../plan/block.ts';
import type { ComparedNode } from './compared-node.ts';
import type { Joins } from './find-joins.ts';
import type { Likeness, Side } from './likeness.ts';
import { nearestTexts } from './nearest-texts.ts';
import type { Pairing } from './pairing.ts';

/** Two blocks that may be the same: how like their texts are, and the same with what speaks for it beside the text. */
export interface Edge {
  readonly before: ComparedNode;
  readonly after: ComparedNode;
  readonly like: number;
  readonly rank: number;
}

/** Texts looked at for each block. */
const MOST_CANDIDATES = 12;
const SAME_LABEL = 0.12;
const SAME_PARENT = 0.08;
const NEXT_TO = 0.05;
const SAME_FIELDS = 0.05;

/** How like two blocks must be, 0–1, and how much worse a pair may be than the best that either of the two could have had. */
export interface Asked {
  readonly least: number;
  readonly behind: number;
}

/**
 * Pairs free blocks of the same kind whose texts are alike, the likest first; a number and a place that are the same count a
 * little too. Gives every edge that was weighed, so that doubt can be told afterwards.
 */
export function pairAlike(pairing: Pairing, likeness: Likeness, joins: Joins, asked: Asked): Edge[] {
  const edges = weighEdges(pairing, likeness, joins).filter(({ like }) => like >= asked.least);
  edges.sort((a, b) => b.rank - a.rank || a.after.index - b.after.index || a.before.index - b.before.index);
  const best = bestRanks(edges);
  for (const { before, after, rank } of edges)
    if (rank >= Math.max(best.before.get(before) ?? 0, best.after.get(after) ?? 0) - asked.behind)
      pairing.pair(before, after, 'likeness');
  return edges;
}

/** The best rank that each block has with any other; the edges come best first. */
function bestRanks(edges: readonly Edge[]): Record<Side, Map<ComparedNode, number>> {
  const best = { before: new Map<ComparedNode, number>(), after: new Map<ComparedNode, number>() };
  for (const { before, after, rank } of edges) {
    if (!best.before.has(before)) best.before.set(before, rank);
    if (!best.after.has(after)) best.after.set(after, rank);
  }
  return best;
}

function weighEdges(pairing: Pairing, likeness: Likeness, joins: Joins): Edge[] {
  const isFree = (side: Side) => (node: ComparedNode) =>
    pairing.partner(node, side) === null && joins.of(node, side) === null;
  const befores = byKind(pairing.free('before').filter(isFree('before')));
  const edges: Edge[] = [];
  for (const [kind, afters] of byKind(pairing.free('after').filter(isFree('after')))) {
    const olds = befores.get(kind) ?? [];
    const nearest = nearestTexts(olds, 'before', likeness);
    const byLabel = new Map(olds.filter(({ label }) => label !== '').map((node) => [node.label, node]));
    for (const after of afters) {
      const candidates = new Set(nearest(likeness.bagOf(after, 'after'), MOST_CANDIDATES));
      for (const near of [byLabel.get(after.label), ...neighbours(pairing, after)])
        if (near !== undefined && seriesOf(near.block.kind) === kind && isFree('before')(near)) candidates.add(near);
      for (const before of candidates) edges.push(weigh(pairing, likeness, before, after));
    }
  }
  return edges;
}

function byKind(nodes: readonly ComparedNode[]): Map<BlockKind, ComparedNode[]> {
  const groups = new Map<BlockKind, ComparedNode[]>();
  for (const node of nodes) {
    const kind = seriesOf(node.block.kind);
    const group = groups.get(kind);
    if (group) group.push(node);
    else groups.set(kind, [node]);
  }
  return groups;
}

/** The blocks of the earlier plan that stood beside the partners of a block's neighbours. */
function neighbours(pairing: Pairing, after: ComparedNode): (ComparedNode | undefined)[] {
  const beside = (step: 1 | -1) => {
    const sibling = pairing.trees.after.children(after.parent, after.block.kind)[after.place + step];
    const partner = sibling && pairing.partner(sibling, 'after');
    if (!partner) return undefined;
    return pairing.trees.before.children(partner.parent, partner.block.kind)[partner.place - step];
  };
  return [beside(-1), beside(1)];
}

/** Weighs two blocks against each other. */
export function weigh(pairing: Pairing, likeness: Likeness, before: ComparedNode, after: ComparedNode): Edge {
  const like = likeness.like(likeness.bagOf(before, 'before'), likeness.bagOf(after, 'after'));
  const { coordinator, coResponsible } = after.fields;
  const sameFields =
    coordinator !== '' && coordinator === before.fields.coordinator && coResponsible === before.fields.coResponsible;
  const rank =
    like +
    (hasSameLabel(before, after) ? SAME_LABEL : 0) +
    (pairing.haveSameParent(before, after) ? SAME_PARENT : 0) +
    (neighbours(pairing, after).includes(before) ? NEXT_TO : 0) +
    (sameFields ? SAME_FIELDS : 0);
  return { before, after, like, rank };
}

export function hasSameLabel(before: ComparedNode, after: ComparedNode): boolean {
  return after.label !== '' && before.label === after.label;
}
