import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { EndedSession } from './ports.ts';
import { hashToken } from './session-token.ts';

/** Ends the session behind a token, also one that has expired; null when it had ended already, which is no fault. */
export function signOut({ store, clock, sha256 }: { store: Store; clock: Clock; sha256: Sha256 }) {
  return async (command: {
    municipality: string;
    /** Account whose session it is; null when it no longer holds. */
    actorId: string | null;
    token: string;
    requestId: string | null;
  }): Promise<EndedSession | null> => {
    const { municipality, actorId, token, requestId } = command;
    return store.change({ municipality, actorId, at: clock.now(), requestId }, async (tx) => {
      const ended = await tx.removeSession(municipality, hashToken(sha256, token));
      if (ended === null) return null;
      const before = { session: ended.id };
      await tx.event({ kind: 'signed-out', thingKind: 'account', thingId: ended.accountId, before, after: null });
      return ended;
    });
  };
}
