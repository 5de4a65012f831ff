import { z } from 'zod';
import { isSourceAddress, watchedKinds, watchedStates } from '../../core/horizon/watched-item.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { dayField, type Invalid, validate, versionField } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { WatchedItem, WatchedView } from './ports.ts';

export const watchedFaults = [
  'title-missing',
  'text-too-long',
  'kind-missing',
  'state-missing',
  'source-not-an-address',
  'day-not-a-day',
  'owner-unknown',
  'form-broken',
] as const;
export type WatchedFault = (typeof watchedFaults)[number];

const fault = (error: WatchedFault) => ({ error });
const text = (longest: number) => z.string(fault('form-broken')).trim().max(longest, fault('text-too-long'));
const day = dayField({ broken: 'form-broken', notADay: 'day-not-a-day' });

const watchedForm = z.object({
  title: text(300).min(1, fault('title-missing')),
  kind: z.enum(watchedKinds, fault('kind-missing')),
  state: z.enum(watchedStates, fault('state-missing')),
  sourceUrl: text(2000).refine((url) => url === '' || isSourceAddress(url), fault('source-not-an-address')),
  summary: text(5000),
  inForceOn: day,
  expectedOn: day,
  followUpOn: day,
  /** "body:" or "person:" and an id; "" for nobody. */
  owner: z.string(fault('form-broken')).regex(/^(|(body|person):[0-9a-f-]{36})$/, fault('owner-unknown')),
  rowVersion: versionField('form-broken'),
});

export type WatchedRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-item' }
  | Invalid<WatchedFault>
  | { readonly kind: 'changed-meanwhile'; readonly current: WatchedView | null };

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Command {
  readonly form: unknown;
  readonly requestId: string | null;
}

const isAllowed = (actor: Actor) => may(actor, 'change-horizon', { municipality: actor.municipality, bodyId: null });

/** Begins to watch something; gives its id. */
export function addWatched({ store, clock, ids }: Deps) {
  return async (actor: Actor, command: Command): Promise<Result<string, WatchedRefusal>> => {
    const { municipality, accountId } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const read = await readItem(store, municipality, command.form);
    if (!read.ok) return read;
    const item: WatchedItem = { ...read.value, id: ids.next(), rowVersion: 1 };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      await tx.addWatched(municipality, item);
      await tx.event({
        kind: 'watched-added',
        thingKind: 'watched-item',
        thingId: item.id,
        before: null,
        after: factsOf(item),
      });
    });
    return ok(item.id);
  };
}

/** Changes or ends what is watched, against the version that was read. */
export function changeWatched({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: Command & { readonly itemId: string },
  ): Promise<Result<null, WatchedRefusal>> => {
    const { municipality, accountId } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const before = await store.read.getWatched(municipality, command.itemId);
    if (before === null) return refuse({ kind: 'no-such-item' });
    const read = await readItem(store, municipality, command.form);
    if (!read.ok) return read;
    const item: WatchedItem = { ...read.value, id: before.id };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const done = await store.change(context, async (tx) => {
      const answer = await tx.changeWatched(municipality, item);
      if (answer.done)
        await tx.event({
          kind: 'watched-changed',
          thingKind: 'watched-item',
          thingId: item.id,
          before: factsOf(before),
          after: factsOf(item),
        });
      return answer;
    });
    return done.done ? ok(null) : refuse({ kind: 'changed-meanwhile', current: done.current });
  };
}

/** The item as it is written in the form; its owner must be a body or person of the municipality. */
async function readItem(
  store: Store,
  municipality: string,
  input: unknown,
): Promise<Result<Omit<WatchedItem, 'id'>, Invalid<WatchedFault>>> {
  const form = validate(watchedForm, watchedFaults, input);
  if (!form.ok) return form;
  const { owner, ...facts } = form.value;
  const [kind, id = null] = owner.split(':');
  const ownerBodyId = kind === 'body' ? id : null;
  const ownerAccountId = kind === 'person' ? id : null;
  const isKnown =
    (ownerBodyId === null || (await store.read.listBodies(municipality)).some((body) => body.id === ownerBodyId)) &&
    (ownerAccountId === null || (await store.read.getAccount(municipality, ownerAccountId)) !== null);
  if (!isKnown) return refuse({ kind: 'invalid', faults: { owner: 'owner-unknown' } });
  return ok({ ...facts, ownerBodyId, ownerAccountId });
}

function factsOf(item: Omit<WatchedItem, 'rowVersion'>) {
  const { title, sourceUrl, summary, id: _, kind, state, inForceOn, expectedOn, followUpOn, ...owners } = item;
  const { ownerBodyId: bodyId, ownerAccountId: accountId } = owners;
  const texts = { title: marked(title), source: marked(sourceUrl), text: marked(summary) };
  return { kind, state, inForceOn, expectedOn, followUpOn, bodyId, accountId, ...texts };
}
