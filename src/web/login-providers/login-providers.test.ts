import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formRequest } from '../../../test/web.ts';
import { secretPurpose } from '../../app/identity/provider-ports.ts';
import type { Role } from '../../core/permission/role.ts';

const LIST = '/administration/inloggning';
let site: DemoSite;
let made = 0;
beforeAll(async () => {
  const unused = () => {
    throw new Error('No provider is reached by these tests');
  };
  site = await createDemoSite({
    relyingParty: {
      begin: unused,
      finish: unused,
      endSession: unused,
      probe: async () => ({ ok: false, refusal: { kind: 'address-not-allowed' } }),
      makeKey: async () => `nyckel ${++made}`,
      publicKeys: unused,
    },
  });
});

const url = (path: string) => `http://localhost${path}`;
async function post(path: string, fields: Record<string, string>, role: Role = 'administrator') {
  const answer = await site.app.request(url(path), formRequest(fields, { cookie: site.cookie(role) }));
  return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
}
async function get(path: string, role: Role | null = 'administrator') {
  const headers: Record<string, string> = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(url(path), { headers });
  return { status: answer.status, html: await answer.text() };
}

const right = {
  label: 'Entra',
  slug: 'entra',
  issuer: 'https://login.microsoftonline.com/6e1f6e0f/v2.0',
  clientId: 'abc',
  clientAuthentication: 'secret',
  secret: 'hemligt',
  scopes: 'email profile openid email',
  acrValues: '',
  emailTrust: 'verified',
  emailDomains: '@Kommun.se\nskola.kommun.se',
  newPersons: 'refused',
  enabled: '1',
  rowVersion: '0',
};

async function add(fields: Partial<typeof right> = {}): Promise<string> {
  const { location } = await post(LIST, { ...right, ...fields });
  expect(location).toMatch(/\?klart=added$/);
  return /inloggning\/([^?]+)/.exec(location)?.[1] ?? '';
}
const stored = async (id: string) => (await site.store.read.getLoginProvider(site.code, id))?.provider;
const secretOf = async (id: string) =>
  site.deps.secrets.open(secretPurpose(id), (await stored(id))?.sealedSecret ?? '');

const wrong: readonly (readonly [field: keyof typeof right, value: string, says: string])[] = [
  ['label', ' ', 'Skriv vad tjänsten heter.'],
  ['label', 'x'.repeat(61), 'högst 60 tecken'],
  ['slug', 'Entra ID', 'bara ha små bokstäver'],
  ['slug', 'x'.repeat(41), 'bara ha små bokstäver'],
  ['slug', 'provtjanst', 'används redan'],
  ['issuer', '', 'börjar med https://'],
  ['issuer', 'login.microsoftonline.com', 'börjar med https://'],
  ['issuer', 'http://inloggning.exempel', 'börjar med https://'],
  ['issuer', 'https://namn:ord@inloggning.exempel', 'börjar med https://'],
  ['issuer', 'https://inloggning.exempel/?a=b', 'börjar med https://'],
  ['issuer', 'https://login.microsoftonline.com/common/v2.0', 'alla organisationer'],
  ['issuer', 'https://login.microsoftonline.com/organizations/v2.0', 'alla organisationer'],
  ['clientId', '', 'Skriv klientens id'],
  ['clientAuthentication', 'lösen', 'Välj ett av alternativen.'],
  ['secret', '', 'Skriv klientens hemlighet'],
  ['scopes', 'open"id', 'mellanslag emellan'],
  ['acrValues', 'lo\\a3', 'en tillitsnivå på varje rad'],
  ['emailTrust', '', 'Välj ett av alternativen.'],
  ['emailDomains', 'kommun', 'en domän på varje rad'],
  ['newPersons', 'alla', 'Välj ett av alternativen.'],
];

describe('adding', () => {
  test.each(wrong)('%s «%s» is refused, and the rest is kept', async (field, value, says) => {
    const { status, html } = await post(LIST, { ...right, label: 'Kvar', [field]: value });
    expect(status).toBe(422);
    expect(html.split('ds-error-summary')[1]).toContain(says);
    if (field !== 'label') expect(html).toContain('value="Kvar"');
    expect(html).not.toContain('hemligt');
  });

  test('what was written is tidied, and the secret is sealed', async () => {
    const id = await add({ slug: 'tidy' });
    expect(await stored(id)).toMatchObject({
      scopes: ['openid', 'email', 'profile'],
      emailDomains: ['kommun.se', 'skola.kommun.se'],
      readsUserinfo: false,
      enabled: true,
    });
    expect(await secretOf(id)).toBe('hemligt');
    expect((await stored(id))?.sealedSecret).not.toContain('hemligt');
  });

  test('with a key of our own no secret is asked for', async () => {
    const id = await add({ slug: 'key', clientAuthentication: 'key', secret: '' });
    expect(await secretOf(id)).toBe(`nyckel ${made}`);
  });
});

