import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { formVisitor, sessionOf } from '../../../test/form-visitor.ts';
import { addInvited, addLink } from '../../../test/people-links.ts';
import { storeOf, testDeps, testNow } from '../../../test/web.ts';
import { newAccount } from '../../app/identity/ports.ts';
import { LINK_MS } from '../../app/people/send-link.ts';
import { always } from '../../core/permission/role-period.ts';

const GOOD = 'tre hästar i regn';
let now = testNow;
let site: DemoSite;
const nobody = (host?: string) => formVisitor(site, null, host);
beforeAll(async () => {
  const settings = { ...testDeps(storeOf({})).settings, trustProxy: true };
  site = await createDemoSite({ clock: { now: () => now }, settings });
});

const account = async (email: string) => {
  const found = (await site.store.read.listAccounts(site.code)).find((each) => each.email.startsWith(email));
  if (found === undefined) throw new Error(`Nobody is called ${email}`);
  return found;
};
const lettersTo = async (email: string) =>
  (await site.rows<{ kind: string }>(`select kind from letter where address = '${email}' order by created_at`)).map(
    ({ kind }) => kind,
  );
const opens = async (cookie: string) => (await formVisitor(site, { cookie }).get('/konto')).status === 200;
/** What a page says, without the token of its own address. */
const without = (html: string, token: string) => html.replaceAll(token, '');
const later = <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
  now = new Date(testNow.getTime() + milliseconds);
  return work().finally(() => {
    now = testNow;
  });
};

