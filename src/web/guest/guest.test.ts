import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT, OTHER_HOST } from '../../../test/demo-site.ts';
import { cookieVisitor } from '../../../test/form-visitor.ts';
import { draftIdOf, giveLink, giveLinks, type HeldLink } from '../../../test/guest-links.ts';
import { formRequest, testNow } from '../../../test/web.ts';

const at = (path: string) => `http://localhost${path}`;
const DAY_MS = 24 * 3_600_000;
let site: DemoSite;
let links: Awaited<ReturnType<typeof giveLinks>>;
let now = testNow;

beforeAll(async () => {
  site = await createDemoSite({ clock: { now: () => now } });
  links = await giveLinks(site);
});

const { get, post } = cookieVisitor(() => site);

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('the door', () => {
  test('a link is exchanged for a cookie and an address without the token, as often as it is opened', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, headers, html } = await get(links.draft.door);
      expect([status, headers.get('location')]).toEqual([303, links.draft.room]);
      expect(headers.get('set-cookie')).toMatch(
        new RegExp(`^${links.draft.cookie}; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax$`),
      );
      expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        'no-referrer',
        'private, no-store',
      ]);
      expect(html).not.toContain(links.draft.token);
    }
    expect((await get(`/en${links.draft.door}`)).headers.get('location')).toBe(`/en${links.draft.room}`);
    expect(links.draft.token).toMatch(/^[\w-]{43}$/);
  });

  test('behind https the cookie is bound to the host', async () => {
    const secure = await createDemoSite({ settings: { ...site.deps.settings, secureCookies: true } });
    const { draft } = await giveLinks(secure);
    const answer = await secure.app.request(at(draft.door));
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-gast-.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const page = await secure.app.request(at(draft.room), { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
  });

  test('the page of a link opens for its own cookie alone', async () => {
    const own = await get(links.draft.room, links.draft.cookie);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const wrong = [
      '',
      links.answer.cookie,
      `gast-${links.draft.id}=${links.answer.token}`,
      `gast-${links.draft.id}=${links.draft.token}x`,
      site.cookie('strategist'),
    ];
    for (const cookie of wrong) expect([cookie, (await get(links.draft.room, cookie)).status]).toEqual([cookie, 404]);
  });
});

