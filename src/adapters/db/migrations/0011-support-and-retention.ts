import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const support = `
create table support_access (
  municipality char(4) not null,
  support_access_id uuid not null,
  account_id uuid not null,
  reason_class text not null check (reason_class in ('fault', 'question', 'settings', 'security', 'other')),
  reason text check (char_length(reason) between 1 and 500),
  link_hash text not null check (link_hash ~ '^[0-9a-f]{64}$'),
  link_ends_at timestamptz not null,
  link_used_at timestamptz,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (municipality, support_access_id),
  unique (municipality, account_id),
  unique (municipality, link_hash),
  foreign key (municipality, account_id) references account,
  constraint support_access_times check (ends_at > opened_at and link_ends_at > opened_at)
);
create index support_access_open on support_access (municipality, ends_at) where ended_at is null;
alter table session drop constraint session_method_check;
alter table session
  add constraint session_method_check check (method in ('password', 'passkey', 'provider', 'support-link'));
`;

const retention = `
alter table account add column removed_at timestamptz;
create index account_left on account (municipality, left_on) where left_on is not null and removed_at is null;
create table retention_rule (
  municipality char(4) not null references municipality,
  record_class text not null check (record_class <> ''),
  days integer not null check (days >= 0),
  row_version integer not null check (row_version >= 1),
  primary key (municipality, record_class)
);
`;

/** Access for support that ends by itself, people who have been removed, and how long a municipality keeps what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [support, retention]) await sql.raw(part).execute(db);
  for (const table of ['support_access', 'retention_rule']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
