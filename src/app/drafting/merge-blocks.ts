import { mergeWithNext } from '../../core/drafting/merge-blocks.ts';
import type { Actor } from '../../core/permission/role.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type DraftCommand, type DraftDeps, editDraft } from './edit-draft.ts';

/** Merges a block of a draft with the one of its kind that comes after it. */
export function mergeBlocks(deps: DraftDeps) {
  return (actor: Actor, command: DraftCommand & { readonly blockId: string }) => {
    const { blockId } = command;
    return editDraft(deps)(actor, command, {
      decide: (draft) => mergeWithNext(draft, blockId),
      tell: (tx, { before, after }, planId) =>
        tx.event({
          kind: 'blocks-merged',
          thingKind: 'block',
          thingId: blockId,
          before: { planId, parts: before.blocks.map(({ id, text }) => ({ id, text: marked(text) })) },
          after: { planId, text: marked(after.blocks[0]?.text ?? '') },
        }),
    });
  };
}
