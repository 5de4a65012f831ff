import type { Actor } from '../../core/permission/role.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { ListedSession } from './ports.ts';
import { SEEN_EVERY_MS, sessionTime } from './session-time.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** A person's own sessions that still hold, latest seen first. */
export function listOwnSessions({ store, clock }: Deps) {
  return (actor: Actor): Promise<ListedSession[]> =>
    store.read.listSessions(actor.municipality, actor.accountId, sessionTime(clock.now()));
}

/** Which of a person's own sessions to end: one by its id, or all but the one that asks. */
export type SessionsToEnd = { readonly only: string } | { readonly except: string };

/** Ends sessions of the person who asks; gives how many. One that is somebody else's or has ended is passed over. */
export function endOwnSessions({ store, clock }: Deps) {
  return async (actor: Actor, which: SessionsToEnd, requestId: string | null): Promise<number> => {
    const { municipality, accountId } = actor;
    return store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, async (tx) => {
      const ended = await tx.removeSessionsOf(municipality, accountId, which);
      for (const id of ended)
        await tx.event({
          kind: 'session-ended',
          thingKind: 'session',
          thingId: id,
          before: { account: accountId },
          after: null,
        });
      return ended.length;
    });
  };
}

/** Notes that a session is in use, at most once every few minutes, so that reading a page is not a write. */
export function noteInUse({ store, clock }: Deps) {
  return async (municipality: string, session: { sessionId: string; lastSeenAt: Date }): Promise<void> => {
    const at = clock.now();
    if (at.getTime() - session.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
    const context = { municipality, actorId: null, at, requestId: null };
    await store.change(context, (tx) => tx.seeSession(municipality, session.sessionId, at));
  };
}
