import type { Actor } from '../../core/permission/role.ts';
import { isSupportOpen } from '../../core/permission/support-access.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Whether somebody is here as support: such an account holds no other role. */
export function isSupport({ memberships }: Pick<Actor, 'memberships'>): boolean {
  return memberships.some(({ role }) => role === 'support');
}

/** Until when an actor who is support may be here; null when the access is over, whatever the session says. */
export function supportUntil({ store, clock }: Deps) {
  return async ({ municipality, accountId }: Actor): Promise<Date | null> => {
    const access = await store.read.getSupportOf(municipality, accountId);
    return access !== null && isSupportOpen(access, clock.now()) ? access.endsAt : null;
  };
}

/** Tells the trail which page support has read. `page` is the address without what opens something. */
export function tellSupportRead({ store, clock }: Deps) {
  return async ({ municipality, accountId }: Actor, page: string, requestId: string): Promise<void> => {
    await store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, (tx) =>
      tx.event({ kind: 'support-read', thingKind: 'page', thingId: page, before: null, after: null }),
    );
  };
}
