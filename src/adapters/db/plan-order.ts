import type { PartView } from '../../app/plan/ports.ts';
import { type Block, type BlockKind, blockKinds } from '../../core/plan/block.ts';

const order = new Map<BlockKind, number>(blockKinds.map((kind, index) => [kind, index]));

/** Blocks in document order: sections, areas and related documents, each followed by its children. */
export function inDocumentOrder(blocks: readonly Block[]): Block[] {
  const children = new Map<string | null, Block[]>();
  for (const block of blocks) {
    const siblings = children.get(block.parentId);
    if (siblings === undefined) children.set(block.parentId, [block]);
    else siblings.push(block);
  }
  const placed: Block[] = [];
  const place = (parentId: string | null): void => {
    for (const block of (children.get(parentId) ?? []).toSorted(bySiblingOrder)) {
      placed.push(block);
      place(block.id);
    }
  };
  place(null);
  return placed;
}

function bySiblingOrder(a: Block, b: Block): number {
  return (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || a.position - b.position;
}

/** Commitments in the order of their measures in the document, then in the order of the roles. */
export function inMeasureOrder<Part extends PartView>(commitments: readonly Part[], blocks: readonly Block[]): Part[] {
  const place = new Map(blocks.map((block, index) => [block.id, index]));
  const placeOf = (commitment: Part): number => place.get(commitment.measureId) ?? 0;
  return commitments.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
}
