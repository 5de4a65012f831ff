import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const tables = `
alter table word_rule add column row_version integer not null default 1 check (row_version >= 1);
alter table word_rule alter column row_version drop default;
create table rule_grade (
  municipality char(4) not null references municipality,
  rule text not null check (rule ~ '^[a-z]+(-[a-z]+)*$'),
  grade text not null check (grade in ('off', 'note', 'warning', 'error', 'blocking')),
  primary key (municipality, rule)
);
create table finding_acknowledgement (
  municipality char(4) not null,
  plan_id uuid not null,
  finding_key text not null check (finding_key ~ '^[0-9a-f]{64}$'),
  rule text not null check (rule ~ '^[a-z]+(-[a-z]+)*$'),
  block_id uuid,
  reason text not null check (char_length(reason) between 1 and 1000),
  account_id uuid not null,
  acknowledged_at timestamptz not null,
  primary key (municipality, plan_id, finding_key),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, account_id) references account
);
create index finding_acknowledgement_account on finding_acknowledgement (municipality, account_id);
`;

/** The grade that a municipality gives a rule, findings that are left as they are with a reason, and versions of word rules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  for (const table of ['rule_grade', 'finding_acknowledgement']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
