import type { NewPlan, PlanWriter, SourceFile } from '../../app/plan/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { asBuffer } from './import-store.ts';
import { getFacts } from './plan-reader.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

export async function addPlan(session: Session, plan: NewPlan): Promise<void> {
  const { facts } = plan;
  await session.write(
    query.insertInto('plan').values({
      municipality: session.municipality,
      plan_id: facts.id,
      slug: facts.slug,
      title: facts.title,
      registration_number: facts.registrationNumber,
      decision_maker: facts.decisionMaker,
      document_owner: facts.documentOwner,
      words: facts.words === null ? null : JSON.stringify(facts.words),
      settings: facts.settings == null ? null : JSON.stringify(facts.settings),
      period_from: facts.periodFrom,
      period_to: facts.periodTo,
      state: facts.state,
      adopted_on: facts.adoptedOn,
      row_version: facts.rowVersion,
    }),
  );
  await addBlocks(session, facts.id, plan.blocks);
  await addCommitments(session, facts.id, plan.commitments);
  if (plan.planCase !== null) await addPlanCase(session, facts.id, plan.planCase);
  if (plan.sourceFile !== null) await addSourceFile(session, facts.id, plan.sourceFile);
}

// Many rows go in as one JSON text: one statement whatever the size, and never near the limit of 65,535 parameters.
export async function addBlocks(session: Session, planId: string, blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return;
  await session.write(
    written(
      `insert into block (municipality, plan_id, block_id, parent_id, kind, position, label, text, due_year, row_version,
         origin, time)
       select $1, $2, b.id, b."parentId", b.kind, b.position, b.label, b.text, b."dueYear", b."rowVersion", b.origin, b.time
       from json_to_recordset($3) as b(id uuid, "parentId" uuid, kind text, position integer, label text, text text,
         "dueYear" integer, "rowVersion" integer, origin jsonb, time jsonb)`,
      [session.municipality, planId, JSON.stringify(blocks)],
    ),
  );
}

export async function addCommitments(
  session: Session,
  planId: string,
  commitments: readonly Commitment[],
): Promise<void> {
  if (commitments.length === 0) return;
  await session.write(
    written(
      `insert into commitment (municipality, commitment_id, plan_id, measure_id, body_id, body_label, role, position,
         stance, comment, row_version)
       select $1, c.id, $2, c."measureId", c."bodyId", c."bodyLabel", c.role, c.position, c.stance, c.comment,
         c."rowVersion"
       from json_to_recordset($3) as c(id uuid, "measureId" uuid, "bodyId" uuid, "bodyLabel" text, role text,
         position integer, stance text, comment text, "rowVersion" integer)`,
      [session.municipality, planId, JSON.stringify(commitments)],
    ),
  );
}

async function addPlanCase(
  session: Session,
  planId: string,
  planCase: NonNullable<NewPlan['planCase']>,
): Promise<void> {
  await session.write(
    query.insertInto('plan_case').values({
      municipality: session.municipality,
      plan_id: planId,
      memo: planCase.memo === null ? null : JSON.stringify(planCase.memo),
      consultation: planCase.consultation === null ? null : JSON.stringify(planCase.consultation),
    }),
  );
}

async function addSourceFile(session: Session, planId: string, file: SourceFile): Promise<void> {
  await session.write(
    query.insertInto('source_file').values({
      municipality: session.municipality,
      plan_id: planId,
      source_file_id: file.id,
      name: file.name,
      sha256: file.sha256,
      bytes: asBuffer(file.bytes),
      received_at: file.receivedAt,
    }),
  );
}

export async function changePlanHouse(
  session: Session,
  planId: string,
  change: Parameters<PlanWriter['changePlanHouse']>[2],
): Promise<VersionedWrite<PlanFacts>> {
  if (!isUuid(planId)) return { done: false, current: null };
  const { words, settings, rowVersion } = change;
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  const touched = await session.write(
    query
      .updateTable('plan')
      .set({ words: json(words), settings: json(settings), row_version: rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('row_version', '=', rowVersion),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getFacts(session, planId) };
}

export async function adoptPlan(
  session: Session,
  planId: string,
  adoption: { adoptedOn: string; rowVersion: number },
): Promise<VersionedWrite<PlanFacts>> {
  if (!isUuid(planId)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('plan')
      .set({ state: 'adopted', adopted_on: adoption.adoptedOn, row_version: adoption.rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('state', '=', 'draft')
      .where('row_version', '=', adoption.rowVersion),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getFacts(session, planId) };
}
