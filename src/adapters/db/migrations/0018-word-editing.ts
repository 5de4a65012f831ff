import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const tables = `
create table word_export (
  municipality char(4) not null,
  plan_id uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  words jsonb not null check (jsonb_typeof(words) = 'object'),
  made_at timestamptz not null,
  made_by uuid,
  primary key (municipality, plan_id, content_hash),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, made_by) references account
);
create index word_export_made_by on word_export (municipality, made_by) where made_by is not null;
create table edited_file (
  municipality char(4) not null,
  edited_file_id uuid not null,
  plan_id uuid not null,
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  content_hash text not null,
  base_known boolean not null,
  beside jsonb not null check (jsonb_typeof(beside) = 'object'),
  received_at timestamptz not null,
  received_by uuid not null,
  primary key (municipality, edited_file_id),
  unique (municipality, plan_id, sha256),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, plan_id, content_hash) references word_export,
  foreign key (municipality, received_by) references account
);
create index edited_file_base on edited_file (municipality, plan_id, content_hash);
create index edited_file_received_by on edited_file (municipality, received_by);
create table edit_proposal (
  municipality char(4) not null,
  edited_file_id uuid not null,
  position integer not null check (position >= 0),
  proposal jsonb not null check (jsonb_typeof(proposal) = 'object'),
  state text not null check (state in ('open', 'taken', 'declined')),
  decided_at timestamptz,
  decided_by uuid,
  result_id uuid,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, edited_file_id, position),
  foreign key (municipality, edited_file_id) references edited_file,
  foreign key (municipality, decided_by) references account,
  constraint edit_proposal_decided check ((state = 'open') = (decided_at is null))
);
create index edit_proposal_decided_by on edit_proposal (municipality, decided_by) where decided_by is not null;
`;

/** Plans sent out for editing in Word, what came back, and what each file proposes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  for (const table of ['word_export', 'edited_file', 'edit_proposal']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
