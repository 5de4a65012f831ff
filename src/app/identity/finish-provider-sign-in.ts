import { isOpenOn } from '../../core/account/account-state.ts';
import { rolesByClaims } from '../../core/permission/claim-rule.ts';
import type { Membership } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import type { LoginAttempt } from './begin-provider-sign-in.ts';
import { newAccount } from './ports.ts';
import { connectionOf } from './provider-connection.ts';
import type { ProvenPerson, ProviderFault, ProviderWithRules, RelyingParty } from './provider-ports.ts';
import { hashToken } from './session-token.ts';
import { emailOf, type PersonFault, type SettledPerson, settlePerson } from './settle-person.ts';
import { type StartedSession, startSession } from './start-session.ts';

/** How long somebody may be at the provider, in milliseconds. */
export const ATTEMPT_MS = 15 * 60 * 1000;
/** What a provider's id token is sealed for. */
export const ID_TOKEN_PURPOSE = 'id-token';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly secrets: Secrets;
  readonly relyingParty: RelyingParty;
}

export interface FinishCommand {
  readonly municipality: string;
  readonly slug: string;
  /** What the browser kept; null when it has nothing that we gave it. */
  readonly attempt: LoginAttempt | null;
  /** The whole address that the browser came back to, at our own origin. */
  readonly address: string;
  /** The state that stands in that address; null when there is none. */
  readonly state: string | null;
  readonly allowLoopback: boolean;
  /** Account to link the person to, when somebody signed in asked for that; null to sign in. */
  readonly linkTo: string | null;
  readonly oldToken: string | null;
  readonly requestId: string | null;
}

/** Why somebody who came back from a provider is not let in. */
export interface FinishRefusal {
  readonly kind:
    | 'no-such-provider'
    | 'provider-closed'
    | 'secret-unreadable'
    | 'replayed'
    | 'linked-to-other'
    | ProviderFault
    | PersonFault;
}

export type Finished = { readonly kind: 'signed-in'; readonly session: StartedSession } | { readonly kind: 'linked' };

/**
 * Ends a sign-in with a provider: checks what came back, settles whose account it is, takes over the roles that the provider's
 * claims give now, and starts a session. Or links the person to the account that asked for it. Every refusal is told in the
 * trail, with its reason and nothing that the provider said.
 */
export function finishProviderSignIn(deps: Deps) {
  const prove = provePerson(deps);
  const welcome = welcomePerson(deps);
  const link = linkPerson(deps);
  return async (command: FinishCommand): Promise<Result<Finished, FinishRefusal>> => {
    const { municipality, slug, requestId } = command;
    const found = await deps.store.read.findLoginProvider(municipality, slug);
    if (found === null) return refuse({ kind: 'no-such-provider' });
    const person = await prove(found, command);
    const done = !person.ok
      ? person
      : command.linkTo === null
        ? await welcome(found, person.value, command)
        : await link(found, person.value, command.linkTo, command);
    if (!done.ok) {
      const context = { municipality, actorId: command.linkTo, at: deps.clock.now(), requestId };
      const after = { method: 'provider', reason: done.refusal.kind };
      const thing = { thingKind: 'login-provider', thingId: found.provider.id };
      await deps.store.change(context, (tx) => tx.event({ kind: 'sign-in-refused', ...thing, before: null, after }));
    }
    return done;
  };
}

function provePerson({ store, clock, sha256, secrets, relyingParty }: Deps) {
  return async (
    { provider }: ProviderWithRules,
    { municipality, slug, attempt, address, state, allowLoopback, requestId }: FinishCommand,
  ): Promise<Result<ProvenPerson, FinishRefusal>> => {
    if (!provider.enabled) return refuse({ kind: 'provider-closed' });
    const isOurs = attempt?.municipality === municipality && attempt.slug === slug && attempt.state === state;
    if (attempt === null || !isOurs) return refuse({ kind: 'state-mismatch' });
    const at = clock.now();
    const used = hashToken(sha256, attempt.state);
    const until = new Date(at.getTime() + ATTEMPT_MS);
    const context = { municipality, actorId: null, at, requestId };
    const isFirst = await store.change(context, (tx) => tx.useOnce(municipality, used, until));
    if (!isFirst) return refuse({ kind: 'replayed' });
    const connection = connectionOf(secrets, provider, allowLoopback);
    if (connection === null) return refuse({ kind: 'secret-unreadable' });
    const { acrValues, readsUserinfo } = provider;
    return relyingParty.finish(connection, { ...attempt, address, acrValues, readsUserinfo });
  };
}

