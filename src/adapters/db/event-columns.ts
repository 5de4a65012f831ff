import type { ChainedEvent } from '../../core/trail/chain.ts';

/** Columns of an event as it is chained. `e` is the event. */
export const eventColumns = `e.municipality, e.sequence::integer as sequence, e.event_id as "eventId",
  e.happened_at as "happenedAt", e.actor_id as "actorId", e.request_id as "requestId", e.kind,
  e.thing_kind as "thingKind", e.thing_id as "thingId", e.before, e.after, e.previous_hash as "previousHash", e.hash`;

/** An event as the database gives it: with a moment instead of a text. */
export type EventRow = Omit<ChainedEvent, 'happenedAt'> & { readonly happenedAt: Date };

/** The event with its time as it was hashed. */
export function toEvent(row: EventRow): ChainedEvent {
  return { ...row, happenedAt: row.happenedAt.toISOString() };
}
