import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

const blocks = `
alter table block drop constraint block_kind_check;
alter table block
  add constraint block_kind_check check (kind in ('section', 'paragraph', 'bullet', 'responsibility-table', 'area',
    'objective', 'measure', 'indicator', 'related-document')),
  add column origin jsonb check (jsonb_typeof(origin) = 'object'),
  add column series text not null generated always as
    (case when kind in ('paragraph', 'bullet', 'responsibility-table') then 'prose' else kind end) stored,
  drop constraint block_position;
alter table block
  add constraint block_position unique nulls not distinct (municipality, plan_id, parent_id, series, position)
    deferrable initially deferred;
alter table commitment drop constraint commitment_position;
alter table commitment
  add constraint commitment_position unique (municipality, plan_id, measure_id, position) deferrable initially deferred;
`;

const versions = `
create table plan_version (
  municipality char(4) not null,
  plan_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('draft', 'remitted', 'proposal', 'adopted', 'revised')),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  note text not null,
  decided_on date check (decided_on between '1900-01-01' and '2200-12-31'),
  frozen_at timestamptz not null,
  frozen_by uuid,
  primary key (municipality, plan_id, number),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, frozen_by) references account
);
create index plan_version_frozen_by on plan_version (municipality, frozen_by) where frozen_by is not null;
create function refuse_change_of_version() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen version is kept as it was';
end $$;
create trigger version_append_only before update or delete on plan_version
  for each row execute function refuse_change_of_version();
create trigger version_no_truncate before truncate on plan_version
  for each statement execute function refuse_change_of_version();
`;

const changes = `
create table plan_change (
  municipality char(4) not null,
  plan_id uuid not null,
  change_id uuid not null,
  after_version integer not null check (after_version >= 0),
  block_id uuid,
  op text not null check (op in ('text', 'add', 'move', 'split', 'merge', 'strike', 'roles', 'facts', 'numbers', 'undo')),
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  undoes uuid,
  cause text check (cause in ('remark', 'motion', 'editorial', 'authority')),
  cause_note text not null check (char_length(cause_note) <= 1000),
  changed_at timestamptz not null,
  changed_by uuid,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, change_id),
  foreign key (municipality, plan_id) references plan,
  foreign key (municipality, changed_by) references account,
  foreign key (municipality, undoes) references plan_change
);
create index plan_change_plan on plan_change (municipality, plan_id, change_id);
create unique index plan_change_undone on plan_change (municipality, undoes) where undoes is not null;
create index plan_change_changed_by on plan_change (municipality, changed_by) where changed_by is not null;
`;

/** Plans as drafts: bullets and tables of responsibilities, frozen versions, and every change with its cause. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [blocks, versions, changes]) await sql.raw(part).execute(db);
  for (const table of ['plan_version', 'plan_change']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