function welcomePerson({ store, clock, ids, sha256, secrets }: Deps) {
  return async (
    { provider, rules }: ProviderWithRules,
    person: ProvenPerson,
    { municipality, oldToken, requestId }: FinishCommand,
  ): Promise<Result<Finished, FinishRefusal>> => {
    const at = clock.now();
    const email = emailOf(person.claims);
    const [byIdentity, byEmail] = await Promise.all([
      store.read.findAccountOfIdentity(municipality, person.issuer, person.subject),
      email === null ? null : store.read.findAccountByEmail(municipality, email),
    ]);
    const settled = settlePerson(provider, person.claims, { byIdentity, byEmail });
    if (!settled.ok) return settled;
    if (settled.value.kind !== 'new' && !isOpenOn(settled.value.account, swedishDay(at)))
      return refuse({ kind: 'account-closed' });
    const accountId = settled.value.kind === 'new' ? ids.next() : settled.value.account.id;
    return store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      await takeIn(tx, municipality, accountId, settled.value);
      if (settled.value.kind !== 'known') {
        const linked = await addLink(tx, municipality, { ...person, accountId, linkedAt: at }, provider.id);
        // Somebody was first with the very same person: all is undone, and known at the next try.
        if (!linked) throw new Error('A person at a login provider was linked twice at once');
      }
      await takeOverRoles(tx, municipality, accountId, provider.id, rolesByClaims(rules, person.claims));
      const sealedIdToken = secrets.seal(ID_TOKEN_PURPOSE, person.idToken);
      const start = {
        municipality,
        accountId,
        method: 'provider',
        providerId: provider.id,
        sealedIdToken,
        oldToken,
        at,
      } as const;
      return ok({ kind: 'signed-in', session: await startSession({ ids, sha256 })(tx, start) });
    });
  };
}

async function takeIn(tx: Writer, municipality: string, id: string, person: SettledPerson): Promise<void> {
  if (person.kind !== 'new') return;
  const { email, name } = person;
  await tx.addAccount(newAccount({ id, municipality, email, name, passwordHash: null, memberships: [] }));
  const after = { origin: 'provider', roles: [] };
  await tx.event({ kind: 'account-added', thingKind: 'account', thingId: id, before: null, after });
}

interface Link extends Pick<ProvenPerson, 'issuer' | 'subject'> {
  readonly accountId: string;
  readonly linkedAt: Date;
}

async function addLink(tx: Writer, municipality: string, link: Link, providerId: string): Promise<boolean> {
  const { issuer, subject, accountId, linkedAt } = link;
  if (!(await tx.addIdentity(municipality, { issuer, subject, accountId, linkedAt }))) return false;
  const after = { provider: providerId };
  await tx.event({ kind: 'identity-linked', thingKind: 'account', thingId: accountId, before: null, after });
  return true;
}

async function takeOverRoles(
  tx: Writer,
  municipality: string,
  accountId: string,
  providerId: string,
  roles: readonly Membership[],
): Promise<void> {
  const before = await tx.listClaimedRoles(municipality, accountId, providerId);
  if (JSON.stringify(before) === JSON.stringify(roles)) return;
  await tx.setClaimedRoles(municipality, accountId, providerId, roles);
  const told = { thingKind: 'account', thingId: accountId, before: { provider: providerId, roles: before } };
  await tx.event({ kind: 'claimed-roles-changed', ...told, after: { provider: providerId, roles } });
}

function linkPerson({ store, clock }: Deps) {
  return async (
    { provider }: ProviderWithRules,
    { issuer, subject }: ProvenPerson,
    accountId: string,
    { municipality, requestId }: FinishCommand,
  ): Promise<Result<Finished, FinishRefusal>> => {
    const at = clock.now();
    const linked = await store.read.findAccountOfIdentity(municipality, issuer, subject);
    if (linked !== null) return linked.id === accountId ? ok({ kind: 'linked' }) : refuse({ kind: 'linked-to-other' });
    const context = { municipality, actorId: accountId, at, requestId };
    const added = await store.change(context, (tx) =>
      addLink(tx, municipality, { issuer, subject, accountId, linkedAt: at }, provider.id),
    );
    return added ? ok({ kind: 'linked' }) : refuse({ kind: 'linked-to-other' });
  };
}
