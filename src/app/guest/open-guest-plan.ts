import type { Guest } from '../../core/permission/guest.ts';
import { may } from '../../core/permission/may.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { NoPlan } from '../plan/get-plan.ts';
import type { WholePlan } from '../plan/ports.ts';
import type { Store } from '../store.ts';

/** Gives a guest the plan that its link is for: the draft, or the plan that has been adopted since and that everybody may read. */
export function openGuestPlan({ store }: { store: Store }) {
  return async (guest: Guest): Promise<Result<WholePlan, NoPlan>> => {
    const { municipality, grant } = guest;
    const plan = await store.read.getPlanById(municipality, grant.thing.id);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const operation = plan.facts.state === 'adopted' ? 'read-public-plan' : 'read-draft-plan';
    const guestThing = { kind: 'plan-draft', id: plan.facts.id } as const;
    return may(guest, operation, { municipality, bodyId: null, guestThing })
      ? ok(plan)
      : refuse({ kind: 'no-such-plan' });
  };
}
