import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { Passkey, PasskeyChecks, PasskeyFault, PasskeyQuestion, PasskeySite } from './passkey-ports.ts';
import { hashToken } from './session-token.ts';

/** How long somebody may take to answer, in milliseconds. */
export const QUESTION_MS = 5 * 60 * 1000;
/** As many as anybody has devices. */
const MOST_PASSKEYS = 20;
const LONGEST_NAME = 60;

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly passkeyChecks: PasskeyChecks;
}

/** Why a passkey was not added, renamed or removed. */
export interface PasskeyRefusal {
  readonly kind:
    | 'name-missing'
    | 'name-too-long'
    | 'no-answer'
    | 'too-many'
    | 'known-already'
    | 'no-such-passkey'
    | 'last-way'
    | PasskeyFault;
}

/** A person's own passkeys, oldest first. */
export function listOwnPasskeys({ store }: Pick<Deps, 'store'>) {
  return ({ municipality, accountId }: Actor): Promise<Passkey[]> => store.read.listPasskeys(municipality, accountId);
}

/** What to ask the browser of somebody who wants one more passkey. */
export function askForPasskey({ store, passkeyChecks }: Pick<Deps, 'store' | 'passkeyChecks'>) {
  return async (actor: Actor, site: PasskeySite): Promise<PasskeyQuestion> => {
    const { municipality, accountId: id, name } = actor;
    const [account, known] = await Promise.all([
      store.read.getAccount(municipality, id),
      store.read.listPasskeys(municipality, id),
    ]);
    return passkeyChecks.askForNew(site, { id, name, email: account?.email ?? name }, known);
  };
}

interface NewPasskey {
  readonly site: PasskeySite;
  readonly name: string;
  /** What the browser answered, JSON; empty when it answered nothing. */
  readonly answer: string;
  /** The question that this person was asked in this browser; null when there was none or it is too old. */
  readonly challenge: string | null;
  readonly requestId: string | null;
}

/** Adds a passkey that the person's device has made. Each question can be answered once. */
export function addPasskey(deps: Deps) {
  const { store, clock, ids, sha256, passkeyChecks } = deps;
  return async (actor: Actor, command: NewPasskey): Promise<Result<Passkey, PasskeyRefusal>> => {
    const { municipality, accountId } = actor;
    const { site, answer, challenge, requestId } = command;
    const named = readName(command.name);
    if (!named.ok) return named;
    if (answer === '') return refuse({ kind: 'no-answer' });
    if (challenge === null) return refuse({ kind: 'answer-invalid' });
    const made = await passkeyChecks.checkNew(site, challenge, answer);
    if (!made.ok) return made;
    const known = await store.read.listPasskeys(municipality, accountId);
    if (known.length >= MOST_PASSKEYS) return refuse({ kind: 'too-many' });
    const at = clock.now();
    const passkey = { ...made.value, id: ids.next(), accountId, name: named.value, createdAt: at, lastUsedAt: null };
    return store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      const until = new Date(at.getTime() + QUESTION_MS);
      if (!(await tx.useOnce(municipality, hashToken(sha256, challenge), until)))
        return refuse({ kind: 'answer-invalid' });
      if (!(await tx.addPasskey(municipality, passkey))) return refuse({ kind: 'known-already' });
      const after = { passkey: passkey.id };
      await tx.event({ kind: 'passkey-added', thingKind: 'account', thingId: accountId, before: null, after });
      return ok(passkey);
    });
  };
}

function readName(text: string): Result<string, PasskeyRefusal> {
  const name = text.trim();
  if (name === '') return refuse({ kind: 'name-missing' });
  return name.length > LONGEST_NAME ? refuse({ kind: 'name-too-long' }) : ok(name);
}

/** Gives one of the person's own passkeys another name. */
export function renamePasskey({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { id: string; name: string; requestId: string | null },
  ): Promise<Result<null, PasskeyRefusal>> => {
    const { municipality, accountId } = actor;
    const { id, requestId } = command;
    const named = readName(command.name);
    if (!named.ok) return named;
    return store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, async (tx) => {
      if (!(await tx.renamePasskey(municipality, accountId, id, named.value)))
        return refuse({ kind: 'no-such-passkey' });
      await tx.event({
        kind: 'passkey-renamed',
        thingKind: 'account',
        thingId: accountId,
        before: null,
        after: { passkey: id },
      });
      return ok(null);
    });
  };
}

/** Removes one of the person's own passkeys. One that is gone is no fault; one that is the last way in is refused. */
export function removePasskey({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (
    actor: Actor,
    command: { id: string; requestId: string | null },
  ): Promise<Result<null, PasskeyRefusal>> => {
    const { municipality, accountId } = actor;
    const { id, requestId } = command;
    const [account, passkeys, identities] = await Promise.all([
      store.read.getAccount(municipality, accountId),
      store.read.listPasskeys(municipality, accountId),
      store.read.listIdentities(municipality, accountId),
    ]);
    const before = passkeys.find((each) => each.id === id);
    if (before === undefined) return ok(null);
    if (account?.passwordHash === null && passkeys.length + identities.length === 1)
      return refuse({ kind: 'last-way' });
    await store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, async (tx) => {
      if (!(await tx.removePasskey(municipality, accountId, id))) return;
      const gone = { passkey: id };
      await tx.event({ kind: 'passkey-removed', thingKind: 'account', thingId: accountId, before: gone, after: null });
    });
    return ok(null);
  };
}
