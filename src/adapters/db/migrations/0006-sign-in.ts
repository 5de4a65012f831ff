import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const providers = `
create table login_provider (
  municipality char(4) not null references municipality,
  login_provider_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 40),
  label text not null check (char_length(label) between 1 and 60),
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null check (client_id <> ''),
  client_authentication text not null check (client_authentication in ('secret', 'key')),
  sealed_secret text not null check (sealed_secret <> ''),
  scopes text[] not null,
  acr_values text[] not null,
  asks_anew boolean not null,
  reads_userinfo boolean not null,
  email_trust text not null check (email_trust in ('none', 'verified', 'all')),
  email_domains text[] not null,
  new_persons text not null check (new_persons in ('refused', 'given-account')),
  enabled boolean not null,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, login_provider_id),
  unique (municipality, slug)
);
create table claim_rule (
  municipality char(4) not null,
  claim_rule_id uuid not null,
  login_provider_id uuid not null,
  claim text not null check (char_length(claim) between 1 and 200),
  value text not null check (char_length(value) between 1 and 500),
  role text not null
    check (role in ('strategist', 'board-controller', 'reporter', 'reader', 'administrator', 'auditor')),
  body_id uuid,
  primary key (municipality, claim_rule_id),
  unique nulls not distinct (municipality, login_provider_id, claim, value, role, body_id),
  foreign key (municipality, login_provider_id) references login_provider on delete cascade,
  foreign key (municipality, body_id) references body,
  check ((role in ('board-controller', 'reporter')) = (body_id is not null))
);
create index claim_rule_body on claim_rule (municipality, body_id) where body_id is not null;
create table claimed_membership (
  municipality char(4) not null,
  account_id uuid not null,
  login_provider_id uuid not null,
  position integer not null check (position >= 0),
  role text not null
    check (role in ('strategist', 'board-controller', 'reporter', 'reader', 'administrator', 'auditor')),
  body_id uuid,
  primary key (municipality, account_id, login_provider_id, position),
  unique nulls not distinct (municipality, account_id, login_provider_id, role, body_id),
  foreign key (municipality, account_id) references account on delete cascade,
  foreign key (municipality, login_provider_id) references login_provider on delete cascade,
  foreign key (municipality, body_id) references body,
  check ((role in ('board-controller', 'reporter')) = (body_id is not null))
);
create index claimed_membership_provider on claimed_membership (municipality, login_provider_id);
create index claimed_membership_body on claimed_membership (municipality, body_id) where body_id is not null;
create table login_identity (
  municipality char(4) not null,
  issuer text not null check (issuer <> ''),
  subject text not null check (char_length(subject) between 1 and 255),
  account_id uuid not null,
  linked_at timestamptz not null,
  primary key (municipality, issuer, subject),
  foreign key (municipality, account_id) references account on delete cascade
);
create index login_identity_account on login_identity (municipality, account_id);
`;

// A session from before is told apart anew and counts as seen now, so that nobody is thrown out by the change.
const sessions = `
alter table session
  add column session_id uuid not null default gen_random_uuid(),
  add column last_seen_at timestamptz not null default now(),
  add column method text not null default 'password' check (method in ('password', 'passkey', 'provider')),
  add column login_provider_id uuid,
  add column sealed_id_token text;
alter table session
  alter column session_id drop default,
  alter column last_seen_at drop default,
  alter column method drop default,
  add constraint session_id_once unique (municipality, session_id),
  add constraint session_provider foreign key (municipality, login_provider_id)
    references login_provider on delete cascade,
  add constraint session_method check ((method = 'provider') = (login_provider_id is not null));
create index session_login_provider on session (municipality, login_provider_id) where login_provider_id is not null;
`;

const passkeys = `
create table passkey (
  municipality char(4) not null,
  passkey_id uuid not null,
  account_id uuid not null,
  credential_id text not null check (credential_id ~ '^[A-Za-z0-9_-]{1,1400}$'),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (municipality, passkey_id),
  unique (municipality, credential_id),
  foreign key (municipality, account_id) references account on delete cascade
);
create index passkey_account on passkey (municipality, account_id);
`;

const short = `
create table used_once (
  municipality char(4) not null references municipality,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  primary key (municipality, token_hash)
);
create index used_once_expiry on used_once (municipality, expires_at);
create table kept_form (
  municipality char(4) not null references municipality,
  kept_form_id uuid not null,
  sealed text not null check (sealed <> ''),
  expires_at timestamptz not null,
  primary key (municipality, kept_form_id)
);
create index kept_form_expiry on kept_form (municipality, expires_at);
`;

const tables = [
  'login_provider',
  'claim_rule',
  'claimed_membership',
  'login_identity',
  'passkey',
  'used_once',
  'kept_form',
];

/** Providers of sign-in with their rules and the roles they give, passkeys, sessions that are listed, and what lives for minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [providers, sessions, passkeys, short]) await sql.raw(part).execute(db);
  for (const table of tables) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
