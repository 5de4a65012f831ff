import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { getPlan } from '../plan/get-plan.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

export type TouchRefusal = { readonly kind: 'not-allowed' | 'no-such-item' | 'no-such-plan' };

interface TouchCommand {
  readonly itemId: string;
  readonly slug: string;
  readonly whole: boolean;
  /** Ids of measures; what is no measure of the plan is left out. */
  readonly measureIds: readonly string[];
  readonly requestId: string | null;
}

/** Says what something that is watched touches of one plan: the whole, some of its measures, both or nothing. */
export function touchPlan({ store, clock }: { store: Store; clock: Clock }) {
  return async (actor: Actor, command: TouchCommand): Promise<Result<null, TouchRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-horizon', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const item = await store.read.getWatched(municipality, command.itemId);
    if (item === null) return refuse({ kind: 'no-such-item' });
    const plan = await getPlan({ store })(actor, command.slug);
    if (!plan.ok) return plan;
    const planId = plan.value.facts.id;
    const wanted = new Set(command.measureIds);
    const measureIds = plan.value.blocks
      .filter(({ id, kind }) => kind === 'measure' && wanted.has(id))
      .map(({ id }) => id);
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      const standing = (await tx.listTouched(municipality, item.id)).filter((thing) => thing.planId === planId);
      const before = {
        planId,
        whole: standing.some(({ measureId }) => measureId === null),
        measures: standing.flatMap(({ measureId }) => measureId ?? []),
      };
      await tx.setTouched(municipality, item.id, { planId, whole: command.whole, measureIds });
      const after = { planId, whole: command.whole, measures: measureIds };
      await tx.event({ kind: 'watched-touches', thingKind: 'watched-item', thingId: item.id, before, after });
    });
    return ok(null);
  };
}
