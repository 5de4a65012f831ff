import type { Commitment } from '../followup/commitment.ts';
import { type Block, type BlockKind, proseKinds, seriesOf } from '../plan/block.ts';
import type { StatedFacts } from '../plan/plan-content.ts';
import { assert } from '../shared/result.ts';

/** A plan while it is written: every block in document order, and every body's part in its measures. */
export interface Draft {
  readonly blocks: readonly Block[];
  readonly commitments: readonly Commitment[];
}

/** What a change touched, as it stood before or after: what is not there did not exist then. */
export interface DraftPiece {
  readonly blocks: readonly Block[];
  readonly commitments: readonly Commitment[];
  /** Only of a change of the plan's facts. */
  readonly facts?: StatedFacts;
  /** How the blocks that went were classified: a block and a value each. Left out where none was. */
  readonly tags?: readonly { readonly blockId: string; readonly valueId: string }[];
}

/**
 * What a person did to a draft. Swedish: ändra text, lägga till, flytta, dela, slå ihop, stryka, ändra ansvariga, ändra uppgifter om
 * planen, numrera om, ångra.
 */
export const draftOps = [
  'text',
  'add',
  'move',
  'split',
  'merge',
  'strike',
  'roles',
  'facts',
  'numbers',
  'undo',
] as const;
export type DraftOp = (typeof draftOps)[number];

/** A draft after a change, and what the change was: enough to show it, to give it a cause, and to undo it. */
export interface Edited {
  readonly draft: Draft;
  readonly op: DraftOp;
  /** The block that was chosen; its id lasts through everything but strikes. */
  readonly blockId: string;
  readonly before: DraftPiece;
  readonly after: DraftPiece;
}

/** Why a change cannot be made. */
export type EditRefusal = {
  readonly kind:
    | 'no-such-block'
    /** A block of this kind cannot stand there. */
    | 'wrong-place'
    /** It is first or last already. */
    | 'at-the-edge'
    /** There is nothing of the same kind after it to merge with, or it is a kind that cannot be merged. */
    | 'nothing-to-merge'
    /** A part of what was split would be empty, or the parts do not make up the text. */
    | 'not-a-split'
    | 'id-taken'
    /** What the change touched has been changed since: undo that first. */
    | 'changed-since';
};

/** What may stand under what. `null` is the top of the plan. */
const childrenOf: Readonly<Record<'top' | 'section' | 'area', readonly BlockKind[]>> = {
  top: ['section', 'area', 'related-document'],
  section: proseKinds,
  area: [...proseKinds, 'objective', 'measure', 'indicator'],
};

/** The kinds of blocks that can stand under a block of a kind, in the order in which they stand; null is the top of the plan. */
export function kindsUnder(parent: BlockKind | null): readonly BlockKind[] {
  if (parent === null) return childrenOf.top;
  return parent === 'section' || parent === 'area' ? childrenOf[parent] : [];
}

/** Kinds that can be split and merged: those that are one text of their own. */
export function isOneText(kind: BlockKind): boolean {
  return kindsUnder(kind).length === 0 && kind !== 'responsibility-table';
}

/** A block of a draft by id. */
export function findBlock(draft: Pick<Draft, 'blocks'>, id: string): Block | null {
  return draft.blocks.find((block) => block.id === id) ?? null;
}

/** The blocks that are ordered together with a block, itself included, in their order. */
export function siblingsOf(
  blocks: readonly Block[],
  { parentId, kind }: Pick<Block, 'parentId' | 'kind'>,
): readonly Block[] {
  const series = seriesOf(kind);
  return blocks
    .filter((block) => block.parentId === parentId && seriesOf(block.kind) === series)
    .sort((a, b) => a.position - b.position);
}

/** The same blocks with some siblings in another order: each gets its place in the list as position. Blocks of the list that were not there are added. */
export function withOrder(blocks: readonly Block[], ordered: readonly Block[]): readonly Block[] {
  const placed = new Map(ordered.map((block, position) => [block.id, { ...block, position }]));
  const kept = blocks.map((block) => {
    const moved = placed.get(block.id);
    placed.delete(block.id);
    return moved ?? block;
  });
  return [...kept, ...placed.values()];
}

/** The same blocks without one and everything under it; its siblings close the gap. */
export function withoutBlock(blocks: readonly Block[], id: string): readonly Block[] {
  const block = blocks.find((each) => each.id === id);
  assert(block !== undefined, 'a block that is removed is there');
  const left = blocks.filter((each) => each.id !== id && each.parentId !== id);
  return withOrder(left, siblingsOf(left, block));
}

/** A block and everything under it. */
export function withChildren(blocks: readonly Block[], id: string): readonly Block[] {
  return blocks.filter((block) => block.id === id || block.parentId === id);
}

/** The parts that bodies have in a measure, in their order. */
export function partsOf(draft: Draft, measureId: string): readonly Commitment[] {
  return draft.commitments
    .filter((commitment) => commitment.measureId === measureId)
    .sort((a, b) => a.position - b.position);
}
