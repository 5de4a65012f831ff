import type { Block } from '../plan/block.ts';
import { ok, refuse } from '../shared/result.ts';
import { normaliseText } from '../shared/text.ts';
import { type Draft, type DraftPiece, findBlock, siblingsOf, withoutBlock } from './draft.ts';
import { type EditResult, insertAfter } from './edit-block.ts';

/**
 * Takes a change back by a new one. Refuses when what it touched has been changed since, so that nobody's later work is lost: then
 * the later change has to be taken back first. Places are found again as near as the plan of today allows.
 */
export function undoChange(
  draft: Draft,
  change: { readonly blockId: string; readonly before: DraftPiece; readonly after: DraftPiece },
): EditResult {
  const { before, after } = change;
  if (!stands(draft, after) || !hasRoom(draft, change)) return refuse({ kind: 'changed-since' });
  const gone = after.blocks.filter(({ id }) => !before.blocks.some((each) => each.id === id));
  let blocks: readonly Block[] = draft.blocks;
  for (const { id } of gone) blocks = withoutBlock(blocks, id);
  const restored: Block[] = [];
  // Parents stand before their children in a piece, so that each finds its place.
  for (const old of before.blocks) {
    const now = blocks.find(({ id }) => id === old.id);
    const back = { ...old, rowVersion: Math.max(now?.rowVersion ?? 0, old.rowVersion) + 1 };
    blocks = putBack(blocks, back);
    restored.push(blocks.find(({ id }) => id === old.id) ?? back);
  }
  const touched = new Set([...before.commitments, ...after.commitments].map(({ id }) => id));
  const now = new Map(draft.commitments.map((part) => [part.id, part]));
  const parts = before.commitments.map((part) => {
    return { ...part, rowVersion: Math.max(now.get(part.id)?.rowVersion ?? 0, part.rowVersion) + 1 };
  });
  return ok({
    draft: { blocks, commitments: [...draft.commitments.filter(({ id }) => !touched.has(id)), ...parts] },
    op: 'undo',
    blockId: change.blockId,
    before: {
      blocks: after.blocks.map(({ id }) => findBlock(draft, id)).filter((block) => block !== null),
      commitments: after.commitments.map(({ id }) => now.get(id)).filter((part) => part !== undefined),
    },
    after: { blocks: restored, commitments: parts },
  });
}

/** Whether everything that the change left is still as it left it. Numbers and places may have moved for others' sake. */
function stands(draft: Draft, after: DraftPiece): boolean {
  const blocks = new Map(draft.blocks.map((block) => [block.id, block]));
  const parts = new Map(draft.commitments.map((part) => [part.id, part]));
  return (
    after.blocks.every((left) => {
      const now = blocks.get(left.id);
      if (now === undefined) return false;
      const same = now.kind === left.kind && now.parentId === left.parentId && now.dueYear === left.dueYear;
      return same && normaliseText(now.text) === normaliseText(left.text);
    }) &&
    after.commitments.every((left) => {
      const now = parts.get(left.id);
      return now?.role === left.role && now.bodyId === left.bodyId && now.measureId === left.measureId;
    })
  );
}

/** Whether what comes back has a parent to stand under, and what goes has nothing under it that came later. */
function hasRoom(draft: Draft, { before, after }: { before: DraftPiece; after: DraftPiece }): boolean {
  const coming = new Set(before.blocks.map(({ id }) => id));
  const known = new Set(draft.blocks.map(({ id }) => id));
  const going = new Set(after.blocks.map(({ id }) => id).filter((id) => !coming.has(id)));
  const goingParts = new Set(after.commitments.map(({ id }) => id));
  return (
    before.blocks.every(({ parentId }) => parentId === null || known.has(parentId) || coming.has(parentId)) &&
    draft.blocks.every(({ parentId }) => parentId === null || !going.has(parentId)) &&
    draft.commitments.every(({ id, measureId }) => !going.has(measureId) || goingParts.has(id))
  );
}

/** A block as it was, at the place that it had, or last where there are fewer now. */
function putBack(blocks: readonly Block[], block: Block): readonly Block[] {
  const others = takeOut(blocks, block.id);
  const siblings = siblingsOf(others, block);
  const after = siblings[Math.min(block.position, siblings.length) - 1];
  return insertAfter(others, block, after?.id ?? null) ?? others;
}

/** The same blocks without one, but with what stands under it. */
function takeOut(blocks: readonly Block[], id: string): readonly Block[] {
  if (!blocks.some((block) => block.id === id)) return blocks;
  return [...withoutBlock(blocks, id), ...blocks.filter(({ parentId }) => parentId === id)];
}
