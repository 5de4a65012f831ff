import type { ClaimRule, Claims } from '../../core/permission/claim-rule.ts';
import type { Membership } from '../../core/permission/role.ts';
import type { Result } from '../../core/shared/result.ts';
import type { VersionedWrite } from '../store.ts';
import type { Account } from './ports.ts';

/** How we show a login provider who we are: by a secret that it gave us, or by signing with a key of our own. */
export const clientAuthentications = ['secret', 'key'] as const;
/** Which e-mail addresses count as the person's own: none, those the provider says it has verified, or all it gives. */
export const emailTrusts = ['none', 'verified', 'all'] as const;
/** What happens to somebody who has no account: they are refused, or given one. */
export const newPersonRules = ['refused', 'given-account'] as const;

/** A service that a municipality's people sign in with, by OpenID Connect. */
export interface LoginProvider {
  readonly id: string;
  /** Stands in addresses that the provider knows, so it never changes. Small letters, digits and hyphens, at most 40. */
  readonly slug: string;
  /** What its button says after "Logga in med", at most 60 letters. */
  readonly label: string;
  /** As the provider writes it itself, with https. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientAuthentication: (typeof clientAuthentications)[number];
  /** The client's secret or private key, sealed for this provider (`secretPurpose`). */
  readonly sealedSecret: string;
  /** Asked for; "openid" is always among them. */
  readonly scopes: readonly string[];
  /** Levels of assurance of which one is required; empty for any. */
  readonly acrValues: readonly string[];
  /** True to let the provider ask who it is each time (`prompt=login`). */
  readonly asksAnew: boolean;
  /** True to fetch claims from the userinfo endpoint too. */
  readonly readsUserinfo: boolean;
  readonly emailTrust: (typeof emailTrusts)[number];
  /** Only people with a trusted address in one of these are let in, in lower case; empty for no such limit. */
  readonly emailDomains: readonly string[];
  readonly newPersons: (typeof newPersonRules)[number];
  readonly enabled: boolean;
  readonly rowVersion: number;
}

/** A login provider with the rules that give roles. */
export interface ProviderWithRules {
  readonly provider: LoginProvider;
  readonly rules: readonly ClaimRule[];
}

/** What the sign-in page shows of a provider. */
export interface LoginButton {
  readonly slug: string;
  readonly label: string;
}

/** A person at a login provider, as linked to an account. */
export interface LoginIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
  readonly linkedAt: Date;
}

