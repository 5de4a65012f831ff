import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { addLeftPerson, type LeftPerson } from '../../../test/left-person.ts';
import type { Role } from '../../core/permission/role.ts';

const DATA = '/administration/personuppgifter';
let site: DemoSite;
let admin: ReturnType<typeof formVisitor>;
beforeAll(async () => {
  site = await createDemoSite();
  admin = formVisitor(site, 'administrator');
});

describe('the removal of a person', () => {
  let person: LeftPerson;
  let pseudonym = '';
  beforeAll(async () => {
    person = await addLeftPerson(site, 'lena.', '2024-05-14');
    pseudonym = person.id.slice(-4).toUpperCase();
    await site.change(
      `update letter set state = 'sent', ended_at = created_at where account_id = '${person.id}' and kind = 'test'`,
    );
  });

  test('is offered on the person’s page, and its summary says what goes and what stays', async () => {
    const page = await admin.get(`/administration/personer/${person.id}`);
    expect(page.html).toContain(`href="${DATA}/${person.id}/ta-bort"`);
    const { html } = await admin.get(`${DATA}/${person.id}/ta-bort`);
    for (const words of ['1 nyckel', 'innehåll i 3 brev', '1 gästlänk som', `Borttagen person ${pseudonym}`])
      expect(html).toContain(words);
    expect((await admin.get(`/en${DATA}/${person.id}/ta-bort`)).html).toContain(`Removed person ${pseudonym}`);
  });

  test('takes two steps, and the second administrator gets 409', async () => {
    const path = `${DATA}/${person.id}/ta-bort`;
    const [, rowVersion = ''] = /name="rowVersion" value="(\d+)"/.exec((await admin.get(path)).html) ?? [];
    const stale = await admin.post(path, { rowVersion: String(Number(rowVersion) - 1) });
    expect([stale.status, stale.html.includes('Någon ändrade personen medan')]).toEqual([409, true]);
    expect((await admin.post(path, {})).status).toBe(409);
    const removed = await admin.post(path, { rowVersion });
    expect([removed.status, removed.location]).toEqual([303, `${DATA}?klart=borttagen#innehall`]);
    const second = await admin.post(path, { rowVersion });
    expect([second.status, second.html.includes('Personen är redan borttagen')]).toEqual([409, true]);
    expect(second.html).not.toContain('<button class="ds-button" type="submit">Ta bort personen');
  });

  test.each([
    ['the trail', '/administration/sparlogg', 'administrator'],
    ['people', '/administration/personer', 'administrator'],
    ['personal data', DATA, 'administrator'],
    ['measures without a report', '/administration/sparlogg/utan-rapport?sedan=2026-06-01', 'administrator'],
    ['the outbox', '/administration/brev', 'administrator'],
  ] as const)('leaves the pseudonym on the page of %s in both languages', async (_name, path, role) => {
    const visitor = formVisitor(site, role);
    const swedish = (await visitor.get(path)).html;
    const english = (await visitor.get(`/en${path}`)).html;
    expect([path, swedish.includes(`Borttagen person ${pseudonym}`)]).toEqual([path, true]);
    expect([path, english.includes(`Removed person ${pseudonym}`)]).toEqual([path, true]);
    for (const html of [swedish, english])
      for (const text of [person.name, person.email, `#${pseudonym}`]) expect(html).not.toContain(text);
  });

  test('leaves it on the commitment, with the report, and on the guest link', async () => {
    const { id } = await site.part('SN', '2.1');
    const [link] = await site.rows<{ id: string }>(
      `select guest_link_id as id from guest_link where created_by = '${person.id}'`,
    );
    const strategist = formVisitor(site, 'strategist');
    for (const path of [`/ataganden/${id}`, `/administration/gastlankar/${link?.id}`]) {
      expect((await strategist.get(path)).html).toContain(`Borttagen person ${pseudonym}`);
      expect((await strategist.get(`/en${path}`)).html).toContain(`Removed person ${pseudonym}`);
    }
    const part = (await strategist.get(`/ataganden/${id}`)).html;
    expect(part).toContain('Arbetet har kommit en bit.');
    expect(part).toContain(`Borttagen person ${pseudonym} var vald`);
    expect(part).not.toContain(person.name);
  });

  test('leaves a person who cannot be changed, ended, opened or invited, and no extract', async () => {
    const one = `/administration/personer/${person.id}`;
    for (const path of [one, `${one}/andra`, `${one}/avsluta`, `${DATA}/${person.id}`])
      expect([path, (await admin.get(path)).status]).toEqual([path, 404]);
    for (const path of ['oppna', 'inbjudan', 'avsluta', 'andra'])
      expect([path, (await admin.post(`${one}/${path}`, { rowVersion: '1' })).status]).toEqual([path, 404]);
  });
});

test('somebody who has not left is not removed, and the page says why', async () => {
  const open = await addLeftPerson(site, 'tobias.', '2026-05-15');
  const path = `${DATA}/${open.id}/ta-bort`;
  expect((await admin.get(path)).html).toContain('Kontot är öppet.');
  expect((await admin.post(path, { rowVersion: '2' })).status).toBe(409);
  const recent = await addLeftPerson(site, 'petra.', '2026-05-01');
  expect((await admin.get(`${DATA}/${recent.id}/ta-bort`)).html).toContain('från och med 1 maj 2028');
});

test.each<Role>(['strategist', 'board-controller', 'reporter', 'reader', 'auditor'])(
  '%s comes nowhere',
  async (role) => {
    const visitor = formVisitor(site, role);
    const [account] = await site.store.read.listAccounts(site.code);
    const one = `${DATA}/${account?.id}`;
    for (const path of [DATA, one, `${one}/registerutdrag.json`, `${one}/ta-bort`])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
    expect((await visitor.post(`${one}/ta-bort`, { rowVersion: '1' })).status).toBe(403);
  },
);

test('nobody is nobody', async () => {
  for (const id of [site.deps.ids.next(), 'nej'])
    for (const path of ['', '/registerutdrag.json', '/ta-bort'])
      expect((await admin.get(`${DATA}/${id}${path}`)).status).toBe(404);
});