describe('a draft', () => {
  test('is read whole, without a way to what the guest may not open', async () => {
    const { html } = await get(links.draft.room, links.draft.cookie);
    const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
    const shown = html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    for (const { text } of plan?.blocks ?? []) expect(shown).toContain(text);
    expect(html).toContain('Gäst: Kvinnojouren Linden');
    expect(html).not.toContain(`/planer/${DRAFT}`);
    const doors = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => path);
    for (const path of new Set(doors.filter((each) => !each.startsWith('/static/'))))
      expect([path, (await get(path, links.draft.cookie)).status]).toEqual([path, 200]);
  });

  test('the cookie opens no other page of the draft and no other draft', async () => {
    const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
    const area = plan?.blocks.find(({ kind }) => kind === 'area');
    for (const path of [
      `/planer/${DRAFT}`,
      `/planer/${DRAFT}/omraden/${area?.id}`,
      `/planer/${DRAFT}/ladda-ner/plan.json`,
    ])
      expect([path, (await get(path, links.draft.cookie)).status]).toEqual([path, 404]);
    for (const path of ['/oversikt', '/ataganden', '/administration'])
      expect((await get(path, links.draft.cookie)).headers.get('location')).toMatch(/^\/logga-in/);
  });

  test('once adopted, the link leads to where everybody reads it', async () => {
    const fresh = await createDemoSite();
    const { draft } = await giveLinks(fresh);
    const cookie = fresh.cookie('strategist');
    await fresh.app.request(
      at(`/planer/${DRAFT}/anta`),
      formRequest({ adoptedOn: '2026-05-01', rowVersion: '1' }, { cookie }),
    );
    const answer = await fresh.app.request(at(draft.room), { headers: { cookie: draft.cookie } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/planer/${DRAFT}`]);
  });
});

describe('a commitment', () => {
  const report = (html: string, more: Record<string, string> = {}) => ({
    status: 'in-progress',
    text: 'Vi har börjat.',
    requestKey: hidden(html, 'requestKey'),
    basedOn: hidden(html, 'basedOn'),
    ...more,
  });

  test('is reported on: faults keep what was written, a repeated form is one report, a clash shows both', async () => {
    const { room, cookie, id } = links.report;
    const { html } = await get(room, cookie);
    const wrong = await post(`${room}/rapport`, report(html, { text: '' }), cookie);
    expect([wrong.status, wrong.html.includes('href="#text"')]).toEqual([422, true]);
    expect(wrong.html).toContain('value="in-progress" checked');
    for (let turn = 0; turn < 2; turn += 1)
      expect((await post(`${room}/rapport`, report(html), cookie)).headers.get('location')).toBe(
        `${room}?klart=rapport#innehall`,
      );
    const older = report(html, { text: 'Min andra text.', requestKey: site.deps.ids.next() });
    const clash = await post(`${room}/rapport`, older, cookie);
    expect(clash.status).toBe(409);
    for (const text of ['Vi har börjat.', 'Min andra text.']) expect(clash.html).toContain(text);
    const part = await site.part('SN', '2.8');
    const whole = await site.store.read.getCommitment(site.code, part.id);
    expect(whole?.reports.map(({ authorName, text }) => [authorName, text])[0]).toEqual([
      'Kvinnojouren Linden',
      'Vi har börjat.',
    ]);
    const events = await site.rows<{ actor_id: string | null; after: { guestLinkId?: string; text: object } }>(
      `select actor_id, after from event where kind = 'status-reported' and thing_id = '${part.id}' order by sequence`,
    );
    expect(events.at(-1)).toMatchObject({ actor_id: null, after: { guestLinkId: id } });
    expect(JSON.stringify(events.at(-1))).not.toContain('Linden');
  });

  test('names nobody who has reported before', async () => {
    const part = await site.part('SN', '1.2');
    const link = await giveLink(site, { kind: 'commitment', id: part.id }, 'report-status');
    const whole = await site.store.read.getCommitment(site.code, part.id);
    const { html } = await get(link.room, link.cookie);
    expect(html).toContain(whole?.reports[0]?.text);
    for (const { authorName } of whole?.reports ?? []) expect(html).not.toContain(authorName);
  });

  test('a role is answered, and a clash shows both', async () => {
    const { room, cookie, id } = links.answer;
    const { html } = await get(room, cookie);
    const form = { stance: 'commented', comment: 'Vi behöver mer tid.', rowVersion: hidden(html, 'rowVersion') };
    expect((await post(`${room}/svar`, { ...form, comment: '' }, cookie)).status).toBe(422);
    expect((await post(`${room}/svar`, form, cookie)).status).toBe(303);
    const clash = await post(`${room}/svar`, { ...form, comment: 'Vårt andra svar.' }, cookie);
    expect(clash.status).toBe(409);
    for (const text of ['Vi behöver mer tid.', 'Vårt andra svar.']) expect(clash.html).toContain(text);
    const part = await site.part('SN', '2.7');
    const [event] = await site.rows<{ after: object }>(
      `select after from event where kind = 'commitment-answered' and thing_id = '${part.id}'`,
    );
    expect(event?.after).toMatchObject({ guestLinkId: id, stance: 'commented' });
  });

  test('a link does one thing: the other form, another commitment and another kind of link are refused', async () => {
    const { html } = await get(links.report.room, links.report.cookie);
    const answer = { stance: 'accepted', comment: '', rowVersion: '1' };
    const before = await site.rows('select max(sequence) as last from event');
    const refused: [string, Record<string, string>, HeldLink][] = [
      [`${links.report.room}/svar`, answer, links.report],
      [`${links.answer.room}/rapport`, report(html), links.answer],
      [`${links.answer.room}/svar`, answer, links.report],
      [`${links.draft.room}/rapport`, report(html), links.draft],
      [`${links.draft.room}/svar`, answer, links.draft],
    ];
    for (const [path, fields, { cookie }] of refused)
      expect([path, (await post(path, fields, cookie)).status]).toEqual([path, 404]);
    const part = await site.part('SN', '2.8');
    expect((await post(`/ataganden/${part.id}/rapport`, report(html), links.report.cookie)).status).toBe(401);
    expect(await site.rows('select max(sequence) as last from event')).toEqual(before);
  });

  test('a form from another site is refused also from a guest', async () => {
    const answer = await site.app.request(
      at(`${links.report.room}/rapport`),
      formRequest({}, { cookie: links.report.cookie, origin: 'https://elak.exempel' }),
    );
    expect(answer.status).toBe(403);
  });

  test('a part that has gone over to another body is no longer the guest’s', async () => {
    const fresh = await createDemoSite();
    const { report: link } = await giveLinks(fresh);
    const bodies = await fresh.store.read.listBodies(fresh.code);
    const other = bodies.find(({ abbreviation }) => abbreviation === 'KS')?.id ?? '';
    const open = () => fresh.app.request(at(link.room), { headers: { cookie: link.cookie } });
    expect((await open()).status).toBe(200);
    const part = await fresh.part('SN', '2.8');
    await fresh.change(`update commitment set body_id = '${other}' where commitment_id = '${part.id}'`);
    expect((await open()).status).toBe(404);
  });
});

