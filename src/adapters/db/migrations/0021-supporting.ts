import { type Kysely, sql } from 'kysely';

/** A third part that a body can have in a measure: it only gives support. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commitment drop constraint commitment_role_check,
    add constraint commitment_role_check check (role in ('coordinator', 'co-responsible', 'supporting'))`.execute(db);
}
