import { type ClaimRule, isClaimable } from '../../core/permission/claim-rule.ts';
import { may } from '../../core/permission/may.ts';
import { type Actor, bodyRoles, roles } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Why a rule was not added. */
export interface ClaimRuleRefusal {
  readonly kind:
    | 'not-allowed'
    | 'no-such-provider'
    | 'claim-missing'
    | 'value-missing'
    | 'role-missing'
    | 'body-missing'
    | 'body-unneeded'
    | 'rule-exists';
}

/** A rule as written in a form: `bodyId` is empty for none. */
export interface ClaimRuleForm {
  readonly claim: string;
  readonly value: string;
  readonly role: string;
  readonly bodyId: string;
}

const LONGEST_CLAIM = 200;
const LONGEST_VALUE = 500;

function mayKeep(actor: Actor): boolean {
  return may(actor, 'change-login-providers', { municipality: actor.municipality, bodyId: null });
}

/** Adds a rule to a provider: whoever has the value in the claim gets the role at their next sign-in. */
export function addClaimRule({ store, clock, ids }: Deps) {
  return async (
    actor: Actor,
    command: { providerId: string; form: ClaimRuleForm; requestId: string | null },
  ): Promise<Result<ClaimRule, ClaimRuleRefusal>> => {
    const { municipality, accountId } = actor;
    const { providerId, form, requestId } = command;
    if (!mayKeep(actor)) return refuse({ kind: 'not-allowed' });
    const read = readRule(ids.next(), form);
    if (!read.ok) return read;
    const [found, bodies] = await Promise.all([
      store.read.getLoginProvider(municipality, providerId),
      store.read.listBodies(municipality),
    ]);
    if (found === null) return refuse({ kind: 'no-such-provider' });
    const rule = read.value;
    if (rule.bodyId !== null && !bodies.some(({ id }) => id === rule.bodyId)) return refuse({ kind: 'body-missing' });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId };
    const added = await store.change(context, async (tx) => {
      if (!(await tx.addClaimRule(municipality, providerId, rule))) return false;
      const thing = { thingKind: 'login-provider', thingId: providerId };
      await tx.event({ kind: 'claim-rule-added', ...thing, before: null, after: factsOf(rule) });
      return true;
    });
    return added ? ok(rule) : refuse({ kind: 'rule-exists' });
  };
}

/** Takes a rule away; one that is gone already is no fault. Roles that it gave are held until the next sign-in. */
export function removeClaimRule({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { providerId: string; ruleId: string; requestId: string | null },
  ): Promise<Result<null, ClaimRuleRefusal>> => {
    const { municipality, accountId } = actor;
    const { providerId, ruleId, requestId } = command;
    if (!mayKeep(actor)) return refuse({ kind: 'not-allowed' });
    if ((await store.read.getLoginProvider(municipality, providerId)) === null)
      return refuse({ kind: 'no-such-provider' });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId };
    await store.change(context, async (tx) => {
      const removed = await tx.removeClaimRule(municipality, providerId, ruleId);
      if (removed === null) return;
      const thing = { thingKind: 'login-provider', thingId: providerId };
      await tx.event({ kind: 'claim-rule-removed', ...thing, before: factsOf(removed), after: null });
    });
    return ok(null);
  };
}

function readRule(id: string, form: ClaimRuleForm): Result<ClaimRule, ClaimRuleRefusal> {
  const claim = form.claim.trim();
  const value = form.value.trim();
  const role = roles.find((each) => each === form.role);
  const bodyId = form.bodyId === '' ? null : form.bodyId;
  if (claim === '' || claim.length > LONGEST_CLAIM) return refuse({ kind: 'claim-missing' });
  if (value === '' || value.length > LONGEST_VALUE) return refuse({ kind: 'value-missing' });
  if (role === undefined) return refuse({ kind: 'role-missing' });
  const rule = { id, claim, value, role, bodyId };
  if (isClaimable(rule)) return ok(rule);
  if (bodyRoles.includes(role)) return refuse({ kind: 'body-missing' });
  return refuse({ kind: bodyId === null ? 'role-missing' : 'body-unneeded' });
}

// The value may be somebody's address, which a hash would not hide.
function factsOf({ id, claim, role, bodyId }: ClaimRule) {
  return { rule: id, claim: marked(claim), role, body: bodyId };
}
