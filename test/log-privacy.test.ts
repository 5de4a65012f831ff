import { expect, test } from 'vitest';
import { usualLimits } from '../src/web/middleware/not-too-many.ts';
import { createDemoSite, DRAFT } from './demo-site.ts';
import { giveLinks } from './guest-links.ts';
import { keptLog } from './kept-log.ts';
import { formRequest, testDeps } from './web.ts';

const BROWSER = 'Mozilla/5.0 (Provbrowser)';
const NETWORK = '203.0.113.77';
const WRITTEN = 'Anna Andersson ringde och berättade';

test('a whole day’s work leaves nobody in the log: no name, address, id, token, text, network or browser', async () => {
  const { log, text } = keptLog();
  const { settings } = testDeps({} as never);
  const site = await createDemoSite({ log, settings: { ...settings, trustProxy: true, limits: usualLimits } });
  const links = await giveLinks(site);
  const seen: string[] = [];
  const common = { 'x-forwarded-for': NETWORK, 'user-agent': BROWSER, referer: 'http://localhost/planer/hemlig-vag' };
  const get = async (path: string, cookie = '') => {
    const answer = await site.app.request(`http://localhost${path}`, { headers: { ...common, cookie } });
    seen.push(`GET ${path} ${answer.status}`);
    return answer.text();
  };
  const post = async (path: string, fields: Record<string, string>, cookie = '') => {
    const answer = await site.app.request(`http://localhost${path}`, formRequest(fields, { ...common, cookie }));
    seen.push(`POST ${path} ${answer.status}`);
    return answer;
  };
  const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

  const [login] = site.logins;
  const { email = '', password = '' } = login ?? {};
  await post('/logga-in', { email, password: WRITTEN });
  for (let turn = 0; turn < 7; turn += 1)
    await post('/logga-in', { email: 'anna.andersson@example.se', password: 'x' });
  const signedIn = await post('/logga-in', { email, password });
  const session = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(session).toMatch(/^session=[\w-]{43}$/);
  const part = await site.part('SN', '2.2');
  const commitment = `/ataganden/${part.id}`;
  const form = await get(commitment, site.cookie('reporter'));
  const report = { requestKey: field(form, 'requestKey'), basedOn: field(form, 'basedOn') };
  await post(`${commitment}/rapport`, { ...report, status: '', text: WRITTEN }, site.cookie('reporter'));
  await post(`${commitment}/rapport`, { ...report, status: 'done', text: WRITTEN }, site.cookie('reporter'));
  const room = await get(links.report.room, links.report.cookie);
  const asGuest = { requestKey: field(room, 'requestKey'), basedOn: field(room, 'basedOn') };
  await post(`${links.report.room}/rapport`, { ...asGuest, status: 'done', text: WRITTEN }, links.report.cookie);
  for (const { door } of Object.values(links)) await get(door);
  for (let turn = 0; turn < 25; turn += 1) await get(`/gast/${site.deps.ids.token(32)}`);
  for (const path of [
    '/',
    `/planer/trygga-relationer?q=${encodeURIComponent(WRITTEN)}`,
    `/planer/${DRAFT}`,
    `/organ/${part.bodyId}`,
    '/oversikt',
    '/administration/gastlankar',
    `/administration/gastlankar/${links.draft.id}`,
    '/administration/sparlogg',
    '/finns-inte/anna.andersson@example.se',
    '/planer/trygga-relationer/ladda-ner/plan.csv',
  ])
    await get(path, site.cookie('strategist'));
  await post('/oversikt', { text: WRITTEN }, site.cookie('strategist'));
  await post('/logga-ut', {}, session);

  const lines = text().trim().split('\n');
  expect(lines.length).toBeGreaterThan(seen.length);
  const accounts = await site.store.read.listAccounts(site.code);
  const bodies = await site.store.read.listBodies(site.code);
  const names = accounts.flatMap(({ name }) => name.split(' '));
  const forbidden = [
    ...accounts.flatMap(({ id, email: address }) => [id, address]),
    ...bodies.map(({ id }) => id),
    ...Object.values(links).flatMap(({ id, token }) => [id, token]),
    ...[part.id, part.measureId, session.split('=')[1] ?? '', 'prov-', password],
    ...['Anna', 'andersson', '@', WRITTEN.slice(0, 10), encodeURIComponent(WRITTEN).slice(0, 10)],
    ...[NETWORK, '203.0', BROWSER, 'Mozilla', 'hemlig-vag', 'trygga-relationer', DRAFT, 'Linden'],
  ];
  expect(forbidden.length).toBeGreaterThan(40);
  expect(forbidden.filter((each) => each === '' || text().toLowerCase().includes(each.toLowerCase()))).toEqual([]);
  // A short name may be a part of one of our own words.
  const words = new Set(
    text()
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  expect(names.filter((name) => words.has(name.toLowerCase()))).toEqual([]);
  expect(text()).not.toMatch(/[\w-]{43}/);
  const levels = new Set(lines.map((line) => (JSON.parse(line) as { msg: string }).msg));
  expect([...levels].sort()).toEqual([
    'refused: too many tries of guest links',
    'request',
    'request refused',
    'sign-in refused: too many attempts',
  ]);
});
