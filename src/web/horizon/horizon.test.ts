import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formRequest } from '../../../test/web.ts';
import type { Role } from '../../core/permission/role.ts';

const at = (path: string) => `http://localhost${path}`;
let site: DemoSite;
let item = '';

beforeAll(async () => {
  site = await createDemoSite();
});

async function get(path: string, role: Role | null = 'strategist') {
  const headers = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(at(path), { headers });
  return { status: answer.status, html: await answer.text() };
}

async function post(path: string, fields: Record<string, string>, role: Role = 'strategist') {
  const answer = await site.app.request(at(path), formRequest(fields, { cookie: site.cookie(role) }));
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

/** Today is 15 May 2026 in the tests. */
const law = {
  title: 'Lag om samordnad krisledning',
  kind: 'law',
  state: 'decided',
  sourceUrl: 'https://exempel.se/lag',
  summary: 'Nämnderna behöver en ny rutin.',
  inForceOn: '2026-07-01',
  expectedOn: '',
  followUpOn: '',
  owner: '',
  rowVersion: '1',
};

describe('the register', () => {
  test('is empty to begin with, and says what comes next', async () => {
    const { html } = await get('/omvarld');
    expect(html).toContain('Inget bevakas än');
    expect(html).toContain('href="/omvarld/ny"');
  });

  test('something is added with its days, source and owner', async () => {
    const [body] = await site.store.read.listBodies(site.code);
    const done = await post('/omvarld/ny', { ...law, owner: `body:${body?.id}` });
    expect(done.to).toMatch(/^\/omvarld\/[0-9a-f-]{36}\?klart=sparat$/);
    item = done.to?.split('?')[0] ?? '';
    const { html } = await get(item);
    for (const words of [
      law.title,
      law.summary,
      '1 juli 2026',
      'om 47 dagar',
      body?.name ?? '-',
      'href="https://exempel.se/lag"',
    ])
      expect(html).toContain(words);
    expect((await get('/omvarld')).html).toContain('om 47 dagar');
  });

  test.each([
    [{ title: ' ' }, 'Skriv vad det heter.'],
    [{ kind: 'rumour' }, 'Välj vad det är.'],
    [{ state: '' }, 'Välj hur långt det har kommit.'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'Skriv en adress som börjar med https://'],
    [{ inForceOn: '2026-02-30' }, 'Skriv datumet som'],
    [{ owner: 'body:00000000-0000-0000-0000-000000000000' }, 'Välj ett organ eller en person'],
    [{ owner: 'person:x' }, 'Välj ett organ eller en person'],
  ])('%j is refused, and what was written is kept', async (fields, words) => {
    const answer = await post('/omvarld/ny', { ...law, ...fields });
    expect([answer.status, answer.html.includes(words), answer.html.includes(law.summary)]).toEqual([422, true, true]);
  });

  test('it is changed, and the second of two writers gets 409 with both', async () => {
    const [account] = await site.store.read.listAccounts(site.code);
    const change = { ...law, owner: `person:${account?.id}`, summary: 'Rutinen är klar.', rowVersion: '1' };
    expect((await post(`${item}/andra`, change)).status).toBe(303);
    const late = await post(`${item}/andra`, { ...law, summary: 'En annan text.' });
    expect(late.status).toBe(409);
    for (const words of ['Någon annan hann ändra', 'Rutinen är klar.', 'En annan text.', 'name="rowVersion" value="2"'])
      expect(late.html).toContain(words);
  });

  test('the plans and measures that it touches, a draft only for those who may read drafts', async () => {
    const measures = async (slug: string) => {
      const plan = await site.store.read.getPlanBySlug(site.code, slug);
      return site.store.read.listPlacedMeasures(site.code, plan?.facts.id ?? '');
    };
    const [one, two] = await measures('trygga-relationer');
    const [draft] = await measures(DRAFT);
    const touch = (plan: string, fields: Record<string, string>) => post(`${item}/berors`, { plan, ...fields });
    expect((await touch('trygga-relationer', { hela: 'on', [`m-${one?.id}`]: 'on' })).to).toBe(`${item}?klart=berors`);
    expect((await touch(DRAFT, { [`m-${draft?.id}`]: 'on', [`m-${two?.id}`]: 'on' })).status).toBe(303);
    const { html } = await get(item);
    expect(html).toContain('Hela planen');
    expect([html.includes(one?.id ?? '-'), html.includes(draft?.id ?? '-'), html.includes(two?.id ?? '-')]).toEqual([
      true,
      true,
      false,
    ]);
    expect((await get(item, 'reporter')).html).not.toContain(draft?.id);
    expect((await get(`${item}/berors?plan=trygga-relationer`)).html).toMatch(
      new RegExp(`id="m-${one?.id}" name="m-${one?.id}" checked`),
    );
    expect((await touch('trygga-relationer', {})).status).toBe(303);
    expect((await get(item)).html).not.toContain('Hela planen');
    expect((await touch('finns-inte', {})).status).toBe(404);
  });

  test('its history is told, from the trail', async () => {
    const { html } = await get(item);
    const history = html.split('Historik')[1] ?? '';
    for (const words of ['lade till bevakningen', 'ändrade uppgifterna', 'ändrade vad som berörs'])
      expect(history).toContain(words);
    const texts = await site.rows<{ after: string }>(`select after::text from event where thing_kind = 'watched-item'`);
    expect(texts.some(({ after }) => after.includes('krisledning') || after.includes('Rutinen'))).toBe(false);
  });

  test('a day that is near stands on the overview, until it has ended', async () => {
    expect((await get('/oversikt')).html).toContain(law.title);
    const ending = { ...law, state: 'ended', rowVersion: '2' };
    expect((await post(`${item}/andra`, ending)).status).toBe(303);
    expect((await get('/oversikt')).html).not.toContain(law.title);
    const { html } = await get('/omvarld');
    expect(html).toContain('Inget bevakas just nu.');
    expect(html).toContain('Avslutade (1)');
  });

  test('only a strategist changes it, readers read it, and the public sees nothing', async () => {
    expect((await post('/omvarld/ny', law, 'board-controller')).status).toBe(403);
    expect((await get(`${item}/andra`, 'reader')).status).toBe(403);
    expect((await get(item, 'reader')).html).not.toContain('Ändra uppgifterna');
    expect((await get('/omvarld', 'administrator')).status).toBe(403);
    expect((await get('/omvarld', null)).status).toBe(303);
    expect((await get('/omvarld/00000000-0000-0000-0000-000000000000')).status).toBe(404);
  });
});