describe('an invitation', () => {
  test('chooses a password, signs in, and works once', async () => {
    const id = await addInvited(site, 'anna.ny@example.se');
    const token = await addLink(site, 'invitation', id);
    const page = await nobody().get(`/inbjudan/${token}`);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page.html).toContain('anna.ny@example.se');
    const accepted = await nobody().fill(`/inbjudan/${token}`, { newPassword: GOOD });
    expect([accepted.status, accepted.location]).toEqual([303, '/']);
    expect(await opens(sessionOf(accepted.headers))).toBe(true);
    expect((await nobody().get(`/inbjudan/${token}`)).status).toBe(404);
    expect((await nobody().post(`/inbjudan/${token}`, { newPassword: `${GOOD} igen` })).status).toBe(404);
    const signIn = (password: string) => nobody().post('/logga-in', { email: 'anna.ny@example.se', password });
    expect((await signIn(GOOD)).status).toBe(303);
    expect((await signIn(`${GOOD} igen`)).status).toBe(422);
    expect((await nobody().get(`/nytt-losenord/${token}`)).status).toBe(404);
  });

  test('of two who use it at once one gets in', async () => {
    const token = await addLink(site, 'invitation', await addInvited(site, 'bo.ny@example.se'));
    const use = () => nobody().post(`/inbjudan/${token}`, { newPassword: GOOD });
    expect((await Promise.all([use(), use()])).map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  test.each([
    ['', 'Skriv ett lösenord.'],
    ['kort', 'Lösenordet måste ha minst 12 tecken.'],
    ['Sommar2026!!', 'Lösenordet är vanligt'],
    ['NyPerson2026', 'Lösenordet består mest av ditt namn'],
    ['ababababababab', 'Lösenordet består av samma tecken'],
    ['x4$'.repeat(86), 'Lösenordet får ha högst 256 tecken.'],
  ])(
    '«%s» is refused in one sentence, the password is not shown, and the link still works',
    async (password, sentence) => {
      const token = await addLink(site, 'invitation', await addInvited(site, `${site.deps.ids.next()}@example.se`));
      const back = await nobody().post(`/inbjudan/${token}`, { newPassword: password });
      expect(back.status).toBe(422);
      expect(back.html).toContain(sentence);
      if (password !== '') expect(back.html).not.toContain(`value="${password}"`);
      expect((await nobody().get(`/inbjudan/${token}`)).status).toBe(200);
    },
  );

  test('takes a pasted phrase of spaces, Swedish letters and signs, composed in any way', async () => {
    const token = await addLink(site, 'invitation', await addInvited(site, 'fras@example.se'));
    const phrase = 'Åtta öar & «elva» 🐎 ute på fjärden';
    const sent = await nobody().post(`/inbjudan/${token}`, { newPassword: phrase });
    expect(sent.status).toBe(303);
    const made = await account('fras@');
    expect(await site.deps.passwords.verify(phrase, made.passwordHash)).toBe(true);
  });
});

describe('every link that does not work', () => {
  test('gets one and the same answer, whichever way it fails', async () => {
    const jonas = await account('jonas.');
    const used = await addLink(site, 'invitation', await addInvited(site, 'anvand@example.se'));
    await nobody().post(`/inbjudan/${used}`, { newPassword: GOOD });
    const withdrawnId = await addInvited(site, 'aterkallad@example.se');
    const withdrawn = await addLink(site, 'invitation', withdrawnId);
    const closedId = await addInvited(site, 'stangd@example.se');
    const closed = await addLink(site, 'invitation', closedId);
    const expired = await addLink(site, 'invitation', await addInvited(site, 'gammal@example.se'));
    const expiredReset = await addLink(site, 'password-reset', jonas.id);
    const usedReset = await addLink(site, 'password-reset', (await account('per.')).id);
    await nobody().post(`/nytt-losenord/${usedReset}`, { newPassword: GOOD });
    await site.store.change({ municipality: site.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
      await tx.withdrawLinks(site.code, withdrawnId, null, testNow);
      const person = await tx.getPerson(site.code, closedId);
      if (person) await tx.changePerson(site.code, { ...person, disabled: true });
      await tx.event({ kind: 'tried', thingKind: 'account', thingId: closedId, before: null, after: null });
    });
    const guessed = site.deps.ids.token(32);
    const cases: [string, string, number][] = [
      ['/inbjudan/', guessed, 0],
      ['/inbjudan/', 'x', 0],
      ['/inbjudan/', used, 0],
      ['/inbjudan/', withdrawn, 0],
      ['/inbjudan/', closed, 0],
      ['/inbjudan/', expired, LINK_MS.invitation],
      ['/inbjudan/', expiredReset, 0],
      ['/nytt-losenord/', guessed, 0],
      ['/nytt-losenord/', usedReset, 0],
      ['/nytt-losenord/', expired, 0],
      ['/nytt-losenord/', expiredReset, LINK_MS['password-reset']],
    ];
    const answers = new Set<string>();
    for (const [path, token, age] of cases) {
      const asked = await later(age, () => nobody().get(path + token));
      const sent = await later(age, () => nobody().post(path + token, { newPassword: GOOD }));
      expect([path, token, asked.status, sent.status]).toEqual([path, token, 404, 404]);
      expect([asked, sent].map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store']);
      answers.add(without(asked.html, path + token));
    }
    expect(answers.size).toBe(1);
    expect(
      (await later(LINK_MS['password-reset'] - 1000, () => nobody().get(`/nytt-losenord/${expiredReset}`))).status,
    ).toBe(200);
  });

  test('another municipality does not open it', async () => {
    const token = await addLink(site, 'invitation', await addInvited(site, 'granne@example.se'));
    expect((await nobody(OTHER_HOST).get(`/inbjudan/${token}`)).status).toBe(404);
    expect((await nobody(OTHER_HOST).post(`/inbjudan/${token}`, { newPassword: GOOD })).status).toBe(404);
    expect((await nobody().get(`/inbjudan/${token}`)).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, from = '203.0.113.5') => {
    const form = { email };
    return site.app.request('http://localhost/glomt-losenord', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost',
        host: 'localhost',
        'x-forwarded-for': from,
      },
      body: new URLSearchParams(form).toString(),
    });
  };

  test('is answered alike whether there is an account or not, and only one with a password gets a letter', async () => {
    const invited = 'utan.losenord@example.se';
    await addInvited(site, invited);
    const samira = await account('samira.');
    const answers = [];
    for (const email of [
      'finns.inte@example.se',
      invited,
      'dina.forsell@example.se',
      ` ${samira.email.toUpperCase()} `,
    ]) {
      const answer = await ask(email);
      answers.push([answer.status, answer.headers.get('location'), await answer.text()]);
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.[1]).toBe('/glomt-losenord?skickat');
    await vi.waitFor(async () => expect(await lettersTo(samira.email)).toEqual(['password-reset']));
    expect(await lettersTo('finns.inte@example.se')).toEqual([]);
    expect(await lettersTo(invited)).toEqual([]);
    expect(await lettersTo('dina.forsell@example.se')).toEqual([]);
  });

  test('the answer is given before anything is looked up', async () => {
    site.takeQueries();
    await ask('maja.alderin@example.se', '203.0.113.6');
    expect(site.takeQueries().filter((sql) => /from account\b/.test(sql))).toEqual([]);
    await vi.waitFor(async () => expect(await lettersTo('maja.alderin@example.se')).toEqual(['password-reset']));
  });

  test('one address gets three letters an hour whoever asks, and one network ten answers', async () => {
    const email = 'henrik.dahlgren@example.se';
    for (let round = 0; round < 6; round += 1) expect((await ask(email, `198.51.100.${round}`)).status).toBe(303);
    await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(3));
    const statuses = [];
    for (let round = 0; round < 12; round += 1) statuses.push((await ask(`x${round}@example.se`, '192.0.2.1')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429, 429]);
    expect(await lettersTo(email)).toHaveLength(3);
  });

  test('a new password ends all sign-ins and all links, is told of by letter, and does not sign in', async () => {
    const login = site.logins.find(({ role }) => role === 'board-controller');
    const email = login?.email ?? '';
    const signIn = (password: string) => nobody().post('/logga-in', { email, password });
    const sessions = [await signIn(login?.password ?? ''), await signIn(login?.password ?? '')].map(({ headers }) =>
      sessionOf(headers),
    );
    const { id } = await account('jonas.');
    const [token, other] = [await addLink(site, 'password-reset', id), site.deps.ids.next()];
    expect(other).not.toBe(token);
    for (const cookie of sessions) expect(await opens(cookie)).toBe(true);
    const done = await nobody().fill(`/nytt-losenord/${token}`, { newPassword: GOOD });
    expect([done.status, done.location, sessionOf(done.headers)]).toEqual([303, '/nytt-losenord', '']);
    for (const cookie of sessions) expect(await opens(cookie)).toBe(false);
    expect(await lettersTo(email)).toContain('password-changed');
    expect((await signIn(login?.password ?? '')).status).toBe(422);
    expect((await signIn(GOOD)).status).toBe(303);
  });
});

describe('one’s own account', () => {
  test('the password is changed with the old one; other sign-ins end, this one goes on', async () => {
    const login = site.logins.find(({ role }) => role === 'administrator');
    const email = login?.email ?? '';
    const signIn = async () =>
      sessionOf((await nobody().post('/logga-in', { email, password: login?.password ?? '' })).headers);
    const [here, there] = [await signIn(), await signIn()];
    const own = formVisitor(site, { cookie: here });
    const change = (currentPassword: string, newPassword: string) =>
      own.post('/konto/losenord', { currentPassword, newPassword });
    const wrong = await change('fel', GOOD);
    expect([wrong.status, wrong.html.includes('href="#currentPassword"')]).toEqual([422, true]);
    const weak = await change(login?.password ?? '', 'Sommar2026!!');
    expect([weak.status, weak.html.includes('href="#newPassword"')]).toEqual([422, true]);
    expect((await change(login?.password ?? '', GOOD)).status).toBe(303);
    expect([await opens(here), await opens(there)]).toEqual([true, false]);
    expect(await lettersTo(email)).toContain('password-changed');
  });

  test('guessing the old password in a browser that stands open is slowed down', async () => {
    const own = formVisitor(site, 'auditor');
    const statuses = [];
    for (let round = 0; round < 7; round += 1)
      statuses.push((await own.post('/konto/losenord', { currentPassword: 'fel', newPassword: GOOD })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });

  test('lists the roles of today', async () => {
    const { html } = await formVisitor(site, 'strategist').get('/konto');
    expect(html).toContain('Mina roller');
    expect(html).toContain('Strateg');
  });
});

test('one person in two municipalities has two accounts and sees two worlds', async () => {
  const email = 'samma.person@example.se';
  const passwords = new Map([
    ['localhost', 'hästar i regn vid havet'],
    [OTHER_HOST, 'kvarnen på höjden brinner'],
  ]);
  for (const [host, municipality, role] of [
    ['localhost', site.code, 'strategist'],
    [OTHER_HOST, '9902', 'reader'],
  ] as const) {
    const id = site.deps.ids.next();
    const passwordHash = await site.deps.passwords.hash(passwords.get(host) ?? '');
    const person = { id, municipality, email, name: 'Samma Person', passwordHash };
    await site.store.change({ municipality, actorId: null, at: testNow, requestId: null }, async (tx) => {
      await tx.addAccount(newAccount({ ...person, memberships: [always({ role, bodyId: null })] }));
      await tx.event({ kind: 'tried', thingKind: 'account', thingId: id, before: null, after: null });
    });
  }
  const signIn = (host: string, password: string | undefined) =>
    nobody(host).post('/logga-in', { email, password: password ?? '' });
  expect((await signIn(OTHER_HOST, passwords.get('localhost'))).status).toBe(422);
  expect((await signIn('localhost', passwords.get(OTHER_HOST))).status).toBe(422);
  const here = sessionOf((await signIn('localhost', passwords.get('localhost'))).headers);
  const there = sessionOf((await signIn(OTHER_HOST, passwords.get(OTHER_HOST))).headers);
  const roles = async (host: string, cookie: string) => {
    const { html } = await formVisitor(site, { cookie }, host).get('/konto');
    return ['Strateg<', 'Läsare<'].filter((role) => html.includes(role));
  };
  expect(await roles('localhost', here)).toEqual(['Strateg<']);
  expect(await roles(OTHER_HOST, there)).toEqual(['Läsare<']);
  expect((await formVisitor(site, { cookie: here }, OTHER_HOST).get('/konto')).status).toBe(303);
  expect((await formVisitor(site, { cookie: there }).get('/konto')).status).toBe(303);
});
