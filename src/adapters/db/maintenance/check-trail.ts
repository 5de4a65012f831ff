import type { PoolClient } from 'pg';
import {
  type ChainedEvent,
  checkEvents,
  endCheck,
  freshCheck,
  TRAIL_START,
  type TrailFault,
  type TrailHead,
} from '../../../core/trail/chain.ts';
import { sha256OfText } from '../trail-writer.ts';

const EVENTS_AT_A_TIME = 1000;

const eventColumns = `municipality, sequence::integer as sequence, event_id as "eventId", happened_at as "happenedAt",
  actor_id as "actorId", request_id as "requestId", kind, thing_kind as "thingKind", thing_id as "thingId", before, after,
  previous_hash as "previousHash", hash`;

type EventRow = Omit<ChainedEvent, 'happenedAt'> & { readonly happenedAt: Date };

/** Goes through a municipality's whole trail, a page at a time, in the transaction that is open on `client`. */
export async function checkTrail(client: PoolClient, municipality: string): Promise<readonly TrailFault[]> {
  await client.query(
    `declare trail no scroll cursor for select ${eventColumns} from event where municipality = '${municipality}'
       order by sequence`,
  );
  let seen = freshCheck;
  for (;;) {
    const { rows } = await client.query<EventRow>(`fetch ${EVENTS_AT_A_TIME} from trail`);
    const events = rows.map((row) => ({ ...row, happenedAt: row.happenedAt.toISOString() }));
    seen = checkEvents(seen, events, sha256OfText);
    if (rows.length < EVENTS_AT_A_TIME) break;
  }
  await client.query('close trail');
  const head = await client.query<TrailHead>(
    'select sequence::integer as sequence, hash from trail_head where municipality = $1',
    [municipality],
  );
  return endCheck(seen, head.rows[0] ?? { sequence: 0, hash: TRAIL_START });
}
