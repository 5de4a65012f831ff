import type { KeptSystem, PlanTags, TagChange, TaggedBlock, ValueCount } from '../../app/classification/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { ClassificationValue, ClassificationVersion } from '../../core/classification/classification.ts';
import { jsonRows } from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const valueRows = jsonRows(`select v.classification_value_id as id, v.code, v.name, v.replaces
  from classification_value v where v.municipality = e.municipality
    and v.classification_version_id = e.classification_version_id order by v.position`);
const versionColumns = `e.classification_version_id as id, e.label, to_char(e.valid_from, 'YYYY-MM-DD') as "validFrom",
  to_char(e.valid_to, 'YYYY-MM-DD') as "validTo", e.source, e.note, e.row_version as "rowVersion", ${valueRows} as values`;

export async function listClassifications(session: Session): Promise<KeptSystem[]> {
  const versions =
    jsonRows(`select ${versionColumns} from classification_version e where e.municipality = s.municipality
    and e.classification_system_id = s.classification_system_id
    order by e.valid_from nulls first, e.label collate "sv-SE-x-icu", e.classification_version_id`);
  return session.all(
    written<KeptSystem>(
      `select s.classification_system_id as id, s.starting_key as "startingKey", s.name, ${versions} as versions
       from classification_system s where s.municipality = $1
       order by s.name collate "sv-SE-x-icu", s.classification_system_id`,
      [session.municipality],
    ),
  );
}

const tagged = `block_tag t join block b on b.municipality = t.municipality and b.block_id = t.block_id
  join plan p on p.municipality = b.municipality and p.plan_id = b.plan_id`;

export async function countTags(session: Session, drafts: boolean): Promise<ValueCount[]> {
  return session.all(
    written<ValueCount>(
      `select t.classification_value_id as "valueId", (count(*) filter (where b.kind = 'measure'))::integer as measures,
         (count(*) filter (where b.kind = 'objective'))::integer as objectives, count(distinct b.plan_id)::integer as plans
       from ${tagged} where t.municipality = $1 and ($2 or p.state = 'adopted') group by t.classification_value_id`,
      [session.municipality, drafts],
    ),
  );
}

export async function listTagged(
  session: Session,
  valueIds: readonly string[],
  drafts: boolean,
): Promise<TaggedBlock[]> {
  return session.all(
    written<TaggedBlock>(
      `select b.block_id as "blockId", b.kind, b.label, b.text, p.plan_id as "planId", p.title as "planTitle",
         p.slug as "planSlug", p.state as "planState", t.classification_value_id as "valueId"
       from ${tagged} left join block a on a.municipality = b.municipality and a.block_id = b.parent_id
       where t.municipality = $1 and t.classification_value_id = any($2::uuid[]) and ($3 or p.state = 'adopted')
       order by p.title collate "sv-SE-x-icu", p.plan_id, a.position, b.kind, b.position, t.classification_value_id`,
      [session.municipality, valueIds.filter(isUuid), drafts],
    ),
  );
}

export async function getPlanTags(session: Session, planId: string): Promise<PlanTags> {
  if (!isUuid(planId)) return { versions: [], tags: [] };
  const row = await session.first(
    written<PlanTags>(
      `select ${jsonRows(`select classification_system_id as "systemId", classification_version_id as "versionId"
         from plan_classification where municipality = $1 and plan_id = $2 order by classification_system_id`)} as versions,
       ${jsonRows(`select t.block_id as "blockId", t.classification_value_id as "valueId" from block_tag t
         join block b on b.municipality = t.municipality and b.block_id = t.block_id
         where t.municipality = $1 and b.plan_id = $2 order by t.block_id, t.classification_value_id`)} as tags`,
      [session.municipality, planId],
    ),
  );
  return row ?? { versions: [], tags: [] };
}

export async function addClassification(session: Session, system: KeptSystem): Promise<void> {
  await session.write(
    query.insertInto('classification_system').values({
      municipality: session.municipality,
      classification_system_id: system.id,
      starting_key: system.startingKey,
      name: system.name,
    }),
  );
  await session.write(
    written(
      `insert into classification_version (municipality, classification_version_id, classification_system_id, label, valid_from,
         valid_to, source, note, row_version)
       select $1, e.id, $2, e.label, e."validFrom", e."validTo", e.source, e.note, e."rowVersion"
       from json_to_recordset($3::json) as e(id uuid, label text, "validFrom" date, "validTo" date, source text, note text,
         "rowVersion" integer)`,
      [session.municipality, system.id, JSON.stringify(system.versions)],
    ),
  );
  const values = system.versions.flatMap((version) => placed(version));
  if (values.length > 0) await putValues(session, values);
}

