import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { formRequest } from '../../../test/web.ts';
import { allRoutes } from '../routes.ts';

const MOST = 3;
const at = (path: string) => `http://localhost${path}`;
let site: DemoSite;

async function limitedSite(): Promise<DemoSite> {
  const limit = { most: MOST, seconds: 60 };
  const settings = {
    ...site.deps.settings,
    trustProxy: true,
    limits: { ...site.deps.settings.limits, forms: limit, costly: limit },
  };
  return createDemoSite({ settings });
}

beforeAll(async () => {
  site = await createDemoSite();
});

test('past the limit a form is refused with what was written kept, and others are not hindered', async () => {
  const limited = await limitedSite();
  const { id } = await limited.part('SN', '2.2');
  const send = async (role: 'reporter' | 'board-controller', fields: Record<string, string>) => {
    const headers = { cookie: limited.cookie(role), 'x-forwarded-for': '198.51.100.7' };
    return limited.app.request(at(`/en/ataganden/${id}/rapport`), formRequest(fields, headers));
  };
  for (let sent = 0; sent < MOST; sent += 1) expect((await send('reporter', {})).status).toBe(422);
  const text = 'Vi har "börjat" <nu>.\nOch fortsätter.';
  const refused = await send('reporter', { status: 'done', text });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  const page = await refused.text();
  expect(page).toMatch(/Wait (a minute|\d+ seconds)/);
  expect(page).toContain(`<form method="post" action="/en/ataganden/${id}/rapport"`);
  expect(page).toContain('name="status" value="done"');
  expect(plainText(page)).toContain(`name="text" value="${text}"`);
  expect((await send('board-controller', {})).status).toBe(422);
  expect(limited.deps.logged).toContainEqual([
    'refused: too many requests',
    { requestId: refused.headers.get('x-request-id'), route: '/ataganden/:id/rapport' },
  ]);
});

test('those who are not signed in are counted by network, and a password is never written back', async () => {
  const limited = await limitedSite();
  const send = (from: string, password: string) =>
    limited.app.request(at('/logga-in'), formRequest({ email: '', password }, { 'x-forwarded-for': from }));
  for (let sent = 0; sent < MOST; sent += 1) expect((await send('2001:db8::1', 'x')).status).toBe(422);
  const refused = await send('2001:db8::ffff', 'mitt-losenord');
  expect(refused.status).toBe(429);
  const page = await refused.text();
  expect(page).not.toContain('mitt-losenord');
  expect(page).toContain('utom filer och lösenord');
  expect((await send('2001:db8:0:1::1', 'x')).status).toBe(422);
});

test('what is costly has a limit of its own, and the page leads back to it', async () => {
  const limited = await limitedSite();
  const path = '/planer/trygga-relationer/ladda-ner/plan.json';
  const fetchIt = (from: string) => limited.app.request(at(path), { headers: { 'x-forwarded-for': from } });
  for (let sent = 0; sent < MOST; sent += 1) expect((await fetchIt('198.51.100.7')).status).toBe(200);
  const refused = await fetchIt('198.51.100.7');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await refused.text()).toContain(`<a href="${path}">Försök igen</a>`);
  expect((await fetchIt('203.0.113.9')).status).toBe(200);
  const pages = Array.from({ length: MOST + 2 }, () =>
    limited.app.request(at('/'), { headers: { 'x-forwarded-for': '198.51.100.7' } }),
  );
  for (const page of await Promise.all(pages)) expect(page.status).toBe(200);
});

test('these routes are counted as costly', () => {
  const costly = allRoutes(site.deps).filter((route) => route.costly);
  expect(costly.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'GET /jamfor',
    'GET /jamfor/ladda-ner/:file',
    'GET /planer/:slug/ladda-ner/:file',
    'POST /administration/organ/import',
    'POST /administration/sparlogg/lamna-ut',
    'POST /import',
    'POST /planer/:slug/kalkylblad',
    'POST /planer/:slug/word',
    'POST /planer/:slug/word/hamta',
  ]);
});
