import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formFields } from '../../../test/form-fields.ts';
import { formRequest } from '../../../test/web.ts';
import type { Role } from '../../core/permission/role.ts';

const REGISTER = '/administration/organ';

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

async function get(path: string, role: Role | null = 'administrator') {
  const headers: Record<string, string> = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(`http://localhost${path}`, { headers });
  return { status: answer.status, html: await answer.text() };
}

async function send(path: string, fields: Readonly<Record<string, string>>, role: Role = 'administrator') {
  const request = formRequest(fields, { cookie: site.cookie(role) });
  const answer = await site.app.request(`http://localhost${path}`, request);
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
}

async function bodyCalled(name: string) {
  const found = (await site.store.read.listBodies(site.code)).find((body) => body.name === name);
  if (!found) throw new Error(`No body called ${name}`);
  return found;
}

const plain = { kind: 'board', name: '', abbreviation: '', validFrom: '', validTo: '' };

async function addBody(name: string, facts: Partial<typeof plain> = {}) {
  const { status } = await send(`${REGISTER}/nytt`, { ...plain, name, ...facts });
  expect(status).toBe(303);
  return bodyCalled(name);
}

describe('the register', () => {
  test.each([
    ['', ['Socialnämnden', 'Provförvaltningen'], ['Nedlagda nämnden', 'Kommande nämnden']],
    ['?tid=past', ['Nedlagda nämnden'], ['>Socialnämnden<']],
    ['?tid=coming', ['Kommande nämnden'], ['>Socialnämnden<', 'Nedlagda nämnden']],
    ['?tid=all', ['Kommande nämnden', 'Nedlagda nämnden', '>Socialnämnden<'], []],
    ['?slag=administration', ['>Provförvaltningen<'], ['>Socialnämnden<']],
    ['?tid=past&slag=company', ['Inget organ passar urvalet'], ['Nedlagda nämnden']],
  ])('%s', async (query, present, absent) => {
    const known = (await site.store.read.listBodies(site.code)).map(({ name }) => name);
    if (!known.includes('Nedlagda nämnden')) {
      await addBody('Nedlagda nämnden', { validTo: '2020-12-31' });
      await addBody('Kommande nämnden', { validFrom: '2030-01-01' });
    }
    const { html } = await get(REGISTER + query);
    for (const text of present) expect(html).toContain(text);
    for (const text of absent) expect(html).not.toContain(text);
  });

  test.each<[Role, number]>([
    ['administrator', 200],
    ['strategist', 200],
    ['board-controller', 403],
    ['reporter', 403],
    ['reader', 403],
    ['auditor', 403],
  ])('is kept by the %s: %i', async (role, status) => {
    expect((await get(REGISTER, role)).status).toBe(status);
    expect((await send(`${REGISTER}/nytt`, { ...plain, name: `Av ${role}` }, role)).status).toBe(
      status === 200 ? 303 : 403,
    );
  });
});

describe('a body', () => {
  test.each([
    [{ name: '' }, 'Skriv organets namn.'],
    [{ name: 'x'.repeat(201) }, 'Namnet är för långt.'],
    [{ name: 'Ny nämnd', abbreviation: 'x'.repeat(31) }, 'Förkortningen är för lång.'],
    [{ name: 'Ny nämnd', kind: '' }, 'Välj vad det är för slags organ.'],
    [{ name: 'Ny nämnd', validFrom: '1 maj' }, 'Datumet går inte att förstå.'],
    [{ name: 'Ny nämnd', validFrom: '2027-01-01', validTo: '2026-12-31' }, 'Sista dagen är före den första.'],
    [{ name: 'socialnämnden' }, '”socialnämnden” används redan av Socialnämnden'],
    [{ name: 'Ny nämnd', abbreviation: 'SN' }, '”SN” används redan av Socialnämnden'],
  ])('%j is refused, and what was written is kept', async (facts, sentence) => {
    const { status, html } = await send(`${REGISTER}/nytt`, { ...plain, ...facts });
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain('<title>Fel: ');
    if (facts.name !== '') expect(formFields(html).name).toBe(facts.name);
  });

  test('two administrators at once: the second sees both values, and may then save over', async () => {
    const { id } = await addBody('Miljönämnden', { abbreviation: 'MN' });
    const path = `${REGISTER}/${id}/andra`;
    const opened = formFields((await get(path)).html);
    expect((await send(path, { ...opened, name: 'Miljö- och byggnämnden' }, 'strategist')).status).toBe(303);
    const second = await send(path, { ...opened, name: 'Miljö- och klimatnämnden' });
    expect(second.status).toBe(409);
    expect(second.html).toContain('Någon annan hann före');
    expect(second.html).toContain('Miljö- och byggnämnden');
    const kept = formFields(second.html);
    expect(kept.name).toBe('Miljö- och klimatnämnden');
    expect((await bodyCalled('Miljö- och byggnämnden')).id).toBe(id);
    expect((await send(path, kept)).status).toBe(303);
    expect((await bodyCalled('Miljö- och klimatnämnden')).rowVersion).toBe(3);
    const { html } = await get(`${REGISTER}/${id}`);
    expect(html.match(/Uppgifterna rättades/g)).toHaveLength(2);
    expect(html).toContain('Elin Forsell');
  });

  test('an administration works for bodies, with days, and not twice at once', async () => {
    const administration = await addBody('Miljöförvaltningen', { kind: 'administration' });
    const board = await bodyCalled('Socialnämnden');
    const path = `${REGISTER}/${administration.id}/arbetar-for`;
    const row = { bodyId: board.id, validFrom: '2020-01-01', validTo: '' };
    expect((await send(path, { ...row, bodyId: '' })).html).toContain('Välj ett organ.');
    expect((await send(path, row)).status).toBe(303);
    const again = await send(path, { ...row, validFrom: '2021-01-01' });
    expect([again.status, again.html.includes('arbetar redan för organet')]).toEqual([422, true]);
    const story = await site.store.read.getBodyStory(site.code, administration.id);
    const one = `${path}/${story?.worksFor[0]?.id}`;
    const opened = formFields((await get(one)).html);
    expect((await send(one, { ...opened, validTo: '2022-12-31' })).status).toBe(303);
    const late = await send(one, { ...opened, validTo: '2023-12-31' });
    expect([late.status, late.html.includes('1 januari 2020 till 31 december 2022')]).toEqual([409, true]);
    expect((await get(`${REGISTER}/${board.id}`)).html).toContain('Miljöförvaltningen');
    expect((await send(one, { do: 'ta-bort' })).status).toBe(303);
    expect((await get(one)).status).toBe(404);
  });

  test('only an administration works for others', async () => {
    const board = await bodyCalled('Socialnämnden');
    const path = `${REGISTER}/${board.id}/arbetar-for`;
    expect((await send(path, { bodyId: board.id, validFrom: '', validTo: '' })).status).toBe(404);
  });
});
