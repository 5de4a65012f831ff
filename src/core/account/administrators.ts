import type { Membership } from '../permission/role.ts';
import { heldOn, type RolePeriod } from '../permission/role-period.ts';
import { type AccountFacts, stateOn } from './account-state.ts';

/** Somebody who may be an administrator. */
export interface RoleHolder extends AccountFacts {
  readonly memberships: readonly RolePeriod[];
  /** Roles that a login provider vouches for; they have no dates. */
  readonly claimed: readonly Membership[];
}

/**
 * Whether a change of people leaves the municipality with somebody who can administer it, both on the day (ISO date) and
 * for good: with a role without an end, in an account without a last day. What was missing before the change is not asked
 * for after it. Whoever is only invited does not count.
 */
export function keepsAdministrator(before: readonly RoleHolder[], after: readonly RoleHolder[], day: string): boolean {
  const today = (person: RoleHolder) => administersOn(person, day);
  const always = (person: RoleHolder) => today(person) && administersForGood(person);
  return [today, always].every((wanted) => !before.some(wanted) || after.some(wanted));
}

function administersOn(person: RoleHolder, day: string): boolean {
  if (stateOn(person, day) !== 'active') return false;
  return (
    person.claimed.some(isAdministrator) ||
    person.memberships.some((held) => isAdministrator(held) && heldOn(held, day))
  );
}

function administersForGood(person: RoleHolder): boolean {
  if (person.leftOn !== null) return false;
  return (
    person.claimed.some(isAdministrator) ||
    person.memberships.some((held) => isAdministrator(held) && held.validTo === null)
  );
}

function isAdministrator({ role }: Membership): boolean {
  return role === 'administrator';
}
