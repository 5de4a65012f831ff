import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const links = `
create table guest_link (
  municipality char(4) not null references municipality,
  guest_link_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  thing_kind text not null check (thing_kind in ('plan-draft', 'commitment')),
  plan_id uuid,
  commitment_id uuid,
  body_id uuid,
  operation text not null check (operation in ('read-draft-plan', 'answer-commitment', 'report-status')),
  label text not null check (char_length(label) between 1 and 120),
  last_day date not null,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, guest_link_id),
  unique (municipality, token_hash),
  foreign key (municipality, plan_id) references plan on delete cascade,
  foreign key (municipality, commitment_id) references commitment on delete cascade,
  foreign key (municipality, body_id) references body,
  foreign key (municipality, created_by) references account on delete set null (created_by),
  check ((thing_kind = 'plan-draft') = (plan_id is not null)),
  check ((thing_kind = 'commitment') = (commitment_id is not null)),
  check ((thing_kind = 'commitment') = (body_id is not null)),
  check ((thing_kind = 'plan-draft') = (operation = 'read-draft-plan'))
);
create index guest_link_plan on guest_link (municipality, plan_id) where plan_id is not null;
create index guest_link_commitment on guest_link (municipality, commitment_id) where commitment_id is not null;
create index guest_link_body on guest_link (municipality, body_id) where body_id is not null;
create index guest_link_giver on guest_link (municipality, created_by) where created_by is not null;
alter table guest_link enable row level security, force row level security;
create policy own_municipality on guest_link using (${own}) with check (${own});
`;

/** Links for those who are invited without an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(links).execute(db);
}
