import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;
const calendar = (column: string) => `check (${column} between '1900-01-01' and '2200-12-31')`;

const accounts = `
alter table account
  alter column password_hash drop not null,
  add column left_on date ${calendar('left_on')},
  add column row_version integer not null default 1 check (row_version >= 1);
alter table account alter column row_version drop default;
`;

const memberships = `
alter table membership
  add column valid_from date ${calendar('valid_from')},
  add column valid_to date ${calendar('valid_to')},
  add column substitute_for uuid,
  drop constraint membership_municipality_account_id_role_body_id_key,
  add constraint membership_once unique nulls not distinct
    (municipality, account_id, role, body_id, valid_from, substitute_for),
  add constraint membership_period check (valid_from <= valid_to),
  add constraint membership_substitute_ends check (substitute_for is null or valid_to is not null),
  add constraint membership_substitute_is_another check (substitute_for <> account_id),
  add constraint membership_substitute foreign key (municipality, substitute_for) references account
    on delete set null (substitute_for);
create index membership_substitute on membership (municipality, substitute_for) where substitute_for is not null;
`;

const links = `
create table account_link (
  municipality char(4) not null,
  account_link_id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'password-reset')),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (municipality, account_link_id),
  unique (municipality, token_hash),
  foreign key (municipality, account_id) references account on delete cascade,
  check (used_at is null or withdrawn_at is null)
);
create index account_link_account on account_link (municipality, account_id);
create index account_link_expiry on account_link (municipality, expires_at);
alter table account_link enable row level security, force row level security;
create policy own_municipality on account_link using (${own}) with check (${own});
`;

const responsible = `
alter table commitment
  add column responsible_account_id uuid,
  add constraint commitment_responsible foreign key (municipality, responsible_account_id) references account
    on delete set null (responsible_account_id);
create index commitment_responsible on commitment (municipality, responsible_account_id)
  where responsible_account_id is not null;
`;

/** Roles with dates, substitutes, people who leave, links of invitation and recovery, and who is responsible for a commitment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [accounts, memberships, links, responsible]) await sql.raw(part).execute(db);
}
