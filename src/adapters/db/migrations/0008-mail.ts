import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

// Letters that stood in the outbox before anything could send them: all were of kinds that leave at once.
const letter = `
alter table letter no force row level security;
alter table letter
  add column state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  add column urgent boolean not null default true,
  add column attempts integer not null default 0 check (attempts >= 0),
  add column first_due_at timestamptz,
  add column due_at timestamptz,
  add column fault text check (fault <> ''),
  add column ended_at timestamptz,
  add column unique_key text check (unique_key <> ''),
  alter column address drop not null;
update letter set first_due_at = coalesce(send_after, created_at), due_at = coalesce(send_after, created_at);
alter table letter
  alter column state drop default,
  alter column urgent drop default,
  alter column attempts drop default,
  alter column first_due_at set not null,
  alter column due_at set not null,
  add constraint letter_ended check ((state = 'waiting') = (ended_at is null)),
  add constraint letter_waits_for_somebody check (state <> 'waiting' or address is not null),
  add constraint letter_unique_key unique (municipality, unique_key);
alter table letter force row level security;
create index letter_due on letter (municipality, urgent desc, due_at, letter_id) where state = 'waiting';
create index letter_end on letter (municipality, ended_at) where state <> 'waiting';
create function tell_of_letter() returns trigger language plpgsql as $$
begin
  perform pg_notify('handlingskraft_letter', new.municipality);
  return null;
end $$;
create trigger letter_waits after insert or update of due_at on letter
  for each row when (new.state = 'waiting') execute function tell_of_letter();
`;

const settings = `
create table mail_setting (
  municipality char(4) primary key references municipality,
  night_from text check (night_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  night_until text check (night_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  weekends boolean not null,
  row_version integer not null check (row_version >= 1),
  check ((night_from is null) = (night_until is null))
);
create table mail_round (
  municipality char(4) primary key references municipality,
  gone_on date not null,
  trail_sequence bigint not null check (trail_sequence >= 0)
);
create table declined_letter (
  municipality char(4) not null,
  account_id uuid not null,
  kind text not null check (kind <> ''),
  declined_at timestamptz not null,
  primary key (municipality, account_id, kind),
  foreign key (municipality, account_id) references account on delete cascade
);
`;

/** How far each letter has come, when letters that can wait do so, who has declined what, and the daily round. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [letter, settings]) await sql.raw(part).execute(db);
  for (const table of ['mail_setting', 'mail_round', 'declined_letter']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
