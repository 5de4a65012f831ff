import { type Kysely, sql } from 'kysely';

const columns = `
alter table municipality
  add column house jsonb check (jsonb_typeof(house) = 'object'),
  add column report_due_days text[] check (cardinality(report_due_days) between 1 and 12
    and array_to_string(report_due_days, ' ') ~ '^((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( |$))+$');
alter table plan add column settings jsonb check (jsonb_typeof(settings) = 'object');
`;

/** What a municipality calls things beside the levels of its plans, several report days in a year, and what a plan says otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
}