describe('changing', () => {
  test('an empty secret keeps the one there is, but never for another issuer or another way', async () => {
    const id = await add({ slug: 'keep' });
    const change = async (fields: Record<string, string>) => {
      const rowVersion = String((await stored(id))?.rowVersion);
      return post(`${LIST}/${id}`, { ...right, secret: '', rowVersion, ...fields });
    };
    expect((await change({ label: 'Ny' })).status).toBe(303);
    expect(await secretOf(id)).toBe('hemligt');
    const moved = await change({ issuer: 'https://elak.exempel' });
    expect([moved.status, moved.html.includes('Skriv hemligheten igen')]).toEqual([422, true]);
    expect((await change({ issuer: 'https://ny.exempel', secret: 'annan' })).status).toBe(303);
    expect(await secretOf(id)).toBe('annan');
    expect((await change({ issuer: 'https://ny.exempel', clientAuthentication: 'key' })).status).toBe(303);
    const key = await secretOf(id);
    expect(key).toMatch(/^nyckel/);
    expect((await change({ issuer: 'https://ny.exempel', clientAuthentication: 'key' })).status).toBe(303);
    expect(await secretOf(id)).toBe(key);
    expect((await change({ issuer: 'https://ny.exempel' })).status).toBe(422);
    expect((await stored(id))?.slug).toBe('keep');
  });

  test('somebody else was first: both values, nothing changed, no secret shown', async () => {
    const id = await add({ slug: 'twice' });
    await post(`${LIST}/${id}`, { ...right, secret: '', rowVersion: '1', label: 'Först' });
    const { status, html } = await post(`${LIST}/${id}`, { ...right, rowVersion: '1', label: 'Sen', secret: 'ny' });
    expect(status).toBe(409);
    expect(html).toMatch(/<td>Först<\/td><td>Sen<\/td>/);
    expect(html).not.toContain((await stored(id))?.sealedSecret);
    expect(html).toContain('name="rowVersion" value="2"');
    expect((await stored(id))?.label).toBe('Först');
  });

  test.each(['x', '-1', '99999999999', ''])('a version «%s» is none', async (rowVersion) => {
    const { status } = await post(`${LIST}/${site.providerId}`, { ...right, rowVersion });
    expect([409, 422]).toContain(status);
  });
});

describe('rules', () => {
  const rules = () => `${LIST}/${site.providerId}/regler`;
  const rule = { claim: 'groups', value: 'plan', role: 'auditor', bodyId: '' };

  test.each([
    [{ claim: ' ' }, 'Skriv uppgiftens namn'],
    [{ claim: 'x'.repeat(201) }, 'Skriv uppgiftens namn'],
    [{ value: '' }, 'Skriv det värde'],
    [{ role: '' }, 'Välj en roll.'],
    [{ role: 'support' }, 'Välj en roll.'],
    [{ role: 'reporter' }, 'Välj vilket organ'],
    [{ role: 'reporter', bodyId: '00000000-0000-4000-8000-000000000000' }, 'Välj vilket organ'],
    [{ bodyId: '00000000-0000-4000-8000-000000000000' }, 'Välj inget organ'],
    [{ role: 'reader' }, 'finns redan'],
  ])('%j is refused and kept', async (fields, says) => {
    const { status, html } = await post(rules(), { ...rule, ...fields });
    expect([status, html.includes(says)]).toEqual([422, true]);
    const { claim, value } = { ...rule, ...fields };
    for (const written of [claim, value].filter((text) => text !== '')) expect(html).toContain(`value="${written}"`);
  });

  test('a rule for a body is added and removed, and the trail tells without its words', async () => {
    const bodyId = (await site.part('SN', '1.2')).bodyId ?? '';
    const added = await post(rules(), { ...rule, value: 'hemlig grupp', role: 'reporter', bodyId });
    expect(added.location).toContain('?klart=rule-added');
    const found = await site.store.read.getLoginProvider(site.code, site.providerId);
    const mine = found?.rules.find((each) => each.bodyId === bodyId);
    expect((await post(`${rules()}/ta-bort`, { rule: mine?.id ?? '' })).location).toContain('?klart=rule-removed');
    expect((await post(`${rules()}/ta-bort`, { rule: mine?.id ?? '' })).status).toBe(303);
    const events = await site.rows<{ kind: string }>(
      "select kind, before, after from event where kind like 'claim-rule-%' order by sequence",
    );
    expect(events.map(({ kind }) => kind)).toEqual(['claim-rule-added', 'claim-rule-removed']);
    expect(JSON.stringify(events)).toContain(bodyId);
    expect(JSON.stringify(events)).not.toContain('hemlig');
  });
});

test('trying a provider changes nothing and tells why it failed', async () => {
  const events = (await site.rows('select 1 from event')).length;
  const { status, html } = await post(`${LIST}/${site.providerId}/prova`, {});
  expect([status, html.includes('dit går vi inte')]).toEqual([200, true]);
  expect(await site.rows('select 1 from event')).toHaveLength(events);
});

test.each<[Role, number]>([
  ['administrator', 200],
  ['strategist', 403],
  ['auditor', 403],
  ['reader', 403],
])('%s gets %i', async (role, status) => {
  expect((await get(LIST, role)).status).toBe(status);
  expect((await get(`${LIST}/${site.providerId}`, role)).status).toBe(status);
});

test.each(['ny/x', '00000000-0000-4000-8000-000000000000', 'nej'])('%s is not there', async (id) => {
  expect((await get(`${LIST}/${id}`)).status).toBe(404);
});

test('the sign-in page reads its buttons by one query, and shows none that is not in use', async () => {
  await add({ slug: 'off', label: 'Avstängd', enabled: '' });
  await get('/logga-in', null);
  site.takeQueries();
  const { html } = await get('/logga-in', null);
  expect(site.takeQueries()).toHaveLength(2);
  expect(html).toContain('Logga in med Provtjänsten');
  expect(html).not.toContain('Avstängd');
});

test('no public key is shown of a provider that knows us by a secret', async () => {
  expect((await get('/logga-in/tjanst/provtjanst/nycklar', null)).status).toBe(404);
  expect((await get('/logga-in/tjanst/finns-inte', null)).status).toBe(404);
  expect((await get('/logga-in/tjanst/off', null)).status).toBe(404);
});
