import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { endForm, fieldOf, type PersonFault, personFaults, personVersionForm } from './forms.ts';
import type { Fields } from './given-roles.ts';
import {
  faultsOf,
  mayChangePeople,
  type PersonCommand,
  type PersonRefusal,
  staysAdministered,
} from './people-change.ts';
import type { Person } from './ports.ts';

/** Who takes over one body's commitments. */
interface HandOver {
  readonly bodyId: string;
  readonly to: string;
}

/**
 * Sets a person's last day, or closes the account at once, and hands over what they are responsible for as far as the form
 * says to whom. From the last day on, what is not handed over has nobody responsible.
 */
export function endPerson({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: PersonCommand): Promise<Result<null, PersonRefusal>> => {
    const { municipality } = actor;
    const { personId, form, requestId } = command;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const at = clock.now();
    const today = swedishDay(at);
    const read = readEnd(form, today);
    if (!read.ok) return read;
    const { rowVersion, disabled, leftOn } = read.value;
    return store.change({ municipality, actorId: actor.accountId, at, requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const people = await tx.listPeople(municipality);
      const before = people.find(({ id }) => id === personId);
      if (before === undefined) return refuse({ kind: 'no-such-person' });
      if (before.rowVersion !== rowVersion) return refuse({ kind: 'person-changed-meanwhile', current: before });
      const changed = { ...before, disabled, leftOn };
      if (!staysAdministered(people, changed, today))
        return refuse({ kind: 'invalid', faults: { how: 'last-administrator' } as const });
      const handOvers = await readHandOvers(tx, municipality, form, before, today);
      if (!handOvers.ok) return handOvers;
      const written = await tx.changePerson(municipality, changed);
      if (!written.done) return refuse({ kind: 'person-changed-meanwhile', current: written.current });
      for (const each of handOvers.value) await handOver(tx, municipality, personId, each);
      if (disabled || leftOn < today) await shutOut(tx, municipality, personId, at);
      await tx.event({
        kind: 'account-ended',
        thingKind: 'account',
        thingId: personId,
        before: { leftOn: before.leftOn, disabled: before.disabled },
        after: { leftOn, disabled },
      });
      return ok(null);
    });
  };
}

/** Ends what would still let somebody in: sign-ins and links. */
async function shutOut(tx: Writer, municipality: string, personId: string, at: Date): Promise<void> {
  await tx.removeSessionsOf(municipality, personId, {});
  await tx.withdrawLinks(municipality, personId, null, at);
}

async function handOver(tx: Writer, municipality: string, from: string, { bodyId, to }: HandOver): Promise<void> {
  const count = await tx.handOver(municipality, { bodyId, from, to });
  await tx.event({
    kind: 'responsibility-handed-over',
    thingKind: 'body',
    thingId: bodyId,
    before: { responsible: from },
    after: { responsible: to, commitments: count },
  });
}

function readEnd(
  form: Fields,
  today: string,
): Result<{ rowVersion: number; disabled: boolean; leftOn: string }, Invalid<PersonFault>> {
  const version = validate(personVersionForm, personFaults, form);
  const end = validate(endForm, personFaults, form);
  if (!version.ok || !end.ok) return refuse({ kind: 'invalid', faults: faultsOf(version, end) });
  const { how, lastDay } = end.value;
  const now = how === 'now' || lastDay === null;
  return ok({ rowVersion: version.value.rowVersion, disabled: now, leftOn: now ? today : lastDay });
}

/** To whom each body's commitments go, where the form names somebody; only those who hold a role for the body will do. */
async function readHandOvers(
  tx: Writer,
  municipality: string,
  form: Fields,
  person: Person,
  day: string,
): Promise<Result<readonly HandOver[], Invalid<PersonFault>>> {
  const handOvers: HandOver[] = [];
  for (const { bodyId, people } of await listSuccessors(tx, municipality, person, day)) {
    const to = form[fieldOf.successor(bodyId)] ?? '';
    if (to === '') continue;
    if (!people.some(({ accountId }) => accountId === to))
      return refuse({ kind: 'invalid', faults: { [fieldOf.successor(bodyId)]: 'successor-not-for-the-body' } });
    handOvers.push({ bodyId, to });
  }
  return ok(handOvers);
}

/** What a person is responsible for, by body, with those who could take over. */
export async function listSuccessors(
  reader: Pick<Writer, 'listResponsibilities' | 'listPeopleOfBodies'>,
  municipality: string,
  person: Pick<Person, 'id'>,
  day: string,
) {
  const responsibilities = await reader.listResponsibilities(municipality, person.id);
  const bodyIds = responsibilities.map(({ bodyId }) => bodyId);
  const people = await reader.listPeopleOfBodies(municipality, bodyIds, day);
  return responsibilities.map((each) => ({
    ...each,
    people: people.filter(({ bodyId, accountId }) => bodyId === each.bodyId && accountId !== person.id),
  }));
}

/** Opens an account again: no last day, and not closed. Its roles are as they were. */
export function reopenPerson({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: PersonCommand): Promise<Result<null, PersonRefusal>> => {
    const { municipality } = actor;
    const { personId, form, requestId } = command;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const version = validate(personVersionForm, personFaults, form);
    if (!version.ok) return version;
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId };
    return store.change(context, async (tx) => {
      const before = await tx.getPerson(municipality, personId);
      if (before === null) return refuse({ kind: 'no-such-person' });
      const { rowVersion } = version.value;
      const written = await tx.changePerson(municipality, { ...before, rowVersion, disabled: false, leftOn: null });
      if (!written.done) return refuse({ kind: 'person-changed-meanwhile', current: written.current });
      await tx.event({
        kind: 'account-reopened',
        thingKind: 'account',
        thingId: personId,
        before: { leftOn: before.leftOn, disabled: before.disabled },
        after: { leftOn: null, disabled: false },
      });
      return ok(null);
    });
  };
}
