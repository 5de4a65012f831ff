import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { CancelRefusal } from './refusals.ts';

/** Calls a planned succession off. Bodies that were added for it stay in the register. */
export function cancelSuccession({ store, clock }: { store: Store; clock: Clock }) {
  return async (
    actor: Actor,
    command: { readonly id: string; readonly requestId: string | null },
  ): Promise<Result<null, CancelRefusal>> => {
    const { municipality, accountId: actorId } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const known = (await store.read.listSuccessions(municipality)).find(({ id }) => id === command.id);
    if (known === undefined) return refuse({ kind: 'no-such-succession' });
    const at = clock.now();
    const done = await store.change({ municipality, actorId, at, requestId: command.requestId }, async (tx) => {
      await tx.holdRegister(municipality);
      const { id, rowVersion } = known;
      const settled = await tx.settleSuccession(municipality, { id, state: 'cancelled', rowVersion, at });
      if (settled)
        await tx.event({
          kind: 'succession-cancelled',
          thingKind: 'succession',
          thingId: id,
          before: { state: known.state },
          after: { state: 'cancelled' },
        });
      return settled;
    });
    return done ? ok(null) : refuse({ kind: 'not-planned-any-more' });
  };
}
