import { addBlock as decideAdd, type NewBlock } from '../../core/drafting/edit-block.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type DraftCommand, type DraftDeps, type DraftRefusal, editDraft } from './edit-draft.ts';

type Added = Omit<NewBlock, 'id'>;

/** Adds a block to a draft. Gives its id. */
export function addBlock(deps: DraftDeps) {
  return async (
    actor: Actor,
    command: Omit<DraftCommand, 'blockId' | 'rowVersion'>,
    added: Added,
  ): Promise<Result<{ blockId: string }, DraftRefusal>> => {
    const whole = { ...command, blockId: null, rowVersion: null };
    const result = await editDraft(deps)(actor, whole, {
      decide: (draft, { nextId }) => decideAdd(draft, { ...added, id: nextId() }),
      tell: (tx, { blockId }, planId) =>
        tx.event({
          kind: 'block-added',
          thingKind: 'block',
          thingId: blockId,
          before: null,
          after: { planId, kind: added.kind, text: marked(added.text) },
        }),
    });
    return result.ok ? ok({ blockId: result.value.blockId }) : refuse(result.refusal);
  };
}
