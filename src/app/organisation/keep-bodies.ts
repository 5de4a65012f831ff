import type { BodyRecord } from '../../core/organisation/body.ts';
import { findTakenLabel } from '../../core/organisation/labels.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { bodyFaults, bodyForm, bodyVersion } from './forms.ts';
import type { NewBody } from './ports.ts';
import type { BodyRefusal } from './refusals.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Adds a body to the register. Its names must be free during its days. */
export function addBody({ store, clock, ids }: Deps) {
  return async (
    actor: Actor,
    command: { readonly form: unknown; readonly requestId: string | null },
  ): Promise<Result<{ bodyId: string }, BodyRefusal>> => {
    const { municipality, accountId: actorId } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const form = validate(bodyForm, bodyFaults, command.form);
    if (!form.ok) return form;
    const body: NewBody = { id: ids.next(), ...form.value };
    const context = { municipality, actorId, at: clock.now(), requestId: command.requestId };
    return store.change<Result<{ bodyId: string }, BodyRefusal>>(context, async (tx) => {
      await tx.holdRegister(municipality);
      const taken = takenBy(await tx.listBodies(municipality), form.value, null);
      if (taken) return refuse(taken);
      await tx.addBody(municipality, body);
      const after = bodyFacts({ ...form.value });
      await tx.event({ kind: 'body-added', thingKind: 'body', thingId: body.id, before: null, after });
      return ok({ bodyId: body.id });
    });
  };
}

/** What an event tells of a body: its names only as marks. */
export function bodyFacts(body: Pick<BodyRecord, 'kind' | 'name' | 'abbreviation' | 'validFrom' | 'validTo'>) {
  const { kind, name, abbreviation, validFrom, validTo } = body;
  return { bodyKind: kind, name: marked(name), abbreviation: marked(abbreviation), validFrom, validTo };
}

function takenBy(
  records: readonly BodyRecord[],
  wanted: Parameters<typeof findTakenLabel>[1],
  ownId: string | null,
): BodyRefusal | null {
  const taken = findTakenLabel(records, wanted, ownId);
  const holder = records.find(({ id }) => id === taken?.bodyId);
  return taken && holder ? { kind: 'label-taken', label: taken.label, holder } : null;
}

interface ChangeBodyCommand {
  readonly bodyId: string;
  readonly form: Readonly<Record<string, string>>;
  readonly requestId: string | null;
}

/** Corrects what the register says of a body. A new name from a day on is a succession instead, which keeps the old one. */
export function changeBody({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (actor: Actor, command: ChangeBodyCommand): Promise<Result<null, BodyRefusal>> => {
    const { municipality, accountId: actorId } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const story = await store.read.getBodyStory(municipality, command.bodyId);
    if (story === null) return refuse({ kind: 'no-such-body' });
    const form = validate(bodyForm, bodyFaults, command.form);
    if (!form.ok) return form;
    const version = bodyVersion.safeParse(command.form.rowVersion);
    const wanted = { ...story.body, ...form.value, rowVersion: version.data ?? 0 };
    const until = wanted.formerNames[0]?.until;
    if (until !== undefined && wanted.validFrom !== null && wanted.validFrom > until)
      return refuse({ kind: 'start-after-former-name', until });
    const context = { municipality, actorId, at: clock.now(), requestId: command.requestId };
    return store.change<Result<null, BodyRefusal>>(context, async (tx) => {
      await tx.holdRegister(municipality);
      const records = await tx.listBodies(municipality);
      const before = records.find(({ id }) => id === wanted.id);
      if (before === undefined) return refuse({ kind: 'no-such-body' });
      if (before.rowVersion !== wanted.rowVersion) return refuse({ kind: 'body-changed-meanwhile', current: before });
      const taken = takenBy(records, wanted, wanted.id);
      if (taken) return refuse(taken);
      await tx.saveBodies(municipality, [wanted]);
      await tx.event({
        kind: 'body-changed',
        thingKind: 'body',
        thingId: wanted.id,
        before: bodyFacts(before),
        after: bodyFacts(wanted),
      });
      return ok(null);
    });
  };
}
