import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRelyingParty } from '../../src/adapters/login/relying-party.ts';
import { type LoginProvider, secretPurpose } from '../../src/app/identity/provider-ports.ts';
import { createDemoSite, type DemoSite } from '../demo-site.ts';
import { emptySite, formRequest, testNow } from '../web.ts';
import { type Falsehood, type FalseProvider, startFalseProvider } from './false-provider.ts';

// A provider that lies: each of its lies is refused with a reason of its own, and told in the trail.
const SLUG = 'falsk';
let site: DemoSite;
let provider: FalseProvider;
let ours: LoginProvider;
let now = testNow;
let clock = 0;

beforeAll(async () => {
  provider = await startFalseProvider();
  site = await createDemoSite({
    clock: { now: () => now },
    relyingParty: createRelyingParty(() => clock),
    settings: { ...emptySite().deps.settings, trustProxy: true },
  });
  const id = site.deps.ids.next();
  ours = {
    id,
    slug: SLUG,
    label: 'Falska tjänsten',
    issuer: provider.issuer,
    clientId: 'handlingskraft',
    clientAuthentication: 'secret',
    sealedSecret: site.deps.secrets.seal(secretPurpose(id), provider.clientSecret),
    scopes: ['openid', 'email'],
    acrValues: [],
    asksAnew: false,
    readsUserinfo: true,
    emailTrust: 'verified',
    emailDomains: [],
    newPersons: 'given-account',
    enabled: true,
    rowVersion: 1,
  };
  await change(async (tx) => void (await tx.addLoginProvider(site.code, ours)));
});
afterAll(() => provider.stop());

type Work = Parameters<DemoSite['store']['change']>[1];
const change = (work: (tx: Parameters<Work>[0]) => Promise<void>) =>
  site.store.change({ municipality: site.code, actorId: null, at: now, requestId: null }, async (tx) => {
    await work(tx);
    await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
  });

const url = (path: string) => `http://localhost${path}`;
let visitor = 0;

/** Starts a sign-in as a new visitor from a network of its own; gives what the browser holds and what the provider got. */
async function begin(query = '') {
  visitor += 1;
  const headers = { host: 'localhost', 'x-forwarded-for': `198.51.${Math.floor(visitor / 250)}.${visitor % 250}` };
  const answer = await site.app.request(url(`/logga-in/tjanst/${SLUG}${query}`), { headers });
  const asked = new URL(answer.headers.get('location') ?? '', url('/'));
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { answer, asked, headers: { ...headers, cookie } };
}

interface Came {
  readonly fault: string | null;
  readonly location: string;
  readonly signedIn: boolean;
}

async function comeBack(headers: Record<string, string>, parameters: Record<string, string>): Promise<Came> {
  const path = `/logga-in/tjanst/${SLUG}/tillbaka?${new URLSearchParams(parameters)}`;
  const answer = await site.app.request(url(path), { headers });
  const location = answer.headers.get('location') ?? '';
  const session = answer.headers.getSetCookie().find((each) => /^session=[^;]/.test(each));
  return { fault: new URL(location, url('/')).searchParams.get('fel'), location, signedIn: session !== undefined };
}

async function signInWith(falsehood: Falsehood, parameters: Record<string, string> = {}): Promise<Came> {
  const { asked, headers } = await begin();
  provider.tell(falsehood, asked.searchParams.get('nonce') ?? '');
  const state = asked.searchParams.get('state') ?? '';
  return comeBack(headers, { code: 'kod', state, ...parameters });
}

const lastRefusal = async () =>
  (
    await site.rows<{ thing_id: string; after: { reason: string } }>(
      "select thing_id, after from event where kind = 'sign-in-refused' order by sequence desc limit 1",
    )
  )[0];

/** The description is remembered; a lie in it is met when it is read anew. */
const forget = () => {
  clock += 11 * 60 * 1000;
};

const answerWith = (status: number, type: string, body: string, headers = {}) => ({
  token: (response: import('node:http').ServerResponse) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  },
});

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

