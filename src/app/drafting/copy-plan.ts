import { copyPlan as decideCopy } from '../../core/drafting/copy-plan.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { makeSlug } from '../../core/plan/slug.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { PlanTags } from '../classification/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Invalid } from '../shared/validate.ts';
import { type DraftDeps, draftOf } from './edit-draft.ts';
import { type FactFault, readFacts } from './plan-facts.ts';

export type CopyRefusal = { readonly kind: 'not-allowed' | 'no-such-plan' } | Invalid<FactFault>;

interface CopyCommand {
  /** The plan that is copied, adopted or not. */
  readonly slug: string;
  /** The facts of the new plan. */
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Begins the plan of the next period from one that there is: its text and roles as a draft. What is left behind is named in `docs/handbok`. */
export function copyPlan({ store, clock, ids }: DraftDeps) {
  return async (
    actor: Actor,
    command: CopyCommand,
  ): Promise<Result<{ readonly slug: string; readonly withoutBody: number }, CopyRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const stated = readFacts(command.form);
    if (!stated.ok) return stated;
    const from = await store.read.getPlanBySlug(municipality, command.slug);
    if (from === null) return refuse({ kind: 'no-such-plan' });
    const at = clock.now();
    const context = { municipality, actorId: actor.accountId, at, requestId: command.requestId };
    return store.change(context, async (tx) => {
      const [bodies, moved] = [
        await tx.listBodies(municipality),
        await tx.listFirstBodies(municipality, from.facts.id),
      ];
      const id = ids.next();
      const bodyOf = bodyNow(bodies, new Set(moved.map(({ commitmentId }) => commitmentId)), swedishDay(at));
      const { periodFrom, periodTo } = stated.value;
      const scope = { planId: id, periodFrom, periodTo, bodyOf, nextId: () => ids.next() };
      const { blocks, commitments, withoutBody, copies } = decideCopy(draftOf(from), scope);
      const taken = new Set((await tx.listPlans(municipality)).map((plan) => plan.slug));
      const slug = makeSlug(stated.value.title, taken);
      const { words, settings = null } = from.facts;
      const own = { id, slug, state: 'draft', words, settings, adoptedOn: null, rowVersion: 1 } as const;
      const facts = { ...stated.value, ...own };
      await tx.addPlan(municipality, { facts, blocks, commitments, planCase: null, sourceFile: null });
      const { versions, tags } = await tx.getPlanTags(municipality, from.facts.id);
      await tx.setPlanVersions(municipality, id, versions);
      await tx.changeTags(municipality, { added: tags.flatMap((tag) => copied(tag, copies)), removed: [] });
      await tx.event({
        kind: 'plan-copied',
        thingKind: 'plan',
        thingId: id,
        before: { plan: from.facts.id },
        after: { slug, title: marked(facts.title), blocks: blocks.length, roles: commitments.length, withoutBody },
      });
      return ok({ slug, withoutBody });
    });
  };
}

/** A tag on the copy of what it is on; none where that was not copied. */
function copied(tag: PlanTags['tags'][number], copies: ReadonlyMap<string, string>): PlanTags['tags'] {
  const blockId = copies.get(tag.blockId);
  return blockId === undefined ? [] : [{ blockId, valueId: tag.valueId }];
}

/** The body of a part as it is today. A part that a reorganisation moved is called what its body is called now. */
function bodyNow(bodies: readonly BodyRecord[], moved: ReadonlySet<string>, today: string) {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return ({ id, bodyId, bodyLabel }: Commitment) => {
    const body = byId.get(bodyId ?? '');
    if (body === undefined || timeOf(body, today) === 'past') return null;
    return { bodyId: body.id, bodyLabel: moved.has(id) ? (body.abbreviation ?? body.name) : bodyLabel };
  };
}
