import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const roles = `
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
  check (role in ('strategist', 'board-controller', 'reporter', 'reader', 'administrator', 'auditor', 'support'));
`;

const columns = `
alter table event add column sequence bigint, add column previous_hash text, add column hash text;
create table trail_head (
  municipality char(4) primary key references municipality,
  sequence bigint not null check (sequence >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
`;

const rules = `
alter table event
  alter column sequence set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  add constraint event_sequence_positive check (sequence >= 1),
  add constraint event_hash check (hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$'),
  add constraint event_sequence unique (municipality, sequence);
create function refuse_change_of_event() returns trigger language plpgsql as $$
begin
  raise exception 'events are kept as they were written';
end $$;
create trigger event_append_only before update or delete on event
  for each row execute function refuse_change_of_event();
create trigger event_no_truncate before truncate on event
  for each statement execute function refuse_change_of_event();
alter table trail_head enable row level security, force row level security;
create policy own_municipality on trail_head using (${own}) with check (${own});
`;

const letters = `
create table letter (
  municipality char(4) not null references municipality,
  letter_id uuid not null,
  account_id uuid,
  address text not null check (address = lower(address) and address like '%_@_%'),
  language text not null check (language in ('sv', 'en')),
  kind text not null check (kind <> ''),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  duty boolean not null,
  created_at timestamptz not null,
  send_after timestamptz,
  primary key (municipality, letter_id),
  foreign key (municipality, account_id) references account on delete set null (account_id)
);
create index letter_account on letter (municipality, account_id) where account_id is not null;
alter table letter enable row level security, force row level security;
create policy own_municipality on letter using (${own}) with check (${own});
`;

interface EventRow {
  readonly municipality: string;
  readonly event_id: string;
  readonly happened_at: Date;
  readonly actor_id: string | null;
  readonly request_id: string | null;
  readonly kind: string;
  readonly thing_kind: string;
  readonly thing_id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The trail as a chain, roles for administration, and the outbox of letters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [roles, columns]) await sql.raw(part).execute(db);
  const found = await sql<{ municipality: string }>`select municipality from municipality`.execute(db);
  for (const { municipality } of found.rows) await chainOld(db, municipality);
  for (const part of [rules, letters]) await sql.raw(part).execute(db);
}

/** Chains the events that were written before there was a chain. The form is that of this day, whatever the program does later. */
async function chainOld(db: Kysely<unknown>, municipality: string): Promise<void> {
  await sql`select set_config('handlingskraft.municipality', ${municipality}, true)`.execute(db);
  const { rows } = await sql<EventRow>`select * from event where municipality = ${municipality}
    order by happened_at, event_id`.execute(db);
  let hash = '0'.repeat(64);
  const chained = rows.map((row, index) => {
    const previous = hash;
    hash = createHash('sha256')
      .update(textOf(row, index + 1, previous))
      .digest('hex');
    return { id: row.event_id, sequence: index + 1, previous, hash };
  });
  await sql`update event e set sequence = c.sequence, previous_hash = c.previous, hash = c.hash
    from jsonb_to_recordset(${JSON.stringify(chained)}::jsonb)
      as c(id uuid, sequence bigint, previous text, hash text)
    where e.municipality = ${municipality} and e.event_id = c.id`.execute(db);
  await sql`insert into trail_head values (${municipality}, ${rows.length}, ${hash})`.execute(db);
  await sql`select set_config('handlingskraft.municipality', '', true)`.execute(db);
}

function textOf(row: EventRow, sequence: number, previous: string): string {
  return JSON.stringify([
    'handlingskraft-trail/1',
    row.municipality,
    sequence,
    previous,
    row.event_id,
    row.happened_at.toISOString(),
    row.actor_id,
    row.request_id,
    row.kind,
    row.thing_kind,
    row.thing_id,
    sorted(row.before),
    sorted(row.after),
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
