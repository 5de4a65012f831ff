import type { Actor } from '../../core/permission/role.ts';
import {
  pseudonymOf,
  pseudonymsFor,
  type RemovalRefusal,
  removedName,
  whyNotRemove,
} from '../../core/retention/remove-person.ts';
import { daysKept } from '../../core/retention/retention.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Reader, Writer } from '../store.ts';
import type { HeldCounts, RemovalState } from './ports.ts';
import { getOwnDays, mayKeepPersonalData, proofOf, type RetentionPorts, tellRemoved } from './retention-access.ts';

/** A person whom somebody thinks of removing: how they stand, what hinders it, and what would go and what would stay. */
export interface RemovalView {
  readonly person: RemovalState;
  /** Null when nothing stands in the way. */
  readonly hindrance: RemovalRefusal | null;
  /** Null for somebody who has been removed. */
  readonly held: HeldCounts | null;
  /** How many days after their last day a person is kept. */
  readonly daysKept: number;
}

/** The person is nobody, or the one who asks may not look after personal data: they cannot tell which. */
export type NoSuchPerson = { readonly kind: 'no-such-person' };

/** Shows what the removal of a person would do. */
export function openRemoval({ store, clock }: Pick<RetentionPorts, 'store' | 'clock'>) {
  return async (actor: Actor, personId: string): Promise<Result<RemovalView, NoSuchPerson>> => {
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'no-such-person' });
    const view = await viewRemoval(store.read, actor, personId, swedishDay(clock.now()));
    return view === null ? refuse({ kind: 'no-such-person' }) : ok(view);
  };
}

async function viewRemoval(read: Reader, actor: Actor, personId: string, today: string): Promise<RemovalView | null> {
  const { municipality, accountId } = actor;
  const person = await read.getRemovalState(municipality, personId);
  const held = await read.countHeld(municipality, personId);
  const own = await getOwnDays(read, municipality);
  if (person === null) return null;
  const days = daysKept('accounts', own);
  assert(days !== null, 'accounts are not kept for ever');
  const { removedAt, disabled, leftOn } = person;
  const facts = { isOneself: personId === accountId, isRemoved: removedAt !== null, disabled, leftOn };
  return { person, hindrance: whyNotRemove({ ...facts, daysKept: days, today }), held, daysKept: days };
}

export type RemovePersonRefusal =
  | NoSuchPerson
  /** Something stands in the way, perhaps since a moment ago. */
  | { readonly kind: 'may-not-remove'; readonly view: RemovalView }
  /** Somebody changed the person after the summary was shown. */
  | { readonly kind: 'person-changed-meanwhile'; readonly view: RemovalView };

interface RemoveCommand {
  readonly personId: string;
  /** The version that the summary was made of. */
  readonly rowVersion: number;
  readonly requestId: string | null;
}

/** Removes a person who has left: the name gives way to a pseudonym everywhere, and the rest to nothing. Gives the name that stands now. */
export function removePerson({ store, clock, sha256 }: RetentionPorts) {
  return async (actor: Actor, command: RemoveCommand): Promise<Result<string, RemovePersonRefusal>> => {
    const { municipality, accountId } = actor;
    const { personId, rowVersion, requestId } = command;
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'no-such-person' });
    const at = clock.now();
    const today = swedishDay(at);
    return store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const view = await viewRemoval(tx, actor, personId, today);
      if (view === null) return refuse({ kind: 'no-such-person' });
      if (view.hindrance !== null) return refuse({ kind: 'may-not-remove', view });
      if (view.person.rowVersion !== rowVersion) return refuse({ kind: 'person-changed-meanwhile', view });
      const [name = ''] = await removeByPseudonym(tx, municipality, [personId], at);
      const proof = proofOf(sha256, [personId]);
      await tellRemoved(tx, { recordClass: 'accounts', count: 1, days: view.daysKept, proof }, today);
      return ok(name);
    });
  };
}

/** Gives each person a pseudonym of their own, removes them, and tells of each. Within a change that holds the people. Gives the new names. */
export async function removeByPseudonym(
  tx: Writer,
  municipality: string,
  accountIds: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  const taken = (await tx.listRemovedPeople(municipality)).map(({ name }) => pseudonymOf(name) ?? '');
  const removals = [...pseudonymsFor(accountIds, taken)].map(([accountId, pseudonym]) => {
    return { accountId, name: removedName(pseudonym) };
  });
  await tx.removePeople(municipality, removals, at);
  for (const { accountId } of removals)
    await tx.event({ kind: 'person-removed', thingKind: 'account', thingId: accountId, before: null, after: null });
  return removals.map(({ name }) => name);
}
