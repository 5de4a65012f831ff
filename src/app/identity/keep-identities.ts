import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { LoginButton, LoginIdentity } from './provider-ports.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** A person's link to a login provider; the label is null for a provider that is no longer set up. */
export interface OwnIdentity extends LoginIdentity {
  readonly label: string | null;
}

/** The login providers that a person is linked to, and those they can link. */
export interface OwnIdentities {
  readonly linked: readonly OwnIdentity[];
  readonly linkable: readonly LoginButton[];
}

/** A person's own links. */
export function listOwnIdentities({ store }: Pick<Deps, 'store'>) {
  return async ({ municipality, accountId }: Actor): Promise<OwnIdentities> => {
    const [identities, providers] = await Promise.all([
      store.read.listIdentities(municipality, accountId),
      store.read.listLoginProviders(municipality),
    ]);
    const linked = identities.map((identity) => {
      const provider = providers.find(({ issuer }) => issuer === identity.issuer);
      return { ...identity, label: provider?.label ?? null };
    });
    const issuers = new Set(identities.map(({ issuer }) => issuer));
    return { linked, linkable: providers.filter(({ enabled, issuer }) => enabled && !issuers.has(issuer)) };
  };
}

/** Takes away a person's own link. One that is gone is no fault; one that is the last way in is refused. */
export function unlinkIdentity({ store, clock }: Deps) {
  return async (
    actor: Actor,
    command: { issuer: string; subject: string; requestId: string | null },
  ): Promise<Result<null, { readonly kind: 'last-way' }>> => {
    const { municipality, accountId } = actor;
    const { issuer, subject, requestId } = command;
    const [account, passkeys, identities, providers] = await Promise.all([
      store.read.getAccount(municipality, accountId),
      store.read.listPasskeys(municipality, accountId),
      store.read.listIdentities(municipality, accountId),
      store.read.listLoginProviders(municipality),
    ]);
    if (!identities.some((each) => each.issuer === issuer && each.subject === subject)) return ok(null);
    if (account?.passwordHash === null && identities.length + passkeys.length === 1)
      return refuse({ kind: 'last-way' });
    const gave = providers.filter((provider) => provider.issuer === issuer).map(({ id }) => id);
    await store.change({ municipality, actorId: accountId, at: clock.now(), requestId }, async (tx) => {
      if (!(await tx.removeIdentity(municipality, { issuer, subject, accountId }))) return;
      await tx.removeClaimedRoles(municipality, accountId, gave);
      const before = { providers: gave };
      await tx.event({ kind: 'identity-unlinked', thingKind: 'account', thingId: accountId, before, after: null });
    });
    return ok(null);
  };
}