/** A form kept for minutes while somebody is at a login provider. */
export interface SealedForm {
  readonly id: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

/** Reads login providers and what hangs on them. */
export interface ProviderReader {
  /** The providers in use, sorted by label. */
  listLoginButtons(municipality: string): Promise<LoginButton[]>;
  listLoginProviders(municipality: string): Promise<LoginProvider[]>;
  getLoginProvider(municipality: string, providerId: string): Promise<ProviderWithRules | null>;
  findLoginProvider(municipality: string, slug: string): Promise<ProviderWithRules | null>;
  findAccountOfIdentity(municipality: string, issuer: string, subject: string): Promise<Account | null>;
  /** Those linked to an account, oldest first. */
  listIdentities(municipality: string, accountId: string): Promise<LoginIdentity[]>;
  /** Roles that a provider gave an account when it last signed in with it. */
  listClaimedRoles(municipality: string, accountId: string, providerId: string): Promise<Membership[]>;
  getKeptForm(municipality: string, id: string, now: Date): Promise<SealedForm | null>;
}

/** Writes login providers and what hangs on them. */
export interface ProviderWriter {
  /** False when the slug is taken. */
  addLoginProvider(municipality: string, provider: LoginProvider): Promise<boolean>;
  /** Changes everything but id and slug, against the version in `provider`. */
  changeLoginProvider(municipality: string, provider: LoginProvider): Promise<VersionedWrite<LoginProvider>>;
  /** False when the same rule is there already, or the provider or body is not. */
  addClaimRule(municipality: string, providerId: string, rule: ClaimRule): Promise<boolean>;
  /** Removes a rule; gives what it was, or null when there is none. */
  removeClaimRule(municipality: string, providerId: string, ruleId: string): Promise<ClaimRule | null>;
  /** False when the identity is linked already, to whatever account. */
  addIdentity(municipality: string, identity: LoginIdentity): Promise<boolean>;
  removeIdentity(
    municipality: string,
    identity: Pick<LoginIdentity, 'issuer' | 'subject' | 'accountId'>,
  ): Promise<boolean>;
  setClaimedRoles(
    municipality: string,
    accountId: string,
    providerId: string,
    roles: readonly Membership[],
  ): Promise<void>;
  /** Takes back the roles that some providers gave an account. */
  removeClaimedRoles(municipality: string, accountId: string, providerIds: readonly string[]): Promise<void>;
  /** Ends every session by a provider and takes back the roles it gave; gives the number of sessions. */
  removeSessionsBy(municipality: string, providerId: string): Promise<number>;
  /** Notes that a token has been used; false when it had been. It changes nothing that the trail tells of, so it needs no event. */
  useOnce(municipality: string, tokenHash: string, expiresAt: Date): Promise<boolean>;
  /** Keeps a form, unless `most` are kept already. It needs no event. */
  addKeptForm(municipality: string, form: SealedForm, most: number): Promise<boolean>;
}

/** What a login provider is reached by. */
export interface ProviderConnection {
  /** Changes whenever anything below does, so that what is remembered of the provider can be told to be old. */
  readonly version: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientAuthentication: LoginProvider['clientAuthentication'];
  /** The secret, or the private key as PEM, in clear. Never logged or told. */
  readonly secret: string;
  /** True to reach services on this very machine, by http too: for trying out. */
  readonly allowLoopback: boolean;
}

/** What is asked of a login provider. */
export interface LoginRequest extends Pick<LoginProvider, 'scopes' | 'acrValues' | 'asksAnew'> {
  readonly redirectUri: string;
  /** 256 bits each, URL-safe. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly language: 'sv' | 'en';
}

/** What came back from a login provider, with what it must fit. */
export interface LoginAnswer extends Pick<LoginRequest, 'state' | 'nonce' | 'verifier' | 'acrValues'> {
  /** The whole address that the browser came back to, at our own origin. */
  readonly address: string;
  readonly readsUserinfo: boolean;
}

/** Why a provider could not be used, or its answer not believed. */
export const providerFaults = [
  'provider-unreachable',
  'provider-unknown-form',
  'issuer-mismatch',
  'address-not-allowed',
  'cancelled',
  'provider-refused',
  'state-mismatch',
  'nonce-mismatch',
  'audience-mismatch',
  'signature-invalid',
  'token-expired',
  'code-refused',
  'client-refused',
  'acr-mismatch',
  'answer-invalid',
] as const;
export type ProviderFault = (typeof providerFaults)[number];

/** Somebody who has shown a login provider who they are. */
export interface ProvenPerson {
  readonly issuer: string;
  /** The provider's own, lasting name of the person. */
  readonly subject: string;
  readonly claims: Claims;
  /** For signing out at the provider. */
  readonly idToken: string;
}

/** What a provider says of itself when it is tried. */
export interface ProviderFacts {
  readonly issuer: string;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly acrValues: readonly string[];
  readonly clientAuthentications: readonly string[];
  readonly signsOut: boolean;
  readonly keyCount: number;
}

type Refused = { readonly kind: ProviderFault };

/**
 * Our side of OpenID Connect: code flow with PKCE, signatures checked against the provider's keys. Every call is bounded in
 * time and size, follows no redirect, and speaks https alone, save to this machine where that is allowed.
 */
export interface RelyingParty {
  /** The address at the provider to which the browser is sent. */
  begin(connection: ProviderConnection, request: LoginRequest): Promise<Result<string, Refused>>;
  finish(connection: ProviderConnection, answer: LoginAnswer): Promise<Result<ProvenPerson, Refused>>;
  /** The address that signs the person out at the provider and leads back; null when it has none or does not answer. */
  endSession(connection: ProviderConnection, end: { idToken: string; returnTo: string }): Promise<string | null>;
  /** Reads the provider's own description and its keys, anew. */
  probe(connection: ProviderConnection): Promise<Result<ProviderFacts, Refused>>;
  /** A new private key, PEM. */
  makeKey(): Promise<string>;
  /** The public part of a private key as a JSON Web Key Set. */
  publicKeys(privateKey: string): Readonly<Record<string, unknown>>;
}

/** What a provider's secret is sealed for: it opens for no other provider. */
export function secretPurpose(providerId: string): string {
  return `login-provider ${providerId}`;
}
