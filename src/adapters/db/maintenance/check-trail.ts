import type { PoolClient } from 'pg';
import {
  checkEvents,
  endCheck,
  freshCheck,
  TRAIL_START,
  type TrailFault,
  type TrailHead,
} from '../../../core/trail/chain.ts';
import { sha256OfText } from '../../sha256.ts';
import { type EventRow, eventColumns, toEvent } from '../event-columns.ts';

const EVENTS_AT_A_TIME = 1000;

/** Goes through a municipality's whole trail, a page at a time, in the transaction that is open on `client`. */
export async function checkTrail(client: PoolClient, municipality: string): Promise<readonly TrailFault[]> {
  await client.query(
    `declare trail no scroll cursor for select ${eventColumns} from event e where e.municipality = '${municipality}'
       order by e.sequence`,
  );
  let seen = freshCheck;
  for (;;) {
    const { rows } = await client.query<EventRow>(`fetch ${EVENTS_AT_A_TIME} from trail`);
    seen = checkEvents(seen, rows.map(toEvent), sha256OfText);
    if (rows.length < EVENTS_AT_A_TIME) break;
  }
  await client.query('close trail');
  const head = await client.query<TrailHead>(
    'select sequence::integer as sequence, hash from trail_head where municipality = $1',
    [municipality],
  );
  return endCheck(seen, head.rows[0] ?? { sequence: 0, hash: TRAIL_START });
}
