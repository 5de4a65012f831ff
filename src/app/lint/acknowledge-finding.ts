import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { lintStoredPlan } from './lint-stored-plan.ts';
import type { Acknowledgement } from './ports.ts';

/** `no-such-finding`: the plan was changed meanwhile, or the rule was turned off. `already-acknowledged`: somebody else was first. */
export type AcknowledgeRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-plan' | 'no-such-finding' | 'reason-missing' | 'reason-too-long' }
  | { readonly kind: 'already-acknowledged'; readonly current: Acknowledgement };

const LONGEST_REASON = 1000;

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

interface FindingCommand {
  readonly slug: string;
  readonly findingKey: string;
  readonly requestId: string | null;
}

/** Says why a finding is left as it is. It counts no more as open, until the words it is about are changed. */
export function acknowledgeFinding({ store, clock, sha256 }: Deps) {
  return async (
    actor: Actor,
    command: FindingCommand & { readonly reason: string },
  ): Promise<Result<null, AcknowledgeRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'acknowledge-finding', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const linted = await lintStoredPlan({ store, sha256 })(actor, command.slug, 'sv');
    if (!linted.ok) return linted;
    const { facts, findings } = linted.value;
    const found = findings.find(({ key }) => key === command.findingKey);
    if (found === undefined) return refuse({ kind: 'no-such-finding' });
    if (found.acknowledged) return refuse({ kind: 'already-acknowledged', current: found.acknowledged });
    const reason = command.reason.trim();
    if (reason === '') return refuse({ kind: 'reason-missing' });
    if (reason.length > LONGEST_REASON) return refuse({ kind: 'reason-too-long' });
    const at = clock.now();
    const { rule, blockId, key: findingKey } = found;
    const added = await store.change(
      { municipality, actorId: accountId, at, requestId: command.requestId },
      async (tx) => {
        const row = { findingKey, rule, blockId, reason, accountId, at };
        if (!(await tx.addAcknowledgement(municipality, facts.id, row))) return false;
        await tx.event({
          kind: 'finding-acknowledged',
          thingKind: 'plan',
          thingId: facts.id,
          before: null,
          after: { rule, findingKey, blockId, reason: marked(reason) },
        });
        return true;
      },
    );
    return added ? ok(null) : refuseLate(store, municipality, facts.id, findingKey);
  };
}

/** Somebody else was first, between our look and our write. */
async function refuseLate(
  store: Store,
  municipality: string,
  planId: string,
  findingKey: string,
): Promise<Result<null, AcknowledgeRefusal>> {
  const all = await store.read.listAcknowledgements(municipality, planId);
  const current = all.find((each) => each.findingKey === findingKey);
  return refuse(current === undefined ? { kind: 'no-such-finding' } : { kind: 'already-acknowledged', current });
}

/** Takes an acknowledgement back, so that the finding is open again; one that is gone already is no fault. */
export function withdrawAcknowledgement({ store, clock }: Omit<Deps, 'sha256'>) {
  return async (
    actor: Actor,
    command: FindingCommand,
  ): Promise<Result<null, { readonly kind: 'not-allowed' | 'no-such-plan' }>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'acknowledge-finding', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanOutline(municipality, command.slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const { id } = plan.facts;
    const before = (await store.read.listAcknowledgements(municipality, id)).find(
      ({ findingKey }) => findingKey === command.findingKey,
    );
    if (before === undefined) return ok(null);
    const { rule, findingKey, blockId, reason } = before;
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      if (!(await tx.removeAcknowledgement(municipality, id, findingKey))) return;
      await tx.event({
        kind: 'acknowledgement-withdrawn',
        thingKind: 'plan',
        thingId: id,
        before: { rule, findingKey, blockId, reason: marked(reason) },
        after: null,
      });
    });
    return ok(null);
  };
}
