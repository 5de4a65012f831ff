import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { newAccount } from '../identity/ports.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { languageForm, type PersonFault, personFaults, personForm } from './forms.ts';
import { type Fields, readGivenRoles } from './given-roles.ts';
import { faultsOf, mayChangePeople, type NoSuchPerson, roleFacts } from './people-change.ts';
import { sendLink } from './send-link.ts';

interface InvitePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly sha256: Sha256;
}

export type InviteRefusal = NoSuchPerson | Invalid<PersonFault>;

/** Makes an account without a password, with roles, and sends its owner a link to begin with. Gives the account's id. */
export function invitePerson(ports: InvitePorts) {
  const { store, clock, ids } = ports;
  return async (
    actor: Actor,
    command: { readonly form: Fields; readonly requestId: string | null },
  ): Promise<Result<{ readonly personId: string }, InviteRefusal>> => {
    const { municipality } = actor;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const [people, bodies] = await Promise.all([
      store.read.listPeople(municipality),
      store.read.listBodies(municipality),
    ]);
    const read = readInvitation(command.form, { people, bodyIds: bodies.map(({ id }) => id) });
    if (!read.ok) return read;
    const { person, memberships, language } = read.value;
    const id = ids.next();
    const at = clock.now();
    const context = { municipality, actorId: actor.accountId, at, requestId: command.requestId };
    const free = await store.change(context, async (tx) => {
      await tx.holdPeople(municipality);
      if ((await tx.findAccountByEmail(municipality, person.email)) !== null) return false;
      await tx.addAccount(newAccount({ id, municipality, ...person, passwordHash: null, memberships }));
      await sendLink(ports)(tx, { municipality, purpose: 'invitation', account: { id, ...person }, language, at });
      const after = { roles: roleFacts(memberships) };
      await tx.event({ kind: 'account-invited', thingKind: 'account', thingId: id, before: null, after });
      return true;
    });
    return free ? ok({ personId: id }) : refuse({ kind: 'invalid', faults: { email: 'email-taken' } });
  };
}

function readInvitation(form: Fields, around: Parameters<typeof readGivenRoles>[1]) {
  const person = validate(personForm, personFaults, form);
  const language = validate(languageForm, personFaults, form);
  const given = readGivenRoles(form, around);
  const faults = faultsOf(person, language, given);
  if (!person.ok || !language.ok || !given.ok) return refuse({ kind: 'invalid' as const, faults });
  if (given.value.length === 0)
    return refuse({ kind: 'invalid' as const, faults: { roles: 'role-missing' as PersonFault } });
  return ok({ person: person.value, memberships: given.value, language: language.value.language });
}
