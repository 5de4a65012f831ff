import type {
  Candidate,
  OverlapReader,
  OverlapWriter,
  PlacedMeasure,
  SoughtForMeasure,
  Verdict,
  WordstockState,
} from '../../app/overlap/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { SynonymGroup } from '../../core/overlap/synonym-group.ts';
import { jsonColumns } from './plan-tuples.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const measureColumns = `b.block_id as id, b.label, b.text, b.row_version as "rowVersion", b.plan_id as "planId",
  p.title as "planTitle", p.slug as "planSlug", p.state as "planState"`;
const placed = `block b join plan p on p.municipality = b.municipality and p.plan_id = b.plan_id`;

export async function getWordstockState(session: Session): Promise<WordstockState> {
  const state = await session.first(
    written<WordstockState>(
      `select coalesce((select version from wordstock where municipality = $1), 0) as version,
         exists (select from block where municipality = $1 and kind = 'measure' and not words_indexed) as stale`,
      [session.municipality],
    ),
  );
  return state ?? { version: 0, stale: false };
}

export async function listUnregisteredMeasures(session: Session, most: number): Promise<PlacedMeasure[]> {
  return session.all(
    written<PlacedMeasure>(
      `select ${measureColumns} from ${placed}
       where b.municipality = $1 and b.kind = 'measure' and not b.words_indexed order by b.block_id limit $2`,
      [session.municipality, most],
    ),
  );
}

interface WordstockRow {
  readonly roots: readonly [readonly string[] | null, readonly number[] | null];
  readonly measures: number;
}

export async function getWordstock(session: Session): ReturnType<OverlapReader['getWordstock']> {
  const counted = `(select root, count(*) as measures from measure_word where municipality = $1 group by root) w`;
  const row = await session.first(
    written<WordstockRow>(
      `select ${jsonColumns(['w.root', 'w.measures'], counted)} as roots,
         (select count(*)::integer from block where municipality = $1 and kind = 'measure') as measures`,
      [session.municipality],
    ),
  );
  const [roots, counts] = row?.roots ?? [null, null];
  return {
    roots: (roots ?? []).map((root, index) => ({ root, measures: counts?.[index] ?? 0 })),
    measures: row?.measures ?? 0,
  };
}

export async function listSynonymGroups(session: Session): Promise<SynonymGroup[]> {
  return session.all(
    written<SynonymGroup>(
      `select synonym_group_id as id, kind, words from synonym_group where municipality = $1 order by synonym_group_id`,
      [session.municipality],
    ),
  );
}

export async function listPlacedMeasures(session: Session, planId: string): Promise<PlacedMeasure[]> {
  if (!isUuid(planId)) return [];
  return session.all(
    written<PlacedMeasure>(
      `select ${measureColumns} from ${placed}
       join block a on a.municipality = b.municipality and a.block_id = b.parent_id
       where b.municipality = $1 and b.plan_id = $2 and b.kind = 'measure' order by a.position, b.position`,
      [session.municipality, planId],
    ),
  );
}

export async function listMeasuresById(session: Session, ids: readonly string[]): Promise<PlacedMeasure[]> {
  return session.all(
    written<PlacedMeasure>(
      `select ${measureColumns} from ${placed} where b.municipality = $1 and b.block_id = any($2::uuid[]) and b.kind = 'measure'`,
      [session.municipality, ids.filter(isUuid)],
    ),
  );
}

/** Of how many, by gain alone, the texts are looked up; the length of a text then decides which are told of. */
const MOST_LOOKED_UP = 120;

// The register is read by root, in one municipality's part of its key: nothing of what the others have is touched. Each root and
// measure is looked up by itself ("offset 0") and steps that give few rows are materialized, so that the way does not depend on when the tables were last counted.
const candidateRows = `with sought as materialized (
    select s."measureId" as measure_id, s."planId" as plan_id, s.root, s.gain
    from json_to_recordset($2::json) as s("measureId" uuid, "planId" uuid, root text, gain double precision)),
  hit as (
    select s.measure_id, w.block_id, sum(s.gain) as gain
    from sought s cross join lateral (
      select w.plan_id, w.block_id from measure_word w where w.municipality = $1 and w.root = s.root offset 0) w
    where w.plan_id <> s.plan_id and ($3 or w.plan_id <> all (
      coalesce((select array_agg(plan_id) from plan where municipality = $1 and state <> 'adopted'), '{}')))
    group by s.measure_id, w.block_id),
  likely as materialized (
    select * from (
      select h.*, row_number() over (partition by h.measure_id order by h.gain desc, h.block_id) as place from hit h) h
    where h.place <= ${MOST_LOOKED_UP}),
  ranked as materialized (
    select l.measure_id, b.*, row_number() over (
      partition by l.measure_id order by l.gain / sqrt(greatest(char_length(b.text), 20)) desc, b.block_id) as place
    from likely l cross join lateral (
      select * from block where municipality = $1 and block_id = l.block_id offset 0) b
    where b.kind = 'measure')
  select b.measure_id as "measureId", ${measureColumns}
  from ranked b join plan p on p.municipality = $1 and p.plan_id = b.plan_id where b.place <= $4`;

export async function listCandidates(
  session: Session,
  sought: readonly SoughtForMeasure[],
  { drafts, most }: { readonly drafts: boolean; readonly most: number },
): Promise<Candidate[]> {
  if (sought.length === 0) return [];
  const rows = await session.all(
    written<PlacedMeasure & { readonly measureId: string }>(candidateRows, [
      session.municipality,
      JSON.stringify(sought),
      drafts,
      most,
    ]),
  );
  return rows.map(({ measureId, ...found }) => ({ measureId, found }));
}

const verdictColumns = `v.first_id as "firstId", v.second_id as "secondId", v.verdict, v.reason,
  v.first_sha256 as "firstSha256", v.second_sha256 as "secondSha256", v.settled_by as "settledBy",
  a.name as "settledByName", v.settled_at as "settledAt", v.row_version as "rowVersion"`;
const verdicts = `overlap_verdict v join account a on a.municipality = v.municipality and a.account_id = v.settled_by`;

export async function listVerdictsOf(session: Session, measureIds: readonly string[]): Promise<Verdict[]> {
  return session.all(
    written<Verdict>(
      `select ${verdictColumns} from ${verdicts} where v.municipality = $1
         and (v.first_id = any($2::uuid[]) or v.second_id = any($2::uuid[]))
       order by v.settled_at desc, v.first_id, v.second_id`,
      [session.municipality, measureIds.filter(isUuid)],
    ),
  );
}

export async function listVerdicts(session: Session, most: number): Promise<Verdict[]> {
  return session.all(
    written<Verdict>(
      `select ${verdictColumns} from ${verdicts} where v.municipality = $1
       order by v.settled_at desc, v.first_id, v.second_id limit $2`,
      [session.municipality, most],
    ),
  );
}

/** The register follows from the texts of the measures: like an index it is kept without an event, so its rows are not counted as written. */
export async function registerWords(
  session: Session,
  measures: Parameters<OverlapWriter['registerWords']>[1],
): Promise<void> {
  const marked = await session.all(
    written<{ readonly id: string }>(
      `update block b set words_indexed = true from json_to_recordset($2::json) as m(id uuid, "rowVersion" integer)
       where b.municipality = $1 and b.block_id = m.id and b.row_version = m."rowVersion" and not b.words_indexed
       returning b.block_id as id`,
      [session.municipality, JSON.stringify(measures.map(({ id, rowVersion }) => ({ id, rowVersion })))],
    ),
  );
  const ids = new Set(marked.map(({ id }) => id));
  const rows = measures.filter(({ id }) => ids.has(id));
  await session.all(
    written<never>(
      `delete from measure_word w using json_to_recordset($2::json) as m(id uuid, "planId" uuid)
       where w.municipality = $1 and w.plan_id = m."planId" and w.block_id = m.id`,
      [session.municipality, JSON.stringify(rows.map(({ id, planId }) => ({ id, planId })))],
    ),
  );
  await session.all(
    written<never>(
      `insert into measure_word (municipality, root, plan_id, block_id)
       select $1, r.root, m."planId", m.id from json_to_recordset($2::json) as m(id uuid, "planId" uuid, roots text[]),
         unnest(m.roots) as r(root)`,
      [session.municipality, JSON.stringify(rows.map(({ id, planId, roots }) => ({ id, planId, roots })))],
    ),
  );
  await renewWordstock(session);
}

async function renewWordstock(session: Session): Promise<void> {
  await session.all(
    written<never>(
      `insert into wordstock as w (municipality, version) values ($1, 1)
       on conflict (municipality) do update set version = w.version + 1`,
      [session.municipality],
    ),
  );
}

export async function addSynonymGroup(session: Session, group: SynonymGroup): Promise<void> {
  await session.write(
    query.insertInto('synonym_group').values({
      municipality: session.municipality,
      synonym_group_id: group.id,
      kind: group.kind,
      words: group.words,
    }),
  );
  await renewWordstock(session);
}

export async function removeSynonymGroup(session: Session, groupId: string): Promise<void> {
  if (!isUuid(groupId)) return;
  await session.write(
    query
      .deleteFrom('synonym_group')
      .where('municipality', '=', session.municipality)
      .where('synonym_group_id', '=', groupId),
  );
  await renewWordstock(session);
}

export async function settleOverlap(
  session: Session,
  verdict: Omit<Verdict, 'settledByName'>,
): Promise<VersionedWrite<Verdict>> {
  const values = {
    verdict: verdict.verdict,
    reason: verdict.reason,
    first_sha256: verdict.firstSha256,
    second_sha256: verdict.secondSha256,
    settled_by: verdict.settledBy,
    settled_at: verdict.settledAt,
    row_version: verdict.rowVersion + 1,
  };
  const key = { municipality: session.municipality, first_id: verdict.firstId, second_id: verdict.secondId };
  const touched = await session.write(
    verdict.rowVersion === 0
      ? query
          .insertInto('overlap_verdict')
          .values({ ...key, ...values })
          .onConflict((conflict) => conflict.doNothing())
      : query
          .updateTable('overlap_verdict')
          .set(values)
          .where('municipality', '=', key.municipality)
          .where('first_id', '=', key.first_id)
          .where('second_id', '=', key.second_id)
          .where('row_version', '=', verdict.rowVersion),
  );
  if (touched === 1) return { done: true };
  const standing = await listVerdictsOf(session, [verdict.firstId]);
  return { done: false, current: standing.find(({ secondId }) => secondId === verdict.secondId) ?? null };
}