const lies: readonly (readonly [what: string, falsehood: Falsehood, reason: string])[] = [
  ['a forged nonce', { claims: { nonce: 'x'.repeat(43) } }, 'nonce-mismatch'],
  ['no nonce', { claims: { nonce: undefined } }, 'answer-invalid'],
  ['another audience', { claims: { aud: 'annan-klient' } }, 'audience-mismatch'],
  ['an audience more than us', { claims: { aud: ['handlingskraft', 'annan'] } }, 'audience-mismatch'],
  ['another party authorised', { claims: { azp: 'annan' } }, 'audience-mismatch'],
  ['no audience', { claims: { aud: undefined } }, 'answer-invalid'],
  ['another issuer', { claims: { iss: 'https://annan.exempel' } }, 'issuer-mismatch'],
  ['a token that has expired', { claims: { exp: seconds(-120) } }, 'token-expired'],
  ['a token for later', { claims: { nbf: seconds(600) } }, 'token-expired'],
  ['no subject', { claims: { sub: undefined } }, 'answer-invalid'],
  ['a signature by somebody else', { signedBy: 'somebody' }, 'signature-invalid'],
  ['a key that the provider does not have', { header: { kid: 'annan' } }, 'signature-invalid'],
  ['a signature by the client’s secret', { signedBy: 'secret' }, 'answer-invalid'],
  ['no signature', { signedBy: 'nobody' }, 'answer-invalid'],
  ['userinfo about somebody else', { userinfo: { sub: 'annan' } }, 'answer-invalid'],
  ['a code that is refused', answerWith(400, 'application/json', '{"error":"invalid_grant"}'), 'code-refused'],
  ['a client that is refused', answerWith(401, 'application/json', '{"error":"invalid_client"}'), 'client-refused'],
  ['a page instead of tokens', answerWith(200, 'text/html', '<p>hej'), 'provider-unknown-form'],
  ['tokens that are no JSON', answerWith(200, 'application/json', '{'), 'provider-unknown-form'],
  ['a fault', answerWith(500, 'text/plain', 'fel'), 'provider-unknown-form'],
  [
    'a redirect to elsewhere',
    answerWith(307, 'text/plain', '', { location: 'http://127.0.0.1:1/' }),
    'provider-unknown-form',
  ],
  ['more than any honest answer', answerWith(200, 'application/json', ' '.repeat(600_000)), 'provider-unknown-form'],
];

describe('a provider that lies', () => {
  test('the truth is believed', async () => {
    const came = await signInWith({ userinfo: { email: 'sann@ny.example', email_verified: true } });
    expect(came).toEqual({ fault: null, location: '/', signedIn: true });
  });

  test.each(lies)('%s', async (_, falsehood, reason) => {
    const came = await signInWith(falsehood);
    expect(came).toMatchObject({ fault: reason, signedIn: false });
    expect(await lastRefusal()).toMatchObject({ thing_id: ours.id, after: { method: 'provider', reason } });
  });

  test.each([
    ['access_denied', 'cancelled'],
    ['server_error', 'provider-refused'],
  ])('the error %s is a refusal of its own', async (error, reason) => {
    expect(await signInWith({}, { error, error_description: 'Nej <b>' })).toMatchObject({
      fault: reason,
      signedIn: false,
    });
    expect(await lastRefusal()).toMatchObject({ after: { reason } });
  });

  test('an answer without a state, without a code, or with two', async () => {
    const { headers, asked } = await begin();
    const state = asked.searchParams.get('state') ?? '';
    expect((await comeBack(headers, { code: 'kod' })).fault).toBe('state-mismatch');
    expect((await comeBack({ ...headers, cookie: '' }, { code: 'kod', state })).fault).toBe('state-mismatch');
    expect((await comeBack(headers, { state })).fault).toBe('answer-invalid');
    // The attempt is used up, whatever came of it.
    expect((await comeBack(headers, { code: 'kod', state })).fault).toBe('replayed');
  });

  test('an attempt that has become too old, or was kept for another purpose', async () => {
    const { headers, asked } = await begin();
    const answer = { code: 'kod', state: asked.searchParams.get('state') ?? '' };
    const changed = headers.cookie.slice(0, -2);
    expect((await comeBack({ ...headers, cookie: changed }, answer)).fault).toBe('state-mismatch');
    now = new Date(now.getTime() + 16 * 60 * 1000);
    expect((await comeBack(headers, answer)).fault).toBe('state-mismatch');
  });

  test('a level that is required is checked in the answer, whatever the provider took notice of', async () => {
    ours = { ...ours, acrValues: ['loa3'] };
    await change(async (tx) => void (await tx.changeLoginProvider(site.code, ours)));
    ours = { ...ours, rowVersion: ours.rowVersion + 1 };
    const { asked } = await begin();
    expect(asked.searchParams.get('acr_values')).toBe('loa3');
    expect((await signInWith({ claims: { acr: 'loa2' } })).fault).toBe('acr-mismatch');
    expect((await signInWith({})).fault).toBe('acr-mismatch');
    expect((await signInWith({ claims: { acr: 'loa3' } })).signedIn).toBe(true);
  });

  test('a description that names another issuer, or an endpoint on a closed network', async () => {
    for (const [description, fault] of [
      [{ issuer: 'https://annan.exempel' }, 'issuer-mismatch'],
      [{ token_endpoint: 'http://169.254.169.254/latest' }, 'address-not-allowed'],
      [{ token_endpoint: 'https://[fe80::1]/token' }, 'address-not-allowed'],
      [{ jwks_uri: 'https://0.0.0.0/jwks' }, 'address-not-allowed'],
      [{ token_endpoint: undefined }, 'provider-unknown-form'],
      [{ authorization_endpoint: undefined }, 'provider-unknown-form'],
    ] as const) {
      forget();
      provider.tell({ description }, '');
      const { answer, asked, headers } = await begin();
      const early = new URL(answer.headers.get('location') ?? '', url('/')).searchParams.get('fel');
      provider.tell({ description, claims: { acr: 'loa3' } }, asked.searchParams.get('nonce') ?? '');
      const came =
        early ?? (await comeBack(headers, { code: 'kod', state: asked.searchParams.get('state') ?? '' })).fault;
      expect([description, came]).toEqual([description, fault]);
    }
    forget();
  });
});

