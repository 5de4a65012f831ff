import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { makeSlug } from '../../core/plan/slug.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Invalid } from '../shared/validate.ts';
import type { DraftDeps } from './edit-draft.ts';
import { type FactFault, readFacts } from './plan-facts.ts';

export type CreatePlanRefusal = { readonly kind: 'not-allowed' } | Invalid<FactFault>;

/** Begins a plan from nothing: a draft with its facts and no text. */
export function createPlan({ store, clock, ids }: DraftDeps) {
  return async (
    actor: Actor,
    command: { readonly form: unknown; readonly requestId: string | null },
  ): Promise<Result<{ slug: string }, CreatePlanRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const stated = readFacts(command.form);
    if (!stated.ok) return stated;
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    return store.change(context, async (tx) => {
      const taken = new Set((await tx.listPlans(municipality)).map((plan) => plan.slug));
      const slug = makeSlug(stated.value.title, taken);
      const id = ids.next();
      const facts = { ...stated.value, id, slug, state: 'draft', words: null, adoptedOn: null, rowVersion: 1 } as const;
      await tx.addPlan(municipality, { facts, blocks: [], commitments: [], planCase: null, sourceFile: null });
      await tx.event({
        kind: 'plan-created',
        thingKind: 'plan',
        thingId: id,
        before: null,
        after: { slug, title: marked(facts.title) },
      });
      return ok({ slug });
    });
  };
}
