import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;
const calendar = (column: string) => `check (${column} between '1900-01-01' and '2200-12-31')`;

const bodies = `
alter table body
  add column valid_from date ${calendar('valid_from')},
  add column valid_to date ${calendar('valid_to')},
  add column row_version integer not null default 1 check (row_version >= 1),
  add constraint body_period check (valid_from <= valid_to);
alter table body alter column row_version drop default;
create table body_former_name (
  municipality char(4) not null,
  body_id uuid not null,
  until date not null ${calendar('until')},
  name text not null check (name <> ''),
  abbreviation text check (abbreviation <> ''),
  primary key (municipality, body_id, until),
  foreign key (municipality, body_id) references body
);
create table works_for (
  municipality char(4) not null,
  works_for_id uuid not null,
  administration_id uuid not null,
  body_id uuid not null,
  valid_from date ${calendar('valid_from')},
  valid_to date ${calendar('valid_to')},
  row_version integer not null check (row_version >= 1),
  primary key (municipality, works_for_id),
  constraint works_for_once unique nulls not distinct (municipality, administration_id, body_id, valid_from),
  foreign key (municipality, administration_id) references body,
  foreign key (municipality, body_id) references body,
  constraint works_for_another check (administration_id <> body_id),
  constraint works_for_period check (valid_from <= valid_to)
);
create index works_for_body on works_for (municipality, body_id);
`;

const successions = `
create table succession (
  municipality char(4) not null references municipality,
  succession_id uuid not null,
  kind text not null check (kind in ('rename', 'merge', 'split', 'dissolve')),
  takes_effect date not null ${calendar('takes_effect')},
  state text not null check (state in ('planned', 'applied', 'cancelled')),
  new_name text check (new_name <> ''),
  new_abbreviation text check (new_abbreviation <> ''),
  choices jsonb not null check (jsonb_typeof(choices) = 'object'),
  roles jsonb not null check (jsonb_typeof(roles) = 'array'),
  request_key uuid not null,
  recorded_at timestamptz not null,
  applied_at timestamptz,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, succession_id),
  constraint succession_sent_once unique (municipality, request_key),
  check ((kind = 'rename') = (new_name is not null)),
  check ((state = 'applied') = (applied_at is not null))
);
create index succession_waiting on succession (municipality, takes_effect) where state = 'planned';
create table succession_body (
  municipality char(4) not null,
  succession_id uuid not null,
  side text not null check (side in ('predecessor', 'successor')),
  position integer not null check (position >= 0),
  body_id uuid not null,
  primary key (municipality, succession_id, side, position),
  unique (municipality, succession_id, side, body_id),
  foreign key (municipality, succession_id) references succession,
  foreign key (municipality, body_id) references body
);
create index succession_body_body on succession_body (municipality, body_id);
`;

const moves = `
create table commitment_move (
  municipality char(4) not null,
  succession_id uuid not null,
  commitment_id uuid not null,
  from_body_id uuid not null,
  to_body_id uuid not null,
  moved_on date not null ${calendar('moved_on')},
  primary key (municipality, succession_id, commitment_id),
  foreign key (municipality, succession_id) references succession,
  foreign key (municipality, commitment_id) references commitment,
  foreign key (municipality, from_body_id) references body,
  foreign key (municipality, to_body_id) references body,
  check (from_body_id <> to_body_id)
);
create index commitment_move_commitment on commitment_move (municipality, commitment_id);
create index commitment_move_from on commitment_move (municipality, from_body_id);
create index commitment_move_to on commitment_move (municipality, to_body_id);
alter table commitment
  add column former_body_id uuid,
  add constraint commitment_former_body foreign key (municipality, former_body_id) references body;
create index commitment_former_body on commitment (municipality, former_body_id) where former_body_id is not null;
`;

const tables = ['body_former_name', 'works_for', 'succession', 'succession_body', 'commitment_move'];

/** Bodies over time: periods, former names, which administration works for whom, successions and the commitments that they moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [bodies, successions, moves]) await sql.raw(part).execute(db);
  for (const table of tables) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
