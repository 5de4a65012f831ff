import type { ComparedNode, ComparedTree } from './compared-node.ts';
import { findJoins, Joins } from './find-joins.ts';
import { joinByOrigin } from './join-by-origin.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { type Edge, hasSameLabel, pairAlike, weigh } from './pair-alike.ts';
import { pairById, pairEqual } from './pair-equal.ts';
import { pairParents } from './pair-parents.ts';
import { Pairing } from './pairing.ts';

/** Likeness at which two blocks are taken for the same before anything else is tried, and at the last. */
const STRONG = { least: 0.5, behind: 0.1 };
const WEAK = { least: 0.3, behind: 1 };
const STRONG_JOIN = 0.6;
const WEAK_JOIN = 0.4;

/** What would be lost by another pairing must be at least this much, or the pairing is uncertain. */
const SURE_GAIN = 0.12;
const SURE_BY_TEXT = 0.8;
const SURE_WITH_LABEL = 0.6;
const SURE_IN_PLACE = 0.55;
/** A text that is held in the other almost whole has been added to, or cut down; no other word has taken the place of its own. */
const HELD = 0.85;
const SURE_WHEN_HELD = 0.55;
/** Which blocks are the same, which have been joined or cut, and which of it is uncertain. */
export interface PairedBlocks {
  readonly pairing: Pairing;
  readonly joins: Joins;
}

/**
 * Finds the blocks of two plans that are the same: by lasting id, by equal text, by what stands under them, at last by likeness
 * of text with number and place beside it. Never refuses. Work and memory grow with the number of blocks, not with its square.
 */
export function pairBlocks(before: ComparedTree, after: ComparedTree): PairedBlocks {
  const pairing = new Pairing(before, after);
  const joins = new Joins();
  pairById(pairing);
  pairEqual(pairing);
  joinByOrigin(pairing, joins);
  if (isSettled(pairing)) return { pairing, joins };
  const likeness = likenessOf(before.nodes, after.nodes);
  pairParents(pairing, likeness);
  const edges = pairAlike(pairing, likeness, joins, STRONG);
  findJoins(pairing, likeness, joins, STRONG_JOIN);
  pairParents(pairing, likeness);
  edges.push(...pairAlike(pairing, likeness, joins, WEAK));
  findJoins(pairing, likeness, joins, WEAK_JOIN);
  tellDoubt(pairing, likeness, joins, edges);
  return { pairing, joins };
}

function isSettled(pairing: Pairing): boolean {
  return pairing.free('before').length === 0 && pairing.free('after').length === 0;
}

/** Marks what was paired by likeness and could have been otherwise. */
function tellDoubt(pairing: Pairing, likeness: Likeness, joins: Joins, edges: readonly Edge[]): void {
  const rivals = { before: new Map<ComparedNode, Edge[]>(), after: new Map<ComparedNode, Edge[]>() };
  for (const edge of edges)
    for (const side of ['before', 'after'] as const) {
      const list = rivals[side].get(edge[side]);
      if (list) list.push(edge);
      else rivals[side].set(edge[side], [edge]);
    }
  for (const after of pairing.trees.after.nodes) {
    const before = pairing.partner(after, 'after');
    if (before === null || pairing.by(after) !== 'likeness') continue;
    const edge = weigh(pairing, likeness, before, after);
    const others = [...(rivals.before.get(before) ?? []), ...(rivals.after.get(after) ?? [])];
    const isClear = () => others.every((other) => gainOver(pairing, likeness, edge, other) >= SURE_GAIN);
    const joined = [joins.of(before, 'before'), joins.of(after, 'after')].find((join) => join !== null);
    const sure = joined ? !joined.uncertain : isLikeEnough(pairing, likeness, edge) && isClear();
    pairing.setUncertain(after, !sure);
  }
}

/** Whether two blocks are alike enough to be sure of, unless another pairing is nearly as good. */
function isLikeEnough(pairing: Pairing, likeness: Likeness, { before, after, like }: Edge): boolean {
  if (like >= SURE_BY_TEXT) return true;
  const held = likeness.held(likeness.bagOf(before, 'before'), likeness.bagOf(after, 'after'));
  if (like >= SURE_WHEN_HELD && held >= HELD) return true;
  if (!hasSameLabel(before, after)) return false;
  return like >= (pairing.haveSameParent(before, after) ? SURE_IN_PLACE : SURE_WITH_LABEL);
}

/** How much better a pair is than another that shares a block with it, counting what the blocks left over would become. */
function gainOver(pairing: Pairing, likeness: Likeness, edge: Edge, other: Edge): number {
  if (other.before === edge.before && other.after === edge.after) return Number.POSITIVE_INFINITY;
  const rank = (one: ComparedNode | null, two: ComparedNode | null) =>
    one === null || two === null ? 0 : weigh(pairing, likeness, one, two).rank;
  const otherBefore = other.before === edge.before ? pairing.partner(other.after, 'after') : other.before;
  const otherAfter = other.after === edge.after ? pairing.partner(other.before, 'before') : other.after;
  const now = edge.rank + rank(otherBefore, otherAfter);
  const instead = rank(edge.before, otherAfter) + rank(otherBefore, edge.after);
  return now - instead;
}
