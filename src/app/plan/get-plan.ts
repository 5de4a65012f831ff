import { may } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { PartView, WholePlan } from './ports.ts';

/** A plan that is not there, or that the asker may not know of: the same answer, so that nobody can tell which. */
export type NoPlan = { readonly kind: 'no-such-plan' };

/** Gives a plan by its address to those who may read it: an adopted one to everybody, a draft to those who may read drafts. */
export function getPlan({ store }: { store: Store }) {
  return async (actor: Asker, slug: string): Promise<Result<WholePlan, NoPlan>> =>
    toReader(actor, await store.read.getPlanBySlug(actor.municipality, slug));
}

/** The same for a page that shows the plan whole and needs no more of each part than that shows. */
export function getPlanOutline({ store }: { store: Store }) {
  return async (actor: Asker, slug: string): Promise<Result<WholePlan<PartView>, NoPlan>> =>
    toReader(actor, await store.read.getPlanOutline(actor.municipality, slug));
}

function toReader<Plan extends WholePlan<PartView>>(actor: Asker, plan: Plan | null): Result<Plan, NoPlan> {
  if (plan === null) return refuse({ kind: 'no-such-plan' });
  const operation = plan.facts.state === 'adopted' ? 'read-public-plan' : 'read-draft-plan';
  if (!may(actor, operation, { municipality: actor.municipality, bodyId: null }))
    return refuse({ kind: 'no-such-plan' });
  return ok(plan);
}
