import { createHash, createPrivateKey, createPublicKey, generateKeyPair, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import * as oidc from 'openid-client';
import type {
  LoginAnswer,
  LoginRequest,
  ProvenPerson,
  ProviderConnection,
  ProviderFacts,
  ProviderFault,
  RelyingParty,
} from '../../app/identity/provider-ports.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { faultOf, NotEnough } from './provider-fault.ts';

/** How long a provider's description is believed, in milliseconds. Its keys are fetched anew when an unknown one is used. */
const REMEMBERED_MS = 10 * 60 * 1000;
const MOST_REMEMBERED = 200;
const TIMEOUT_SECONDS = 10;
const KEY_BITS = 3072;

interface Remembered {
  readonly at: number;
  readonly found: Promise<oidc.Configuration>;
}

/** Our side of OpenID Connect, by openid-client. `now` is in milliseconds. */
export function createRelyingParty(now: () => number = Date.now): RelyingParty {
  const remembered = new Map<string, Remembered>();

  /** The provider as it describes itself: remembered for a while, and asked once by those who come at the same time. */
  function describe(connection: ProviderConnection): Promise<oidc.Configuration> {
    const known = remembered.get(connection.version);
    if (known !== undefined && now() - known.at < REMEMBERED_MS) return known.found;
    const found = discover(connection);
    remembered.delete(connection.version);
    const oldest = remembered.size >= MOST_REMEMBERED ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(connection.version, { at: now(), found });
    // What failed is asked for anew by the next.
    found.catch(() => remembered.delete(connection.version));
    return found;
  }

  return {
    begin: (connection, request) => believed(async () => authorizationAddress(await describe(connection), request)),
    finish: (connection, answer) => believed(async () => provenPerson(await describe(connection), answer)),
    async endSession(connection, { idToken, returnTo }) {
      const address = await believed(async () => {
        const config = await describe(connection);
        if (!config.serverMetadata().end_session_endpoint) return null;
        return oidc.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href;
      });
      return address.ok ? address.value : null;
    },
    probe: (connection) => believed(() => describeFacts(connection)),
    async makeKey() {
      const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
      return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    },
    publicKeys: (privateKey) => ({ keys: [{ ...publicJwk(privateKey), use: 'sig', alg: 'RS256' }] }),
  };
}

/** Runs `work`; what is the provider's fault becomes a refusal, what is ours is thrown. */
async function believed<T>(work: () => Promise<T>): Promise<Result<T, { kind: ProviderFault }>> {
  try {
    return ok(await work());
  } catch (error) {
    const kind = faultOf(error);
    if (kind === null) throw error;
    return refuse({ kind });
  }
}

async function discover(connection: ProviderConnection): Promise<oidc.Configuration> {
  const { issuer, clientId, allowLoopback } = connection;
  const config = await oidc.discovery(new URL(issuer), clientId, {}, clientAuthentication(connection), {
    [oidc.customFetch]: createGuardedFetch({ allowLoopback }),
    timeout: TIMEOUT_SECONDS,
    execute: allowLoopback
      ? [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks]
      : [oidc.enableNonRepudiationChecks],
  });
  // The library lets some services speak for another issuer than the one asked. We believe the one that was set and no other.
  if (new URL(config.serverMetadata().issuer).href !== new URL(issuer).href) throw new NotEnough('issuer-mismatch');
  return config;
}

function clientAuthentication({ clientAuthentication, secret }: ProviderConnection): oidc.ClientAuth {
  if (clientAuthentication === 'key')
    return async (as, client, body, headers) => {
      const key = { key: await signingKey(secret), kid: String(publicJwk(secret).kid) };
      return oidc.PrivateKeyJwt(key)(as, client, body, headers);
    };
  const [post, basic] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (as, ...rest) => {
    const methods = as.token_endpoint_auth_methods_supported;
    return (Array.isArray(methods) && methods.includes('client_secret_post') ? post : basic)(as, ...rest);
  };
}

function signingKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
}

/** The public part of a key, named by its thumbprint (RFC 7638). */
function publicJwk(pem: string) {
  const { e, kty, n } = createPublicKey(pem).export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  return { kty, n, e, kid };
}

async function authorizationAddress(config: oidc.Configuration, request: LoginRequest): Promise<string> {
  const parameters: Record<string, string> = {
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    state: request.state,
    nonce: request.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(request.verifier),
    code_challenge_method: 'S256',
    ui_locales: request.language,
    ...(request.asksAnew ? { prompt: 'login' } : {}),
    ...levels(config, request.acrValues),
  };
  return oidc.buildAuthorizationUrl(config, parameters).href;
}

/** Asks for one of the levels: as a must where the provider takes that, else as a wish. The answer is checked either way. */
function levels(config: oidc.Configuration, acrValues: readonly string[]): Record<string, string> {
  if (acrValues.length === 0) return {};
  if (config.serverMetadata().claims_parameter_supported !== true) return { acr_values: acrValues.join(' ') };
  return { claims: JSON.stringify({ id_token: { acr: { essential: true, values: acrValues } } }) };
}

async function provenPerson(config: oidc.Configuration, answer: LoginAnswer): Promise<ProvenPerson> {
  const tokens = await oidc.authorizationCodeGrant(config, new URL(answer.address), {
    expectedState: answer.state,
    expectedNonce: answer.nonce,
    pkceCodeVerifier: answer.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new NotEnough('answer-invalid');
  // The library asks who was authorised only where there are several audiences.
  const { client_id: clientId } = config.clientMetadata();
  if (claims.azp !== undefined && claims.azp !== clientId) throw new NotEnough('audience-mismatch');
  if (answer.acrValues.length > 0 && !answer.acrValues.includes(String(claims.acr)))
    throw new NotEnough('acr-mismatch');
  const asks = answer.readsUserinfo && config.serverMetadata().userinfo_endpoint !== undefined;
  const more = asks ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
  return { issuer: claims.iss, subject: claims.sub, claims: { ...more, ...claims }, idToken: tokens.id_token };
}

async function describeFacts(connection: ProviderConnection): Promise<ProviderFacts> {
  const metadata = (await discover(connection)).serverMetadata();
  const fetchKeys = createGuardedFetch(connection);
  const answer = await fetchKeys(metadata.jwks_uri ?? '');
  const found: unknown = answer.status === 200 ? await answer.json().catch(() => null) : null;
  const keys =
    typeof found === 'object' && found !== null && 'keys' in found && Array.isArray(found.keys) ? found.keys : [];
  if (keys.length === 0 || !metadata.authorization_endpoint || !metadata.token_endpoint)
    throw new NotEnough('provider-unknown-form');
  return {
    issuer: metadata.issuer,
    scopes: texts(metadata.scopes_supported),
    claims: texts(metadata.claims_supported),
    acrValues: texts(metadata.acr_values_supported),
    clientAuthentications: texts(metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']),
    signsOut: Boolean(metadata.end_session_endpoint),
    keyCount: keys.length,
  };
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
