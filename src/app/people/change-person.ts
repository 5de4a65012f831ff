import type { Actor } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { type PersonFault, personFaults, personForm, personVersionForm } from './forms.ts';
import { type Fields, overlaps, readGivenRoles, readHeldRoles } from './given-roles.ts';
import {
  faultsOf,
  mayChangePeople,
  type PersonCommand,
  type PersonRefusal,
  roleFacts,
  staysAdministered,
} from './people-change.ts';
import type { Person } from './ports.ts';

/** Changes a person's name, address and roles against the version that was read. */
export function changePerson({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: PersonCommand): Promise<Result<null, PersonRefusal>> => {
    const { municipality } = actor;
    const { personId, form, requestId } = command;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const version = validate(personVersionForm, personFaults, form);
    if (!version.ok) return version;
    const at = clock.now();
    return store.change({ municipality, actorId: actor.accountId, at, requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const people = await tx.listPeople(municipality);
      const before = people.find(({ id }) => id === personId);
      if (before === undefined) return refuse({ kind: 'no-such-person' });
      if (before.rowVersion !== version.value.rowVersion)
        return refuse({ kind: 'person-changed-meanwhile', current: before });
      const bodies = await tx.listBodies(municipality);
      const read = readChange(form, before, { people, bodyIds: bodies.map(({ id }) => id) });
      if (!read.ok) return read;
      const changed = { ...before, ...read.value };
      const taken = await tx.findAccountByEmail(municipality, changed.email);
      if (taken !== null && taken.id !== personId)
        return refuse({ kind: 'invalid', faults: { email: 'email-taken' } as const });
      if (!staysAdministered(people, changed, swedishDay(at)))
        return refuse({ kind: 'invalid', faults: { roles: 'last-administrator' } as const });
      return save(tx, municipality, before, changed, at);
    });
  };
}

async function save(
  tx: Writer,
  municipality: string,
  before: Person,
  changed: Person,
  at: Date,
): Promise<Result<null, PersonRefusal>> {
  const written = await tx.changePerson(municipality, changed);
  if (!written.done) return refuse({ kind: 'person-changed-meanwhile', current: written.current });
  // A link that went to the old address shall not open the account from there.
  const emailChanged = before.email !== changed.email;
  if (emailChanged) await tx.withdrawLinks(municipality, changed.id, null, at);
  await tx.event({
    kind: 'account-changed',
    thingKind: 'account',
    thingId: changed.id,
    before: { roles: roleFacts(before.memberships) },
    after: { roles: roleFacts(changed.memberships), nameChanged: before.name !== changed.name, emailChanged },
  });
  return ok(null);
}

interface Changed {
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly RolePeriod[];
}

function readChange(
  form: Fields,
  before: Person,
  around: Parameters<typeof readGivenRoles>[1],
): Result<Changed, Invalid<PersonFault>> {
  const person = validate(personForm, personFaults, form);
  const held = readHeldRoles(form, before.memberships);
  const others = around.people.filter(({ id }) => id !== before.id);
  const given = readGivenRoles(form, { ...around, people: others });
  const faults = faultsOf(person, held, given);
  if (!person.ok || !held.ok || !given.ok) return refuse({ kind: 'invalid', faults });
  const memberships = [...held.value, ...given.value];
  if (overlaps(memberships)) return refuse({ kind: 'invalid', faults: { roles: 'role-twice' } });
  return ok({ ...person.value, memberships });
}
