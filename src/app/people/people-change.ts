import { keepsAdministrator, type RoleHolder } from '../../core/account/administrators.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Invalid } from '../shared/validate.ts';
import type { PersonFault } from './forms.ts';
import type { Person } from './ports.ts';

/** Somebody changed the person after the page was opened; `current` is how they stand now. */
export type PersonChangedMeanwhile = { readonly kind: 'person-changed-meanwhile'; readonly current: Person | null };
export type NoSuchPerson = { readonly kind: 'no-such-person' };
export type PersonRefusal = NoSuchPerson | Invalid<PersonFault> | PersonChangedMeanwhile;

/** One change of one person, as the web sends it. */
export interface PersonCommand {
  readonly personId: string;
  readonly form: Readonly<Record<string, string>>;
  readonly requestId: string | null;
}

/** Whether the actor may change people at all; who may not is not told that the person exists. */
export function mayChangePeople(actor: Actor): boolean {
  return may(actor, 'change-accounts', { municipality: actor.municipality, bodyId: null });
}

/** Whether somebody can still administer when one person is as `changed` says. */
export function staysAdministered(people: readonly Person[], changed: Person, day: string): boolean {
  const after: readonly RoleHolder[] = people.map((person) => (person.id === changed.id ? changed : person));
  return keepsAdministrator(people, after, day);
}

/** Roles as an event holds them: ids, kinds and days. */
export function roleFacts(periods: readonly RolePeriod[]): readonly object[] {
  return periods.map(({ role, bodyId, validFrom, validTo, substituteFor }) => {
    return { role, body: bodyId, from: validFrom, to: validTo, substituteFor };
  });
}

/** The faults of several parts of one form together, so that it comes back once. */
export function faultsOf(
  ...parts: readonly Result<unknown, Invalid<PersonFault>>[]
): Readonly<Record<string, PersonFault>> {
  return Object.fromEntries(parts.flatMap((part) => (part.ok ? [] : Object.entries(part.refusal.faults))));
}
