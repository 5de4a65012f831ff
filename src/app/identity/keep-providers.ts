import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Invalid } from '../shared/validate.ts';
import type { Clock, Ids, Secrets } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { connectionOf } from './provider-connection.ts';
import { type ProviderFieldFault, type ProviderFields, type ProviderForm, readProviderForm } from './provider-form.ts';
import {
  type LoginProvider,
  type ProviderFacts,
  type ProviderFault,
  type ProviderWithRules,
  type RelyingParty,
  secretPurpose,
} from './provider-ports.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly relyingParty: RelyingParty;
}

/** Why a login provider was not added or changed. */
export type ProviderRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-such-provider' }
  | { readonly kind: 'changed-meanwhile'; readonly current: LoginProvider }
  | Invalid<ProviderFieldFault>;

export type ProviderAnswer<T> = Promise<Result<T, ProviderRefusal>>;

function mayKeep(actor: Actor): boolean {
  return may(actor, 'change-login-providers', { municipality: actor.municipality, bodyId: null });
}

/** Every login provider of the actor's municipality; null for who may not see them. */
export function listProviders({ store }: Pick<Deps, 'store'>) {
  return async (actor: Actor): Promise<readonly LoginProvider[] | null> =>
    mayKeep(actor) ? store.read.listLoginProviders(actor.municipality) : null;
}

/** One login provider with its rules; null when there is none, or for who may not see it. */
export function getProvider({ store }: Pick<Deps, 'store'>) {
  return async (actor: Actor, id: string): Promise<ProviderWithRules | null> =>
    mayKeep(actor) ? store.read.getLoginProvider(actor.municipality, id) : null;
}

/** Adds a login provider; gives its id. One whose slug is taken is refused. */
export function addProvider(deps: Deps) {
  const { store, clock, ids } = deps;
  return async (actor: Actor, command: { form: ProviderForm; requestId: string | null }): ProviderAnswer<string> => {
    const { municipality, accountId } = actor;
    if (!mayKeep(actor)) return refuse({ kind: 'not-allowed' });
    const read = readProviderForm(command.form);
    if (!read.ok) return read;
    const id = ids.next();
    const sealedSecret = await sealSecret(deps, id, read.value, null);
    if (sealedSecret === null) return invalid('secret', 'secret-missing');
    const provider = { ...kept(read.value), id, sealedSecret, rowVersion: 1 };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const added = await store.change(context, async (tx) => {
      if (!(await tx.addLoginProvider(municipality, provider))) return false;
      const thing = { thingKind: 'login-provider', thingId: id };
      await tx.event({ kind: 'login-provider-added', ...thing, before: null, after: factsOf(provider) });
      return true;
    });
    return added ? ok(id) : invalid('slug', 'slug-taken');
  };
}

/**
 * Changes a login provider against the version that was read. Its secret is kept when none is written, unless the issuer is
 * another: a secret is never sent to somebody else than it was given for. One that is taken out of use ends its sessions and
 * takes back the roles it gave.
 */
export function changeProvider(deps: Deps) {
  const { store, clock } = deps;
  return async (
    actor: Actor,
    command: { id: string; form: ProviderForm; requestId: string | null },
  ): ProviderAnswer<null> => {
    const { municipality, accountId } = actor;
    if (!mayKeep(actor)) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getLoginProvider(municipality, command.id);
    if (found === null) return refuse({ kind: 'no-such-provider' });
    const before = found.provider;
    const read = readProviderForm({ ...command.form, slug: before.slug });
    if (!read.ok) return read;
    if (read.value.rowVersion !== before.rowVersion) return refuse({ kind: 'changed-meanwhile', current: before });
    const sealedSecret = await sealSecret(deps, before.id, read.value, before);
    if (sealedSecret === null) return invalid('secret', 'secret-anew');
    const provider = { ...kept(read.value), id: before.id, sealedSecret, rowVersion: before.rowVersion };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const current = await store.change(context, async (tx) => {
      const write = await tx.changeLoginProvider(municipality, provider);
      if (!write.done) return write.current ?? before;
      const ended = provider.enabled ? 0 : await tx.removeSessionsBy(municipality, provider.id);
      const after = { ...factsOf(provider), newSecret: sealedSecret !== before.sealedSecret, endedSessions: ended };
      const thing = { thingKind: 'login-provider', thingId: provider.id };
      await tx.event({ kind: 'login-provider-changed', ...thing, before: factsOf(before), after });
      return null;
    });
    return current === null ? ok(null) : refuse({ kind: 'changed-meanwhile', current });
  };
}

function invalid(field: string, code: ProviderFieldFault): Result<never, Invalid<ProviderFieldFault>> {
  return refuse({ kind: 'invalid', faults: { [field]: code } });
}

/** The secret to store: a new one sealed, a new key, or what there was; null when one must be written and is not. */
async function sealSecret(
  { secrets, relyingParty }: Deps,
  id: string,
  fields: ProviderFields,
  before: LoginProvider | null,
): Promise<string | null> {
  const sameWay = before?.clientAuthentication === fields.clientAuthentication;
  if (fields.clientAuthentication === 'key')
    return sameWay ? before.sealedSecret : secrets.seal(secretPurpose(id), await relyingParty.makeKey());
  if (fields.secret !== '') return secrets.seal(secretPurpose(id), fields.secret);
  return sameWay && before.issuer === fields.issuer ? before.sealedSecret : null;
}

function kept({
  secret: _,
  rowVersion: __,
  ...fields
}: ProviderFields): Omit<LoginProvider, 'id' | 'sealedSecret' | 'rowVersion'> {
  return fields;
}

/** What the trail keeps of a provider: choices as they are, texts as marks, and nothing of the secret. */
function factsOf(provider: LoginProvider) {
  const { slug, clientAuthentication, asksAnew, readsUserinfo, emailTrust, newPersons, enabled } = provider;
  return {
    slug,
    clientAuthentication,
    asksAnew,
    readsUserinfo,
    emailTrust,
    newPersons,
    enabled,
    label: marked(provider.label),
    issuer: marked(provider.issuer),
    clientId: marked(provider.clientId),
    scopes: marked(provider.scopes.join(' ')),
    acrValues: marked(provider.acrValues.join(' ')),
    emailDomains: marked(provider.emailDomains.join(' ')),
  };
}

/** Why a provider could not be tried. */
export interface ProbeRefusal {
  readonly kind: 'not-allowed' | 'no-such-provider' | 'secret-unreadable' | ProviderFault;
}

/** Asks a provider that is set up for its own description and keys. Nothing is changed, and nobody signs in. */
export function probeProvider({ store, secrets, relyingParty }: Pick<Deps, 'store' | 'secrets' | 'relyingParty'>) {
  return async (actor: Actor, id: string, allowLoopback: boolean): Promise<Result<ProviderFacts, ProbeRefusal>> => {
    if (!mayKeep(actor)) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getLoginProvider(actor.municipality, id);
    if (found === null) return refuse({ kind: 'no-such-provider' });
    const connection = connectionOf(secrets, found.provider, allowLoopback);
    return connection === null ? refuse({ kind: 'secret-unreadable' }) : relyingParty.probe(connection);
  };
}
