import { type Grant, type GuestThing, guestGrants, readingOf } from '../../core/permission/guest.ts';
import { may, type Operation } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { hashToken } from '../identity/session-token.ts';
import type { NewLetter } from '../mail/ports.ts';
import { startOfSwedishDay, swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { faultOfLastDay, type GuestLinkFault, guestLinkFaults, guestLinkForm } from './forms.ts';
import type { NewGuestLink } from './ports.ts';

/** What the token of a guest link is made for; letters make it of the same word. */
export const GUEST_LINK_PURPOSE = 'guest-link';

/** `no-such-thing`: not there, or nothing that the giver may read, or a part that belongs to no body of the register. */
export type GiveRefusal = { readonly kind: 'not-allowed' | 'no-such-thing' } | Invalid<GuestLinkFault>;

interface GivePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly secrets: Secrets;
}

interface GiveCommand {
  readonly form: unknown;
  readonly requestId: string | null;
}

const LONGEST_TITLE = 300;

/** Gives somebody without an account a link to one thing that the giver may read, and sends it when there is an address. Gives the link's id. */
export function giveGuestLink(ports: GivePorts) {
  const { store, clock, ids, sha256, secrets } = ports;
  return async (actor: Actor, command: GiveCommand): Promise<Result<string, GiveRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-guest-links', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const form = validate(guestLinkForm, guestLinkFaults, command.form);
    if (!form.ok) return form;
    const { thing, operation, label, lastDay, email } = form.value;
    if (guestGrants[thing.kind][operation] === undefined) return invalid({ operation: 'operation-missing' });
    const at = clock.now();
    const dayFault = faultOfLastDay(lastDay, swedishDay(at));
    if (dayFault !== null) return invalid({ lastDay: dayFault });
    const found = await findThing(store, actor, thing);
    if (found === null) return refuse({ kind: 'no-such-thing' });
    const id = ids.next();
    const tokenHash = hashToken(sha256, secrets.linkToken(GUEST_LINK_PURPOSE, id));
    const grant: Grant = { thing, operation, bodyId: found.bodyId };
    const link: NewGuestLink = { id, grant, tokenHash, label, lastDay, createdAt: at, createdBy: accountId };
    const name = (await store.read.getMunicipality(municipality))?.name ?? '';
    const said = { receiverName: label, municipalityName: name, senderName: actor.name, thingTitle: found.title };
    const letter = email === null ? null : letterOf(ids.next(), link, email, said);
    await store.change({ municipality, actorId: accountId, at, requestId: command.requestId }, async (tx) => {
      await tx.addGuestLink(municipality, link);
      if (letter !== null) await tx.addLetter(municipality, letter);
      await tx.event({
        kind: 'guest-link-added',
        thingKind: 'guest-link',
        thingId: id,
        before: null,
        after: { ...factsOf(grant), lastDay, letterId: letter?.id ?? null },
      });
    });
    return ok(id);
  };
}

const invalid = (faults: Invalid<GuestLinkFault>['faults']) => refuse({ kind: 'invalid' as const, faults });

const factsOf = ({ thing, operation, bodyId }: Grant) => ({ forKind: thing.kind, forId: thing.id, operation, bodyId });

/** The thing with its title and body, for whoever may read it themselves: a link never reaches further than its giver. */
async function findThing(
  store: Store,
  actor: Actor,
  thing: GuestThing,
): Promise<{ readonly title: string; readonly bodyId: string | null } | null> {
  const { municipality } = actor;
  const reading: Operation = readingOf[thing.kind];
  if (thing.kind === 'plan-draft') {
    const plan = await store.read.getPlanById(municipality, thing.id);
    if (plan === null || plan.facts.state !== 'draft' || !may(actor, reading, { municipality, bodyId: null }))
      return null;
    return { title: plan.facts.title.slice(0, LONGEST_TITLE), bodyId: null };
  }
  const whole = await store.read.getCommitment(municipality, thing.id);
  const bodyId = whole?.commitment.bodyId ?? null;
  if (whole === null || bodyId === null || whole.plan.state !== 'adopted') return null;
  if (!may(actor, reading, { municipality, bodyId })) return null;
  return { title: whole.measure.text.slice(0, LONGEST_TITLE), bodyId };
}

function letterOf(
  id: string,
  link: NewGuestLink,
  address: string,
  said: { receiverName: string; municipalityName: string; senderName: string; thingTitle: string },
): NewLetter {
  const end = new Date(startOfSwedishDay(link.lastDay, 1).getTime() - 60_000);
  const data = { ...said, linkId: link.id, validUntil: end.toISOString() };
  return { id, accountId: null, address, language: 'sv', kind: GUEST_LINK_PURPOSE, data, sendAfter: null };
}
