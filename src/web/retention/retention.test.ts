import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { addLeftPerson, addRemovedPerson } from '../../../test/left-person.ts';
import type { Role } from '../../core/permission/role.ts';

const RETENTION = '/administration/gallring';
let site: DemoSite;
let admin: ReturnType<typeof formVisitor>;
beforeAll(async () => {
  site = await createDemoSite();
  admin = formVisitor(site, 'administrator');
});

test('the classes stand with what happens, how long and why, and only those that are proposed can be changed', async () => {
  const { html } = await admin.get(RETENTION);
  for (const words of ['Konton för dem som har slutat', '730 dagar', 'arkivlagen (1990:782)', '30 dagar'])
    expect(html).toContain(words);
  const changeable = [...html.matchAll(/tid\?slag=([a-z-]+)/g)].map(([, each]) => each);
  expect(changeable).toEqual(['letters', 'account-links', 'guest-links', 'support-accesses', 'accounts']);
  for (const slag of ['trail', 'uploads', 'annat', ''])
    expect([slag, (await admin.get(`${RETENTION}/tid?slag=${slag}`)).status]).toEqual([slag, 404]);
});

describe('the time of a class', () => {
  const path = `${RETENTION}/tid?slag=letters`;

  test('is changed, and an older page gets 409 with both', async () => {
    const older = await admin.get(path);
    expect(older.html).toContain('value="365"');
    expect((await admin.fill(path, { dagar: '400' })).location).toBe(`${RETENTION}?klart=sparat#innehall`);
    expect((await admin.get(RETENTION)).html).toContain('400 dagar');
    const clash = await admin.post(`${RETENTION}/tid`, { slag: 'letters', dagar: '500', version: '0' });
    expect(clash.status).toBe(409);
    expect(clash.html).toContain('valde 400 dagar');
    expect(clash.html).toContain('value="500"');
    expect(clash.html).toContain('name="version" value="1"');
    const again = await admin.post(`${RETENTION}/tid`, { slag: 'letters', dagar: '500', version: '1' });
    expect(again.status).toBe(303);
    const trail = (await admin.get('/administration/sparlogg')).html;
    expect(trail).toContain('Elin Forsell valde att brev sparas i 500 dagar');
  });

  test.each([
    ['', 'Skriv ett antal dagar.'],
    ['1,5', 'Skriv antalet dagar som ett helt tal'],
    ['29', 'Välj mellan 30 och 1825 dagar.'],
  ])('%s comes back with what to do', async (dagar, sentence) => {
    const answer = await admin.fill(path, { dagar });
    expect([answer.status, answer.html.includes(sentence)]).toEqual([422, true]);
    expect(answer.html).toContain('<title>Fel: ');
  });

  test('a form without a class is no form of ours', async () => {
    expect((await admin.post(`${RETENTION}/tid`, { dagar: '40', version: '0' })).status).toBe(400);
  });
});

describe('the removal', () => {
  test('says what comes next when there is nothing', async () => {
    expect((await admin.get(`${RETENTION}/forslag`)).html).toContain('Titta hit igen om en månad');
    expect((await admin.get(`${RETENTION}/protokoll`)).html).toContain('Inget har gallrats efter beslut än.');
    expect((await admin.get(`/en${RETENTION}/forslag`)).html).toContain('Look here again in a month');
  });

  test('names the people, is confirmed, and what has changed since gets 409 with the new proposal', async () => {
    await addLeftPerson(site, 'lena.', '2024-05-14');
    const path = `${RETENTION}/forslag`;
    const first = await admin.get(path);
    expect(first.html).toContain('Konton för dem som har slutat: 1');
    expect(first.html).toContain('Lena Brask, sista dag 14 maj 2024');
    const [, forslag = ''] = /name="forslag" value="([0-9a-f]{64})"/.exec(first.html) ?? [];
    await addLeftPerson(site, 'aino.', '2024-05-14');
    const changed = await admin.post(path, { forslag, 'slag-accounts': 'on' });
    expect(changed.status).toBe(409);
    expect(changed.html).toContain('Förslaget har ändrats');
    expect(changed.html).toContain('Aino Källvik, sista dag');
    const none = await admin.fill(path, { 'slag-accounts': null });
    expect([none.status, none.html.includes('Välj minst ett slag')]).toEqual([422, true]);
    const removed = await admin.fill(path, {});
    expect([removed.status, removed.location]).toEqual([303, `${RETENTION}/protokoll?borttagna=2#innehall`]);
    const trail = (await admin.get('/administration/sparlogg')).html;
    expect(trail).toContain('Elin Forsell gallrade konton, antal: 2.');
    expect((await admin.get(path)).html).toContain('Titta hit igen');
  });

  test('stands in the protocol, as a page and as a spreadsheet, without the names', async () => {
    await addRemovedPerson(site, 'ove.');
    const page = await admin.get(`${RETENTION}/protokoll?borttagna=2`);
    expect(page.html).toContain('2 poster är borttagna.');
    const csv = await admin.get(`${RETENTION}/protokoll.csv`);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="gallringsprotokoll-2026-05-15.csv"');
    const rows = csv.html.replace('\uFEFF', '').trim().split('\r\n');
    expect(rows[0]).toBe('När;Av vem;Vad;Antal;Sparades i dagar;Avslutat före;Kontrollvärde;Händelse');
    expect(rows.slice(1).map((row) => row.split(';').slice(1, 6))).toEqual([
      ['Elin Forsell', 'Konton för dem som har slutat', '1', '730', '2024-05-15'],
      ['Elin Forsell', 'Konton för dem som har slutat', '2', '730', '2024-05-15'],
    ]);
    for (const { html } of [page, csv]) expect(html).not.toMatch(/Lena|Aino|Ove /);
    expect((await admin.get(`/en${RETENTION}/protokoll.csv`)).html).toContain('When;By whom;What');
  });
});

test.each<Role>(['strategist', 'board-controller', 'reporter', 'reader', 'auditor'])(
  '%s comes nowhere',
  async (role) => {
    const visitor = formVisitor(site, role);
    for (const path of ['', '/tid?slag=letters', '/forslag', '/protokoll', '/protokoll.csv'])
      expect([path, (await visitor.get(RETENTION + path)).status]).toEqual([path, 403]);
    for (const path of ['/tid', '/forslag'])
      expect([path, (await visitor.post(RETENTION + path, { forslag: 'x' })).status]).toEqual([path, 403]);
  },
);
