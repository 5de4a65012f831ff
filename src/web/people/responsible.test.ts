import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formRequest } from '../../../test/web.ts';
import type { Role } from '../../core/permission/role.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

const at = (path: string) => `http://localhost${path}`;
async function get(path: string, role: Role) {
  const answer = await site.app.request(at(path), { headers: { cookie: site.cookie(role) } });
  return { status: answer.status, html: await answer.text() };
}
async function choose(id: string, fields: Record<string, string>, role: Role = 'board-controller') {
  const answer = await site.app.request(
    at(`/ataganden/${id}/ansvarig`),
    formRequest(fields, { cookie: site.cookie(role) }),
  );
  return { status: answer.status, html: await answer.text() };
}
const account = async (email: string) =>
  (await site.store.read.listAccounts(site.code)).find((each) => each.email.startsWith(email))?.id ?? '';

test('the controller chooses a colleague, takes it back, and an older page gives 409 with both', async () => {
  const { id } = await site.part('SN', '2.2');
  const [jonas, samira, foreign] = await Promise.all([account('jonas.'), account('samira.'), account('tobias.')]);
  const { html } = await get(`/ataganden/${id}`, 'board-controller');
  expect(html).toContain('<strong>Jonas Ekeblom</strong>');
  expect(html).toContain('Samira Holt');
  expect(html).not.toContain('Tobias Ryd');
  expect(html).not.toContain('Ta det själv');
  expect((await choose(id, { accountId: samira, chosenBefore: jonas })).status).toBe(303);
  expect((await get(`/ataganden/${id}`, 'strategist')).html).toContain('<strong>Samira Holt</strong>');
  const older = await choose(id, { accountId: '', chosenBefore: jonas });
  expect(older.status).toBe(409);
  expect(older.html).toMatch(/<h4>Så står det nu<\/h4><p>Samira Holt<\/p>/);
  expect(older.html).toMatch(/<option value selected>Ingen<\/option>/);
  expect(older.html).toContain('Ta det själv');
  for (const accountId of [foreign, site.deps.ids.next(), 'nej'])
    expect([accountId, (await choose(id, { accountId, chosenBefore: samira })).status]).toEqual([accountId, 422]);
  expect((await choose(id, { accountId: jonas, chosenBefore: samira })).status).toBe(303);
  const events = await site.rows<{ before: unknown; after: unknown }>(
    "select before, after from event where kind = 'responsible-chosen' order by sequence desc limit 1",
  );
  expect(events).toEqual([{ before: { responsible: samira }, after: { responsible: jonas } }]);
});

test('only the body’s own controller chooses', async () => {
  const own = await site.part('SN', '2.2');
  const foreign = await site.part('TSN', '1.4');
  for (const [id, role, status] of [
    [own.id, 'strategist', 403],
    [own.id, 'reporter', 403],
    [own.id, 'reader', 403],
    [foreign.id, 'board-controller', 404],
  ] as const)
    expect([role, (await choose(id, { accountId: '', chosenBefore: '' }, role)).status]).toEqual([role, status]);
  expect((await get(`/ataganden/${own.id}`, 'reporter')).html).not.toContain('/ansvarig');
});

test('what a person who has left was responsible for stands on the strategist’s page, counted by body', async () => {
  const { html } = await get('/oversikt?plan=trygga-relationer&visa=utan-ansvarig', 'strategist');
  expect(html).toContain('Dina Forsell var vald, men har slutat');
  expect(html).toMatch(/Arbetsmarknads- och vuxenutbildningsnämnden<\/span> \(3\)/);
  const shown = Number(/Utan ansvarig \((\d+)\)/.exec(html)?.[1]);
  const all = Number(/(\d+) åtaganden i kommunens planer är utan ansvarig/.exec(html)?.[1]);
  const day = '2026-05-15';
  const plan = await site.store.read.getPlanBySlug(site.code, 'trygga-relationer');
  const rows = await site.store.read.listResponsible(site.code, { planId: plan?.facts.id ?? '' }, day);
  expect(shown).toBe(rows.filter(({ acting }) => acting === null).length);
  const counts = await site.store.read.countWithoutResponsible(site.code, day);
  expect(all).toBe(counts.reduce((sum, { count }) => sum + count, 0));
  expect(counts.find(({ planId }) => planId === plan?.facts.id)?.count).toBe(shown);
  const reader = await get('/oversikt?plan=trygga-relationer', 'reader');
  expect(reader.html).toContain(`Utan ansvarig (${shown})`);
  expect(reader.html).not.toContain('Dina Forsell');
});

test('the day somebody’s last day comes, their commitments are without responsible on both pages', async () => {
  const { id } = await site.part('SN', '1.2');
  const person = await account('jonas.');
  const count = async () => {
    const { html } = await get('/ataganden?visa=without-responsible', 'board-controller');
    return html.match(/class="hk-commitment"/g)?.length ?? 0;
  };
  const before = await count();
  expect((await get(`/ataganden/${id}`, 'strategist')).html).toContain('<strong>Jonas Ekeblom</strong>');
  await site.store.change({ municipality: site.code, actorId: null, at: new Date(), requestId: null }, async (tx) => {
    const account = await tx.getAccount(site.code, person);
    if (account === null) throw new Error('Jonas is not there');
    await tx.changePerson(site.code, { ...account, leftOn: '2026-05-15' });
    await tx.event({ kind: 'account-ended', thingKind: 'account', thingId: person, before: null, after: null });
  });
  expect((await get(`/ataganden/${id}`, 'strategist')).html).toContain('Jonas Ekeblom var vald, men har slutat');
  expect(await count()).toBeGreaterThan(before + 10);
});

test('a substitute answers, and is said to be one', async () => {
  const { id } = await site.part('VON', '1.1');
  const { html } = await get(`/ataganden/${id}`, 'strategist');
  expect(html).toMatch(/<strong>Siri Hallberg<\/strong><span class="hk-muted">, vikarie för Aino Källvik till och med/);
});
