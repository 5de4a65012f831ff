import { isOpenOn } from '../../core/account/account-state.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { validate } from '../shared/validate.ts';
import type { Clock, Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { languageForm, personFaults, personVersionForm } from './forms.ts';
import { mayChangePeople, type PersonCommand, type PersonRefusal } from './people-change.ts';
import { sendLink } from './send-link.ts';

/** The person has a password already, or the account is closed: there is nothing to invite to. */
export type NotInvited = { readonly kind: 'not-invited' };

interface InvitationPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly sha256: Sha256;
}

/** Sends a new invitation; the links of earlier ones work no more. */
export function sendInvitation(ports: InvitationPorts) {
  const { store, clock } = ports;
  return async (actor: Actor, command: PersonCommand): Promise<Result<null, PersonRefusal | NotInvited>> => {
    const { municipality } = actor;
    const { personId, form, requestId } = command;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const language = validate(languageForm, personFaults, form);
    if (!language.ok) return language;
    const at = clock.now();
    return store.change({ municipality, actorId: actor.accountId, at, requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const person = await tx.getPerson(municipality, personId);
      if (person === null) return refuse({ kind: 'no-such-person' });
      if (person.hasPassword || !isOpenOn(person, swedishDay(at))) return refuse({ kind: 'not-invited' });
      await tx.withdrawLinks(municipality, personId, 'invitation', at);
      const order = { municipality, purpose: 'invitation', account: person, at, ...language.value } as const;
      await sendLink(ports)(tx, order);
      const facts = { thingKind: 'account', thingId: personId, before: null, after: null };
      await tx.event({ kind: 'invitation-sent', ...facts });
      return ok(null);
    });
  };
}

/** Takes an invitation back: its link works no more, and the account is closed. */
export function withdrawInvitation({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: PersonCommand): Promise<Result<null, PersonRefusal | NotInvited>> => {
    const { municipality } = actor;
    const { personId, form, requestId } = command;
    if (!mayChangePeople(actor)) return refuse({ kind: 'no-such-person' });
    const version = validate(personVersionForm, personFaults, form);
    if (!version.ok) return version;
    const at = clock.now();
    return store.change({ municipality, actorId: actor.accountId, at, requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const person = await tx.getPerson(municipality, personId);
      if (person === null) return refuse({ kind: 'no-such-person' });
      if (person.hasPassword || person.invitation === null) return refuse({ kind: 'not-invited' });
      // The time that a closed account is kept is counted from its last day.
      const leftOn = person.leftOn ?? swedishDay(at);
      const closed = { ...person, ...version.value, disabled: true, leftOn };
      const written = await tx.changePerson(municipality, closed);
      if (!written.done) return refuse({ kind: 'person-changed-meanwhile', current: written.current });
      await tx.withdrawLinks(municipality, personId, null, at);
      const facts = { thingKind: 'account', thingId: personId, before: null, after: null };
      await tx.event({ kind: 'invitation-withdrawn', ...facts });
      return ok(null);
    });
  };
}
