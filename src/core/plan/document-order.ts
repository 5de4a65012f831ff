import { type Block, type BlockKind, blockKinds, seriesOf } from './block.ts';

const order = new Map<BlockKind, number>(blockKinds.map((kind, index) => [kind, index]));

/** Blocks in document order: sections, areas and related documents, each followed by its children. Siblings stand by series, then by position. */
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
  return orderOf(a) - orderOf(b) || a.position - b.position;
}

function orderOf({ kind }: Block): number {
  return order.get(seriesOf(kind)) ?? 0;
}
