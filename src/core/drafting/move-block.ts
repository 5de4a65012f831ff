import { refuse } from '../shared/result.ts';
import { type Draft, findBlock, kindsUnder, siblingsOf, withOrder, withoutBlock } from './draft.ts';
import { type EditResult, edited, insertAfter } from './edit-block.ts';

/** Moves a block one step up or down among its siblings. */
export function moveStep(draft: Draft, blockId: string, direction: 'up' | 'down'): EditResult {
  const block = findBlock(draft, blockId);
  if (block === null) return refuse({ kind: 'no-such-block' });
  const siblings = [...siblingsOf(draft.blocks, block)];
  const at = siblings.findIndex(({ id }) => id === blockId);
  const to = direction === 'up' ? at - 1 : at + 1;
  const other = siblings[to];
  if (other === undefined) return refuse({ kind: 'at-the-edge' });
  siblings[to] = block;
  siblings[at] = other;
  return edited(draft, withOrder(draft.blocks, siblings), 'move', blockId, [block], [block]);
}

/**
 * Moves a block under another parent, or to another place under its own: after the sibling `afterId`, or first when that is
 * null. What stands under it comes along. Refuses a place where its kind cannot stand.
 */
export function moveTo(
  draft: Draft,
  move: { readonly blockId: string; readonly parentId: string | null; readonly afterId: string | null },
): EditResult {
  const { blockId, parentId, afterId } = move;
  const block = findBlock(draft, blockId);
  const parent = parentId === null ? null : findBlock(draft, parentId);
  if (block === null || (parentId !== null && parent === null)) return refuse({ kind: 'no-such-block' });
  if (!kindsUnder(parent?.kind ?? null).includes(block.kind)) return refuse({ kind: 'wrong-place' });
  const children = draft.blocks.filter((each) => each.parentId === blockId);
  const left = [...withoutBlock(draft.blocks, blockId), ...children];
  // A move to another parent is a change of what the block is; a step among siblings is not.
  const rowVersion = block.parentId === parentId ? block.rowVersion : block.rowVersion + 1;
  const blocks = insertAfter(left, { ...block, parentId, rowVersion }, afterId);
  if (blocks === null) return refuse({ kind: 'no-such-block' });
  const moved = blocks.find(({ id }) => id === blockId);
  return edited(draft, blocks, 'move', blockId, [block], moved ? [moved] : []);
}
