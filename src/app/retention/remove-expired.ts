import { sessionTime } from '../identity/session-time.ts';
import { lettersKeptSince } from '../mail/open-outbox.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

/**
 * Removes what the rules say that the program removes by itself: sessions that are over, uploads that have waited too long,
 * and address and content of letters that ended long enough ago. Tells of it when there was something. Gives how many.
 */
export function removeExpired({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (municipality: string): Promise<number> => {
    const at = clock.now();
    return store.change({ municipality, actorId: null, at, requestId: null }, async (tx) => {
      const sessions = await tx.removeExpiredSessions(municipality, sessionTime(at));
      const drafts = await tx.removeExpiredImportDrafts(municipality, at);
      const letters = await tx.clearLetters(municipality, lettersKeptSince(at));
      if (sessions + drafts + letters === 0) return 0;
      const after = { sessions, drafts, letters };
      const thing = { thingKind: 'municipality', thingId: municipality, before: null };
      await tx.event({ kind: 'expired-removed', ...thing, after });
      return sessions + drafts + letters;
    });
  };
}