interface PlacedValue extends ClassificationValue {
  readonly versionId: string;
  readonly position: number;
}

function placed({ id: versionId, values }: ClassificationVersion): PlacedValue[] {
  return values.map((value, position) => ({ ...value, versionId, position }));
}

/** Puts values in, or changes those that are there. */
async function putValues(session: Session, values: readonly PlacedValue[]): Promise<void> {
  await session.write(
    written(
      `insert into classification_value (municipality, classification_value_id, classification_version_id, code, name, position, replaces)
       select $1, v.id, v."versionId", v.code, v.name, v.position, v.replaces
       from json_to_recordset($2::json) as v(id uuid, "versionId" uuid, code text, name text, position integer, replaces uuid)
       on conflict (municipality, classification_value_id) do update
         set code = excluded.code, name = excluded.name, position = excluded.position, replaces = excluded.replaces`,
      [session.municipality, JSON.stringify(values)],
    ),
  );
}

export async function addClassificationVersion(
  session: Session,
  systemId: string,
  version: ClassificationVersion,
): Promise<void> {
  await session.write(
    query.insertInto('classification_version').values({
      municipality: session.municipality,
      classification_version_id: version.id,
      classification_system_id: systemId,
      label: version.label,
      valid_from: version.validFrom,
      valid_to: version.validTo,
      source: version.source,
      note: version.note,
      row_version: version.rowVersion,
    }),
  );
  if (version.values.length > 0) await putValues(session, placed(version));
}

export async function changeClassificationVersion(
  session: Session,
  version: ClassificationVersion,
): Promise<VersionedWrite<ClassificationVersion>> {
  const touched = await session.write(
    query
      .updateTable('classification_version')
      .set({
        label: version.label,
        valid_from: version.validFrom,
        valid_to: version.validTo,
        source: version.source,
        note: version.note,
        row_version: version.rowVersion + 1,
      })
      .where('municipality', '=', session.municipality)
      .where('classification_version_id', '=', version.id)
      .where('row_version', '=', version.rowVersion),
  );
  if (touched === 0) return { done: false, current: await getVersion(session, version.id) };
  await session.write(
    written(
      `delete from classification_value where municipality = $1 and classification_version_id = $2
         and classification_value_id <> all($3::uuid[])`,
      [session.municipality, version.id, version.values.map(({ id }) => id)],
    ),
  );
  await putValues(session, placed(version));
  return { done: true };
}

function getVersion(session: Session, versionId: string): Promise<ClassificationVersion | null> {
  return session.first(
    written<ClassificationVersion>(
      `select ${versionColumns} from classification_version e where e.municipality = $1 and e.classification_version_id = $2`,
      [session.municipality, versionId],
    ),
  );
}

export async function holdPlanTags(session: Session, planId: string): Promise<PlanTags> {
  await session.first(
    query
      .selectFrom('plan')
      .select('plan_id')
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .forNoKeyUpdate(),
  );
  return getPlanTags(session, planId);
}

export async function setPlanVersions(session: Session, planId: string, versions: PlanTags['versions']): Promise<void> {
  await session.write(
    written(
      `insert into plan_classification (municipality, plan_id, classification_system_id, classification_version_id)
       select $1, $2, v."systemId", v."versionId" from json_to_recordset($3::json) as v("systemId" uuid, "versionId" uuid)
       on conflict (municipality, plan_id, classification_system_id) do update
         set classification_version_id = excluded.classification_version_id`,
      [session.municipality, planId, JSON.stringify(versions)],
    ),
  );
}

export async function changeTags(session: Session, { added, removed }: TagChange): Promise<void> {
  const rows = 'json_to_recordset($2::json) as x("blockId" uuid, "valueId" uuid)';
  if (removed.length > 0)
    await session.write(
      written(
        `delete from block_tag t using ${rows}
         where t.municipality = $1 and t.block_id = x."blockId" and t.classification_value_id = x."valueId"`,
        [session.municipality, JSON.stringify(removed)],
      ),
    );
  if (added.length > 0)
    await session.write(
      written(
        `insert into block_tag (municipality, block_id, classification_value_id) select $1, x."blockId", x."valueId" from ${rows}
         on conflict do nothing`,
        [session.municipality, JSON.stringify(added)],
      ),
    );
}
