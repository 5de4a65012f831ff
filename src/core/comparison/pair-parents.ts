import { type ComparedNode, kindsUnder } from './compared-node.ts';
import type { Likeness, Side } from './likeness.ts';
import type { Pairing } from './pairing.ts';

/** Share of what stands under two headings that must be the same for the headings to be taken for the same. */
const ENOUGH_PARTS = 0.5;
const SURE_TITLE = 0.5;

/** Pairs areas, and sections, of which most parts are the same, whatever they are called now. */
export function pairParents(pairing: Pairing, likeness: Likeness): void {
  for (const after of pairing.free('after')) {
    if (kindsUnder(after.block.kind).length === 0) continue;
    const votes = votesFor(pairing, after);
    const [best] = [...votes].sort(([one, a], [other, b]) => b - a || one.index - other.index);
    if (best === undefined) continue;
    const [before, count] = best;
    const [ours, theirs] = [partsOf(pairing, after, 'after'), partsOf(pairing, before, 'before')];
    if (count < ENOUGH_PARTS * Math.min(ours, theirs)) continue;
    const title = likeness.like(likeness.bagOf(before, 'before'), likeness.bagOf(after, 'after'));
    const sure = count >= ENOUGH_PARTS * Math.max(ours, theirs) || title >= SURE_TITLE;
    pairing.pair(before, after, 'parts', !sure);
  }
}

/** The free parents of the earlier plan from which parts of this one come, with how many. */
function votesFor(pairing: Pairing, after: ComparedNode): Map<ComparedNode, number> {
  const votes = new Map<ComparedNode, number>();
  for (const kind of kindsUnder(after.block.kind))
    for (const child of pairing.trees.after.children(after, kind)) {
      const parent = pairing.partner(child, 'after')?.parent ?? null;
      if (parent === null || parent.block.kind !== after.block.kind) continue;
      if (pairing.partner(parent, 'before') === null) votes.set(parent, (votes.get(parent) ?? 0) + 1);
    }
  return votes;
}

function partsOf(pairing: Pairing, node: ComparedNode, side: Side): number {
  return kindsUnder(node.block.kind).reduce((sum, kind) => sum + pairing.trees[side].children(node, kind).length, 0);
}
