import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import { endDueSupportAccess } from '../../app/support-access/end-support-access.ts';
import { openSupportAccess } from '../../app/support-access/open-support-access.ts';

const HOUR = 3_600_000;
let site: DemoSite;
let now = testNow;
const clock = { now: () => now };

beforeAll(async () => {
  site = await createDemoSite({ clock });
});

async function letIn(name: string, hours = 4): Promise<string> {
  const form = { name, reason: 'Kunde inte läsa in en plan', reasonClass: 'fault', hours };
  const opened = await openSupportAccess(site.deps)(site.code, form);
  return opened.ok ? opened.value.token : '';
}

async function enter(token: string): Promise<string> {
  const answer = await site.app.request(`http://localhost/supportatkomst/${token}`, formRequest({}));
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function get(path: string, cookie: string, host = 'localhost') {
  const answer = await site.app.request(`http://${host}${path}`, { headers: { cookie, host } });
  return { status: answer.status, html: plainText(await answer.text()), location: answer.headers.get('location') };
}

const told = (kind: string) =>
  site.rows<{ actor_id: string | null; thing_id: string; after: Record<string, unknown> | null }>(
    `select actor_id, thing_id, after from event where kind = '${kind}' order by sequence`,
  );

test('support is let in by the machine, reads with a banner, is in the trail page by page, and is shown out at once', async () => {
  now = testNow;
  const token = await letIn('Vera Hjälp');
  const door = await get(`/supportatkomst/${token}`, '');
  expect([door.status, door.html.includes('Vera Hjälp')]).toEqual([200, true]);
  const cookie = await enter(token);

  const overview = await get('/oversikt', cookie);
  expect(overview.html).toContain('Supportåtkomst till kl. 15.00');
  expect((await get('/en/oversikt', cookie)).html).toContain('Support access until 15.00');
  const part = await site.part('SN', '2.1');
  expect((await get(`/ataganden/${part.id}`, cookie)).status).toBe(200);
  for (const path of ['/administration/sparlogg', '/administration/personer', '/import', '/ordregler'])
    expect([path, (await get(path, cookie)).status]).toEqual([path, 403]);
  const report = await site.app.request(`http://localhost/ataganden/${part.id}/rapport`, formRequest({}, { cookie }));
  expect(report.status).toBe(403);

  const read = await told('support-read');
  expect(read.map(({ thing_id }) => thing_id)).toEqual(['/oversikt', '/oversikt', `/ataganden/${part.id}`]);
  const [opened] = await told('support-access-opened');
  expect(new Set(read.map(({ actor_id }) => actor_id))).toEqual(new Set([opened?.after?.account]));
  expect(opened?.after).toMatchObject({ reasonClass: 'fault', endsAt: '2026-05-15T13:00:00.000Z' });
  expect(JSON.stringify(opened)).not.toContain('plan');

  const auditor = await get('/administration/sparlogg', site.cookie('auditor'));
  expect(auditor.html).toContain('Vera Hjälp, till kl. 15.00');
  expect(auditor.html).toContain('Fel: Kunde inte läsa in en plan');
  expect(auditor.html).toContain('Vera Hjälp (support) läste sidan /oversikt.');
  expect(auditor.html).not.toContain('Avsluta åtkomsten');
  const administrator = await get('/administration/sparlogg', site.cookie('administrator'));
  const action = /action="([^"]+\/support\/[^"]+\/avsluta)"/.exec(administrator.html)?.[1] ?? '';
  for (const role of ['auditor', 'strategist'] as const) {
    const refused = await site.app.request(`http://localhost${action}`, formRequest({}, { cookie: site.cookie(role) }));
    expect(refused.status).toBe(403);
  }
  const ended = await site.app.request(
    `http://localhost${action}`,
    formRequest({}, { cookie: site.cookie('administrator') }),
  );
  expect(ended.status).toBe(303);
  expect((await get(ended.headers.get('location') ?? '', site.cookie('administrator'))).html).toContain(
    'Supportåtkomsten är avslutad.',
  );
  expect((await get('/oversikt', cookie)).location).toMatch(/^\/logga-in/);
  expect((await told('support-access-ended')).at(-1)?.after).toMatchObject({
    how: 'by-administrator',
    reasonClass: 'fault',
  });
  const again = await site.app.request(
    `http://localhost${action}`,
    formRequest({}, { cookie: site.cookie('administrator') }),
  );
  expect(again.status).toBe(404);
});

describe('the link', () => {
  test('works once', async () => {
    now = testNow;
    const token = await letIn('Nils Enda');
    await enter(token);
    expect((await get(`/supportatkomst/${token}`, '')).status).toBe(404);
    const second = await site.app.request(`http://localhost/supportatkomst/${token}`, formRequest({}));
    expect([second.status, second.headers.getSetCookie()]).toEqual([404, []]);
  });

  test('lets one of two in who come at the same time', async () => {
    now = testNow;
    const token = await letIn('Två Samtidigt');
    const both = await Promise.all(
      [1, 2].map(() => site.app.request(`http://localhost/supportatkomst/${token}`, formRequest({}))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  test('works for fifteen minutes, in its own municipality', async () => {
    now = testNow;
    const token = await letIn('Sen Ankomst');
    expect((await get(`/supportatkomst/${token}`, '', OTHER_HOST)).status).toBe(404);
    now = new Date(testNow.getTime() + 15 * 60_000 - 1);
    expect((await get(`/supportatkomst/${token}`, '')).status).toBe(200);
    now = new Date(testNow.getTime() + 15 * 60_000);
    expect((await get(`/supportatkomst/${token}`, '')).status).toBe(404);
  });

  test.each(['x', 'a'.repeat(43), '%E5', "'"])('%s opens nothing', async (token) => {
    expect((await get(`/supportatkomst/${token}`, '')).status).toBe(404);
  });

  test('no token is in the database', async () => {
    now = testNow;
    const token = await letIn('Ingen Token');
    const [row] = await site.rows<{ all: string }>(
      `select coalesce((select string_agg(row_to_json(s)::text, '') from support_access s), '')
        || coalesce((select string_agg(row_to_json(e)::text, '') from event e), '') as all`,
    );
    expect(row?.all).toContain('fault');
    expect(row?.all).not.toContain(token);
  });
});

test('the access ends by itself: nobody is let in after it, and the tidying tells the trail', async () => {
  now = testNow;
  const cookie = await enter(await letIn('Kort Stund', 1));
  now = new Date(testNow.getTime() + HOUR - 1000);
  // Seen now and then, so that it is not idleness that ends the session.
  for (const minutes of [20, 40, 59]) {
    now = new Date(testNow.getTime() + minutes * 60_000);
    expect((await get('/oversikt', cookie)).status).toBe(200);
  }
  now = new Date(testNow.getTime() + HOUR);
  expect((await get('/oversikt', cookie)).location).toMatch(/^\/logga-in/);
  now = new Date(testNow.getTime() + 25 * HOUR);
  const open = await site.rows<{ count: number }>(
    'select count(*)::integer as count from support_access where ended_at is null',
  );
  expect(await endDueSupportAccess(site.deps)(site.code)).toBe(open[0]?.count);
  expect(await endDueSupportAccess(site.deps)(site.code)).toBe(0);
  expect((await told('support-access-ended')).at(-1)?.after).toMatchObject({ how: 'time-over' });
});

test('a session that outlives the access opens nothing', async () => {
  now = testNow;
  const cookie = await enter(await letIn('Lång Session'));
  await site.change(
    `update support_access set ended_at = ends_at where ended_at is null; update session set expires_at = expires_at + interval '1 day'`,
  );
  expect((await get('/oversikt', cookie)).location).toMatch(/^\/logga-in/);
  expect((await get('/', cookie)).html).not.toContain('Lång Session');
});

test.each([
  [{ name: ' ' }, 'name', 'name-missing'],
  [{ name: '#A1B2' }, 'name', 'name-missing'],
  [{ reason: '' }, 'reason', 'reason-missing'],
  [{ reason: 'x'.repeat(501) }, 'reason', 'reason-too-long'],
  [{ reasonClass: 'because' }, 'reasonClass', 'unknown-class'],
  [{ hours: '0' }, 'hours', 'bad-hours'],
  [{ hours: '25' }, 'hours', 'bad-hours'],
  [{ hours: 'fyra' }, 'hours', 'bad-hours'],
])('%o is refused', async (wrong, field, fault) => {
  const form = { name: 'Vera', reason: 'Fel', reasonClass: 'fault', hours: '4', ...wrong };
  expect(await openSupportAccess(site.deps)(site.code, form)).toEqual({
    ok: false,
    refusal: { kind: 'invalid', faults: { [field]: fault } },
  });
});
