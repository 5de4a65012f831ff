import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRelyingParty } from '../../src/adapters/login/relying-party.ts';
import { type RealProvider, startRealProvider } from '../login/real-provider.ts';
import { axeFaults, openStage, overflowPixels, type Stage } from './browser.ts';

// A real login provider on a port of its own, and a real browser that goes between it and us.
const LABEL = 'Kommunens inloggning';
let stage: Stage;
let provider: RealProvider;
let providerId = '';
beforeAll(async () => {
  stage = await openStage({ relyingParty: createRelyingParty() });
  provider = await startRealProvider({ site: stage.address, slug: 'kommunen' });
});
afterAll(async () => {
  await stage.close();
  await provider.stop();
});

const at = (path: string) => stage.address + path;
const visitor = (javaScript = true, width = 1280) => stage.open({ role: null, width, javaScript });

interface EventRow {
  readonly kind: string;
  readonly thing_id: string;
  readonly actor_id: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
const events = (kind: string) =>
  stage.site.rows<EventRow>(
    `select kind, thing_id, actor_id, before, after from event where kind = '${kind}' order by sequence`,
  );
const lastEvent = async (kind: string) => (await events(kind)).at(-1);

/** Fills in the provider's own pages: who it is, and that we may know it. */
async function showWhoAtProvider(page: Page, name: string): Promise<void> {
  expect(new URL(page.url()).origin).toBe(provider.issuer);
  await page.fill('[name=login]', name);
  await page.fill('[name=password]', 'vad som helst');
  await page.click('[type=submit]');
  if (page.url().startsWith(provider.issuer)) await page.click('[type=submit]');
}

async function signIn(page: Page, name: string, next = '/'): Promise<void> {
  await page.goto(at(`/logga-in?till=${next}`));
  await page.click(`text=Logga in med ${LABEL}`);
  await showWhoAtProvider(page, name);
}

test('an administrator adds the provider, tries it and lets a group be strategists', async () => {
  const page = await stage.open({ role: 'administrator', width: 320, javaScript: false });
  await page.goto(at('/administration/inloggning'));
  await page.click('text=Lägg till inloggningstjänst');
  expect(await page.textContent('main')).toContain(at('/logga-in/tjanst/<kort-namn>/tillbaka'));
  await page.click('main form.hk-form button[type=submit]');
  expect(await page.textContent('.ds-error-summary')).toContain('Skriv vad tjänsten heter.');
  await page.fill('#label', LABEL);
  await page.fill('#slug', 'kommunen');
  await page.fill('#issuer', provider.issuer);
  await page.fill('#clientId', provider.clientId);
  await page.fill('#secret', provider.clientSecret);
  await page.check('[name=emailTrust][value=verified]');
  await page.check('[name=newPersons][value=given-account]');
  await page.click('main form.hk-form button[type=submit]');
  expect(await page.textContent('[role=status]')).toBe('Inloggningstjänsten är tillagd.');
  providerId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.click('#prova button');
  expect(await page.textContent('#prova')).toContain('Tjänsten svarar som den ska.');
  expect(await overflowPixels(page)).toBe(0);
  await page.fill('#claim', 'groups');
  await page.fill('#value', 'plan');
  await page.selectOption('#role', 'strategist');
  await page.click('#regler form.hk-form button');
  expect(await page.textContent('[role=status]')).toBe('Regeln är tillagd.');
  expect(await page.content()).not.toContain(provider.clientSecret);
  const stored = await stage.site.rows<{ sealed_secret: string }>('select * from login_provider');
  expect(JSON.stringify(stored)).not.toContain(provider.clientSecret);
});

describe('signing in', () => {
  test('the first time gives an account with the roles of the claims, and leads to where the person was going', async () => {
    provider.people.set('anna', { name: 'Anna Alm', email: 'Anna@Ny.Example', email_verified: true, groups: ['plan'] });
    const page = await visitor();
    await signIn(page, 'anna', '/oversikt');
    expect(page.url()).toBe(at('/oversikt'));
    expect(await page.textContent('.hk-who')).toBe('Inloggad: Anna Alm');
    const account = await stage.site.store.read.findAccountByEmail(stage.site.code, 'anna@ny.example');
    expect(account).toMatchObject({ name: 'Anna Alm', passwordHash: null, memberships: [] });
    const roles = [{ role: 'strategist', bodyId: null }];
    expect(await lastEvent('claimed-roles-changed')).toMatchObject({
      thing_id: account?.id,
      actor_id: account?.id,
      before: { provider: providerId, roles: [] },
      after: { provider: providerId, roles },
    });
    expect(await lastEvent('identity-linked')).toMatchObject({
      thing_id: account?.id,
      after: { provider: providerId },
    });
    expect(await lastEvent('signed-in')).toMatchObject({ after: { method: 'provider', provider: providerId } });
    await page.goto(at('/konto/sessioner'));
    expect(await page.textContent('main')).toContain(LABEL);
  });

  test('a role that is gone at the provider is gone here from the next sign-in, and comes back', async () => {
    const page = await visitor();
    await signIn(page, 'anna');
    const open = async () => (await page.goto(at('/oversikt')))?.status();
    expect(await open()).toBe(200);
    provider.people.set('anna', { ...provider.people.get('anna'), groups: ['annat'] });
    expect(await open()).toBe(200);
    // The provider knows the browser by now and asks nothing.
    await page.goto(at('/logga-in/tjanst/kommunen'));
    expect(page.url()).toBe(at('/'));
    expect(await open()).toBe(403);
    expect(await lastEvent('claimed-roles-changed')).toMatchObject({
      before: { roles: [{ role: 'strategist', bodyId: null }] },
      after: { roles: [] },
    });
    provider.people.set('anna', { ...provider.people.get('anna'), groups: 'plan' });
    await page.goto(at('/logga-in/tjanst/kommunen'));
    expect(await open()).toBe(200);
  });

  test('roles by claims hold in sign-ins by the provider alone; those by hand hold beside them', async () => {
    const login = stage.site.logins.find(({ role }) => role === 'reader');
    provider.people.set('per', { email: login?.email, email_verified: true, groups: ['plan'] });
    const page = await visitor();
    await signIn(page, 'per', '/ordregler');
    expect(page.url()).toBe(at('/ordregler'));
    expect((await page.goto(at('/oversikt')))?.status()).toBe(200);
    const other = await visitor();
    await other.goto(at('/logga-in'));
    await other.fill('#email', login?.email ?? '');
    await other.fill('#password', login?.password ?? '');
    await other.click('main form button[type=submit]');
    expect((await other.goto(at('/oversikt')))?.status()).toBe(200);
    expect((await other.goto(at('/ordregler')))?.status()).toBe(403);
  });

  test('an address that the provider has not verified opens nobody’s account, and the page says so in English', async () => {
    const login = stage.site.logins.find(({ role }) => role === 'administrator');
    provider.people.set('mallory', { email: login?.email, groups: ['plan'] });
    const page = await visitor();
    await page.goto(at('/en/logga-in'));
    await page.click(`text=Sign in with ${LABEL}`);
    await showWhoAtProvider(page, 'mallory');
    expect(page.url()).toContain(at('/en/logga-in?fel=unknown-person'));
    expect(await page.textContent('.ds-alert')).toContain('you are not linked to any account here');
    expect(await axeFaults(page)).toEqual([]);
    expect(await lastEvent('sign-in-refused')).toMatchObject({
      thing_id: providerId,
      actor_id: null,
      after: { method: 'provider', reason: 'unknown-person' },
    });
    expect((await page.goto(at('/konto')))?.url()).toContain('/logga-in');
  });

  test('somebody signed in links their account, signs in by it, and takes the link away', async () => {
    const page = await stage.open({ role: 'reporter', width: 1280, javaScript: false });
    await page.goto(at('/konto/tjanster'));
    await page.click(`text=Koppla ${LABEL}`);
    await page.waitForURL(`${provider.issuer}/**`);
    await showWhoAtProvider(page, 'samira');
    expect(await page.textContent('[role=status]')).toBe('Tjänsten är kopplad till ditt konto.');
    const other = await visitor();
    await signIn(other, 'samira');
    expect(await other.textContent('.hk-who')).toBe(await page.textContent('.hk-who'));
    await page.click('text=Ta bort kopplingen');
    expect(await page.textContent('[role=status]')).toBe('Kopplingen är borttagen.');
    const third = await visitor();
    await signIn(third, 'samira');
    expect(third.url()).toContain('fel=email-missing');
  });

  test('without script: what was written when the sign-in ran out comes along to the provider and back', async () => {
    provider.people.set('eva', { name: 'Eva Ek', email: 'eva@ny.example', email_verified: true, groups: ['plan'] });
    const page = await visitor(false, 320);
    await signIn(page, 'eva', '/ordregler');
    await page.fill('#ord', 'kvällsöppet\nungdomsgård');
    await page.fill('#organ', 'KFN');
    const cookies = await page.context().cookies(stage.address);
    await page.context().clearCookies({ name: 'session' });
    expect(cookies.map(({ name }) => name)).toContain('session');
    await page.click('main form.hk-form button[type=submit]');
    expect(await page.textContent('h1')).toBe('Logga in igen');
    await page.click(`text=Logga in med ${LABEL}`);
    await page.waitForURL(at('/logga-in/kvar'));
    expect(await page.textContent('h1')).toBe('Du är inloggad. Det du skrev är kvar.');
    expect(await page.textContent('main')).toContain('kvällsöppet\nungdomsgård');
    expect(await overflowPixels(page)).toBe(0);
    const kept = await stage.site.rows<{ sealed: string }>('select sealed from kept_form');
    expect(Buffer.from(kept[0]?.sealed ?? '', 'base64url').toString('utf8')).not.toContain('ungdom');
    await page.click('text=Skicka det jag skrev');
    expect(page.url()).toBe(at('/ordregler?klart=tillagd'));
    const rules = await stage.site.store.read.listWordRules(stage.site.code);
    expect(rules.map(({ words }) => words)).toContainEqual(['kvällsöppet', 'ungdomsgård']);
  });
});

describe('signing out', () => {
  test('ends the sign-in here and at the provider, and leads back', async () => {
    const page = await visitor();
    await signIn(page, 'anna');
    await page.click('text=Logga ut');
    await page.waitForURL(`${provider.issuer}/**`);
    await page.click('[value=yes]');
    await page.waitForURL(at('/utloggad*'));
    expect(await page.textContent('h1')).toBe('Du är utloggad');
    expect((await page.goto(at('/konto')))?.url()).toContain('/logga-in');
    await page.goto(at('/logga-in/tjanst/kommunen'));
    expect(await page.locator('[name=password]').count()).toBe(1);
    expect(await lastEvent('signed-out')).toMatchObject({ actor_id: expect.any(String) });
  });

  test('goes there without script too', async () => {
    const page = await visitor(false, 320);
    await signIn(page, 'anna');
    await page.click('text=Logga ut');
    await page.waitForURL(`${provider.issuer}/**`);
    expect(new URL(page.url()).searchParams.get('post_logout_redirect_uri')).toBe(at('/utloggad'));
    expect((await page.goto(at('/konto')))?.url()).toContain('/logga-in');
  });
});

describe('answers that are not believed', () => {
  /** Goes to the provider and on, and stops with its answer in hand before our site has seen it. */
  async function answerInHand(page: Page, name: string): Promise<URL> {
    await page.goto(at('/logga-in/tjanst/kommunen'));
    await page.fill('[name=login]', name);
    await page.fill('[name=password]', 'x');
    await page.click('[type=submit]');
    // The cookies are the browser's own; only here can its redirects be looked at one by one.
    const { request } = page.context();
    const form = { prompt: 'consent' };
    let answer = await request.post(page.url(), { form, maxRedirects: 0 });
    while (!answer.headers().location?.startsWith(at('/')))
      answer = await request.get(answer.headers().location ?? '', { maxRedirects: 0 });
    return new URL(answer.headers().location ?? '');
  }

  async function expectRefused(page: Page, answer: URL, reason: string): Promise<void> {
    await page.goto(answer.href);
    expect(new URL(page.url()).searchParams.get('fel')).toBe(reason);
    expect(await page.locator('.ds-alert').count()).toBe(1);
    expect(await lastEvent('sign-in-refused')).toMatchObject({
      thing_id: providerId,
      after: { method: 'provider', reason },
    });
    expect((await page.goto(at('/konto')))?.url()).toContain('/logga-in');
  }

  test('a forged state', async () => {
    const page = await visitor();
    const answer = await answerInHand(page, 'anna');
    answer.searchParams.set('state', 'x'.repeat(43));
    await expectRefused(page, answer, 'state-mismatch');
  });

  test('an answer in another browser than the one that asked', async () => {
    const answer = await answerInHand(await visitor(), 'anna');
    await expectRefused(await visitor(), answer, 'state-mismatch');
  });

  test('an answer by another issuer', async () => {
    const page = await visitor();
    const answer = await answerInHand(page, 'anna');
    answer.searchParams.set('iss', 'https://annan.exempel');
    await expectRefused(page, answer, 'issuer-mismatch');
  });

  test('the same answer a second time, by a browser that has kept everything', async () => {
    const page = await visitor();
    const answer = await answerInHand(page, 'anna');
    const kept = await page.context().cookies(stage.address);
    await page.goto(answer.href);
    expect(page.url()).toBe(at('/'));
    await page.context().clearCookies();
    await page.context().addCookies(kept);
    await expectRefused(page, answer, 'replayed');
  });

  test('a code that was used before, in an answer of one’s own', async () => {
    const first = await visitor();
    const used = await answerInHand(first, 'anna');
    await first.goto(used.href);
    const page = await visitor();
    const answer = await answerInHand(page, 'eva');
    answer.searchParams.set('code', used.searchParams.get('code') ?? '');
    await expectRefused(page, answer, 'code-refused');
  });

  test('a code that somebody else was given', async () => {
    const stolen = await answerInHand(await visitor(), 'anna');
    const page = await visitor();
    const answer = await answerInHand(page, 'mallory');
    answer.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    await expectRefused(page, answer, 'code-refused');
  });

  test('the person says no', async () => {
    const page = await visitor();
    await page.goto(at('/logga-in/tjanst/kommunen'));
    await page.click('text=Cancel');
    expect(page.url()).toContain('fel=cancelled');
    expect(await page.textContent('.ds-alert')).toContain('Inloggningen avbröts');
  });
});

test('two administrators at once: the second sees both values and chooses', async () => {
  const address = at(`/administration/inloggning/${providerId}`);
  const [first, second] = await Promise.all([
    stage.open({ role: 'administrator', width: 1280 }),
    stage.open({ role: 'administrator', width: 320, javaScript: false }),
  ]);
  await first.goto(address);
  await second.goto(address);
  await first.fill('#label', 'Ny inloggning');
  await first.click('main form.hk-form button[type=submit]');
  await second.fill('#emailDomains', 'ny.example');
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === 'POST'),
    second.click('main form.hk-form button[type=submit]'),
  ]);
  expect(answer.status()).toBe(409);
  const table = await second.textContent('#skillnader >> xpath=..');
  expect(table).toContain('Namn på knappenNy inloggningKommunens inloggning');
  expect(table).toContain('inget');
  expect(await overflowPixels(second)).toBe(0);
  await second.click('main form.hk-form button[type=submit]');
  expect(await second.textContent('h1')).toBe(LABEL);
  expect(await second.inputValue('#emailDomains')).toBe('ny.example');
});

