import { type Kysely, sql } from 'kysely';

const municipalityAndPeople = `
create table municipality (
  municipality char(4) primary key check (municipality ~ '^[0-9]{4}$'),
  name text not null check (name <> ''),
  hosts text[] not null,
  words jsonb not null check (jsonb_typeof(words) = 'object'),
  report_due_month_day text not null check (report_due_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  theme text not null check (theme ~ '^[a-z0-9-]+$'),
  row_version integer not null check (row_version >= 1)
);
create table body (
  municipality char(4) not null references municipality,
  body_id uuid not null,
  kind text not null check (kind in ('board', 'company', 'administration', 'council', 'association', 'authority')),
  name text not null check (name <> ''),
  abbreviation text check (abbreviation <> ''),
  primary key (municipality, body_id)
);
create table word_rule (
  municipality char(4) not null references municipality,
  word_rule_id uuid not null,
  words text[] not null check (cardinality(words) >= 1),
  body_label text not null check (body_label <> ''),
  primary key (municipality, word_rule_id)
);
create table account (
  municipality char(4) not null references municipality,
  account_id uuid not null,
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null check (name <> ''),
  password_hash text not null,
  disabled boolean not null,
  primary key (municipality, account_id),
  unique (municipality, email)
);
create table membership (
  municipality char(4) not null,
  account_id uuid not null,
  position integer not null check (position >= 0),
  role text not null check (role in ('strategist', 'board-controller', 'reporter', 'reader')),
  body_id uuid,
  primary key (municipality, account_id, position),
  unique nulls not distinct (municipality, account_id, role, body_id),
  foreign key (municipality, account_id) references account on delete cascade,
  foreign key (municipality, body_id) references body,
  check ((role in ('board-controller', 'reporter')) = (body_id is not null))
);
create index membership_body on membership (municipality, body_id);
create table session (
  municipality char(4) not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  primary key (municipality, token_hash),
  foreign key (municipality, account_id) references account on delete cascade
);
create index session_account on session (municipality, account_id);
create index session_expiry on session (municipality, expires_at);
`;

const plans = `
create table plan (
  municipality char(4) not null references municipality,
  plan_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 200),
  title text not null,
  registration_number text check (char_length(registration_number) between 1 and 1000),
  decision_maker text,
  document_owner text,
  words jsonb check (jsonb_typeof(words) = 'object'),
  period_from integer check (period_from between 1900 and 2200),
  period_to integer check (period_to between 1900 and 2200),
  state text not null check (state in ('draft', 'adopted')),
  adopted_on date check (adopted_on between '1900-01-01' and '2200-12-31'),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, plan_id),
  unique (municipality, slug),
  check (period_from <= period_to),
  check ((state = 'adopted') = (adopted_on is not null))
);
create table block (
  municipality char(4) not null,
  plan_id uuid not null,
  block_id uuid not null,
  parent_id uuid,
  kind text not null
    check (kind in ('section', 'paragraph', 'area', 'objective', 'measure', 'indicator', 'related-document')),
  position integer not null check (position >= 0),
  label text check (char_length(label) between 1 and 1000),
  text text not null,
  due_year integer check (due_year between 1900 and 2200),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, block_id),
  unique (municipality, plan_id, block_id),
  constraint block_position unique nulls not distinct (municipality, plan_id, parent_id, kind, position)
    deferrable initially deferred,
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, plan_id, parent_id) references block (municipality, plan_id, block_id)
    deferrable initially deferred,
  check ((kind in ('section', 'area', 'related-document')) = (parent_id is null)),
  check (due_year is null or kind = 'measure')
);
create table plan_case (
  municipality char(4) not null,
  plan_id uuid not null,
  memo jsonb,
  consultation jsonb,
  primary key (municipality, plan_id),
  foreign key (municipality, plan_id) references plan
);
create table source_file (
  municipality char(4) not null,
  plan_id uuid not null,
  source_file_id uuid not null,
  name text not null check (name <> '' and name !~ '[/\\\\[:cntrl:]]'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  received_at timestamptz not null,
  primary key (municipality, source_file_id),
  unique (municipality, plan_id),
  foreign key (municipality, plan_id) references plan
);
`;

const followup = `
create table commitment (
  municipality char(4) not null,
  commitment_id uuid not null,
  plan_id uuid not null,
  measure_id uuid not null,
  body_id uuid,
  body_label text not null check (body_label <> ''),
  role text not null check (role in ('coordinator', 'co-responsible')),
  position integer not null check (position >= 0),
  stance text not null check (stance in ('unanswered', 'accepted', 'commented')),
  comment text not null,
  row_version integer not null check (row_version >= 1),
  report_count integer not null default 0 check (report_count >= 0),
  primary key (municipality, commitment_id),
  constraint commitment_position unique (municipality, plan_id, measure_id, position),
  foreign key (municipality, plan_id, measure_id) references block (municipality, plan_id, block_id),
  foreign key (municipality, body_id) references body
);
create unique index commitment_coordinator on commitment (municipality, plan_id, measure_id) where role = 'coordinator';
create index commitment_body on commitment (municipality, body_id, plan_id, measure_id);
create table activity (
  municipality char(4) not null,
  activity_id uuid not null,
  commitment_id uuid not null,
  title text not null check (title <> ''),
  starts_on date check (starts_on between '1900-01-01' and '2200-12-31'),
  ends_on date check (ends_on between '1900-01-01' and '2200-12-31'),
  state text not null check (state in ('planned', 'in-progress', 'done', 'stopped')),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, activity_id),
  foreign key (municipality, commitment_id) references commitment,
  check (starts_on <= ends_on)
);
create index activity_commitment on activity (municipality, commitment_id);
create table report (
  municipality char(4) not null,
  report_id uuid not null,
  commitment_id uuid not null,
  sequence integer not null check (sequence >= 1),
  status text not null check (status in ('not-started', 'in-progress', 'done', 'stopped')),
  text text not null,
  reported_on date not null check (reported_on between '1900-01-01' and '2200-12-31'),
  author_id uuid,
  author_name text not null,
  request_key text not null check (request_key <> ''),
  primary key (municipality, report_id),
  unique (municipality, commitment_id, sequence),
  unique (municipality, commitment_id, request_key),
  foreign key (municipality, commitment_id) references commitment,
  foreign key (municipality, author_id) references account
);
create index report_author on report (municipality, author_id) where author_id is not null;
`;

const importsAndEvents = `
create table import_draft (
  municipality char(4) not null references municipality,
  import_draft_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  source jsonb,
  reading jsonb not null,
  confirmed text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, import_draft_id)
);
create index import_draft_expiry on import_draft (municipality, expires_at);
create table event (
  municipality char(4) not null references municipality,
  event_id uuid not null,
  happened_at timestamptz not null,
  actor_id uuid,
  request_id text,
  kind text not null check (kind <> ''),
  thing_kind text not null check (thing_kind <> ''),
  thing_id text not null,
  before jsonb,
  after jsonb,
  primary key (municipality, event_id)
);
create index event_thing on event (municipality, thing_kind, thing_id, event_id);
`;

/** The first tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [municipalityAndPeople, plans, followup, importsAndEvents]) await sql.raw(part).execute(db);
}
