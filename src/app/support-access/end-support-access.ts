import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import type { SupportAccess } from './ports.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

export type EndSupportRefusal = { readonly kind: 'no-such-access' };

/** An administrator ends an access for support at once. One that is over already, and one of another municipality, is not there. */
export function endSupportAccess({ store, clock }: Deps) {
  return async (
    actor: Actor,
    command: { accessId: string; requestId: string | null },
  ): Promise<Result<null, EndSupportRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-accounts', { municipality, bodyId: null })) return refuse({ kind: 'no-such-access' });
    const at = clock.now();
    return store.change({ municipality, actorId: accountId, at, requestId: command.requestId }, async (tx) => {
      const ended = await tx.endSupport(municipality, command.accessId, at);
      if (ended === null) return refuse({ kind: 'no-such-access' });
      await tellEnd(tx, ended, 'by-administrator');
      return ok(null);
    });
  };
}

/** Ends every access whose time is over, so that the trail tells of it; gives how many. Meant to be called often. */
export function endDueSupportAccess({ store, clock }: Deps) {
  return async (municipality: string): Promise<number> => {
    const at = clock.now();
    return store.change({ municipality, actorId: null, at, requestId: null }, async (tx) => {
      const ended = await tx.endDueSupport(municipality, at);
      for (const each of ended) await tellEnd(tx, each, 'time-over');
      return ended.length;
    });
  };
}

function tellEnd(tx: Writer, { id, accountId, reasonClass, endsAt }: SupportAccess, how: string): Promise<void> {
  return tx.event({
    kind: 'support-access-ended',
    thingKind: 'support-access',
    thingId: id,
    before: { endsAt },
    after: { account: accountId, reasonClass, how },
  });
}
