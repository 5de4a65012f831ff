import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import { KEPT_BYTES } from './kept-form.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (path: string) => `http://localhost${path}`;

let site: DemoSite;
let now = testNow;
beforeAll(async () => {
  site = await createDemoSite({ clock: { now: () => now } });
});

const wait = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

const login = (role: string) => {
  const found = site.logins.find((each) => each.role === role);
  return { email: found?.email ?? '', password: found?.password ?? '' };
};

async function signIn(role: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const answer = await site.app.request(at('/logga-in'), formRequest({ ...login(role), ...fields }, headers));
  const cookie =
    answer.headers
      .getSetCookie()
      .find((each) => each.startsWith('session='))
      ?.split(';')[0] ?? '';
  return { answer, cookie, status: answer.status, html: await answer.text() };
}

async function get(path: string, cookie: string) {
  const answer = await site.app.request(at(path), { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
}

async function post(path: string, fields: Record<string, string>, cookie: string) {
  const answer = await site.app.request(at(path), formRequest(fields, { cookie }));
  return { answer, status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
}

const events = (kind: string) =>
  site.rows<{ thing_kind: string; thing_id: string; after: unknown; before: unknown }>(
    `select thing_kind, thing_id, before, after from event where kind = '${kind}' order by sequence`,
  );

const sessionIds = (html: string) => [...html.matchAll(/name="inloggning" value="([^"]+)"/g)].map(([, id]) => id ?? '');

describe('how long a sign-in lasts', () => {
  test('two hours without use end it', async () => {
    const { cookie } = await signIn('reader');
    wait(2 * HOUR - MINUTE);
    expect((await get('/konto', cookie)).status).toBe(200);
    wait(2 * HOUR - MINUTE);
    expect((await get('/konto', cookie)).status).toBe(200);
    wait(2 * HOUR);
    expect((await get('/konto', cookie)).status).toBe(303);
  });

  test('twelve hours end it, however much it is used', async () => {
    const { cookie } = await signIn('reader');
    for (let hours = 1; hours < 12; hours += 1) {
      wait(HOUR);
      expect([hours, (await get('/konto', cookie)).status]).toEqual([hours, 200]);
    }
    wait(HOUR);
    expect((await get('/konto', cookie)).status).toBe(303);
  });

  test('that it is used is noted at most once in five minutes, and no event tells of it', async () => {
    const { cookie } = await signIn('reader');
    const trail = await site.rows('select 1 from event');
    const notes = async () => {
      site.takeQueries();
      await get('/konto', cookie);
      return site.takeQueries().filter((sql) => sql.startsWith('update "session"')).length;
    };
    expect([await notes(), await notes()]).toEqual([0, 0]);
    wait(5 * MINUTE);
    expect([await notes(), await notes()]).toEqual([1, 0]);
    wait(4 * MINUTE);
    expect(await notes()).toBe(0);
    expect(await site.rows('select 1 from event')).toHaveLength(trail.length);
  });

  test('what has ended is cleared away, and the rest is left', async () => {
    await signIn('reader');
    wait(2 * HOUR);
    const { cookie } = await signIn('reader');
    const time = { now, idleSince: new Date(now.getTime() - 2 * HOUR) };
    const context = { municipality: site.code, actorId: null, at: now, requestId: null };
    const removed = await site.store.change(context, async (tx) => {
      const count = await tx.removeExpiredSessions(site.code, time);
      await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
      return count;
    });
    expect(removed).toBeGreaterThan(0);
    expect((await get('/konto', cookie)).status).toBe(200);
  });
});

describe('my sign-ins', () => {
  test('lists those of the account and no others, and marks the one that asks', async () => {
    await signIn('strategist');
    const { cookie } = await signIn('reader');
    await signIn('reader');
    const { html } = await get('/konto/sessioner', cookie);
    const ids = sessionIds(html);
    expect(html.match(/Den här inloggningen/g)).toHaveLength(1);
    const mine = await site.rows<{ id: string }>(
      `select session_id as id from session s join account a using (municipality, account_id)
       where a.email = '${login('reader').email}' and s.last_seen_at > '${new Date(now.getTime() - 2 * HOUR).toISOString()}'`,
    );
    expect(mine).toHaveLength(ids.length + 1);
    expect(mine.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test('one is ended, then all others; the trail tells of each', async () => {
    const first = await signIn('board-controller');
    const second = await signIn('board-controller');
    const third = await signIn('board-controller');
    const [one = ''] = sessionIds((await get('/konto/sessioner', third.cookie)).html);
    const ended = await post('/konto/sessioner/avsluta', { inloggning: one }, third.cookie);
    expect(ended.location).toBe('/konto/sessioner?avslutade=1');
    const holds = async () =>
      (await Promise.all([first, second, third].map(({ cookie }) => get('/konto', cookie)))).map(
        ({ status }) => status,
      );
    expect((await holds()).sort()).toEqual([200, 200, 303]);
    await post('/konto/sessioner/avsluta', {}, third.cookie);
    expect(await holds()).toEqual([303, 303, 200]);
    expect((await get('/konto/sessioner', third.cookie)).html).toContain('Du är inte inloggad någon annanstans.');
    expect((await events('session-ended')).map(({ thing_id }) => thing_id)).toContain(one);
  });

  test('nobody ends the sign-in of somebody else', async () => {
    const victim = await signIn('strategist');
    const { cookie } = await signIn('reader');
    const theirs = await site.rows<{ id: string }>(
      `select session_id as id from session join account a using (municipality, account_id)
       where a.email = '${login('strategist').email}'`,
    );
    expect(theirs.length).toBeGreaterThan(0);
    for (const id of [...theirs.map((row) => row.id), 'nej', '00000000-0000-4000-8000-000000000000']) {
      const ended = await post('/konto/sessioner/avsluta', { inloggning: id }, cookie);
      expect(ended.location).toBe('/konto/sessioner?avslutade=0');
    }
    expect((await get('/konto', victim.cookie)).status).toBe(200);
  });

  test('the session of one municipality opens nothing in another', async () => {
    const { cookie } = await signIn('reader');
    const answer = await site.app.request(at('/konto'), { headers: { cookie, host: OTHER_HOST } });
    expect(answer.status).toBe(303);
  });
});

describe('the trail', () => {
  test('tells how somebody signed in and out, and of failures without what was written', async () => {
    const { cookie } = await signIn('reader');
    await post('/logga-ut', {}, cookie);
    await signIn('reader', { password: 'fel' });
    await signIn('reader', { email: 'okand@example.se' });
    const account = (await events('signed-out')).at(-1)?.thing_id ?? '';
    expect((await events('signed-in')).at(-1)).toMatchObject({ thing_id: account, after: { method: 'password' } });
    expect((await events('sign-in-refused')).slice(-2)).toMatchObject([
      { thing_kind: 'account', thing_id: account, after: { method: 'password', reason: 'wrong-password' } },
      { thing_kind: 'municipality', thing_id: site.code, after: { method: 'password', reason: 'unknown-address' } },
    ]);
    expect(JSON.stringify(await events('sign-in-refused'))).not.toContain('@');
  });

  test('signing out twice, or with a session that has run out, is no fault', async () => {
    const { cookie } = await signIn('reader');
    wait(3 * HOUR);
    const before = (await events('signed-out')).length;
    expect((await post('/logga-ut', {}, cookie)).location).toBe('/');
    expect((await post('/logga-ut', {}, cookie)).location).toBe('/');
    expect((await events('signed-out')).length).toBe(before + 1);
  });
});

/** Every hidden field of a page's form, as a browser would send it. */
function hiddenFields(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(
    ([, to]) => plainText(to ?? '').replace(/#.*/, '') === action,
  );
  if (form === undefined) throw new Error(`The page has no form to ${action}`);
  const fields = [...(form[2] ?? '').matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plainText(value)]));
}

describe('a sign-in that runs out in the middle of a form', () => {
  const written = 'Två grupper har börjat.\r\n\r\nDen tredje “väntar” på <lokal> & ledare.';

  test('what was written is kept through a wrong password and can be sent afterwards', async () => {
    const { id } = await site.part('SN', '2.9');
    const path = `/en/ataganden/${id}/rapport`;
    const { cookie } = await signIn('reporter');
    const { html } = await get(`/en/ataganden/${id}`, cookie);
    const own = hiddenFields(html, path);
    wait(3 * HOUR);
    const sent = await post(path, { ...own, status: 'in-progress', text: written }, cookie);
    expect(sent.status).toBe(401);
    expect(sent.answer.headers.get('cache-control')).toBe('private, no-store');
    expect(sent.html).toContain('Sign in again');
    const wrong = await post('/en/logga-in', { ...hiddenFields(sent.html, '/en/logga-in'), email: 'a@b.se' }, cookie);
    expect(wrong.status).toBe(422);
    const again = await signIn('reporter', hiddenFields(wrong.html, '/en/logga-in'), { cookie });
    expect([again.status, again.html.includes('what you wrote')]).toEqual([200, false]);
    const kept = hiddenFields(again.html, path);
    expect(kept).toEqual({ ...own, status: 'in-progress', text: written });
    expect((await post(path, kept, again.cookie)).status).toBe(303);
    const whole = await site.store.read.getCommitment(site.code, id);
    expect(whole?.reports[0]?.text).toBe(written.replaceAll('\r\n', '\n'));
  });

  test('secrets and files are left out, and it is said', async () => {
    const body = new FormData();
    body.append('namn', 'Anna Alm');
    body.append('namn', 'Bo Ek');
    body.append('newPassword', 'korrekt häst');
    body.append('fil', new File(['hej'], 'hej.txt'));
    const headers = { origin: 'http://localhost', host: 'localhost' };
    const answer = await site.app.request(at('/import?a=1'), { method: 'POST', headers, body });
    const html = await answer.text();
    expect(answer.status).toBe(401);
    expect(html).toContain('Filer och lösenord kan inte följa med');
    expect(html).not.toContain('korrekt häst');
    expect(JSON.parse(hiddenFields(html, '/logga-in').kvar ?? '')).toEqual({
      to: '/import?a=1',
      fields: [
        ['namn', 'Anna Alm'],
        ['namn', 'Bo Ek'],
      ],
      partial: true,
    });
  });

  test('the largest form is carried, a larger one is not, and it is said', async () => {
    const send = (size: number) => post('/ordregler', { ord: 'å'.repeat(size / 6 - 4) }, '');
    const fits = await send(KEPT_BYTES);
    expect(fits.status).toBe(401);
    expect((await signIn('strategist', hiddenFields(fits.html, '/logga-in'))).html).toContain('Det du skrev är kvar');
    const large = await send(KEPT_BYTES + 60);
    expect([large.status, large.html.includes('för stort för att följa med')]).toEqual([401, true]);
    expect(hiddenFields(large.html, '/logga-in')).toEqual({ till: '/' });
  });

  test.each([['//elak.exempel/x'], ['/\\elak.exempel'], ['https://elak.exempel/'], ['javascript:alert(1)']])(
    'a kept form never leads out of the site: %s',
    async (to) => {
      const kvar = JSON.stringify({ to, fields: [['a', 'b c']], partial: false });
      const { answer, html } = await signIn('reader', { kvar });
      expect([answer.status, answer.headers.get('location'), html.includes('elak')]).toEqual([303, '/', false]);
    },
  );

  test.each(['x', '{}', '[]', '{"to":"/","fields":[["a"]],"partial":false}'])('«%s» is no kept form', async (kvar) => {
    expect((await signIn('reader', { kvar })).status).toBe(303);
  });

  test('nothing of it is logged', async () => {
    expect(JSON.stringify(site.deps.logged)).not.toMatch(/grupper|Anna Alm/);
  });
});