describe('every link that opens nothing', () => {
  test.each(['/', '/mer', '/mer/och/mer', '?x=1', '%00'])(
    'an address with «%s» after the token is told to nobody',
    async (more) => {
      const { token, door } = links.draft;
      const { status, html, headers } = await get(door + more);
      expect([status >= 300, headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        true,
        'no-referrer',
        'private, no-store',
      ]);
      expect(html).not.toContain(token);
    },
  );

  test('guessed, expired, withdrawn, and of another municipality: the same answer and the same work', async () => {
    const expired = await giveLink(site, { kind: 'plan-draft', id: await draftIdOf(site) }, 'read-draft-plan', {
      lastDay: '2026-05-15',
    });
    const withdrawn = await giveLink(site, { kind: 'plan-draft', id: await draftIdOf(site) }, 'read-draft-plan');
    const taken = await post(
      `/administration/gastlankar/${withdrawn.id}/ta-tillbaka`,
      { rowVersion: '1' },
      site.cookie('strategist'),
    );
    expect(taken.status).toBe(303);
    const guessed = `/gast/${site.deps.ids.token(32)}`;
    expect((await get(expired.door)).status).toBe(303);
    now = new Date(testNow.getTime() + DAY_MS);
    const seen = [];
    for (const path of [
      guessed,
      expired.door,
      withdrawn.door,
      '/gast/kort',
      `/gast/${'x'.repeat(2000)}`,
      '/gast/%C3%A5',
    ]) {
      await get('/');
      site.takeQueries();
      const { status, html, headers } = await get(path);
      const queries = site.takeQueries();
      const { 'x-request-id': requestId, ...others } = Object.fromEntries(headers);
      expect(requestId).toBeDefined();
      seen.push({ status, html, headers: others, queries });
    }
    now = testNow;
    for (const each of seen) expect(each).toEqual(seen[0]);
    expect(seen[0]?.status).toBe(404);
    expect(seen[0]?.headers['referrer-policy']).toBe('no-referrer');
    expect(seen[0]?.queries.filter((sql) => sql.includes('from guest_link'))).toHaveLength(1);
    const elsewhere = await site.app.request(at(links.draft.door), { headers: { host: OTHER_HOST } });
    expect(elsewhere.status).toBe(404);
  });

  test('expired and withdrawn ones shut the page that is already open', async () => {
    const link = await giveLink(site, { kind: 'plan-draft', id: await draftIdOf(site) }, 'read-draft-plan');
    expect((await get(link.room, link.cookie)).status).toBe(200);
    now = new Date('2026-06-30T21:59:59Z');
    expect((await get(link.room, link.cookie)).status).toBe(200);
    now = new Date('2026-06-30T22:00:00Z');
    expect((await get(link.room, link.cookie)).status).toBe(404);
    now = testNow;
    await post(`/administration/gastlankar/${link.id}/ta-tillbaka`, { rowVersion: '1' }, site.cookie('administrator'));
    expect((await get(link.room, link.cookie)).status).toBe(404);
  });

  test('two who ask for a guest’s page at the same time never share it', async () => {
    const [guest, stranger] = await Promise.all([get(links.draft.room, links.draft.cookie), get(links.draft.room)]);
    expect([guest.status, stranger.status]).toEqual([200, 404]);
  });
});
