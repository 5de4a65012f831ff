import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Ids, Secrets } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { connectionOf } from './provider-connection.ts';
import type { LoginRequest, ProviderFault, RelyingParty } from './provider-ports.ts';

/** A sign-in with a provider that has begun: kept by the browser, sealed, until it comes back. */
export interface LoginAttempt extends Pick<LoginRequest, 'state' | 'nonce' | 'verifier'> {
  readonly municipality: string;
  readonly slug: string;
}

interface Deps {
  readonly store: Store;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly relyingParty: RelyingParty;
}

interface BeginCommand {
  readonly municipality: string;
  readonly slug: string;
  /** Our own address that the provider sends the browser back to. */
  readonly redirectUri: string;
  readonly language: 'sv' | 'en';
  /** Whether a provider on this very machine may be used. */
  readonly allowLoopback: boolean;
  /** Whether the provider must ask who it is, also one that is not set to. */
  readonly asksAnew: boolean;
}

/** Where to send the browser, what it must bring back, and what the provider is called. */
export interface BegunSignIn {
  readonly address: string;
  readonly attempt: LoginAttempt;
  readonly label: string;
}

/** Why a sign-in with a provider cannot begin. `no-such-provider` also for one that is not in use. */
export interface BeginRefusal {
  readonly kind: 'no-such-provider' | 'secret-unreadable' | ProviderFault;
}

const TOKEN_BYTES = 32;

/** Begins a sign-in with a provider: gives the address to send the browser to, and what it must bring back. */
export function beginProviderSignIn({ store, ids, secrets, relyingParty }: Deps) {
  return async (command: BeginCommand): Promise<Result<BegunSignIn, BeginRefusal>> => {
    const { municipality, slug, redirectUri, language, allowLoopback } = command;
    const found = await store.read.findLoginProvider(municipality, slug);
    if (found === null || !found.provider.enabled) return refuse({ kind: 'no-such-provider' });
    const { provider } = found;
    const connection = connectionOf(secrets, provider, allowLoopback);
    if (connection === null) return refuse({ kind: 'secret-unreadable' });
    const chance = () => ids.token(TOKEN_BYTES);
    const attempt = { municipality, slug, state: chance(), nonce: chance(), verifier: chance() };
    const { scopes, acrValues } = provider;
    const asksAnew = provider.asksAnew || command.asksAnew;
    const { state, nonce, verifier } = attempt;
    const request = { redirectUri, scopes, acrValues, asksAnew, state, nonce, verifier, language };
    const address = await relyingParty.begin(connection, request);
    return address.ok ? ok({ address: address.value, attempt, label: provider.label }) : address;
  };
}
