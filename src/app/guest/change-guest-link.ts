import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store, VersionedWrite, Writer } from '../store.ts';
import { faultOfLastDay, type GuestLinkFault, guestLinkFaults, lastDayForm, withdrawForm } from './forms.ts';
import type { GuestLink } from './ports.ts';

/** Somebody changed the link after the form was opened; `current` is how it stands now. */
export type LinkChangedMeanwhile = { readonly kind: 'changed-meanwhile'; readonly current: GuestLink };
/** `withdrawn`: a link that has been taken back is never opened again. */
export type ChangeLinkRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-link' | 'withdrawn' }
  | Invalid<GuestLinkFault>
  | LinkChangedMeanwhile;

interface ChangeCommand {
  readonly linkId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/** Gives a link another last day, later or earlier, against the version that was read. */
export function changeLastDay({ store, clock }: Ports) {
  return async (actor: Actor, command: ChangeCommand): Promise<Result<null, ChangeLinkRefusal>> => {
    const opened = await openLink(store, actor, command.linkId);
    if (!opened.ok) return opened;
    const form = validate(lastDayForm, guestLinkFaults, command.form);
    if (!form.ok) return form;
    const fault = faultOfLastDay(form.value.lastDay, swedishDay(clock.now()));
    if (fault !== null) return refuse({ kind: 'invalid', faults: { lastDay: fault } });
    const change = { linkId: command.linkId, ...form.value };
    return write({ store, clock }, actor, command, async (tx) => {
      const answer = await tx.changeLastDay(actor.municipality, change);
      if (answer.done)
        await tx.event({
          kind: 'guest-link-changed',
          thingKind: 'guest-link',
          thingId: command.linkId,
          before: { lastDay: opened.value.lastDay },
          after: { lastDay: change.lastDay },
        });
      return answer;
    });
  };
}

/** Takes a link back: from now on it opens nothing, also for those who have it open. */
export function withdrawGuestLink({ store, clock }: Ports) {
  return async (actor: Actor, command: ChangeCommand): Promise<Result<null, ChangeLinkRefusal>> => {
    const opened = await openLink(store, actor, command.linkId);
    if (!opened.ok) return opened;
    const form = validate(withdrawForm, guestLinkFaults, command.form);
    if (!form.ok) return form;
    const change = { linkId: command.linkId, at: clock.now(), ...form.value };
    return write({ store, clock }, actor, command, async (tx) => {
      const answer = await tx.withdrawGuestLink(actor.municipality, change);
      if (answer.done)
        await tx.event({
          kind: 'guest-link-withdrawn',
          thingKind: 'guest-link',
          thingId: command.linkId,
          before: { lastDay: opened.value.lastDay, withdrawn: false },
          after: { lastDay: opened.value.lastDay, withdrawn: true },
        });
      return answer;
    });
  };
}

async function openLink(store: Store, actor: Actor, linkId: string): Promise<Result<GuestLink, ChangeLinkRefusal>> {
  const { municipality } = actor;
  if (!may(actor, 'change-guest-links', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
  const link = await store.read.getGuestLink(municipality, linkId);
  if (link === null) return refuse({ kind: 'no-such-link' });
  return link.withdrawnAt === null ? ok(link) : refuse({ kind: 'withdrawn' });
}

async function write(
  { store, clock }: Ports,
  { municipality, accountId }: Actor,
  { requestId }: ChangeCommand,
  work: (tx: Writer) => Promise<VersionedWrite<GuestLink>>,
): Promise<Result<null, ChangeLinkRefusal>> {
  const written = await store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, work);
  if (written.done) return ok(null);
  return written.current === null
    ? refuse({ kind: 'no-such-link' })
    : refuse({ kind: 'changed-meanwhile', current: written.current });
}
