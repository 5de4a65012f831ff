import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const revision = `
create table plan_revision (
  municipality char(4) not null,
  plan_id uuid not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  started_at timestamptz not null,
  started_by uuid,
  primary key (municipality, plan_id),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, started_by) references account
);
create index plan_revision_started_by on plan_revision (municipality, started_by) where started_by is not null;
alter table plan_revision enable row level security, force row level security;
create policy own_municipality on plan_revision using (${own}) with check (${own});
`;

/** The text of an adopted plan while it is being revised, apart from the one that holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(revision).execute(db);
}
