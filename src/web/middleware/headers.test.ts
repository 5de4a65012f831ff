import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { emptySite, formRequest } from '../../../test/web.ts';

const at = (path: string) => `http://localhost${path}`;

// Compared with OWASP's HTTP Headers Cheat Sheet; a change here is meant to be seen in review.
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), ' +
    'geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), ' +
    'picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), ' +
    'publickey-credentials-get=(self)',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
const form = (headers: Record<string, string> = {}) => formRequest({}, headers);

test.each<[string, RequestInit, number]>([
  ['/', {}, 200],
  ['/finns-inte', {}, 404],
  ['/static/finns-inte.css', {}, 404],
  ['/planer/', {}, 308],
  ['/oversikt', {}, 303],
  ['/a%00b', {}, 400],
  [`/${'a'.repeat(5000)}`, {}, 414],
  ['/logga-in', form(), 422],
  ['/logga-in', form({ origin: 'https://elak.exempel' }), 403],
  ['/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
])('%s answers with every header', async (path, request, status) => {
  const answer = await emptySite().app.request(at(path), request);
  expect([path.slice(0, 20), answer.status]).toEqual([path.slice(0, 20), status]);
  expect(Object.fromEntries(Object.keys(HEADERS).map((name) => [name, answer.headers.get(name)]))).toEqual(HEADERS);
  for (const name of ['strict-transport-security', 'x-powered-by', 'server'])
    expect(answer.headers.get(name)).toBeNull();
  // Every text says how its letters are written; an answer without a body says nothing of one.
  const hasBody = (await answer.arrayBuffer()).byteLength > 0;
  if (hasBody) expect(answer.headers.get('content-type')).toMatch(/^text\/[a-z]+; charset=utf-8$/i);
});

test('behind https, browsers are told to stay there', async () => {
  const { settings } = emptySite().deps;
  const { app } = emptySite({}, { settings: { ...settings, secureCookies: true } });
  const { headers } = await app.request(at('/'));
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect(headers.get('content-security-policy')).toMatch(/; upgrade-insecure-requests$/);
});

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

test.each([
  '/',
  '/planer/trygga-relationer',
  '/planer/trygga-relationer/ladda-ner/plan.csv',
  `/planer/${DRAFT}`,
  '/oversikt',
  '/import',
  '/finns-inte',
  '/planer//',
  '/a%00b',
])('nothing of what somebody signed in was answered at %s is kept anywhere', async (path) => {
  const ask = async (cookie: string) => {
    const answer = await site.app.request(at(path), { headers: { cookie } });
    await answer.text();
    return answer.headers.get('cache-control') ?? '';
  };
  expect(await ask(site.cookie('strategist'))).toBe('private, no-store');
  expect(await ask('')).not.toMatch(/public|max-age/);
});
