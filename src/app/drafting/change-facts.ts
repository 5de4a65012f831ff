import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { StatedFacts } from '../../core/plan/plan-content.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Invalid } from '../shared/validate.ts';
import type { DraftDeps } from './edit-draft.ts';
import { type FactFault, readFacts } from './plan-facts.ts';
import type { Cause } from './ports.ts';
import { getWorkingPlan } from './working-plan.ts';

export type ChangeFactsRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-plan' | 'adopted' }
  | { readonly kind: 'changed-meanwhile'; readonly current: PlanFacts }
  | Invalid<FactFault>;

interface ChangeFactsCommand {
  readonly slug: string;
  readonly form: unknown;
  readonly rowVersion: number;
  readonly cause: Cause | null;
  readonly requestId: string | null;
}

/** Changes what a draft says of itself: title, registration number, who decides and owns it, period. Its address stays. */
export function changeFacts({ store, clock, ids }: DraftDeps) {
  return async (actor: Actor, command: ChangeFactsCommand): Promise<Result<null, ChangeFactsRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const stated = readFacts(command.form);
    if (!stated.ok) return stated;
    const found = await store.read.getPlanFacts(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-plan' });
    const { id } = found;
    const at = clock.now();
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<null, ChangeFactsRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, id))) return refuse({ kind: 'adopted' });
      const plan = await getWorkingPlan(tx, municipality, id);
      if (plan === null) return refuse({ kind: 'no-such-plan' });
      const { rowVersion, cause } = command;
      if (plan.facts.rowVersion !== rowVersion) return refuse({ kind: 'changed-meanwhile', current: plan.facts });
      const before = pick(plan.facts);
      const after = stated.value;
      if (JSON.stringify(before) === JSON.stringify(after)) return ok(null);
      if (plan.isRevision) await tx.changeRevisionFacts(municipality, id, { facts: after, rowVersion });
      else await tx.changePlanFacts(municipality, id, { facts: after, rowVersion });
      const [latest] = await tx.listVersions(municipality, id);
      const piece = (facts: StatedFacts) => ({ blocks: [], commitments: [], facts });
      await tx.addChange(municipality, id, {
        ...{ id: ids.next(), afterVersion: latest?.number ?? 0, blockId: null, op: 'facts', undoes: null, cause },
        ...{ before: piece(before), after: piece(after), changedAt: at, changedBy: accountId },
      });
      await tx.event({
        kind: 'plan-facts-changed',
        thingKind: 'plan',
        thingId: id,
        before: factsOf(before),
        after: factsOf(after),
      });
      return ok(null);
    });
  };
}

function pick(facts: StatedFacts): StatedFacts {
  const { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo } = facts;
  return { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo };
}

function factsOf(facts: StatedFacts): object {
  return {
    title: marked(facts.title),
    registrationNumber: marked(facts.registrationNumber),
    decisionMaker: marked(facts.decisionMaker),
    documentOwner: marked(facts.documentOwner),
    periodFrom: facts.periodFrom,
    periodTo: facts.periodTo,
  };
}
