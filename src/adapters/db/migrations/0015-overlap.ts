import { type Kysely, sql } from 'kysely';

const own = `municipality = current_setting('handlingskraft.municipality', true)::char(4)`;

// The register of words follows from the texts of the measures. Whoever changes a text in whatever way marks it as not yet
// registered, in the same transaction; it is registered before it is next searched. Rows that are put in again from a backup keep their mark.
const words = `
alter table block add column words_indexed boolean not null default false;
create index block_unindexed on block (municipality, block_id) where kind = 'measure' and not words_indexed;
create function forget_words() returns trigger language plpgsql as $$
begin
  new.words_indexed := false;
  return new;
end $$;
create trigger block_text_changes before update of text on block
  for each row when (old.text is distinct from new.text) execute function forget_words();
create table measure_word (
  municipality char(4) not null,
  root text not null check (root <> ''),
  plan_id uuid not null,
  block_id uuid not null,
  primary key (municipality, root, plan_id, block_id),
  foreign key (municipality, plan_id, block_id) references block (municipality, plan_id, block_id) on delete cascade
);
create index measure_word_block on measure_word (municipality, plan_id, block_id);
create table wordstock (
  municipality char(4) primary key references municipality,
  version integer not null check (version >= 1)
);
create table synonym_group (
  municipality char(4) not null references municipality,
  synonym_group_id uuid not null,
  kind text not null check (kind in ('together', 'apart')),
  words text[] not null check (cardinality(words) >= 1),
  primary key (municipality, synonym_group_id)
);
`;

const verdicts = `
create table overlap_verdict (
  municipality char(4) not null,
  first_id uuid not null,
  second_id uuid not null,
  verdict text not null check (verdict in ('complements', 'overlaps', 'same', 'none')),
  reason text not null check (char_length(reason) <= 2000),
  first_sha256 text not null check (first_sha256 ~ '^[0-9a-f]{64}$'),
  second_sha256 text not null check (second_sha256 ~ '^[0-9a-f]{64}$'),
  settled_by uuid not null,
  settled_at timestamptz not null,
  row_version integer not null check (row_version >= 1),
  primary key (municipality, first_id, second_id),
  foreign key (municipality, first_id) references block on delete cascade,
  foreign key (municipality, second_id) references block on delete cascade,
  foreign key (municipality, settled_by) references account,
  check (first_id < second_id)
);
create index overlap_verdict_second on overlap_verdict (municipality, second_id);
create index overlap_verdict_settled_by on overlap_verdict (municipality, settled_by);
`;

/** The words of measures, for finding those of different plans that say the same, what words mean the same, and what people have found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [words, verdicts]) await sql.raw(part).execute(db);
  for (const table of ['measure_word', 'wordstock', 'synonym_group', 'overlap_verdict']) {
    await sql.raw(`alter table ${table} enable row level security, force row level security`).execute(db);
    await sql.raw(`create policy own_municipality on ${table} using (${own}) with check (${own})`).execute(db);
  }
}
