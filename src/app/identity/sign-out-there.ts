import type { Secrets } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { ID_TOKEN_PURPOSE } from './finish-provider-sign-in.ts';
import type { EndedSession } from './ports.ts';
import { connectionOf } from './provider-connection.ts';
import type { RelyingParty } from './provider-ports.ts';

interface Deps {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly relyingParty: RelyingParty;
}

/** A session that has ended here, and where the provider shall send the browser when it has ended there. */
interface SignOutThere {
  readonly municipality: string;
  readonly ended: EndedSession;
  readonly returnTo: string;
  readonly allowLoopback: boolean;
}

/**
 * Where to go to be signed out at the login provider too, and what it is called. Null for a session by other means, and when
 * the provider has no such address or does not answer: the session here has ended all the same.
 */
export function signOutThere({ store, secrets, relyingParty }: Deps) {
  return async (command: SignOutThere): Promise<{ readonly address: string; readonly label: string } | null> => {
    const { municipality, ended, returnTo, allowLoopback } = command;
    if (ended.providerId === null || ended.sealedIdToken === null) return null;
    const idToken = secrets.open(ID_TOKEN_PURPOSE, ended.sealedIdToken);
    const found = await store.read.getLoginProvider(municipality, ended.providerId);
    if (found === null || idToken === null) return null;
    const connection = connectionOf(secrets, found.provider, allowLoopback);
    const address = connection && (await relyingParty.endSession(connection, { idToken, returnTo }));
    return address === null ? null : { address, label: found.provider.label };
  };
}
