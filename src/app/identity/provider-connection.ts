import type { Secrets } from '../shared/world.ts';
import { type LoginProvider, type ProviderConnection, secretPurpose } from './provider-ports.ts';

/** What is needed to reach a provider; null when its secret was sealed with another key than this installation's. */
export function connectionOf(
  secrets: Secrets,
  provider: LoginProvider,
  allowLoopback: boolean,
): ProviderConnection | null {
  const secret = secrets.open(secretPurpose(provider.id), provider.sealedSecret);
  if (secret === null) return null;
  const { issuer, clientId, clientAuthentication } = provider;
  const version = `${provider.id} ${provider.rowVersion} ${allowLoopback}`;
  return { version, issuer, clientId, clientAuthentication, secret, allowLoopback };
}
