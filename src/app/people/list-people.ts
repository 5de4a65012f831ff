import { type AccountState, stateOn } from '../../core/account/account-state.ts';
import type { Membership, Role } from '../../core/permission/role.ts';
import { heldOn } from '../../core/permission/role-period.ts';
import { normaliseText } from '../../core/shared/text.ts';
import type { Person } from './ports.ts';

/** What a list of people is narrowed to; null or "" for anything. */
export interface PeopleFilter {
  readonly state: AccountState | null;
  readonly role: Role | null;
  readonly bodyId: string | null;
  /** Part of a name or an e-mail address, in any case. */
  readonly search: string;
}

/** A person with how the account stands and the roles that are held on the day. */
export interface ListedPerson {
  readonly person: Person;
  readonly state: AccountState;
  readonly roles: readonly Membership[];
}

/** The people that a filter lets through, in the order given. A role counts when it is held on the day or still to come. */
export function filterPeople(
  people: readonly Person[],
  { state, role, bodyId, search }: PeopleFilter,
  day: string,
): readonly ListedPerson[] {
  const wanted = comparable(search);
  return people
    .map((person) => ({ person, state: stateOn(person, day), roles: rolesOn(person, day) }))
    .filter(({ person, state: stands }) => {
      const held = [
        ...person.memberships.filter(({ validTo }) => validTo === null || validTo >= day),
        ...person.claimed,
      ];
      return (
        (state === null || stands === state) &&
        (role === null || held.some((each) => each.role === role)) &&
        (bodyId === null || held.some((each) => each.bodyId === bodyId)) &&
        [person.name, person.email].some((text) => comparable(text).includes(wanted))
      );
    });
}

function comparable(text: string): string {
  return normaliseText(text).toLocaleLowerCase('sv');
}

/** The roles that a person holds on a day, each once. */
export function rolesOn({ memberships, claimed }: Person, day: string): readonly Membership[] {
  const held = [...memberships.filter((period) => heldOn(period, day)), ...claimed];
  return [...new Map(held.map(({ role, bodyId }) => [`${role} ${bodyId}`, { role, bodyId }])).values()];
}
