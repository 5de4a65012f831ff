import { ok, refuse } from '../shared/result.ts';
import { type Draft, findBlock, withChildren, withoutBlock } from './draft.ts';
import type { EditResult } from './edit-block.ts';

/** Strikes a block with everything under it and the parts of bodies in it. What was struck stays in the change, so that it can come back. */
export function strikeBlock(draft: Draft, blockId: string): EditResult {
  if (findBlock(draft, blockId) === null) return refuse({ kind: 'no-such-block' });
  const struck = withChildren(draft.blocks, blockId);
  const ids = new Set(struck.map(({ id }) => id));
  const parts = draft.commitments.filter(({ measureId }) => ids.has(measureId));
  return ok({
    draft: {
      blocks: withoutBlock(draft.blocks, blockId),
      commitments: draft.commitments.filter(({ measureId }) => !ids.has(measureId)),
    },
    op: 'strike',
    blockId,
    before: { blocks: struck, commitments: parts },
    after: { blocks: [], commitments: [] },
  });
}
