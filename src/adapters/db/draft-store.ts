import type { Cause, NewChange, PlanChange, PlanVersion, Ties, VersionFacts } from '../../app/drafting/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { Draft, DraftPiece } from '../../core/drafting/draft.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import type { Block } from '../../core/plan/block.ts';
import type { StatedFacts } from '../../core/plan/plan-content.ts';
import { assert } from '../../core/shared/result.ts';
import { addBlocks, addCommitments } from './plan-writer.ts';
import { getRevision, writeRevision } from './revision-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const LARGEST_NUMBER = 2_147_483_647;

export async function holdDraft(session: Session, planId: string): Promise<boolean> {
  if (!isUuid(planId)) return false;
  const plan = await session.first(
    query
      .selectFrom('plan')
      .select('state')
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .forUpdate(),
  );
  if (plan?.state !== 'adopted') return plan?.state === 'draft';
  return (await getRevision(session, planId)) !== null;
}

export async function holdParts(session: Session, ids: readonly string[]): Promise<Ties> {
  const rows = await session.all(
    written<{ id: string; rowVersion: number; tied: boolean }>(
      `select c.commitment_id as id, c.row_version as "rowVersion",
         c.report_count > 0
         or exists (select from activity v where v.municipality = $1 and v.commitment_id = c.commitment_id)
         or exists (select from commitment_move m where m.municipality = $1 and m.commitment_id = c.commitment_id) as tied
       from commitment c where c.municipality = $1 and c.commitment_id = any($2) for update of c`,
      [session.municipality, ids],
    ),
  );
  return {
    rowVersions: new Map(rows.map(({ id, rowVersion }) => [id, rowVersion])),
    tied: rows.filter(({ tied }) => tied).map(({ id }) => id),
  };
}

export async function writeDraft(session: Session, planId: string, before: Draft, after: Draft): Promise<void> {
  const { blocks: drafted, commitments } = after;
  if (await writeRevision(session, planId, { blocks: drafted, commitments })) return;
  const parts = difference(before.commitments, after.commitments);
  const blocks = difference(before.blocks, after.blocks);
  await removeRows(session, 'commitment', planId, parts.removed);
  await addBlocks(session, planId, blocks.added);
  await updateBlocks(session, planId, blocks.changed);
  // Whoever stops coordinating goes first, since a measure never has two coordinators.
  await updateParts(
    session,
    planId,
    parts.changed.filter(({ role }) => role !== 'coordinator'),
  );
  await updateParts(
    session,
    planId,
    parts.changed.filter(({ role }) => role === 'coordinator'),
  );
  await addCommitments(session, planId, parts.added);
  await removeRows(session, 'block', planId, blocks.removed);
}

interface Difference<T> {
  readonly added: readonly T[];
  readonly changed: readonly T[];
  readonly removed: readonly string[];
}

function difference<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Difference<T> {
  const old = new Map(before.map((each) => [each.id, each]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.filter((each) => {
      const was = old.get(each.id);
      return was !== undefined && was !== each && JSON.stringify(was) !== JSON.stringify(each);
    }),
    removed: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
}

async function removeRows(
  session: Session,
  table: 'block' | 'commitment',
  planId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await session.write(
    written(`delete from ${table} where municipality = $1 and plan_id = $2 and ${table}_id = any($3)`, [
      session.municipality,
      planId,
      ids,
    ]),
  );
}

async function updateBlocks(session: Session, planId: string, blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return;
  await session.write(
    written(
      `update block set parent_id = b."parentId", kind = b.kind, position = b.position, label = b.label, text = b.text,
         due_year = b."dueYear", row_version = b."rowVersion", origin = b.origin, time = b.time
       from json_to_recordset($3) as b(id uuid, "parentId" uuid, kind text, position integer, label text, text text,
         "dueYear" integer, "rowVersion" integer, origin jsonb, time jsonb)
       where block.municipality = $1 and block.plan_id = $2 and block.block_id = b.id`,
      [session.municipality, planId, JSON.stringify(blocks)],
    ),
  );
}

async function updateParts(session: Session, planId: string, parts: readonly Commitment[]): Promise<void> {
  if (parts.length === 0) return;
  await session.write(
    written(
      `update commitment set measure_id = c."measureId", body_id = c."bodyId", body_label = c."bodyLabel", role = c.role,
         position = c.position, stance = c.stance, comment = c.comment, row_version = c."rowVersion"
       from json_to_recordset($3) as c(id uuid, "measureId" uuid, "bodyId" uuid, "bodyLabel" text, role text,
         position integer, stance text, comment text, "rowVersion" integer)
       where commitment.municipality = $1 and commitment.plan_id = $2 and commitment.commitment_id = c.id`,
      [session.municipality, planId, JSON.stringify(parts)],
    ),
  );
}

export async function changePlanFacts(
  session: Session,
  planId: string,
  { facts, rowVersion }: { readonly facts: StatedFacts; readonly rowVersion: number },
): Promise<VersionedWrite<{ readonly rowVersion: number }>> {
  const touched = await session.write(
    query
      .updateTable('plan')
      .set({
        title: facts.title,
        registration_number: facts.registrationNumber,
        decision_maker: facts.decisionMaker,
        document_owner: facts.documentOwner,
        period_from: facts.periodFrom,
        period_to: facts.periodTo,
        row_version: rowVersion + 1,
      })
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('row_version', '=', rowVersion),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    query
      .selectFrom('plan')
      .select('row_version as rowVersion')
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId),
  );
  return { done: false, current };
}

export function addChange(session: Session, planId: string, change: NewChange): Promise<void> {
  return addChanges(session, planId, [change]);
}

export async function addChanges(session: Session, planId: string, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    municipality: session.municipality,
    plan_id: planId,
    change_id: change.id,
    after_version: change.afterVersion,
    block_id: change.blockId,
    op: change.op,
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
    undoes: change.undoes,
    cause: change.cause?.kind ?? null,
    cause_note: change.cause?.note ?? '',
    changed_at: change.changedAt,
    changed_by: change.changedBy,
    row_version: 1,
  }));
  await session.write(query.insertInto('plan_change').values(rows));
}

