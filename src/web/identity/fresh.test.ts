import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import { FRESH_MS } from '../../app/identity/session-time.ts';
import { allRoutes } from '../routes.ts';

const at = (path: string) => `http://localhost${path}`;
let site: DemoSite;
let now = testNow;
beforeAll(async () => {
  site = await createDemoSite({ clock: { now: () => now } });
});

// What changes how somebody gets in. A new password asks for the old one itself; letters and another name of a key change nothing.
const FRESH = [
  'GET /konto/nycklar',
  'POST /konto/nycklar',
  'POST /konto/nycklar/fraga',
  'POST /konto/nycklar/ta-bort',
  'POST /konto/sessioner/avsluta',
  'POST /konto/tjanster/:slug/koppla',
  'POST /konto/tjanster/ta-bort',
];
const ASK_NO_MORE = ['POST /konto/brev', 'POST /konto/losenord', 'POST /konto/nycklar/namn'];

test('these addresses ask who it is again, and no other form of an account goes without', () => {
  const routes = allRoutes(site.deps).map((route) => ({ ...route, name: `${route.method} ${route.path}` }));
  expect(
    routes
      .filter(({ fresh }) => fresh)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(FRESH);
  const forms = routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/konto/'));
  expect(
    forms
      .filter(({ fresh }) => !fresh)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(ASK_NO_MORE);
});

async function ask(path: string, cookie: string, init: RequestInit = {}) {
  const answer = await site.app.request(at(path), { ...init, headers: { ...init.headers, cookie } });
  const set = answer.headers.getSetCookie().find((each) => each.startsWith('session='));
  const html = await answer.text();
  return { status: answer.status, location: answer.headers.get('location'), html, cookie: set?.split(';')[0] ?? '' };
}

const field = (html: string, name: string) =>
  plainText(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');

const person = () => {
  const { email = '', password = '' } = site.logins.find(({ role }) => role === 'reader') ?? {};
  return { email, password };
};
const signIn = (fields: Record<string, string> = {}, cookie = '') =>
  ask('/logga-in', cookie, formRequest({ ...person(), ...fields }));
const wait = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

test.each(FRESH.map((name) => name.replace(':slug', 'ingen').split(' ')))('%s %s', async (method = '', path = '') => {
  const { cookie } = await signIn();
  const send = () => ask(path, cookie, method === 'GET' ? {} : formRequest({ nyckel: 'x' }));
  wait(FRESH_MS - 1000);
  expect((await send()).status).not.toBe(401);
  const { cookie: later } = await signIn();
  wait(FRESH_MS + 1000);
  const answer = await ask(path, later, method === 'GET' ? {} : formRequest({ nyckel: 'x' }));
  expect(answer.status).toBe(401);
  expect(plainText(answer.html)).toContain('Det du vill göra ändrar hur du loggar in.');
  // The sign-in itself goes on as it was.
  expect((await ask('/konto', later)).status).toBe(200);
});

test('who signs in again goes on with what they sent, by a new session', async () => {
  const { cookie: other } = await signIn();
  const { cookie } = await signIn();
  wait(FRESH_MS + 1000);
  const asked = await ask('/konto/sessioner/avsluta', cookie, formRequest({}));
  const again = await signIn({ kvar: field(asked.html, 'kvar'), till: field(asked.html, 'till') }, cookie);
  expect([again.status, again.html.includes('action="/konto/sessioner/avsluta"')]).toEqual([200, true]);
  expect(plainText(again.html)).toContain('Fortsätt');
  expect((await ask('/konto', cookie)).status).toBe(303);
  expect((await ask('/konto/sessioner/avsluta', again.cookie, formRequest({}))).location).toMatch(/avslutade=\d/);
  expect((await ask('/konto', other)).status).toBe(303);
});

test('who was on their way to a page comes there', async () => {
  const { cookie } = await signIn();
  wait(FRESH_MS + 1000);
  const asked = await ask('/konto/nycklar', cookie);
  const again = await signIn({ till: field(asked.html, 'till') }, cookie);
  expect([again.status, again.location]).toEqual([303, '/konto/nycklar']);
  expect((await ask('/konto/nycklar', again.cookie)).status).toBe(200);
});

test('a wrong password opens nothing, and the old sign-in stands', async () => {
  const { cookie } = await signIn();
  wait(FRESH_MS + 1000);
  expect((await signIn({ password: 'fel' }, cookie)).status).toBe(422);
  expect((await ask('/konto/sessioner/avsluta', cookie, formRequest({}))).status).toBe(401);
});
