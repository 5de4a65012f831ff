import type { BlockKind } from '../plan/block.ts';
import { type ComparedNode, kindsUnder } from './compared-node.ts';
import { heaviestIncreasingRun } from './increasing-run.ts';
import type { Pairing } from './pairing.ts';

/** A block at its place in the comparison, before it is told what has happened to it. */
export interface OrderedRow {
  readonly before: ComparedNode | null;
  readonly after: ComparedNode | null;
  readonly stands: 'after' | 'before';
  /** Under another parent than before, or out of the order of its siblings. */
  readonly moved: boolean;
}

/**
 * The blocks of both plans in one order: that of the later, with what is gone from its place where it stood. A block counts as
 * moved only when its siblings cannot be put in order without it, so that one that comes in between moves none.
 */
export function orderRows(pairing: Pairing): OrderedRow[] {
  const rows: OrderedRow[] = [];
  addUnder(pairing, null, null, rows);
  return rows;
}

type Parent = ComparedNode | null | 'none';

function addUnder(pairing: Pairing, before: Parent, after: Parent, rows: OrderedRow[]): void {
  for (const kind of kindsOf(before, after)) {
    const olds = childrenOf(pairing, 'before', before, kind);
    const news = childrenOf(pairing, 'after', after, kind);
    const anchors = anchorsOf(pairing, olds, news);
    let old = 0;
    const gone = (until: ComparedNode | null) => {
      for (; old < olds.length && olds[old] !== until; old += 1) {
        const node = olds[old];
        if (node !== undefined) addGone(pairing, node, rows);
      }
    };
    for (const [index, node] of news.entries()) {
      const partner = pairing.partner(node, 'after');
      const anchor = anchors[index] ?? null;
      // What stood between two that stay is told before what stands there now.
      gone(anchor);
      const stays = partner !== null && partner === anchor;
      if (stays) old += 1;
      rows.push({ before: partner, after: node, stands: 'after', moved: partner !== null && !stays });
      addUnder(pairing, partner ?? 'none', node, rows);
    }
    gone(null);
  }
}

function kindsOf(before: Parent, after: Parent): readonly BlockKind[] {
  const node = after === 'none' ? before : after;
  return kindsUnder(node === null || node === 'none' ? 'plan' : node.block.kind);
}

function childrenOf(
  pairing: Pairing,
  side: 'before' | 'after',
  parent: Parent,
  kind: BlockKind,
): readonly ComparedNode[] {
  return parent === 'none' ? [] : pairing.trees[side].children(parent, kind);
}

/** For each later sibling the first earlier one, from there on, that has stayed in place; null where none has. */
function anchorsOf(
  pairing: Pairing,
  olds: readonly ComparedNode[],
  news: readonly ComparedNode[],
): readonly (ComparedNode | null)[] {
  const ours = new Set(olds);
  const partners = news.map((node) => pairing.partner(node, 'after'));
  const kept = partners.filter((partner) => partner !== null && ours.has(partner)) as ComparedNode[];
  const stays = heaviestIncreasingRun(kept.map(({ place }) => place));
  const staying = new Set(kept.filter((_, index) => stays[index]));
  const anchors = new Array<ComparedNode | null>(news.length).fill(null);
  let next: ComparedNode | null = null;
  for (let at = news.length - 1; at >= 0; at -= 1) {
    const partner = partners[at] ?? null;
    if (partner !== null && staying.has(partner)) next = partner;
    anchors[at] = next;
  }
  return anchors;
}

function addGone(pairing: Pairing, node: ComparedNode, rows: OrderedRow[]): void {
  const partner = pairing.partner(node, 'before');
  rows.push({ before: node, after: partner, stands: 'before', moved: partner !== null });
  // What stood under a block that has moved is told where the block stands now.
  if (partner === null) addUnder(pairing, node, 'none', rows);
}
