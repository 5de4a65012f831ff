import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT, OTHER_HOST } from '../../test/demo-site.ts';
import { formRequest } from '../../test/web.ts';
import type { Role } from '../core/permission/role.ts';

const at = (path: string) => `http://localhost${path}`;
const PLAN = '/planer/trygga-relationer';
let site: DemoSite;

beforeAll(async () => {
  site = await createDemoSite();
});

async function get(path: string, role: Role | null = null) {
  const answer = await site.app.request(at(path), { headers: role === null ? {} : { cookie: site.cookie(role) } });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), answer };
}

async function post(path: string, fields: Record<string, string>, role: Role | null = null) {
  const cookie: Record<string, string> = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(at(path), formRequest(fields, cookie));
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), answer };
}

/** The value of a hidden field of a page. */
function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`The page has no hidden field ${name}`);
  return value;
}

async function blocks(slug: string, kind: string) {
  const plan = await site.store.read.getPlanBySlug(site.code, slug);
  return (plan?.blocks ?? []).filter((block) => block.kind === kind);
}

describe('public pages', () => {
  test('the plan page holds every block once, has no script and costs at most three queries', async () => {
    const plan = await site.store.read.getPlanBySlug(site.code, 'trygga-relationer');
    await get('/');
    site.takeQueries();
    const { status, html } = await get(PLAN);
    expect(site.takeQueries().length).toBeLessThanOrEqual(3);
    expect(status).toBe(200);
    expect(html).not.toContain('<script');
    const shown = html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    for (const { text } of plan?.blocks ?? []) expect(shown).toContain(text);
  });

  test('an area, a measure and a body cost at most three queries', async () => {
    const [area] = await blocks('trygga-relationer', 'area');
    const [measure] = await blocks('trygga-relationer', 'measure');
    const bodies = await site.store.read.listBodies(site.code);
    const paths = [`${PLAN}/omraden/${area?.id}`, `${PLAN}/atgarder/${measure?.id}`, `/organ/${bodies[0]?.id}`];
    for (const path of paths) {
      site.takeQueries();
      expect((await get(path)).status).toBe(200);
      expect([path, site.takeQueries().length <= 3]).toEqual([path, true]);
    }
  });

  test('a label leads to the measure of that number', async () => {
    const measure = (await blocks('trygga-relationer', 'measure')).find(({ label }) => label === '2.1');
    const { status, location } = await get(`/en${PLAN}/atgarder/2.1`);
    expect([status, location]).toEqual([302, `/en${PLAN}/atgarder/${measure?.id}`]);
  });

  test('the public page holds no report text and no name of who reported', async () => {
    const part = await site.part('SN', '1.2');
    const whole = await site.store.read.getCommitment(site.code, part.id);
    const report = whole?.reports[0];
    expect(report?.text.length).toBeGreaterThan(10);
    for (const path of [PLAN, `${PLAN}/atgarder/${part.measureId}`, `/organ/${part.bodyId}`]) {
      const { html } = await get(path);
      expect(html).not.toContain(report?.text);
      expect(html).not.toContain(report?.authorName);
    }
  });

  test.each([
    ['/planer/finns-inte'],
    [`${PLAN}/atgarder/99.9`],
    [`${PLAN}/omraden/nej`],
    ['/organ/nej'],
    ['/organ/00000000-0000-4000-8000-000000000000'],
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each<[Role | null, number]>([
    [null, 404],
    ['reporter', 404],
    ['board-controller', 200],
    ['reader', 200],
    ['strategist', 200],
  ])('a draft for %s answers %i', async (role, status) => {
    const answer = await get(`/planer/${DRAFT}`, role);
    expect(answer.status).toBe(status);
    expect((await get('/', role)).html.includes(`/planer/${DRAFT}`)).toBe(status === 200);
    if (status === 200) expect(answer.html).toContain('Utkast.');
  });

  test('on an English page the plan keeps its own language', async () => {
    const { html } = await get(`/en${PLAN}`);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1 lang="sv">');
    expect((await get(PLAN)).html).toContain('<h1>');
  });
});

describe('sign-in', () => {
  let person = { email: '', password: '' };

  beforeAll(() => {
    const login = site.logins.find(({ role }) => role === 'reader');
    person = { email: login?.email ?? '', password: login?.password ?? '' };
  });

  test('signs in, keeps the way on, ends an older session of the browser, and signs out', async () => {
    const first = await post('/logga-in', { ...person, email: ` ${person.email.toUpperCase()} `, till: '/oversikt' });
    expect([first.status, first.location]).toEqual([303, '/oversikt']);
    const cookie = first.answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^session=[\w-]{43}; .*HttpOnly; .*SameSite=Lax/);
    const old = cookie.split(';')[0] ?? '';
    const seen = (pair: string) => site.app.request(at('/oversikt'), { headers: { cookie: pair } });
    expect((await seen(old)).status).toBe(200);
    const second = await site.app.request(at('/logga-in'), formRequest(person, { cookie: old }));
    const fresh = (second.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await seen(old)).status).toBe(303);
    expect((await seen(fresh)).status).toBe(200);
    const out = await site.app.request(at('/logga-ut'), formRequest({}, { cookie: fresh }));
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(out.headers.get('set-cookie')).toMatch(/^session=; .*Max-Age=0/);
    expect((await seen(fresh)).status).toBe(303);
  });

  test('behind https the cookie is bound to the host', async () => {
    const settings = { ...site.deps.settings, secureCookies: true };
    const secure = await createDemoSite({ settings });
    const { email = '', password = '' } = secure.logins[0] ?? {};
    const answer = await secure.app.request(at('/logga-in'), formRequest({ email, password }));
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Path=\/;.* Secure/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });

  test.each([
    [' ', 'fel', ['Skriv din e-postadress.']],
    ['någon@example.se', '', ['Skriv ditt lösenord.']],
    ['', 'fel', ['hör inte ihop']],
    ['okand@example.se', 'fel', ['hör inte ihop']],
  ])('«%s» with «%s» is refused, the address is kept and the password is not', async (email, password, texts) => {
    const fields = { email: email === '' ? person.email : email, password };
    const { status, html } = await post('/logga-in', fields);
    expect(status).toBe(422);
    for (const text of texts) expect(html).toContain(text);
    expect(html).toContain(`value="${fields.email}"`);
    expect(html).not.toContain('value="fel"');
  });

  test('guessing is slowed down for the address that guesses and for nobody else', async () => {
    const guarded = await createDemoSite({ settings: { ...site.deps.settings, trustProxy: true } });
    const email = (await guarded.store.read.listAccounts(guarded.code)).find(({ disabled }) => !disabled)?.email ?? '';
    const guess = (from: string) =>
      guarded.app.request(at('/logga-in'), formRequest({ email, password: 'fel' }, { 'x-forwarded-for': from }));
    const statuses = [];
    for (let round = 0; round < 7; round += 1) statuses.push((await guess('198.51.100.7')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    expect(Number((await guess('198.51.100.7')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess('203.0.113.9')).status).toBe(422);
  });

  test('guessing from everywhere at one account never shuts out the browser that its owner has used', async () => {
    const guarded = await createDemoSite({ settings: { ...site.deps.settings, trustProxy: true } });
    const { email = '', password = '' } = guarded.logins[0] ?? {};
    const send = (from: string, written: string, cookie = '') =>
      guarded.app.request(
        at('/logga-in'),
        formRequest({ email, password: written }, { 'x-forwarded-for': from, cookie }),
      );
    const first = await send('203.0.113.9', password);
    const known = /known-browser=[^;]+/.exec(first.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const statuses = [];
    for (let round = 0; round < 20; round += 1) statuses.push((await send(`198.51.100.${round}`, 'fel')).status);
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    expect((await send('203.0.113.9', password)).status).toBe(429);
    expect((await send('203.0.113.9', password, known)).status).toBe(303);
    expect((await send('192.0.2.1', password, known)).status).toBe(303);
    const forged = known.replace(/[^.]+$/, (seal) => [...seal].reverse().join(''));
    expect((await send('203.0.113.9', password, forged)).status).toBe(429);
    const other = guarded.logins[1]?.email ?? '';
    expect(known).not.toContain(email);
    const elsewhere = formRequest({ email: other, password: 'fel' }, { 'x-forwarded-for': '192.0.2.9', cookie: known });
    for (let round = 0; round < 5; round += 1) await guarded.app.request(at('/logga-in'), elsewhere);
    expect((await guarded.app.request(at('/logga-in'), elsewhere)).status).toBe(429);
  });

  test.each(['//elak.exempel', '/\\elak.exempel', 'https://elak.exempel', 'javascript:alert(1)'])(
    'the way on never leaves the site: %s',
    async (till) => {
      expect((await post('/logga-in', { ...person, till })).location).toBe('/');
    },
  );
});

describe('our commitments', () => {
  const report = (html: string, fields: Record<string, string> = {}) => ({
    status: 'in-progress',
    text: 'Utbildningen är planerad.',
    requestKey: hidden(html, 'requestKey'),
    basedOn: hidden(html, 'basedOn'),
    ...fields,
  });

  test('lists all parts of the body from all adopted plans, and narrows them', async () => {
    const { html } = await get('/ataganden', 'board-controller');
    const own = (await site.part('SN', '1.2')).bodyId ?? '';
    const rows = await site.store.read.listCommitmentsOfBodies(site.code, [own]);
    for (const { commitment } of rows) expect(html).toContain(`/ataganden/${commitment.id}"`);
    const late = await get('/ataganden?visa=late', 'board-controller');
    const count = (page: string) => page.match(/class="hk-commitment"/g)?.length ?? 0;
    expect(count(html)).toBe(rows.length);
    expect(count(late.html)).toBeGreaterThan(0);
    expect(count(late.html)).toBeLessThan(count(html));
  });

  test('a report is saved once however often the form is sent, and the older form gives 409 with both texts', async () => {
    const { id } = await site.part('SN', '2.2');
    const opened = await get(`/ataganden/${id}`, 'board-controller');
    const before = (await site.store.read.getCommitment(site.code, id))?.reports.length ?? 0;
    const form = report(opened.html, { text: 'Den första texten.' });
    const older = report(opened.html, { text: 'Den andra texten.', requestKey: site.deps.ids.next() });
    const sent = await Promise.all([
      post(`/ataganden/${id}/rapport`, form, 'board-controller'),
      post(`/ataganden/${id}/rapport`, form, 'board-controller'),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const clash = await post(`/ataganden/${id}/rapport`, older, 'board-controller');
    expect(clash.status).toBe(409);
    expect(clash.html).toContain('Den första texten.');
    expect(clash.html).toContain('Den andra texten.');
    expect((await site.store.read.getCommitment(site.code, id))?.reports.length).toBe(before + 1);
    const again = await post(
      `/ataganden/${id}/rapport`,
      report(clash.html, { text: 'Den andra texten.' }),
      'board-controller',
    );
    expect([again.status, again.location]).toEqual([303, `/ataganden/${id}?klart=rapport#innehall`]);
  });

  test('a report with faults comes back with what was written', async () => {
    const { id } = await site.part('SN', '2.3');
    const { html } = await get(`/ataganden/${id}`, 'board-controller');
    const { status: _left, ...rest } = report(html, { text: 'Min <b>text</b>' });
    const back = await post(`/ataganden/${id}/rapport`, rest, 'board-controller');
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#status"');
    expect(back.html).toContain('Välj hur det går.');
    expect(back.html).toContain('Min &lt;b>text&lt;/b>');
    const empty = await post(`/ataganden/${id}/rapport`, report(html, { text: ' ' }), 'board-controller');
    expect([empty.status, empty.html.includes('href="#text"')]).toEqual([422, true]);
  });

  test('a role is answered with a comment, and an older answer gives 409', async () => {
    const { id } = await site.part('SN', '2.5');
    const { html } = await get(`/ataganden/${id}`, 'board-controller');
    const form = { stance: 'commented', comment: 'Vi behöver mer tid.', rowVersion: hidden(html, 'rowVersion') };
    const missing = await post(`/ataganden/${id}/svar`, { ...form, comment: '' }, 'board-controller');
    expect([missing.status, missing.html.includes('href="#comment"')]).toEqual([422, true]);
    expect((await post(`/ataganden/${id}/svar`, form, 'board-controller')).status).toBe(303);
    const older = await post(`/ataganden/${id}/svar`, { ...form, stance: 'accepted' }, 'board-controller');
    expect([older.status, older.html.includes('Vi behöver mer tid.')]).toEqual([409, true]);
    expect((await get('/oversikt', 'strategist')).html).toContain('Vi behöver mer tid.');
  });

  test('an activity is added and changed', async () => {
    const { id } = await site.part('SN', '2.6');
    const path = `/ataganden/${id}/aktiviteter`;
    const form = { title: 'Hyra en lokal', startsOn: '2026-06-01', endsOn: '2026-05-01', state: 'planned' };
    const wrong = await post(path, form, 'reporter');
    expect([wrong.status, wrong.html.includes('href="#endsOn"')]).toEqual([422, true]);
    expect((await post(path, { ...form, endsOn: '' }, 'reporter')).status).toBe(303);
    const whole = await site.store.read.getCommitment(site.code, id);
    const activity = whole?.activities.find(({ title }) => title === form.title);
    const edit = await get(`${path}/${activity?.id}`, 'reporter');
    const changed = { ...form, endsOn: '', title: 'Hyra två lokaler', rowVersion: hidden(edit.html, 'rowVersion') };
    expect((await post(`${path}/${activity?.id}`, changed, 'reporter')).status).toBe(303);
    const older = await post(`${path}/${activity?.id}`, { ...changed, title: 'Köpa' }, 'reporter');
    expect([older.status, older.html.includes('Hyra två lokaler')]).toEqual([409, true]);
  });

  test('another body, another role, another municipality: nothing is seen and nothing changes', async () => {
    const foreign = await site.part('TSN', '1.4');
    const own = await site.part('SN', '1.2');
    const form = { status: 'done', text: 'x', requestKey: site.deps.ids.next(), basedOn: '' };
    const cases: [string, Role, number][] = [
      [foreign.id, 'board-controller', 404],
      [foreign.id, 'reporter', 404],
      [own.id, 'strategist', 403],
      [own.id, 'reader', 403],
      [site.deps.ids.next(), 'reporter', 404],
      ['nej', 'reporter', 404],
    ];
    for (const [id, role, status] of cases)
      expect([id, role, (await post(`/ataganden/${id}/rapport`, form, role)).status]).toEqual([id, role, status]);
    expect((await get(`/ataganden/${foreign.id}`, 'reporter')).status).toBe(404);
    expect((await get(`/ataganden/${own.id}`, 'strategist')).status).toBe(200);
    expect((await post(`/ataganden/${own.id}/svar`, {}, 'reporter')).status).toBe(403);
  });

  test('in another municipality nothing of this one is found, and its sessions are nobody', async () => {
    const part = await site.part('SN', '1.2');
    for (const path of [PLAN, `/organ/${part.bodyId}`]) {
      const answer = await site.app.request(at(path), { headers: { host: OTHER_HOST } });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const headers = { host: OTHER_HOST, cookie: site.cookie('reporter') };
    const answer = await site.app.request(at(`/ataganden/${part.id}`), { headers });
    expect([answer.status, answer.headers.get('location')?.startsWith('/logga-in')]).toEqual([303, true]);
  });
});

describe('the strategist', () => {
  test('sees the matrix with every part, and reads it narrowed', async () => {
    const { html } = await get('/oversikt?plan=trygga-relationer', 'strategist');
    const plan = await site.store.read.getPlanBySlug(site.code, 'trygga-relationer');
    for (const { id } of plan?.commitments ?? []) expect(html).toContain(`/ataganden/${id}`);
    const part = await site.part('KS', '1.1');
    const narrowed = await get(`/oversikt?plan=trygga-relationer&organ=${part.bodyId}&visa=sena`, 'strategist');
    expect(narrowed.status).toBe(200);
    expect((await get('/oversikt', 'reader')).html).not.toContain('/ataganden/');
    expect((await get('/oversikt', 'reporter')).status).toBe(403);
  });

  test('changes a text of a draft; the second writer gets 409 with both texts', async () => {
    const measure = (await blocks(DRAFT, 'measure'))[0];
    const path = `/planer/${DRAFT}/redigera/${measure?.id}`;
    const { html } = await get(path, 'strategist');
    const rowVersion = hidden(html, 'rowVersion');
    const wrong = await post(path, { text: '', dueYear: 'snart', rowVersion }, 'strategist');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#text"');
    expect(wrong.html).toContain('href="#dueYear"');
    expect((await post(path, { text: 'Ny text', dueYear: '2029', rowVersion }, 'strategist')).status).toBe(303);
    const clash = await post(path, { text: 'Egen text', dueYear: '', rowVersion }, 'strategist');
    expect(clash.status).toBe(409);
    expect(clash.html).toContain('Ny text');
    expect(clash.html).toContain('Egen text');
    const again = { text: 'Egen text', dueYear: '', rowVersion: hidden(clash.html, 'rowVersion') };
    expect((await post(path, again, 'strategist')).status).toBe(303);
    expect((await post(path, again, 'reader')).status).toBe(403);
  });

  test('never changes the text of an adopted plan', async () => {
    const measure = (await blocks('trygga-relationer', 'measure'))[0];
    const path = `${PLAN}/redigera/${measure?.id}`;
    expect((await get(path, 'strategist')).status).toBe(403);
    expect((await post(path, { text: 'x', dueYear: '', rowVersion: '1' }, 'strategist')).status).toBe(403);
  });

  test('adopts a draft with its date; then everybody sees it and it cannot be adopted again', async () => {
    const fresh = await createDemoSite();
    const send = (adoptedOn: string, rowVersion = '1', role: Role = 'strategist') =>
      fresh.app.request(
        at(`/planer/${DRAFT}/anta`),
        formRequest({ adoptedOn, rowVersion }, { cookie: fresh.cookie(role) }),
      );
    expect((await send('2026-02-31')).status).toBe(422);
    expect((await send('2026-12-31')).status).toBe(422);
    expect((await send('2026-05-01', '7')).status).toBe(409);
    expect((await send('2026-05-01', '1', 'board-controller')).status).toBe(403);
    expect((await send('2026-05-01')).status).toBe(303);
    expect((await fresh.app.request(at(`/planer/${DRAFT}`))).status).toBe(200);
    expect((await send('2026-05-01')).status).toBe(409);
  });
});
