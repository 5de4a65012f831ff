import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { ChainedEvent } from '../../core/trail/chain.ts';
import { idsIn } from '../../core/trail/subjects.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { NamedThing, TrailChoices, TrailFilter, TrailPlace } from './ports.ts';

/** Events on one page of the trail. */
export const EVENTS_ON_A_PAGE = 50;

/** A page of the trail with all that it needs to be said in words. */
export interface TrailPage {
  readonly events: readonly ChainedEvent[];
  /** What the ids in the events stand for. */
  readonly things: ReadonlyMap<string, NamedThing>;
  readonly choices: TrailChoices;
  /** Where older events begin; null when these are the last. */
  readonly next: TrailPlace | null;
}

export type TrailRefusal = { readonly kind: 'not-allowed' };

/** Reads one page of the trail: three queries, however many events there are. */
export function readTrail({ store, clock }: { store: Store; clock: Clock }) {
  return async (
    actor: Actor,
    filter: TrailFilter,
    olderThan: TrailPlace | null,
  ): Promise<Result<TrailPage, TrailRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-trail', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const most = EVENTS_ON_A_PAGE + 1;
    const [found, choices] = await Promise.all([
      store.read.listEvents(municipality, filter, { olderThan, most }),
      store.read.getTrailChoices(municipality, clock.now()),
    ]);
    const events = found.slice(0, EVENTS_ON_A_PAGE);
    const last = events.at(-1);
    const next =
      found.length > EVENTS_ON_A_PAGE && last
        ? { happenedAt: new Date(last.happenedAt), sequence: last.sequence }
        : null;
    const ids = [
      ...new Set(events.flatMap(({ actorId, thingId, before, after }) => idsIn([actorId, thingId, before, after]))),
    ];
    const named = ids.length === 0 ? [] : await store.read.nameThings(municipality, ids);
    return ok({ events, things: new Map(named.map((thing) => [thing.id, thing])), choices, next });
  };
}
