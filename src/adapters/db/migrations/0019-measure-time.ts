import { type Kysely, sql } from 'kysely';

/** The time of a measure as its document writes it, beside its year of completion. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table block add column time jsonb check (time is null or (jsonb_typeof(time) = 'object' and kind = 'measure'))`.execute(
    db,
  );
}
