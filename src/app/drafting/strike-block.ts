import { strikeBlock as decideStrike } from '../../core/drafting/strike-block.ts';
import type { Actor } from '../../core/permission/role.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type DraftCommand, type DraftDeps, editDraft } from './edit-draft.ts';

/** Strikes a block of a draft with what stands under it. It can be brought back from the list of changes. */
export function strikeBlock(deps: DraftDeps) {
  return (actor: Actor, command: DraftCommand & { readonly blockId: string }) => {
    const { blockId } = command;
    return editDraft(deps)(actor, command, {
      decide: (draft) => decideStrike(draft, blockId),
      tell: (tx, { before }, planId) =>
        tx.event({
          kind: 'block-struck',
          thingKind: 'block',
          thingId: blockId,
          before: {
            planId,
            kind: before.blocks[0]?.kind,
            blocks: before.blocks.length,
            parts: before.commitments.length,
            text: marked(before.blocks[0]?.text ?? ''),
          },
          after: { planId },
        }),
    });
  };
}
