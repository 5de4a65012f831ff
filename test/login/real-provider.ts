import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { Provider } from 'oidc-provider';

/** What the provider says of a person; may be changed between sign-ins. */
export type Person = Record<string, unknown>;

/** A real login provider on a port of this machine. */
export interface RealProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** People by the name that they sign in with; anybody else may sign in too, with nothing known of them. */
  readonly people: Map<string, Person>;
  stop(): Promise<void>;
}

/** What differs from one provider to another. */
export interface ProviderSettings {
  /** Where our site answers, without a closing slash. */
  readonly site: string;
  readonly slug: string;
  /** Our public keys, when we show who we are by signing. */
  readonly jwksUri?: string;
}

const CLIENT_ID = 'handlingskraft';
const CLIENT_SECRET = 'hemlighet-for-prov';

/** A provider that knows our site as its client, and asks for a name and any password on its own page. */
export async function startRealProvider({ site, slug, jwksUri }: ProviderSettings): Promise<RealProvider> {
  const handler: { answer: RequestListener } = { answer: (_, response) => response.end() };
  const server = createServer((request, response) => handler.answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const issuer = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  const people = new Map<string, Person>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = {
    client_id: CLIENT_ID,
    redirect_uris: [`${site}/logga-in/tjanst/${slug}/tillbaka`],
    post_logout_redirect_uris: [`${site}/utloggad`],
    ...(jwksUri === undefined
      ? { client_secret: CLIENT_SECRET }
      : { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: jwksUri }),
  };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'prov', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['kaka'] },
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      claimsParameter: { enabled: true },
    },
    acrValues: ['loa3'],
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    // It fetches our public keys from this machine, which it would not do by itself.
    fetch: (address: URL, { signal }: { signal: AbortSignal }) => fetch(address, { signal, redirect: 'manual' }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  handler.answer = provider.callback();
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    people,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
