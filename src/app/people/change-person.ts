import type { Actor } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
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
import { municipalityName } from './send-link.ts';

interface ChangePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Changes a person's name, address and roles against the version that was read. When the address is changed a letter tells
 * the old one, so that a change by somebody else is noticed.
 */
export function changePerson({ store, clock, ids }: ChangePorts) {
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
      return save(tx, ids, before, changed, { municipality, at });
    });
  };
}

async function save(
  tx: Writer,
  ids: Ids,
  before: Person,
  changed: Person,
  { municipality, at }: { readonly municipality: string; readonly at: Date },
): Promise<Result<null, PersonRefusal>> {
  const written = await tx.changePerson(municipality, changed);
  if (!written.done) return refuse({ kind: 'person-changed-meanwhile', current: written.current });
  const emailChanged = before.email !== changed.email;
  if (emailChanged) await leaveAddress(tx, ids, before, { municipality, at });
  await tx.event({
    kind: 'account-changed',
    thingKind: 'account',
    thingId: changed.id,
    before: { roles: roleFacts(before.memberships) },
    after: { roles: roleFacts(changed.memberships), nameChanged: before.name !== changed.name, emailChanged },
  });
  return ok(null);
}

/** Ends what the old address could still open, and tells it of the change; never of the new address. */
async function leaveAddress(
  tx: Writer,
  ids: Ids,
  { id, name, email }: Person,
  { municipality, at }: { readonly municipality: string; readonly at: Date },
): Promise<void> {
  // A link that went to the old address shall not open the account from there.
  await tx.withdrawLinks(municipality, id, null, at);
  const said = { receiverName: name, municipalityName: await municipalityName(tx, municipality) };
  await tx.addLetter(municipality, {
    id: ids.next(),
    accountId: id,
    address: email,
    language: 'sv',
    sendAfter: null,
    kind: 'address-changed',
    data: { ...said, changedAt: at.toISOString() },
  });
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
