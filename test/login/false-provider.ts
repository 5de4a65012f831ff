import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

/** What a provider that cannot be trusted does otherwise than an honest one. */
export interface Falsehood {
  /** Claims of the id token that replace the right ones; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** By whom the id token is signed: by the provider, by somebody else, by the client's secret, or by nobody. */
  readonly signedBy?: 'provider' | 'somebody' | 'secret' | 'nobody';
  /** What its own description says otherwise. */
  readonly description?: Readonly<Record<string, unknown>>;
  /** What userinfo says. */
  readonly userinfo?: Readonly<Record<string, unknown>>;
  /** What the token endpoint answers instead of tokens. */
  readonly token?: (response: ServerResponse) => void;
}

/** A provider on a port of this machine that does as it is told, and remembers what it was sent. */
export interface FalseProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  /** What it does from now on, for the attempt whose nonce it is told. */
  tell(falsehood: Falsehood, nonce: string): void;
  /** Bodies sent to the token endpoint. */
  readonly sent: URLSearchParams[];
  /** How often its description has been fetched. */
  described(): number;
  stop(): Promise<void>;
}

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CLIENT_SECRET = 'hemlighet-for-prov';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startFalseProvider(): Promise<FalseProvider> {
  const state: { falsehood: Falsehood; nonce: string; described: number } = { falsehood: {}, nonce: '', described: 0 };
  const sent: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = new URL(request.url ?? '/', issuer).pathname;
    if (path === '/token') sent.push(new URLSearchParams(Buffer.concat(parts).toString()));
    if (path === '/token' && state.falsehood.token) return state.falsehood.token(response);
    if (path === '/.well-known/openid-configuration') state.described += 1;
    const bodies: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => describe(issuer, state.falsehood),
      '/jwks': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }] }),
      '/token': () => ({
        access_token: 'åtkomst',
        token_type: 'Bearer',
        id_token: idToken(issuer, state.nonce, state.falsehood),
      }),
      '/userinfo': () => ({ sub: 'someone', ...state.falsehood.userinfo }),
    };
    const body = bodies[path];
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body?.() ?? {}));
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const issuer = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`;
  return {
    issuer,
    clientSecret: CLIENT_SECRET,
    tell: (falsehood, nonce) => Object.assign(state, { falsehood, nonce }),
    sent,
    described: () => state.described,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function describe(issuer: string, { description }: Falsehood) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    ...description,
  };
}

function idToken(issuer: string, nonce: string, { claims, header, signedBy = 'provider' }: Falsehood): string {
  const now = Math.floor(Date.now() / 1000);
  const right = { iss: issuer, sub: 'someone', aud: 'handlingskraft', iat: now, exp: now + 300, nonce };
  const alg = { provider: 'RS256', somebody: 'RS256', secret: 'HS256', nobody: 'none' }[signedBy];
  const text = `${encode({ alg, kid: 'k', ...header })}.${encode({ ...right, ...claims })}`;
  return `${text}.${signature(text, signedBy)}`;
}

function signature(text: string, signedBy: NonNullable<Falsehood['signedBy']>): string {
  const rs256 = (key: KeyObject) => sign('sha256', Buffer.from(text), key).toString('base64url');
  if (signedBy === 'secret') return createHmac('sha256', CLIENT_SECRET).update(text).digest('base64url');
  if (signedBy === 'nobody') return '';
  return rs256(signedBy === 'provider' ? own.privateKey : other.privateKey);
}
