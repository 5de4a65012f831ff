import { splitBlock as decideSplit } from '../../core/drafting/edit-block.ts';
import type { Actor } from '../../core/permission/role.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type DraftCommand, type DraftDeps, editDraft } from './edit-draft.ts';

/** Cuts a block of a draft in two at a place in its text (UTF-16 units from its beginning). */
export function splitBlock(deps: DraftDeps) {
  return (actor: Actor, command: DraftCommand & { readonly blockId: string }, at: number) => {
    const { blockId } = command;
    return editDraft(deps)(actor, command, {
      decide: (draft, { nextId }) => decideSplit(draft, { blockId, newId: nextId(), at }),
      tell: (tx, { before, after }, planId) =>
        tx.event({
          kind: 'block-split',
          thingKind: 'block',
          thingId: blockId,
          before: { planId, text: marked(before.blocks[0]?.text ?? '') },
          after: { planId, parts: after.blocks.map(({ id, text }) => ({ id, text: marked(text) })) },
        }),
    });
  };
}
