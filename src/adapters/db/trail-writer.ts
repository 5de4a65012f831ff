import type { ChangeContext, EventEntry } from '../../app/store.ts';
import { type ChainedEvent, chainAfter, TRAIL_START, type TrailHead } from '../../core/trail/chain.ts';
import { subjectsOf } from '../../core/trail/subjects.ts';
import { sha256OfText } from '../sha256.ts';
import { query, type Session, written } from './session.ts';

// The no-op update takes the row's lock, so that writers of one municipality come one after another.
const takeHead = `insert into trail_head (municipality, sequence, hash) values ($1, 0, $2)
  on conflict (municipality) do update set municipality = excluded.municipality
  returning sequence::integer as sequence, hash`;

/**
 * Chains what happened in a change after what stands in the municipality's trail. Meant to be the last thing before the
 * commit: the municipality's other writers wait from here on. Rows of events are not counted as something written. Gives
 * where the trail then ends; null when nothing happened.
 */
export async function addEvents(
  session: Session,
  context: ChangeContext,
  entries: readonly (EventEntry & { readonly id: string })[],
): Promise<TrailHead | null> {
  if (entries.length === 0) return null;
  const head = await session.first(written<TrailHead>(takeHead, [session.municipality, TRAIL_START]));
  const events = chainAfter(
    head ?? { sequence: 0, hash: TRAIL_START },
    entries.map((entry) => ({
      municipality: session.municipality,
      eventId: entry.id,
      happenedAt: context.at.toISOString(),
      actorId: context.actorId,
      requestId: context.requestId,
      kind: entry.kind,
      thingKind: entry.thingKind,
      thingId: entry.thingId,
      before: asStored(entry.before),
      after: asStored(entry.after),
    })),
    sha256OfText,
  );
  await session.all(query.insertInto('event').values(events.map(rowOf)));
  await session.all(query.insertInto('event_subject').values(events.flatMap(subjectRows)));
  const last = events.at(-1);
  const end = { sequence: last?.sequence ?? 0, hash: last?.hash ?? TRAIL_START };
  await session.all(query.updateTable('trail_head').set(end).where('municipality', '=', session.municipality));
  return end;
}

/** As the database will give it back: what JSON cannot hold is gone before it is hashed. */
function asStored(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function rowOf(event: ChainedEvent) {
  return {
    municipality: event.municipality,
    event_id: event.eventId,
    happened_at: new Date(event.happenedAt),
    actor_id: event.actorId,
    request_id: event.requestId,
    kind: event.kind,
    thing_kind: event.thingKind,
    thing_id: event.thingId,
    before: event.before === null ? null : JSON.stringify(event.before),
    after: event.after === null ? null : JSON.stringify(event.after),
    sequence: event.sequence,
    previous_hash: event.previousHash,
    hash: event.hash,
  };
}

function subjectRows(event: ChainedEvent) {
  const { municipality, happenedAt, sequence } = event;
  return subjectsOf(event).map((id) => ({ municipality, subject_id: id, happened_at: new Date(happenedAt), sequence }));
}
