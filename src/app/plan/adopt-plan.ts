import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { isDay } from '../../core/shared/day.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

export type AdoptRefusal = {
  readonly kind:
    | 'no-such-plan'
    | 'not-allowed'
    | 'already-adopted'
    | 'date-not-a-date'
    | 'date-in-the-future'
    | 'changed-meanwhile';
};

interface AdoptCommand {
  readonly slug: string;
  /** ISO date of the decision, as it was written. */
  readonly adoptedOn: string;
  /** The version of the plan that was read. */
  readonly rowVersion: number;
  readonly requestId: string | null;
}

/** Marks a draft as adopted from the day of the decision: from now on everybody sees it and its text stands. */
export function adoptPlan({ store, clock }: { store: Store; clock: Clock }) {
  return async (actor: Actor, command: AdoptCommand): Promise<Result<null, AdoptRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'publish-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanBySlug(municipality, command.slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const { id, state } = plan.facts;
    if (state === 'adopted') return refuse({ kind: 'already-adopted' });
    const at = clock.now();
    const adoptedOn = command.adoptedOn.trim();
    if (!isDay(adoptedOn)) return refuse({ kind: 'date-not-a-date' });
    if (adoptedOn > swedishDay(at)) return refuse({ kind: 'date-in-the-future' });
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.adoptPlan(municipality, id, { adoptedOn, rowVersion: command.rowVersion });
      if (answer.done)
        await tx.event({
          kind: 'plan-adopted',
          thingKind: 'plan',
          thingId: id,
          before: { state },
          after: { state: 'adopted', adoptedOn },
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'changed-meanwhile' });
  };
}
