import { may } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { getPlanOutline, type NoPlan } from '../plan/get-plan.ts';
import type { PartView, WholePlan } from '../plan/ports.ts';
import type { Store } from '../store.ts';

/** One side of a comparison: a stored plan with all that its text says. */
export interface PlanToCompare {
  readonly facts: PlanFacts;
  readonly content: PlanContent;
}

/** Gives two plans by their addresses, if the asker may read both; otherwise the same answer as for plans that are not there. */
export function plansToCompare(deps: { store: Store }) {
  const get = getPlanOutline(deps);
  return async (
    actor: Asker,
    slugs: { readonly before: string; readonly after: string },
  ): Promise<Result<{ before: PlanToCompare; after: PlanToCompare }, NoPlan>> => {
    const before = await get(actor, slugs.before);
    if (!before.ok) return before;
    const after = await get(actor, slugs.after);
    if (!after.ok) return after;
    return ok({ before: toCompare(before.value), after: toCompare(after.value) });
  };
}

/** The plans that the asker may read, and so compare, in the order of the list of plans. */
export function listPlansToCompare({ store }: { store: Store }) {
  return async (actor: Asker): Promise<readonly PlanFacts[]> => {
    const { municipality } = actor;
    const plans = await store.read.listPlans(municipality);
    return plans.filter(({ state }) =>
      may(actor, state === 'adopted' ? 'read-public-plan' : 'read-draft-plan', { municipality, bodyId: null }),
    );
  };
}

function toCompare({ facts, blocks, commitments }: WholePlan<PartView>): PlanToCompare {
  const roles = commitments.map(({ measureId, bodyLabel: label, role, position }) => ({
    ...{ measureId, label, role, position },
  }));
  return { facts, content: { facts, blocks, roles } };
}
