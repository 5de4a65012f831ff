import type { Actor } from '../../core/permission/role.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { hashToken } from './session-token.ts';

/** Ends the session behind a token; ending one that has ended is no fault. */
export function signOut({ store, clock, sha256 }: { store: Store; clock: Clock; sha256: Sha256 }) {
  return async (actor: Actor, command: { token: string; requestId: string | null }): Promise<void> => {
    const { municipality, accountId } = actor;
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.removeSession(municipality, hashToken(sha256, command.token));
      await tx.event({ kind: 'signed-out', thingKind: 'account', thingId: accountId, before: null, after: null });
    });
  };
}
