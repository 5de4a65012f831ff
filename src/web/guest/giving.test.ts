import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { cookieVisitor } from '../../../test/form-visitor.ts';
import { draftIdOf, giveLink, giveLinks } from '../../../test/guest-links.ts';
import type { Role } from '../../core/permission/role.ts';

// Giving links, changing them and taking them back: what a strategist and an administrator do.
let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
  await giveLinks(site);
});

const { get, post } = cookieVisitor(() => site);

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const LINKS = '/administration/gastlankar';
const form = async (more: Record<string, string> = {}) => ({
  thing: `plan-draft:${await draftIdOf(site)}`,
  operation: 'read-draft-plan',
  label: 'Region Exempel',
  lastDay: '2026-08-31',
  email: '',
  ...more,
});

test.each<[Role, number, number]>([
  ['strategist', 200, 303],
  ['administrator', 200, 422],
  ['board-controller', 403, 403],
  ['auditor', 403, 403],
  ['reader', 403, 403],
])('%s sees the list: %i, and gives a link to a draft: %i', async (role, seen, given) => {
  expect((await get(LINKS, site.cookie(role))).status).toBe(seen);
  expect((await post(`${LINKS}/ny`, await form(), site.cookie(role))).status).toBe(given);
});

test('an administrator, who may not read drafts, sees no title of one', async () => {
  const { html } = await get(LINKS, site.cookie('administrator'));
  expect(html).not.toContain('Utkast till ny plan');
  expect(html).toContain('Kvinnojouren Linden');
  expect((await get(LINKS, site.cookie('strategist'))).html).toContain('Utkast till ny plan');
});

test('the link is shown once, to whoever made it, and opens; the letter holds no token', async () => {
  const strategist = site.cookie('strategist');
  const made = await post(`${LINKS}/ny?for=utkast`, await form({ email: ' Info@Region.example ' }), strategist);
  expect([made.status, made.headers.get('location')]).toEqual([303, `${LINKS}?klart=skickad`]);
  const flash = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const other = await get(`${LINKS}?klart=skickad`, `${site.cookie('administrator')}; ${flash}`);
  expect(other.html).not.toContain('/gast/');
  const once = await get(`${LINKS}?klart=skickad`, `${strategist}; ${flash}`);
  const address = /value="http:\/\/localhost(\/gast\/[\w-]{43})"/.exec(once.html)?.[1] ?? '';
  expect(once.headers.get('set-cookie')).toMatch(/^ny-gastlank=; Max-Age=0/);
  expect((await get(address)).status).toBe(303);
  expect((await get(`${LINKS}?klart=skickad`, strategist)).html).not.toContain('/gast/');
  const letters = await site.rows<{ address: string; data: Record<string, string> }>(
    `select address, data from letter where kind = 'guest-link'`,
  );
  expect(letters).toEqual([
    {
      address: 'info@region.example',
      data: {
        receiverName: 'Region Exempel',
        municipalityName: 'Sälgviks kommun',
        senderName: 'Maja Alderin',
        thingTitle: 'Utkast till ny plan',
        linkId: flash.split('=')[1],
        validUntil: '2026-08-31T21:59:00.000Z',
      },
    },
  ]);
});

test.each<[Record<string, string>, string, string]>([
  [{ thing: '' }, 'thing', 'Välj vad länken gäller.'],
  [{ thing: 'plan:1' }, 'thing', 'Välj vad länken gäller.'],
  [{ operation: 'report-status' }, 'operation', 'Välj vad den som får länken ska göra.'],
  [{ operation: 'change-plan' }, 'operation', 'Välj vad den som får länken ska göra.'],
  [{ label: ' ' }, 'label', 'Skriv vem länken är till.'],
  [{ label: 'x'.repeat(121) }, 'label', 'högst 120 tecken'],
  [{ lastDay: '31/8' }, 'lastDay', 'år-månad-dag'],
  [{ lastDay: '2026-05-14' }, 'lastDay', 'har redan varit'],
  [{ lastDay: '2027-05-17' }, 'lastDay', 'högst ett år'],
  [{ email: 'region' }, 'email', 'namn@exempel.se'],
])('%o is refused at its field, and the rest is kept', async (more, field, text) => {
  const back = await post(`${LINKS}/ny?for=utkast`, await form(more), site.cookie('strategist'));
  expect(back.status).toBe(422);
  expect(back.html).toContain(`href="#${field}"`);
  expect(back.html).toContain(text);
  if (field !== 'label') expect(back.html).toContain('value="Region Exempel"');
  if (field !== 'lastDay') expect(back.html).toContain('value="2026-08-31"');
});

test('a thing that is not there, is of another kind, or is no body’s, is refused', async () => {
  const part = await site.part('SN', '1.2');
  const adopted = (await site.store.read.getPlanBySlug(site.code, 'trygga-relationer'))?.facts.id;
  const things = [`plan-draft:${part.id}`, `plan-draft:${site.deps.ids.next()}`, `plan-draft:${adopted}`];
  const before = await site.store.read.listGuestLinks(site.code);
  for (const thing of things) {
    const back = await post(`${LINKS}/ny?for=utkast`, await form({ thing }), site.cookie('strategist'));
    expect([thing, back.status, back.html.includes('finns inte längre')]).toEqual([thing, 422, true]);
  }
  expect(await site.store.read.listGuestLinks(site.code)).toEqual(before);
});

test('a link is prolonged and taken back; the second of two gets 409 with how it stands', async () => {
  const link = await giveLink(site, { kind: 'plan-draft', id: await draftIdOf(site) }, 'read-draft-plan');
  const path = `${LINKS}/${link.id}`;
  const strategist = site.cookie('strategist');
  const wrong = await post(`${path}/sista-dag`, { lastDay: '2026-02-31', rowVersion: '1' }, strategist);
  expect([wrong.status, wrong.html.includes('value="2026-02-31"')]).toEqual([422, true]);
  const moved = await post(`${path}/sista-dag`, { lastDay: '2026-07-15', rowVersion: '1' }, strategist);
  expect(moved.headers.get('location')).toBe(`${path}?klart=dag#innehall`);
  const clash = await post(
    `${path}/sista-dag`,
    { lastDay: '2026-09-01', rowVersion: '1' },
    site.cookie('administrator'),
  );
  expect(clash.status).toBe(409);
  expect(clash.html).toContain('15 juli 2026');
  expect(clash.html).toContain('value="2026-09-01"');
  const again = { lastDay: '2026-09-01', rowVersion: hidden(clash.html, 'rowVersion') };
  expect((await post(`${path}/sista-dag`, again, strategist)).status).toBe(303);
  expect((await post(`${path}/ta-tillbaka`, { rowVersion: '1' }, strategist)).status).toBe(409);
  expect((await post(`${path}/ta-tillbaka`, { rowVersion: '3' }, strategist)).status).toBe(303);
  const late = await post(`${path}/sista-dag`, { lastDay: '2026-09-02', rowVersion: '4' }, strategist);
  expect([late.status, late.html.includes('Länken är tillbakatagen.')]).toEqual([409, true]);
  const kinds = await site.rows<{ kind: string }>(
    `select kind from event where thing_id = '${link.id}' order by sequence`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'guest-link-added',
    'guest-link-changed',
    'guest-link-changed',
    'guest-link-withdrawn',
  ]);
});
