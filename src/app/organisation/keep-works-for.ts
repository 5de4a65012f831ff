import { overlap } from '../../core/organisation/body-time.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { bodyFaults, bodyVersion, worksForForm, worksForPeriod } from './forms.ts';
import type { WorksFor } from './ports.ts';
import type { WorksForRefusal } from './refusals.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Command {
  /** The administration whose page it is. */
  readonly bodyId: string;
  readonly form: Readonly<Record<string, string>>;
  readonly requestId: string | null;
}

type Answer = Result<null, WorksForRefusal>;

/** Notes that an administration works for a body during some days. The same pair may come back, but not twice at once. */
export function addWorksFor({ store, clock, ids }: Deps) {
  return async (actor: Actor, command: Command): Promise<Answer> => {
    const { municipality } = actor;
    const opened = await openAdministration(store, actor, command.bodyId);
    if (!opened.ok) return opened;
    const form = validate(worksForForm, bodyFaults, command.form);
    if (!form.ok) return form;
    const row = { id: ids.next(), administrationId: command.bodyId, ...form.value, rowVersion: 1 };
    return change(store, clock, actor, command, async (tx) => {
      const target = (await tx.listBodies(municipality)).find(({ id }) => id === row.bodyId);
      if (target === undefined || target.kind === 'administration')
        return refuse({ kind: 'invalid', faults: { bodyId: 'body-missing' } });
      const clash = clashOf(row, await tx.listWorksFor(municipality));
      if (clash) return refuse({ kind: 'works-already', current: clash });
      await tx.addWorksFor(municipality, [row]);
      await tx.event({ kind: 'works-for-added', ...thing(row), before: null, after: worksForFacts(row) });
      return ok(null);
    });
  };
}

/** Changes the days on which an administration works for a body. */
export function changeWorksFor({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (actor: Actor, command: Command & { readonly worksForId: string }): Promise<Answer> => {
    const { municipality } = actor;
    const opened = await openAdministration(store, actor, command.bodyId);
    if (!opened.ok) return opened;
    const before = opened.value.find(({ id }) => id === command.worksForId);
    if (before === undefined) return refuse({ kind: 'no-such-body' });
    const form = validate(worksForPeriod, bodyFaults, command.form);
    if (!form.ok) return form;
    const row = { ...before, ...form.value, rowVersion: bodyVersion.safeParse(command.form.rowVersion).data ?? 0 };
    return change(store, clock, actor, command, async (tx) => {
      const clash = clashOf(row, await tx.listWorksFor(municipality));
      if (clash) return refuse({ kind: 'works-already', current: clash });
      const written = await tx.changeWorksFor(municipality, row);
      if (!written.done) return refuse({ kind: 'works-for-changed-meanwhile', current: written.current });
      const after = worksForFacts(row);
      await tx.event({ kind: 'works-for-changed', ...thing(row), before: worksForFacts(before), after });
      return ok(null);
    });
  };
}

/** Takes away a row that was noted by mistake; one that is gone already is no fault. */
export function removeWorksFor({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (actor: Actor, command: Command & { readonly worksForId: string }): Promise<Answer> => {
    const opened = await openAdministration(store, actor, command.bodyId);
    if (!opened.ok) return opened;
    const before = opened.value.find(({ id }) => id === command.worksForId);
    if (before === undefined) return ok(null);
    return change(store, clock, actor, command, async (tx) => {
      const gone = await tx.removeWorksFor(actor.municipality, before.administrationId, before.id);
      if (gone)
        await tx.event({ kind: 'works-for-removed', ...thing(before), before: worksForFacts(before), after: null });
      return ok(null);
    });
  };
}

async function openAdministration(
  store: Store,
  actor: Actor,
  bodyId: string,
): Promise<Result<readonly WorksFor[], WorksForRefusal>> {
  const { municipality } = actor;
  if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
  const story = await store.read.getBodyStory(municipality, bodyId);
  if (story === null) return refuse({ kind: 'no-such-body' });
  if (story.body.kind !== 'administration') return refuse({ kind: 'not-an-administration' });
  return ok(story.worksFor.filter(({ administrationId }) => administrationId === bodyId));
}

function change(
  store: Store,
  clock: Clock,
  { municipality, accountId: actorId }: Actor,
  { requestId }: Command,
  work: (tx: Writer) => Promise<Answer>,
): Promise<Answer> {
  return store.change<Answer>({ municipality, actorId, at: clock.now(), requestId }, async (tx) => {
    await tx.holdRegister(municipality);
    return work(tx);
  });
}

function clashOf(row: WorksFor, all: readonly WorksFor[]): WorksFor | null {
  const { id, administrationId, bodyId } = row;
  const same = all.filter((each) => each.administrationId === administrationId && each.bodyId === bodyId);
  return same.find((each) => each.id !== id && overlap(each, row)) ?? null;
}

/** What an event tells of it. */
export function worksForFacts({ administrationId, bodyId, validFrom, validTo }: WorksFor) {
  return { administrationId, bodyId, validFrom, validTo };
}

function thing({ id }: WorksFor) {
  return { thingKind: 'works-for', thingId: id };
}
