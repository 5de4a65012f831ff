import { type Kysely, sql } from 'kysely';

const tables = [
  'body',
  'word_rule',
  'account',
  'membership',
  'session',
  'plan',
  'block',
  'plan_case',
  'source_file',
  'commitment',
  'activity',
  'report',
  'import_draft',
  'event',
];

// The cast keeps the comparison in char(4), so that the policy can use the index that begins with the municipality.
const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

/**
 * Row security, the second line: a query that forgets the municipality sees nothing of the others. It is forced, since
 * the program owns its tables. The list of municipalities itself can be read by all, and written only from inside.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
  await sql.raw('alter table municipality enable row level security, force row level security').execute(db);
  await sql.raw('create policy readable on municipality for select using (true)').execute(db);
  await sql.raw(`create policy own_insert on municipality for insert with check (${own})`).execute(db);
  await sql.raw(`create policy own_update on municipality for update using (${own}) with check (${own})`).execute(db);
  await sql.raw(`create policy own_delete on municipality for delete using (${own})`).execute(db);
}