test('a provider that is taken out of use ends its sign-ins and lets nobody in', async () => {
  provider.people.set('anna', { ...provider.people.get('anna'), email: 'anna@ny.example' });
  const page = await visitor();
  await signIn(page, 'anna');
  const administrator = await stage.open({ role: 'administrator', width: 1280 });
  await administrator.goto(at(`/administration/inloggning/${providerId}`));
  await administrator.uncheck('#enabled');
  await administrator.click('main form.hk-form button[type=submit]');
  expect((await page.goto(at('/konto')))?.url()).toContain('/logga-in');
  expect(await page.content()).not.toContain(LABEL);
  expect((await page.goto(at('/logga-in/tjanst/kommunen')))?.status()).toBe(404);
  const changed = await lastEvent('login-provider-changed');
  expect(changed).toMatchObject({ thing_id: providerId, after: { enabled: false, endedSessions: expect.any(Number) } });
  expect(JSON.stringify(await stage.site.rows('select before, after from event'))).not.toMatch(
    /hemlighet-for-prov|@|Anna|127\.0\.0\.1/,
  );
});

test('we show who we are with a key of our own, and one of the levels is a must', async () => {
  const slug = 'med-nyckel';
  const other = await startRealProvider({
    site: stage.address,
    slug,
    jwksUri: at(`/logga-in/tjanst/${slug}/nycklar`),
  });
  const administrator = await stage.open({ role: 'administrator', width: 1280 });
  await administrator.goto(at('/administration/inloggning/ny'));
  await administrator.fill('#label', 'E-legitimation');
  await administrator.fill('#slug', slug);
  await administrator.fill('#issuer', other.issuer);
  await administrator.fill('#clientId', other.clientId);
  await administrator.check('[name=clientAuthentication][value=key]');
  await administrator.check('[name=emailTrust][value=all]');
  await administrator.check('[name=newPersons][value=given-account]');
  await administrator.click('main form.hk-form button[type=submit]');
  const keys = await (await fetch(at(`/logga-in/tjanst/${slug}/nycklar`))).json();
  expect(Object.keys(keys.keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  other.people.set('sven', { name: 'Sven Svan', email: 'sven@ny.example' });
  const page = await visitor();
  const enter = async () => {
    await page.goto(at(`/logga-in/tjanst/${slug}`));
    if ((await page.locator('[name=login]').count()) === 0) return;
    await page.fill('[name=login]', 'sven');
    await page.fill('[name=password]', 'x');
    await page.click('[type=submit]');
    if (page.url().startsWith(other.issuer)) await page.click('[type=submit]');
  };
  await enter();
  expect(await page.textContent('.hk-who')).toBe('Inloggad: Sven Svan');
  await administrator.click('summary');
  await administrator.fill('#acrValues', 'loa3');
  await administrator.click('main form.hk-form button[type=submit]');
  await page.context().clearCookies({ name: 'session' });
  await enter();
  // The provider knows no way to reach that level, so it lets nobody come back to us.
  expect(page.url()).toContain(`${other.issuer}/interaction/`);
  await other.stop();
});
