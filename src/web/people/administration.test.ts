import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { addInvited, tokenOf } from '../../../test/people-links.ts';
import type { Role } from '../../core/permission/role.ts';

const PEOPLE = '/administration/personer';
const INVITE = `${PEOPLE}/bjud-in`;
let site: DemoSite;
let admin: ReturnType<typeof formVisitor>;
beforeAll(async () => {
  site = await createDemoSite();
  admin = formVisitor(site, 'administrator');
});

const account = async (email: string) => {
  const found = (await site.store.read.listAccounts(site.code)).find((each) => each.email.startsWith(email));
  if (found === undefined) throw new Error(`Nobody is called ${email}`);
  return found;
};
const body = async (abbreviation: string) =>
  (await site.store.read.listBodies(site.code)).find((each) => each.abbreviation === abbreviation)?.id ?? '';
const lastEvent = async (kind: string) =>
  (
    await site.rows<{ before: unknown; after: unknown; thing_id: string }>(
      `select before, after, thing_id from event where kind = '${kind}' order by sequence desc limit 1`,
    )
  )[0];

describe('the list', () => {
  test.each([
    ['', 19, 19],
    ['?visa=left', 1, 19],
    ['?visa=invited', 0, 19],
    ['?roll=strategist', 1, 19],
    ['?q=forsell', 2, 19],
    ['?q=JONAS.EKEBLOM%40', 1, 19],
    ['?q=finns%20inte', 0, 19],
  ])('%s shows %i of %i', async (query, shown, all) => {
    const { html } = await admin.get(PEOPLE + query);
    expect(html.match(/<h2 class="hk-h3">/g)?.length ?? 0).toBe(shown);
    if (shown > 0) expect(html).toContain(shown === all ? `${all} personer` : `${shown} av ${all} personer`);
    if (shown === 0) expect(html).toContain('Ingen passar urvalet.');
  });

  test('is narrowed to a body, with its substitute', async () => {
    const { html } = await admin.get(`${PEOPLE}?organ=${await body('VON')}`);
    expect(html).toContain('Aino Källvik');
    expect(html).toContain('Siri Hallberg');
    expect(html.match(/<h2 class="hk-h3">/g)).toHaveLength(2);
  });

  test.each<Role>(['strategist', 'board-controller', 'reporter', 'reader', 'auditor'])(
    '%s sees none of it',
    async (role) => {
      const visitor = formVisitor(site, role);
      const jonas = await account('jonas.');
      for (const path of [PEOPLE, INVITE, `${PEOPLE}/${jonas.id}`, `${PEOPLE}/${jonas.id}/andra`])
        expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
      expect((await visitor.post(`${PEOPLE}/${jonas.id}/avsluta`, { how: 'now', rowVersion: '1' })).status).toBe(403);
      expect((await account('jonas.')).disabled).toBe(false);
    },
  );

  test('somebody who is not there is not there', async () => {
    for (const id of [site.deps.ids.next(), 'nej'])
      for (const path of ['', '/andra', '/avsluta'])
        expect((await admin.get(`${PEOPLE}/${id}${path}`)).status).toBe(404);
    expect((await admin.post(`${PEOPLE}/${site.deps.ids.next()}/andra`, { rowVersion: '1' })).status).toBe(404);
  });
});

