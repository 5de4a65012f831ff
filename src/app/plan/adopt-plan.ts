import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { isDay } from '../../core/shared/day.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { addNextVersion, countMissingCauses } from '../drafting/freeze-version.ts';
import { countOpenFindings } from '../lint/lint-stored-plan.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';

/** `blocked-by-findings`: a rule that the municipality lets stop a plan has open findings. */
export type AdoptRefusal =
  | {
      readonly kind:
        | 'no-such-plan'
        | 'not-allowed'
        | 'already-adopted'
        | 'date-not-a-date'
        | 'date-in-the-future'
        | 'blocked-by-findings'
        | 'changed-meanwhile';
    }
  /** `count` changes since the version that others have read do not say why they were made. */
  | { readonly kind: 'causes-missing'; readonly count: number };

interface AdoptCommand {
  readonly slug: string;
  /** ISO date of the decision, as it was written. */
  readonly adoptedOn: string;
  /** The version of the plan that was read. */
  readonly rowVersion: number;
  readonly requestId: string | null;
}

type AdoptDeps = { readonly store: Store; readonly clock: Clock; readonly sha256: Sha256 };

/** Marks a draft as adopted from the day of the decision and freezes it as a version: from now on everybody sees it and its text stands. */
export function adoptPlan({ store, clock, sha256 }: AdoptDeps) {
  return async (actor: Actor, command: AdoptCommand): Promise<Result<null, AdoptRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'publish-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getPlanFacts(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-plan' });
    const { id } = found;
    if (found.state === 'adopted') return refuse({ kind: 'already-adopted' });
    const at = clock.now();
    const adoptedOn = command.adoptedOn.trim();
    if (!isDay(adoptedOn)) return refuse({ kind: 'date-not-a-date' });
    if (adoptedOn > swedishDay(at)) return refuse({ kind: 'date-in-the-future' });
    const open = await countOpenFindings({ store, sha256 })(actor, command.slug);
    if (open.blocking > 0) return refuse({ kind: 'blocked-by-findings' });
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<null, AdoptRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, id))) return refuse({ kind: 'already-adopted' });
      const plan = await tx.getPlanById(municipality, id);
      if (plan?.facts.state === 'adopted') return refuse({ kind: 'already-adopted' });
      if (plan?.facts.rowVersion !== command.rowVersion) return refuse({ kind: 'changed-meanwhile' });
      const count = await countMissingCauses(tx, municipality, id);
      if (count > 0) return refuse({ kind: 'causes-missing', count });
      const frozen = { kind: 'adopted', note: '', decidedOn: adoptedOn, frozenAt: at, frozenBy: accountId } as const;
      await addNextVersion(tx, municipality, plan, frozen, sha256);
      const written = await tx.adoptPlan(municipality, id, { adoptedOn, rowVersion: command.rowVersion });
      assert(written.done, 'a held draft of the version that was read can be adopted');
      await tx.event({
        kind: 'plan-adopted',
        thingKind: 'plan',
        thingId: id,
        before: { state: plan.facts.state },
        after: { state: 'adopted', adoptedOn },
      });
      return ok(null);
    });
  };
}
