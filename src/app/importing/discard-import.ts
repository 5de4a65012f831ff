import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { ImportRefusal } from './refusals.ts';

/** Throws away an upload that waits for confirmation. No plan is touched. */
export function discardImport({ store, clock }: { store: Store; clock: Clock }) {
  return async (
    actor: Actor,
    command: { draftId: string; requestId: string | null },
  ): Promise<Result<null, ImportRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'import-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const draft = await store.read.getImportDraft(municipality, command.draftId);
    if (draft === null) return refuse({ kind: 'no-such-draft' });
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.removeImportDraft(municipality, draft.id);
      await tx.event({
        kind: 'import-discarded',
        thingKind: 'import-draft',
        thingId: draft.id,
        before: { fileName: marked(draft.fileName), sha256: draft.sha256 },
        after: null,
      });
    });
    return ok(null);
  };
}
