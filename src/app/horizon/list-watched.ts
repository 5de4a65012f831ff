import { type NearDay, nearDays } from '../../core/horizon/watched-item.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { TouchedThing, WatchedEvent, WatchedView } from './ports.ts';

/** What is watched, with the days that somebody should know of. */
export interface WatchedWithDays {
  readonly item: WatchedView;
  readonly near: readonly NearDay[];
}

export type NoHorizon = { readonly kind: 'not-allowed' | 'no-such-item' };

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Everything that is watched, what has ended last. */
export function listWatched({ store, clock }: Deps) {
  return async (actor: Actor): Promise<Result<WatchedWithDays[], NoHorizon>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-horizon', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const today = swedishDay(clock.now());
    const items = await store.read.listWatched(municipality);
    return ok(items.map((item) => ({ item, near: nearDays(item, today) })));
  };
}

/** One thing that is watched, what it touches as far as the person may know of it, and what has been done with it. */
export function getWatched({ store, clock }: Deps) {
  return async (
    actor: Actor,
    itemId: string,
  ): Promise<Result<WatchedWithDays & { touched: TouchedThing[]; events: WatchedEvent[] }, NoHorizon>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-horizon', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const item = await store.read.getWatched(municipality, itemId);
    if (item === null) return refuse({ kind: 'no-such-item' });
    const [touched, events] = await Promise.all([
      store.read.listTouched(municipality, itemId),
      store.read.listWatchedEvents(municipality, itemId),
    ]);
    const readsDrafts = may(actor, 'read-draft-plan', { municipality, bodyId: null });
    const known = touched.filter(({ planState }) => planState === 'adopted' || readsDrafts);
    return ok({ item, near: nearDays(item, swedishDay(clock.now())), touched: known, events });
  };
}
