import type { Edited } from '../../core/drafting/draft.ts';
import { undoChange as decideUndo } from '../../core/drafting/undo-change.ts';
import type { Actor } from '../../core/permission/role.ts';
import { type Result, refuse } from '../../core/shared/result.ts';
import { type DraftCommand, type DraftDeps, type DraftRefusal, editDraft } from './edit-draft.ts';
import { restoreTags } from './keep-tags.ts';

export type UndoRefusal = DraftRefusal | { readonly kind: 'no-such-change' | 'already-undone' };

/** Takes a change of a draft back by a new change; both stay in the list. */
export function undoChange(deps: DraftDeps) {
  return async (
    actor: Actor,
    command: Omit<DraftCommand, 'blockId' | 'rowVersion'>,
    changeId: string,
  ): Promise<Result<Edited, UndoRefusal>> => {
    const { municipality } = actor;
    const plan = await deps.store.read.getPlanFacts(municipality, command.slug);
    const change = plan && (await deps.store.read.getChange(municipality, plan.id, changeId));
    if (!change || change.blockId === null) return refuse({ kind: 'no-such-change' });
    if (change.undoneBy !== null) return refuse({ kind: 'already-undone' });
    const { blockId, before, after } = change;
    return editDraft(deps)(
      actor,
      { ...command, blockId, rowVersion: null },
      {
        decide: (draft) => decideUndo(draft, { blockId, before, after }),
        undoes: changeId,
        afterwards: (tx, planId) => restoreTags(tx, municipality, planId, before),
        tell: (tx, { blockId: thingId }, planId) =>
          tx.event({
            kind: 'change-undone',
            thingKind: 'block',
            thingId,
            before: { planId, change: changeId, op: change.op },
            after: { planId },
          }),
      },
    );
  };
}
