import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const tables = `
create table watched_item (
  municipality char(4) not null references municipality,
  watched_item_id uuid not null,
  kind text not null check (kind in ('law', 'directive', 'assignment', 'inquiry', 'goal', 'other')),
  title text not null check (char_length(title) between 1 and 300),
  source_url text not null check (source_url = '' or source_url ~* '^https?://' and char_length(source_url) <= 2000),
  summary text not null check (char_length(summary) <= 5000),
  in_force_on date check (in_force_on between '1900-01-01' and '2200-12-31'),
  expected_on date check (expected_on between '1900-01-01' and '2200-12-31'),
  follow_up_on date check (follow_up_on between '1900-01-01' and '2200-12-31'),
  owner_body_id uuid,
  owner_account_id uuid,
  state text not null check (state in ('expected', 'decided', 'in-force', 'ended')),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, watched_item_id),
  foreign key (municipality, owner_body_id) references body,
  foreign key (municipality, owner_account_id) references account,
  constraint watched_item_one_owner check (owner_body_id is null or owner_account_id is null)
);
create index watched_item_owner_body on watched_item (municipality, owner_body_id);
create index watched_item_owner_account on watched_item (municipality, owner_account_id);
create table watched_plan (
  municipality char(4) not null,
  watched_item_id uuid not null,
  plan_id uuid not null,
  primary key (municipality, watched_item_id, plan_id),
  foreign key (municipality, watched_item_id) references watched_item,
  foreign key (municipality, plan_id) references plan
);
create index watched_plan_plan on watched_plan (municipality, plan_id);
create table watched_measure (
  municipality char(4) not null,
  watched_item_id uuid not null,
  block_id uuid not null,
  primary key (municipality, watched_item_id, block_id),
  foreign key (municipality, watched_item_id) references watched_item,
  foreign key (municipality, block_id) references block on delete cascade
);
create index watched_measure_block on watched_measure (municipality, block_id);
`;

/** Laws, directives, assignments and inquiries that are watched, with their days, owner and what they touch. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  for (const table of ['watched_item', 'watched_plan', 'watched_measure']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
