import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

// What an event can be found by. Read backwards, each index gives the newest first.
const finding = `
drop index event_thing;
create index event_time on event (municipality, happened_at, sequence);
create index event_actor on event (municipality, actor_id, happened_at, sequence) where actor_id is not null;
create index event_kind on event (municipality, kind, happened_at, sequence);
create index event_request on event (municipality, request_id) where request_id is not null;
create table event_subject (
  municipality char(4) not null,
  subject_id text not null check (subject_id <> ''),
  happened_at timestamptz not null,
  sequence bigint not null,
  primary key (municipality, subject_id, happened_at, sequence)
);
`;

const subjects = `
alter table event_subject enable row level security, force row level security;
create policy own_municipality on event_subject using (${own}) with check (${own});
create trigger event_subject_append_only before update or delete on event_subject
  for each row execute function refuse_change_of_event();
create trigger event_subject_no_truncate before truncate on event_subject
  for each statement execute function refuse_change_of_event();
`;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The trail can be searched: indexes, and what each event is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(finding).execute(db);
  const found = await sql<{ municipality: string }>`select municipality from municipality`.execute(db);
  for (const { municipality } of found.rows) {
    await sql`select set_config('handlingskraft.municipality', ${municipality}, true)`.execute(db);
    await sql`insert into event_subject
      select municipality, thing_id, happened_at, sequence from event where municipality = ${municipality}
      union
      select e.municipality, m.id[1], e.happened_at, e.sequence from event e
        cross join lateral regexp_matches(concat(e.before, ' ', e.after), ${`"(${uuid})"`}, 'g') as m(id)
        where e.municipality = ${municipality}`.execute(db);
  }
  await sql`select set_config('handlingskraft.municipality', '', true)`.execute(db);
  await sql.raw(subjects).execute(db);
}
