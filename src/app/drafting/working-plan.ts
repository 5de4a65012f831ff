import type { Reader } from '../store.ts';
import { draftOf } from './edit-draft.ts';
import type { WorkingPlan } from './ports.ts';

/** A plan as it can be written in: a draft as it stands, an adopted plan as its revision has it; null for one that is adopted and not being revised. */
export async function getWorkingPlan(
  reader: Pick<Reader, 'getPlanById' | 'getRevision'>,
  municipality: string,
  planId: string,
): Promise<WorkingPlan | null> {
  const plan = await reader.getPlanById(municipality, planId);
  if (plan === null) return null;
  if (plan.facts.state === 'draft') return { facts: plan.facts, ...draftOf(plan), isRevision: false };
  return reader.getRevision(municipality, planId);
}
