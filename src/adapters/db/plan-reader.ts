import type { FirstBody, MeasureInPlan, PartView, PlanCase, SourceFile, WholePlan } from '../../app/plan/ports.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { inDocumentOrder } from '../../core/plan/document-order.ts';
import { blockColumns, factsColumns, jsonRow, jsonRows, viewColumns, viewJoins } from './plan-columns.ts';
import { inMeasureOrder } from './plan-order.ts';
import {
  type BlockTuple,
  blockValues,
  type Columns,
  jsonColumns,
  type PartTuple,
  partValues,
  rowsOf,
  toBlock,
  toPart,
  toView,
  type ViewTuple,
  viewValues,
} from './plan-tuples.ts';
import { type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

export async function listPlans(session: Session): Promise<PlanFacts[]> {
  return session.all(
    written<PlanFacts>(
      `select ${factsColumns} from plan p where p.municipality = $1 order by p.title collate "sv-SE-x-icu", p.plan_id`,
      [session.municipality],
    ),
  );
}

/** A whole plan as one row: PostgreSQL gathers blocks and commitments, the latter with the values that are asked for. */
function wholePlanBy(condition: string, values: readonly string[]): string {
  return `select ${jsonRow(`select ${factsColumns}`)} as facts,
    ${jsonColumns(blockValues, 'block b where b.municipality = p.municipality and b.plan_id = p.plan_id')} as blocks,
    ${jsonColumns(
      values,
      `commitment c ${viewJoins} where c.municipality = p.municipality and c.plan_id = p.plan_id`,
    )} as commitments
  from plan p where p.municipality = $1 and ${condition}`;
}

const wholePlanBySlug = wholePlanBy('p.slug = $2', viewValues);
const wholePlanById = wholePlanBy('p.plan_id = $2', viewValues);
const planOutlineBySlug = wholePlanBy('p.slug = $2', partValues);

interface WholePlanRow<Tuple extends readonly unknown[]> {
  readonly facts: PlanFacts;
  readonly blocks: Columns<BlockTuple>;
  readonly commitments: Columns<Tuple>;
}

export async function getPlanBySlug(session: Session, slug: string): Promise<WholePlan | null> {
  return wholePlan(session, wholePlanBySlug, slug);
}

export async function getPlanById(session: Session, planId: string): Promise<WholePlan | null> {
  return isUuid(planId) ? wholePlan(session, wholePlanById, planId) : null;
}

async function wholePlan(session: Session, statement: string, key: string): Promise<WholePlan | null> {
  const row = await session.first(written<WholePlanRow<ViewTuple>>(statement, [session.municipality, key]));
  return row && toWholePlan(row, (tuple) => toView(row.facts.id, tuple));
}

export async function getPlanOutline(session: Session, slug: string): Promise<WholePlan<PartView> | null> {
  const row = await session.first(written<WholePlanRow<PartTuple>>(planOutlineBySlug, [session.municipality, slug]));
  return row && toWholePlan(row, toPart);
}

function toWholePlan<Tuple extends readonly unknown[], Part extends PartView>(
  { facts, blocks, commitments }: WholePlanRow<Tuple>,
  toPlanPart: (tuple: Tuple) => Part,
): WholePlan<Part> {
  const inOrder = inDocumentOrder(rowsOf(blocks, toBlock));
  return { facts, blocks: inOrder, commitments: inMeasureOrder(rowsOf(commitments, toPlanPart), inOrder) };
}

const adoptedMeasuresOfBody = `
  select ${jsonRow(`select ${factsColumns}`)} as plan, ${jsonRow(
    `select ${blockColumns('a')} where a.block_id is not null`,
  )} as area,
    ${jsonRow(`select ${blockColumns('b')}`)} as measure,
    ${jsonRows(
      `select ${viewColumns} from commitment c ${viewJoins} where c.municipality = b.municipality
       and c.plan_id = b.plan_id and c.measure_id = b.block_id order by c.position`,
    )} as commitments
  from (
    select distinct municipality, plan_id, measure_id from commitment where municipality = $1 and body_id = $2
  ) own
  join plan p on p.municipality = own.municipality and p.plan_id = own.plan_id and p.state = 'adopted'
  join block b on b.municipality = own.municipality and b.block_id = own.measure_id
  left join block a on a.municipality = b.municipality and a.block_id = b.parent_id
  where p.municipality = $1
  order by p.title collate "sv-SE-x-icu", p.plan_id, a.position, b.position`;

export async function listAdoptedMeasuresOfBody(session: Session, bodyId: string): Promise<MeasureInPlan[]> {
  if (!isUuid(bodyId)) return [];
  return session.all(written<MeasureInPlan>(adoptedMeasuresOfBody, [session.municipality, bodyId]));
}

export async function getBlock(session: Session, planId: string, blockId: string): Promise<Block | null> {
  if (!isUuid(planId) || !isUuid(blockId)) return null;
  return session.first(
    written<Block>(
      `select ${blockColumns('b')} from block b where b.municipality = $1 and b.plan_id = $2 and b.block_id = $3`,
      [session.municipality, planId, blockId],
    ),
  );
}

export async function getPlanCase(session: Session, planId: string): Promise<PlanCase | null> {
  if (!isUuid(planId)) return null;
  return session.first(
    written<PlanCase>('select memo, consultation from plan_case where municipality = $1 and plan_id = $2', [
      session.municipality,
      planId,
    ]),
  );
}

export async function listFirstBodies(session: Session, planId: string): Promise<FirstBody[]> {
  if (!isUuid(planId)) return [];
  return session.all(
    written<FirstBody>(
      `select distinct on (c.commitment_id) c.commitment_id as "commitmentId", cm.from_body_id as "bodyId"
       from commitment c
       join commitment_move cm on cm.municipality = c.municipality and cm.commitment_id = c.commitment_id
       join succession s on s.municipality = cm.municipality and s.succession_id = cm.succession_id
       where c.municipality = $1 and c.plan_id = $2 order by c.commitment_id, s.applied_at, s.recorded_at`,
      [session.municipality, planId],
    ),
  );
}

export async function getSourceFile(session: Session, planId: string): Promise<SourceFile | null> {
  if (!isUuid(planId)) return null;
  return session.first(
    written<SourceFile>(
      `select source_file_id as id, name, sha256, bytes, received_at as "receivedAt" from source_file
       where municipality = $1 and plan_id = $2`,
      [session.municipality, planId],
    ),
  );
}

/** One plan's facts, as they stand now. */
export async function getFacts(session: Session, planId: string): Promise<PlanFacts | null> {
  return session.first(
    written<PlanFacts>(`select ${factsColumns} from plan p where p.municipality = $1 and p.plan_id = $2`, [
      session.municipality,
      planId,
    ]),
  );
}

export async function getPlanFacts(session: Session, slug: string): Promise<PlanFacts | null> {
  return session.first(
    written<PlanFacts>(`select ${factsColumns} from plan p where p.municipality = $1 and p.slug = $2`, [
      session.municipality,
      slug,
    ]),
  );
}
