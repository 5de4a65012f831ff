import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { formRequest } from '../../../test/web.ts';
import { declineToken } from '../../app/mail/decline-letters.ts';

let site: DemoSite;
let accountId: string;
let token: string;
beforeAll(async () => {
  site = await createDemoSite();
  const accounts = await site.store.read.listAccounts(site.code);
  accountId = accounts.find(({ email }) => email.startsWith('maja.'))?.id ?? '';
  token = declineToken(site.deps.secrets, site.code, { accountId, kind: 'digest' });
});

const LINK = '/brev/avsluta';
const declined = () => site.store.read.listDeclined(site.code, accountId);

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await site.app.request(`http://localhost${path}`, { headers });
  return { status: answer.status, html: await answer.text() };
}

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await site.app.request(`http://localhost${path}`, formRequest(fields, headers));
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

test('the link in a letter asks first, then declines without signing in, and can be taken back', async () => {
  const { status, html } = await get(`${LINK}/${token}`);
  expect(status).toBe(200);
  expect(html).toContain('Vill du sluta få sammanfattningar med e-post?');
  expect(html).not.toContain('Maja');
  expect(await declined()).toEqual([]);
  expect(await post(`${LINK}/${token}`, { val: 'slut' })).toMatchObject({
    status: 303,
    location: `${LINK}/${token}?klart=slut`,
  });
  expect(await declined()).toEqual(['digest']);
  expect((await get(`${LINK}/${token}?klart=slut`)).html).toContain('Du får inga fler sammanfattningar.');
  expect((await post(`/en${LINK}/${token}`, { val: 'igen' })).location).toBe(`/en${LINK}/${token}?klart=igen`);
  expect(await declined()).toEqual([]);
});

test('a program for e-mail declines with one request, from nowhere and without a redirect; twice is no fault', async () => {
  const oneClick = () =>
    site.app.request(`http://localhost${LINK}/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  for (let time = 0; time < 2; time += 1) {
    expect((await oneClick()).status).toBe(200);
    expect(await declined()).toEqual(['digest']);
  }
  const events = await site.rows(
    `select kind, actor_id, thing_id, after from event where thing_id = '${accountId}' and kind = 'letters-declined'
     order by sequence desc limit 1`,
  );
  expect(events).toEqual([
    { kind: 'letters-declined', actor_id: null, thing_id: accountId, after: { letterKind: 'digest' } },
  ]);
  await post(`${LINK}/${token}`, { val: 'igen' });
});

test('a link that was not made here opens nothing', async () => {
  const { secrets } = site.deps;
  const wrong = [
    token.slice(0, -1),
    `${token}x`,
    `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    token.replace('digest', 'invitation'),
    token.replace(accountId, site.deps.ids.next()),
    declineToken(secrets, '9902', { accountId, kind: 'digest' }),
    declineToken(secrets, site.code, { accountId, kind: 'report-reminder' }),
    'x',
    '...',
  ];
  for (const each of wrong) {
    expect([each, (await get(`${LINK}/${each}`)).status]).toEqual([each, 404]);
    expect([each, (await post(`${LINK}/${each}`, { val: 'slut' })).status]).toEqual([each, 404]);
  }
  const elsewhere = await site.app.request(`http://${OTHER_HOST}${LINK}/${token}`, { headers: { host: OTHER_HOST } });
  expect(elsewhere.status).toBe(404);
  expect(await declined()).toEqual([]);
});

test('no other form is taken from another site', async () => {
  const cookie = site.cookie('strategist');
  const foreign = { cookie, origin: 'https://elak.exempel' };
  expect((await post('/konto/brev', { digest: 'nej' }, foreign)).status).toBe(403);
  expect((await post('/brev/avsluta', { val: 'slut' }, foreign)).status).toBe(403);
  expect((await post('/brev/avslutaa/x', { val: 'slut' }, foreign)).status).toBe(403);
  expect(await declined()).toEqual([]);
});

test('signed in, one chooses one’s own letters', async () => {
  const cookie = site.cookie('strategist');
  expect((await get('/konto', { cookie })).html).toContain('href="/konto/brev"');
  expect((await get('/konto/brev', { cookie })).html).toMatch(/value="ja" checked/);
  expect(await post('/konto/brev', { digest: 'nej' }, { cookie })).toMatchObject({
    status: 303,
    location: '/konto/brev?klart=1',
  });
  expect(await declined()).toEqual(['digest']);
  expect((await get('/konto/brev', { cookie })).html).toMatch(/value="nej" checked/);
  await post('/konto/brev', { digest: 'ja', 'report-reminder': 'nej' }, { cookie });
  expect(await declined()).toEqual([]);
});