describe('what is sent', () => {
  test('code flow with PKCE, a state and a nonce, each new; the description is fetched once for all', async () => {
    provider.tell({ claims: { acr: 'loa3' } }, '');
    await begin();
    const before = provider.described();
    const [one, other] = [(await begin()).asked.searchParams, (await begin()).asked.searchParams];
    expect(provider.described()).toBe(before);
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: 'code',
      client_id: 'handlingskraft',
      redirect_uri: url(`/logga-in/tjanst/${SLUG}/tillbaka`),
      scope: 'openid email',
      code_challenge_method: 'S256',
      ui_locales: 'sv',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.get(name)).not.toBe(other.get(name));
    }
    await signInWith({ claims: { acr: 'loa3' } });
    expect(provider.sent.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(provider.sent.at(-1)?.has('client_secret')).toBe(false);
  });

  test('who must show anew who they are is asked by the provider, whatever it remembers', async () => {
    expect((await begin()).asked.searchParams.get('prompt')).toBeNull();
    expect((await begin('?bekrafta=1')).asked.searchParams.get('prompt')).toBe('login');
  });

  test.each(['//elak.exempel', 'https://elak.exempel/', '/\\elak.exempel'])(
    'the way on never leaves: %s',
    async (till) => {
      const { asked, headers } = await begin(`?till=${encodeURIComponent(till)}`);
      provider.tell({ claims: { acr: 'loa3' } }, asked.searchParams.get('nonce') ?? '');
      const came = await comeBack(headers, { code: 'kod', state: asked.searchParams.get('state') ?? '' });
      expect(came).toEqual({ fault: null, location: '/', signedIn: true });
    },
  );
});

test('refusals past thirty from one network are answered and no longer written down', async () => {
  const headers = { host: 'localhost', 'x-forwarded-for': '203.0.113.7' };
  const count = async () => (await site.rows("select 1 from event where kind = 'sign-in-refused'")).length;
  const before = await count();
  const faults = [];
  for (let round = 0; round < 32; round += 1) faults.push((await comeBack(headers, { code: 'x', state: 'y' })).fault);
  expect(faults.slice(28)).toEqual(['state-mismatch', 'state-mismatch', 'too-many', 'too-many']);
  expect(await count()).toBe(before + 30);
});

test('forms that wait are few from one network', async () => {
  const kvar = JSON.stringify({ to: '/ordregler', fields: [['ord', 'a b']], partial: false });
  const send = () =>
    site.app.request(url(`/logga-in/tjanst/${SLUG}`), formRequest({ kvar }, { 'x-forwarded-for': '203.0.113.8' }));
  const statuses = [];
  for (let round = 0; round < 21; round += 1) statuses.push((await send()).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
  const last = await send();
  expect(await last.text()).toContain('a b');
  expect(await site.rows('select 1 from kept_form')).toHaveLength(20);
});

test('nothing that the provider said stands in the log', () => {
  expect(JSON.stringify(site.deps.logged)).not.toMatch(/åtkomst|someone|sann@|hemlighet|kod/);
});
