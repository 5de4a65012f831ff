import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const systems = `
create table classification_system (
  municipality char(4) not null references municipality,
  classification_system_id uuid not null,
  starting_key text check (starting_key <> ''),
  name text not null check (char_length(name) between 1 and 200),
  primary key (municipality, classification_system_id),
  unique (municipality, starting_key)
);
create table classification_version (
  municipality char(4) not null,
  classification_version_id uuid not null,
  classification_system_id uuid not null,
  label text not null check (char_length(label) between 1 and 200),
  valid_from date check (valid_from between '1900-01-01' and '2200-12-31'),
  valid_to date check (valid_to between '1900-01-01' and '2200-12-31'),
  source text not null check (char_length(source) <= 1000),
  note text not null check (char_length(note) <= 2000),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, classification_version_id),
  unique (municipality, classification_system_id, classification_version_id),
  foreign key (municipality, classification_system_id) references classification_system,
  check (valid_from <= valid_to)
);
create table classification_value (
  municipality char(4) not null,
  classification_value_id uuid not null,
  classification_version_id uuid not null,
  code text not null check (char_length(code) between 1 and 40),
  name text not null check (char_length(name) between 1 and 300),
  position integer not null check (position >= 0),
  replaces uuid,
  primary key (municipality, classification_value_id),
  constraint classification_value_code unique (municipality, classification_version_id, code) deferrable initially deferred,
  foreign key (municipality, classification_version_id) references classification_version,
  foreign key (municipality, replaces) references classification_value deferrable initially deferred
);
create index classification_value_replaces on classification_value (municipality, replaces);
`;

const tags = `
create table plan_classification (
  municipality char(4) not null,
  plan_id uuid not null,
  classification_system_id uuid not null,
  classification_version_id uuid not null,
  primary key (municipality, plan_id, classification_system_id),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, classification_system_id, classification_version_id)
    references classification_version (municipality, classification_system_id, classification_version_id)
);
create index plan_classification_version
  on plan_classification (municipality, classification_system_id, classification_version_id);
create table block_tag (
  municipality char(4) not null,
  block_id uuid not null,
  classification_value_id uuid not null,
  primary key (municipality, block_id, classification_value_id),
  foreign key (municipality, block_id) references block on delete cascade,
  foreign key (municipality, classification_value_id) references classification_value
);
create index block_tag_value on block_tag (municipality, classification_value_id, block_id);
`;

/** Systems by which measures and objectives of all plans are sorted, in versions, and what has been tagged with their values. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [systems, tags]) await sql.raw(part).execute(db);
  for (const table of [
    'classification_system',
    'classification_version',
    'classification_value',
    'plan_classification',
    'block_tag',
  ]) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
