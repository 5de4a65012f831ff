import type { WorkingPlan } from '../../app/drafting/ports.ts';
import type { Draft } from '../../core/drafting/draft.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { inDocumentOrder } from '../../core/plan/document-order.ts';
import type { StatedFacts } from '../../core/plan/plan-content.ts';
import { factsColumns, jsonRow } from './plan-columns.ts';
import { getPlanById } from './plan-reader.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

/** What a revision holds: the whole text with its lasting ids, apart from the one that holds. */
interface RevisionContent extends Draft {
  readonly facts: StatedFacts;
  /** Optimistic version of the facts; each text has its own. */
  readonly factsVersion: number;
}

const revisionOf = `select ${jsonRow(`select ${factsColumns}`)} as facts, r.content
  from plan p join plan_revision r on r.municipality = p.municipality and r.plan_id = p.plan_id
  where p.municipality = $1 and p.plan_id = $2`;

export async function getRevision(session: Session, planId: string): Promise<WorkingPlan | null> {
  if (!isUuid(planId)) return null;
  const found = await session.first(
    written<{ facts: PlanFacts; content: RevisionContent }>(revisionOf, [session.municipality, planId]),
  );
  if (found === null) return null;
  const { facts, blocks, commitments, factsVersion } = found.content;
  return {
    facts: { ...found.facts, ...facts, rowVersion: factsVersion },
    blocks: inDocumentOrder(blocks),
    commitments,
    isRevision: true,
  };
}

export async function changeRevisionFacts(
  session: Session,
  planId: string,
  { facts, rowVersion }: { readonly facts: StatedFacts; readonly rowVersion: number },
): Promise<boolean> {
  const touched = await session.write(
    written(
      `update plan_revision set content = content || $3::jsonb
       where municipality = $1 and plan_id = $2 and content -> 'factsVersion' = to_jsonb($4::integer)`,
      [session.municipality, planId, JSON.stringify({ facts, factsVersion: rowVersion + 1 }), rowVersion],
    ),
  );
  return touched === 1;
}

/** Writes the revision of a plan; false when it has none. */
export async function writeRevision(
  session: Session,
  planId: string,
  change: Partial<RevisionContent>,
): Promise<boolean> {
  const touched = await session.write(
    written('update plan_revision set content = content || $3::jsonb where municipality = $1 and plan_id = $2', [
      session.municipality,
      planId,
      JSON.stringify(change),
    ]),
  );
  return touched === 1;
}

export async function startRevision(
  session: Session,
  planId: string,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const plan = await getPlanById(session, planId);
  if (plan?.facts.state !== 'adopted') return false;
  const { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo } = plan.facts;
  const commitments = plan.commitments.map((part) => {
    const { id, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion } = part;
    return { id, planId, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion };
  });
  const facts = { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo };
  const content: RevisionContent = { facts, factsVersion: 1, blocks: plan.blocks, commitments };
  const touched = await session.write(
    written(
      `insert into plan_revision (municipality, plan_id, content, started_at, started_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [session.municipality, planId, JSON.stringify(content), at, by],
    ),
  );
  return touched === 1;
}

export async function endRevision(session: Session, planId: string): Promise<void> {
  await session.write(
    query.deleteFrom('plan_revision').where('municipality', '=', session.municipality).where('plan_id', '=', planId),
  );
}

export async function removeChangesAfter(session: Session, planId: string, version: number): Promise<number> {
  return session.write(
    query
      .deleteFrom('plan_change')
      .where('municipality', '=', session.municipality)
      .where('plan_id', '=', planId)
      .where('after_version', '>=', version),
  );
}
