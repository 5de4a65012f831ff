import type { ColumnType } from 'kysely';
import type { Json } from './column-types.ts';

interface EventTable {
  municipality: string;
  event_id: string;
  happened_at: Date;
  actor_id: string | null;
  request_id: string | null;
  kind: string;
  thing_kind: string;
  thing_id: string;
  before: Json;
  after: Json;
  sequence: ColumnType<number, number, never>;
  previous_hash: string;
  hash: string;
}

interface EventSubjectTable {
  municipality: string;
  subject_id: string;
  happened_at: Date;
  sequence: ColumnType<number, number, never>;
}

interface TrailHeadTable {
  municipality: string;
  sequence: ColumnType<number, number, number>;
  hash: string;
}

/** The trail of who did what. */
export interface TrailTables {
  event: EventTable;
  event_subject: EventSubjectTable;
  trail_head: TrailHeadTable;
}