describe('inviting', () => {
  test('gives roles for several bodies and sends a letter, of whose link only the hash is kept', async () => {
    const [sn, von] = [await body('SN'), await body('VON')];
    const sent = await admin.fill(INVITE, {
      name: '  Åsa   Öberg ',
      email: 'Asa.Oberg@Example.se',
      'role-reader': 'on',
      'role-reporter': 'on',
      [`body-${sn}`]: 'on',
      [`body-${von}`]: 'on',
      validFrom: '2026-05-01',
      validTo: '2026-12-31',
      language: 'en',
    });
    expect(sent.status).toBe(303);
    const made = await account('asa.oberg@example.se');
    expect(made).toMatchObject({ name: 'Åsa Öberg', passwordHash: null, disabled: false, leftOn: null });
    expect(made.memberships.map(({ role, bodyId, validTo }) => [role, bodyId, validTo])).toEqual([
      ['reporter', sn, '2026-12-31'],
      ['reporter', von, '2026-12-31'],
      ['reader', null, '2026-12-31'],
    ]);
    const [letter] = await site.rows<{ language: string; address: string; data: object; duty: boolean }>(
      `select language, address, data, duty from letter where account_id = '${made.id}'`,
    );
    expect(letter).toMatchObject({ language: 'en', address: 'asa.oberg@example.se', duty: true });
    const token = await tokenOf(site, 'invitation', made.id);
    const [dump] = await site.rows<{ all: string }>(
      `select (select json_agg(l)::text from letter l) || (select json_agg(a)::text from account_link a) as all`,
    );
    expect(dump?.all).not.toContain(token);
    const event = JSON.stringify(await lastEvent('account-invited'));
    for (const secret of ['Öberg', 'asa.oberg', token]) expect(event).not.toContain(secret);
    const page = await admin.get(sent.location ?? '');
    expect(page.html).toContain('Inbjudan är skickad.');
    expect(page.html).toContain('Rapportör, Socialnämnden');
    expect((await admin.get(`${PEOPLE}?visa=invited`)).html).toContain('Åsa Öberg');
  });

  const right = { name: 'Bo Ek', email: 'bo.ek@example.se', 'role-reader': 'on' };
  test.each<[string, Record<string, string>, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a name past all measure', { name: 'å'.repeat(201) }, 'name'],
    ['the name of somebody removed', { name: '#A1B2' }, 'name'],
    ['no address', { email: '' }, 'email'],
    ['no address of e-mail', { email: 'bo' }, 'email'],
    ['an address that is taken, in another case', { email: 'JONAS.Ekeblom@example.se' }, 'email'],
    ['no role', { 'role-reader': '' }, 'roles'],
    ['a role for a body without a body', { 'role-reporter': 'on' }, 'bodies'],
    ['a day that is no day', { validFrom: '2026-02-30' }, 'validFrom'],
    ['an end before the beginning', { validFrom: '2026-02-02', validTo: '2026-02-01' }, 'validTo'],
    ['a language that is none', { language: 'fi' }, 'language'],
    [
      'a substitute for nobody',
      { substituteFor: '00000000-0000-4000-8000-000000000000', validTo: '2026-12-31' },
      'substituteFor',
    ],
  ])('with %s comes back with what was written, and nothing is made', async (_name, changes, field) => {
    const before = (await site.store.read.listAccounts(site.code)).length;
    const back = await admin.post(INVITE, { ...right, ...changes });
    expect(back.status).toBe(422);
    expect(back.html).toContain(`href="#${field}"`);
    expect(back.html).toContain(`id="${field}"`);
    if (!('name' in changes)) expect(back.html).toContain('value="Bo Ek"');
    expect((await site.store.read.listAccounts(site.code)).length).toBe(before);
  });

  test('a substitute gets the roles of who is away, must have an end, and only roles that the other has', async () => {
    const jonas = await account('jonas.');
    const form = { name: 'Vera Kull', email: 'vera.kull@example.se', substituteFor: jonas.id };
    const endless = await admin.post(INVITE, form);
    expect([endless.status, endless.html.includes('En vikarie måste ha en sista dag.')]).toEqual([422, true]);
    const other = { ...form, validTo: '2026-08-31', 'role-strategist': 'on' };
    expect((await admin.post(INVITE, other)).html).toContain('href="#substituteFor"');
    expect((await admin.post(INVITE, { ...form, validTo: '2026-08-31' })).status).toBe(303);
    expect((await account('vera.')).memberships).toEqual([
      {
        role: 'board-controller',
        bodyId: await body('SN'),
        validFrom: null,
        validTo: '2026-08-31',
        substituteFor: jonas.id,
      },
    ]);
  });

  test('two who invite the same person at once make one account', async () => {
    const form = { ...right, email: 'tva.samtidigt@example.se' };
    const answers = await Promise.all([admin.post(INVITE, form), admin.post(INVITE, form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test('is sent again and withdrawn; the earlier links work no more', async () => {
    const id = await addInvited(site, 'gang.pa.gang@example.se');
    const page = `${PEOPLE}/${id}`;
    const opens = async (token: string) => (await formVisitor(site, null).get(`/inbjudan/${token}`)).status;
    expect((await admin.post(`${page}/inbjudan`, { language: 'sv' })).status).toBe(303);
    const first = await tokenOf(site, 'invitation', id);
    expect(await opens(first)).toBe(200);
    expect((await admin.post(`${page}/inbjudan`, { language: 'sv' })).status).toBe(303);
    const second = await tokenOf(site, 'invitation', id);
    expect([await opens(first), await opens(second)]).toEqual([404, 200]);
    const rowVersion = '1';
    expect((await admin.post(`${page}/inbjudan/aterkalla`, { rowVersion: '9' })).status).toBe(409);
    expect((await admin.post(`${page}/inbjudan/aterkalla`, { rowVersion })).status).toBe(303);
    expect(await opens(second)).toBe(404);
    expect((await admin.get(page)).html).toContain('Avslutad');
    expect((await admin.post(`${page}/inbjudan`, { language: 'sv' })).status).toBe(409);
    expect((await admin.post(`${page}/oppna`, { rowVersion: '2' })).status).toBe(303);
    expect((await admin.post(`${page}/inbjudan`, { language: 'sv' })).status).toBe(303);
  });

  test('nobody with a password is invited anew', async () => {
    const jonas = await account('jonas.');
    const answer = await admin.post(`${PEOPLE}/${jonas.id}/inbjudan`, { language: 'sv' });
    expect([answer.status, answer.html.includes('Inget är skickat.')]).toEqual([409, true]);
  });
});

describe('changing', () => {
  test('adds and removes roles, gives days, and holds several roles at once', async () => {
    const { id } = await account('samira.');
    const page = `${PEOPLE}/${id}/andra`;
    const ks = await body('KS');
    const held = `reporter_${await body('SN')}__`;
    const saved = await admin.fill(page, {
      name: 'Samira Holt-Ek',
      [`to-${held}`]: '2026-09-30',
      'role-board-controller': 'on',
      'role-reader': 'on',
      [`body-${ks}`]: 'on',
      validFrom: '2026-06-01',
    });
    expect(saved.status).toBe(303);
    const changed = await account('samira.');
    expect(changed.name).toBe('Samira Holt-Ek');
    expect(changed.memberships.map(({ role, validFrom, validTo }) => [role, validFrom, validTo])).toEqual([
      ['reporter', null, '2026-09-30'],
      ['board-controller', '2026-06-01', null],
      ['reader', '2026-06-01', null],
    ]);
    const shown = (await admin.get(`${PEOPLE}/${id}`)).html;
    expect(shown).toContain('Controller, Kommunstyrelsen');
    expect(shown).toContain('från 1 juni 2026, börjar senare');
    const removed = await admin.fill(page, { [`remove-board-controller_${ks}_2026-06-01_`]: 'on' });
    expect(removed.status).toBe(303);
    expect((await account('samira.')).memberships.map(({ role }) => role)).toEqual(['reporter', 'reader']);
  });

  test('the same role twice at the same time is refused, one after the other is not', async () => {
    const { id } = await account('per.');
    const page = `${PEOPLE}/${id}/andra`;
    const twice = await admin.fill(page, { 'role-reader': 'on', validFrom: '2027-01-01' });
    expect([twice.status, twice.html.includes('href="#roles"')]).toEqual([422, true]);
    const after = await admin.fill(page, {
      'to-reader___': '2026-12-31',
      'role-reader': 'on',
      validFrom: '2027-01-01',
    });
    expect(after.status).toBe(303);
    expect((await account('per.')).memberships).toHaveLength(2);
  });

  test('two administrators at once: the second gets 409 with both, and nothing is lost', async () => {
    const { id } = await account('ove.');
    const page = `${PEOPLE}/${id}/andra`;
    const send = (name: string) => admin.fill(page, { name, 'role-reader': 'on' });
    const answers = await Promise.all([send('Ove Ett'), send('Ove Två')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { name } = await account('ove.');
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.html).toContain(`<p>${name}, ove.stenlid@example.se</p>`);
    expect(loser?.html).toContain(`value="${name === 'Ove Ett' ? 'Ove Två' : 'Ove Ett'}"`);
    expect(loser?.html).toMatch(/name="role-reader" checked/);
  });

  test('another address ends the links that went to the old one', async () => {
    const id = await addInvited(site, 'gammal@example.se');
    await admin.post(`${PEOPLE}/${id}/inbjudan`, { language: 'sv' });
    const token = await tokenOf(site, 'invitation', id);
    expect((await admin.fill(`${PEOPLE}/${id}/andra`, { email: 'ny@example.se' })).status).toBe(303);
    expect((await formVisitor(site, null).get(`/inbjudan/${token}`)).status).toBe(404);
    const taken = await admin.fill(`${PEOPLE}/${id}/andra`, { email: 'jonas.ekeblom@example.se' });
    expect([taken.status, taken.html.includes('href="#email"')]).toEqual([422, true]);
  });

  test('tells the old address of a new one, which does not stand in the letter; other changes send nothing', async () => {
    const { id, email, name } = await account('klara.');
    const letters = () =>
      site.rows<{ address: string; kind: string; duty: boolean; data: Record<string, unknown> }>(
        `select address, kind, duty, data from letter where account_id = '${id}'`,
      );
    await admin.fill(`${PEOPLE}/${id}/andra`, { name: 'Klara Vassberg-Lund' });
    expect(await letters()).toEqual([]);
    await admin.fill(`${PEOPLE}/${id}/andra`, { email: 'klara.lund@example.se' });
    const data = { receiverName: 'Klara Vassberg-Lund', changedAt: '2026-05-15T09:00:00.000Z' };
    const municipalityName = (await site.store.read.getMunicipality(site.code))?.name;
    expect(await letters()).toEqual([
      { address: email, kind: 'address-changed', duty: true, data: { ...data, municipalityName } },
    ]);
    expect(name).toBe('Klara Vassberg');
  });
});

describe('leaving', () => {
  test('tells what becomes without responsible, hands it over, and the day it comes nothing more can be done', async () => {
    const hassan = await account('hassan.');
    const page = `${PEOPLE}/${hassan.id}/avsluta`;
    const svb = await body('SVB');
    const opened = await admin.get(page);
    expect(opened.html).toContain('Personen ansvarar för 5 åtaganden.');
    expect(opened.html).toContain('Ingen annan har en roll för organet i dag.');
    const invited = await admin.post(INVITE, {
      name: 'Tuva Lind',
      email: 'tuva.lind@example.se',
      'role-reporter': 'on',
      [`body-${svb}`]: 'on',
    });
    expect(invited.status).toBe(303);
    const tuva = await account('tuva.');
    const wrong = await admin.fill(page, { [`successor-${svb}`]: (await account('jonas.')).id });
    expect([wrong.status, wrong.html.includes(`href="#successor-${svb}"`)]).toEqual([422, true]);
    expect((await account('hassan.')).leftOn).toBeNull();
    expect((await admin.fill(page, { [`successor-${svb}`]: tuva.id })).status).toBe(303);
    expect((await account('hassan.')).leftOn).toBe('2026-05-15');
    expect(await site.store.read.listResponsibilities(site.code, hassan.id)).toEqual([]);
    expect((await site.store.read.listResponsibilities(site.code, tuva.id)).map(({ count }) => count)).toEqual([5]);
    expect(await lastEvent('responsibility-handed-over')).toMatchObject({
      before: { responsible: hassan.id },
      after: { responsible: tuva.id, commitments: 5 },
    });
  });

  test('without a successor the commitments are without responsible the same day on the strategist’s page', async () => {
    const strategist = formVisitor(site, 'strategist');
    const nadja = await account('nadja.');
    const count = async () =>
      Number(/(\d+) åtaganden i kommunens planer/.exec((await strategist.get('/oversikt')).html)?.[1]);
    const before = await count();
    expect((await admin.fill(`${PEOPLE}/${nadja.id}/avsluta`, {})).status).toBe(303);
    expect(await count()).toBe(before + 3);
    const { html } = await strategist.get('/oversikt?plan=trygga-relationer&visa=utan-ansvarig');
    expect(html).toContain('Nadja Frohm var vald, men har slutat');
  });

  test('at once ends the sign-ins, and the account can be opened again', async () => {
    const fresh = await createDemoSite();
    const boss = formVisitor(fresh, 'administrator');
    const reader = formVisitor(fresh, 'reader');
    const person = (await fresh.store.read.listAccounts(fresh.code)).find(({ email }) => email.startsWith('per.'));
    const page = `${PEOPLE}/${person?.id}`;
    expect((await reader.get('/oversikt')).status).toBe(200);
    expect((await boss.post(`${page}/avsluta`, { how: 'now', lastDay: '', rowVersion: '1' })).status).toBe(303);
    expect((await reader.get('/oversikt')).location).toMatch(/^\/logga-in/);
    expect((await boss.post(`${page}/oppna`, { rowVersion: '1' })).status).toBe(409);
    expect((await boss.post(`${page}/oppna`, { rowVersion: '2' })).status).toBe(303);
    expect((await reader.get('/oversikt')).location).toMatch(/^\/logga-in/);
    const login = fresh.logins.find(({ role }) => role === 'reader');
    const signIn = { email: login?.email ?? '', password: login?.password ?? '' };
    expect((await formVisitor(fresh, null).post('/logga-in', signIn)).status).toBe(303);
  });

  test.each([
    ['closing the account', 'avsluta', { how: 'now' }, 'how'],
    ['a last day', 'avsluta', { how: 'last-day', lastDay: '2027-01-31' }, 'how'],
    ['taking the role', 'andra', { 'remove-administrator___': 'on' }, 'roles'],
    ['an end of the role', 'andra', { 'to-administrator___': '2027-01-31' }, 'roles'],
  ])('the last administrator is not removed by %s', async (_name, form, changes, field) => {
    const { id } = await account('elin.');
    const back = await admin.fill(`${PEOPLE}/${id}/${form}`, changes);
    expect([back.status, back.html.includes(`href="#${field}"`)]).toEqual([422, true]);
    expect(back.html).toContain('Det måste finnas minst en administratör');
    expect(await account('elin.')).toMatchObject({ disabled: false, leftOn: null });
  });

  test('two administrators who remove each other at the same time: one stays', async () => {
    const fresh = await createDemoSite();
    const boss = formVisitor(fresh, 'administrator');
    const people = await fresh.store.read.listAccounts(fresh.code);
    const [elin, maja] = ['elin.', 'maja.'].map((name) => people.find(({ email }) => email.startsWith(name)));
    expect((await boss.fill(`${PEOPLE}/${maja?.id}/andra`, { 'role-administrator': 'on' })).status).toBe(303);
    const other = formVisitor(fresh, 'strategist');
    const answers = await Promise.all([
      boss.post(`${PEOPLE}/${maja?.id}/avsluta`, { how: 'now', rowVersion: '2' }),
      other.post(`${PEOPLE}/${elin?.id}/avsluta`, { how: 'now', rowVersion: '1' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const left = (await fresh.store.read.listAccounts(fresh.code)).filter(
      ({ disabled, memberships }) => !disabled && memberships.some(({ role }) => role === 'administrator'),
    );
    expect(left).toHaveLength(1);
  });
});