const changeColumns = `c.change_id as id, c.after_version as "afterVersion", c.block_id as "blockId", c.op, c.before, c.after,
  c.undoes, u.change_id as "undoneBy",
  case when c.cause is null then null else json_build_object('kind', c.cause, 'note', c.cause_note) end as cause,
  c.changed_at as "changedAt", c.changed_by as "changedBy", a.name as "changedByName", c.row_version as "rowVersion"`;
const changeJoins = `left join plan_change u on u.municipality = c.municipality and u.undoes = c.change_id
  left join account a on a.municipality = c.municipality and a.account_id = c.changed_by`;

export async function listChanges(
  session: Session,
  planId: string,
  { afterVersion, most }: { readonly afterVersion: number; readonly most: number },
): Promise<PlanChange[]> {
  if (!isUuid(planId)) return [];
  return session.all(
    written<PlanChange>(
      `select ${changeColumns} from plan_change c ${changeJoins}
       where c.municipality = $1 and c.plan_id = $2 and c.after_version >= $3 order by c.change_id desc limit $4`,
      [session.municipality, planId, afterVersion, most],
    ),
  );
}

export async function getChange(session: Session, planId: string, changeId: string): Promise<PlanChange | null> {
  if (!isUuid(planId) || !isUuid(changeId)) return null;
  return session.first(
    written<PlanChange>(
      `select ${changeColumns} from plan_change c ${changeJoins}
       where c.municipality = $1 and c.plan_id = $2 and c.change_id = $3`,
      [session.municipality, planId, changeId],
    ),
  );
}

export async function countCauseless(session: Session, planId: string, afterVersion: number): Promise<number> {
  const row = await session.first(
    written<{ count: number }>(
      `select count(*)::integer as count from plan_change c
       where c.municipality = $1 and c.plan_id = $2 and c.after_version >= $3 and c.cause is null and c.undoes is null
         and not exists (select from plan_change u where u.municipality = $1 and u.undoes = c.change_id)`,
      [session.municipality, planId, afterVersion],
    ),
  );
  return row?.count ?? 0;
}

export async function extendChange(
  session: Session,
  planId: string,
  { id, after, changedAt }: { readonly id: string; readonly after: DraftPiece; readonly changedAt: Date },
): Promise<void> {
  await session.write(
    query
      .updateTable('plan_change')
      .set({ after: JSON.stringify(after), changed_at: changedAt })
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('change_id', '=', id),
  );
}

export async function setCause(
  session: Session,
  planId: string,
  { id, cause, rowVersion }: { readonly id: string; readonly cause: Cause; readonly rowVersion: number },
): Promise<VersionedWrite<PlanChange>> {
  if (!isUuid(planId) || !isUuid(id)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('plan_change')
      .set({ cause: cause.kind, cause_note: cause.note, row_version: rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('change_id', '=', id)
      .where('row_version', '=', rowVersion),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getChange(session, planId, id) };
}

export async function addVersion(session: Session, planId: string, version: PlanVersion): Promise<void> {
  const touched = await session.write(
    written(
      `insert into plan_version (municipality, plan_id, number, kind, content, content_hash, note, decided_on, frozen_at,
         frozen_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       where $3 = 1 + (select coalesce(max(number), 0) from plan_version where municipality = $1 and plan_id = $2)`,
      [
        ...[session.municipality, planId, version.number, version.kind, JSON.stringify(version.content)],
        ...[version.contentHash, version.note, version.decidedOn, version.frozenAt, version.frozenBy],
      ],
    ),
  );
  assert(touched === 1, 'a version has the number after the latest');
}

const versionColumns = `number, kind, content_hash as "contentHash", note, to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
  frozen_at as "frozenAt", frozen_by as "frozenBy"`;

export async function listVersions(session: Session, planId: string): Promise<VersionFacts[]> {
  if (!isUuid(planId)) return [];
  return session.all(
    written<VersionFacts>(
      `select ${versionColumns} from plan_version where municipality = $1 and plan_id = $2 order by number desc`,
      [session.municipality, planId],
    ),
  );
}

export async function getVersion(session: Session, planId: string, number: number): Promise<PlanVersion | null> {
  if (!isUuid(planId) || !Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER) return null;
  return session.first(
    written<PlanVersion>(
      `select ${versionColumns}, content from plan_version where municipality = $1 and plan_id = $2 and number = $3`,
      [session.municipality, planId, number],
    ),
  );
}
