import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { letterExamples } from '../../../test/letter-examples.ts';
import { addLetters, createSender, type LetterRow, letterOf } from '../../../test/outbox-world.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import { lettersKeptSince } from '../../app/mail/open-outbox.ts';
import type { NewLetter } from '../../app/mail/ports.ts';
import type { DeliveryFault } from '../../core/mail/letter-state.ts';
import type { Role } from '../../core/permission/role.ts';

let site: DemoSite;
let sender: ReturnType<typeof createSender>;
beforeAll(async () => {
  site = await createDemoSite();
  const municipality = await site.store.read.getMunicipality(site.code);
  if (municipality === null) throw new Error('The demo has no municipality');
  sender = createSender(site.pool, testNow, municipality);
});

const PAGE = '/administration/brev';

async function open(role: Role = 'administrator', path = PAGE) {
  const answer = await site.app.request(`http://localhost${path}`, { headers: { cookie: site.cookie(role) } });
  return { status: answer.status, html: await answer.text() };
}

async function post(action: string, fields: Record<string, string> = {}, role: Role = 'administrator') {
  const request = formRequest(fields, { cookie: site.cookie(role) });
  const answer = await site.app.request(`http://localhost${PAGE}/${action}`, request);
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
}

/** Puts a letter in the outbox and lets it meet a fate. */
async function letterThat(fate: DeliveryFault | 'sent' | 'waits', changes: Partial<NewLetter> = {}): Promise<string> {
  const letter = letterOf('invitation', changes);
  await addLetters(site.store, site.code, testNow, letter);
  sender.answers.next = async () => (fate === 'sent' || fate === 'waits' ? null : fate);
  if (fate !== 'waits') await sender.deliver();
  return letter.id;
}

async function stateOf(id: string): Promise<LetterRow | undefined> {
  return (await site.rows<LetterRow>(`select * from letter where letter_id = '${id}'`))[0];
}

test('the empty outbox says so, and only who looks after accounts sees it', async () => {
  const { status, html } = await open();
  expect(status).toBe(200);
  for (const text of ['Alla brev har gått att skicka.', 'Inget brev väntar.', 'Inget brev har skickats'])
    expect(html).toContain(text);
  for (const role of ['strategist', 'board-controller', 'reporter', 'reader', 'auditor'] as const) {
    expect([role, (await open(role)).status]).toEqual([role, 403]);
    for (const action of ['prov', 'igen', 'tillbaka', 'stilla-tid'])
      expect([role, action, (await post(action, {}, role)).status]).toEqual([role, action, 403]);
  }
});

test('the page tells what failed and why, by the receiver’s name and never the address', async () => {
  await letterThat('receiver-refused');
  const { html } = await open();
  expect(html).toContain('Åsa Öberg');
  expect(html).toContain('E-postservern godtog inte mottagarens adress.');
  expect(html).not.toContain('asa@exempel.se');
  expect((await open('administrator', `/en${PAGE}`)).html).toContain('did not accept the receiver’s address');
});

test('a server of no use is said above everything', async () => {
  const id = await letterThat('sign-in-refused');
  expect((await open()).html).toMatch(/data-color="danger">E-postservern godtog inte inloggningen/);
  await post('tillbaka', { brev: id });
  expect((await open()).html).not.toMatch(/data-color="danger"/);
});

test('a failed letter is tried again as a new one', async () => {
  const id = await letterThat('content-refused');
  expect(await post('igen', { brev: id })).toMatchObject({ status: 303, location: `${PAGE}?klart=igen` });
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', fault: null, attempts: 0, ended_at: null });
  const events = await site.rows(
    "select kind, after from event where thing_kind = 'letter' order by sequence desc limit 1",
  );
  expect(events).toEqual([{ kind: 'letter-retried', after: { state: 'waiting' } }]);
  sender.answers.next = async () => null;
  await sender.deliver();
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
});

test('a waiting letter is withdrawn and never sent', async () => {
  const id = await letterThat('waits');
  expect(await post('tillbaka', { brev: id })).toMatchObject({ status: 303, location: `${PAGE}?klart=tillbaka` });
  const before = sender.taken.length;
  await sender.deliver();
  expect(sender.taken).toHaveLength(before);
  expect(await stateOf(id)).toMatchObject({ state: 'withdrawn' });
});

test.each([
  ['sent', 'tillbaka', 'Brevet har redan skickats.'],
  ['sent', 'igen', 'Brevet har redan skickats.'],
  ['waits', 'igen', 'Brevet skickas just nu'],
] as const)('a letter that %s: %s gives 409 and says so', async (fate, action, text) => {
  const id = await letterThat(fate);
  const answer = await post(action, { brev: id });
  expect(answer.status).toBe(409);
  expect(answer.html).toContain(text);
  await sender.deliver();
});

test('a letter that is being sent just now cannot be withdrawn', async () => {
  const id = await letterThat('waits');
  let answer: Awaited<ReturnType<typeof post>> | null = null;
  sender.answers.next = async () => {
    answer = await post('tillbaka', { brev: id });
    return null;
  };
  await sender.deliver();
  expect(answer).toMatchObject({ status: 409 });
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
});

test('a letter of nobody, or of another municipality, is not there', async () => {
  const foreign = letterOf('invitation');
  await addLetters(site.store, '9902', testNow, foreign);
  for (const brev of [site.deps.ids.next(), 'nej', '', foreign.id]) {
    expect([brev, (await post('igen', { brev })).status]).toEqual([brev, 404]);
    expect([brev, (await post('tillbaka', { brev })).status]).toEqual([brev, 404]);
  }
  const cookie = site.cookie('administrator');
  const elsewhere = await site.app.request(`http://${OTHER_HOST}${PAGE}`, { headers: { cookie, host: OTHER_HOST } });
  expect(elsewhere.status).toBe(303);
});

test('a test letter goes to the one who asks', async () => {
  expect(await post('prov')).toMatchObject({ status: 303, location: `${PAGE}?klart=provat` });
  sender.answers.next = async () => null;
  await sender.deliver();
  expect(sender.taken.at(-1)).toMatchObject({
    receiver: { name: 'Elin Forsell', address: 'elin.forsell@example.se' },
    letter: { subject: 'test' },
  });
});

const quiet = (fran: string, till: string, helger: string, version: string) => ({ fran, till, helger, version });

test('quiet hours are chosen, and an older page gives 409 with what holds now and what was written', async () => {
  expect((await open()).html).toMatch(/value="18:00"/);
  expect((await post('stilla-tid', quiet('20.30', '6.05', 'nej', '0'))).status).toBe(303);
  expect(await site.store.read.getMailSetting(site.code)).toEqual({
    nightFrom: '20:30',
    nightUntil: '06:05',
    weekends: false,
    rowVersion: 1,
  });
  for (const version of ['0', 'x', '']) {
    const older = await post('stilla-tid', quiet('21', '05:00', 'ja', version));
    expect(older.status).toBe(422);
    const clash = await post('stilla-tid', quiet('21:00', '05:00', 'ja', version));
    expect(clash.status).toBe(409);
    expect(clash.html).toContain('Nu gäller 20:30–06:05, inte lördagar och söndagar.');
    expect(clash.html).toContain('value="21:00"');
    expect(clash.html).toContain('name="version" value="1"');
  }
  expect((await post('stilla-tid', quiet('', ' ', 'ja', '1'))).status).toBe(303);
  const setting = await site.store.read.getMailSetting(site.code);
  expect(setting).toEqual({ nightFrom: null, nightUntil: null, weekends: true, rowVersion: 2 });
});

test.each([
  ['25:00', '07:00', 'Skriv ett klockslag'],
  ['kväll', '07:00', 'Skriv ett klockslag'],
  ['18:60', '07:00', 'Skriv ett klockslag'],
  ['18:00', '', 'Skriv båda klockslagen'],
  ['', '07:00', 'Skriv båda klockslagen'],
])('quiet hours from «%s» until «%s» are refused with what was written', async (fran, till, text) => {
  const answer = await post('stilla-tid', quiet(fran, till, 'nej', '2'));
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(text);
  expect(answer.html).toContain(fran === '' ? 'name="fran" type="text" value ' : `value="${fran}"`);
  expect(answer.html).toMatch(/value="nej" checked/);
});

test('after thirty days a letter that has ended has neither address nor content, and cannot be tried again', async () => {
  const [failed, waiting] = [await letterThat('receiver-refused'), await letterThat('waits')];
  const clear = (now: Date) =>
    site.store.change({ municipality: site.code, actorId: null, at: now, requestId: null }, async (tx) => {
      await tx.event({
        kind: 'expired-removed',
        thingKind: 'municipality',
        thingId: site.code,
        before: null,
        after: null,
      });
      return tx.clearLetters(site.code, lettersKeptSince(now));
    });
  const days = (count: number) => new Date(testNow.getTime() + count * 24 * 3_600_000);
  expect(await clear(days(30))).toBe(0);
  expect(await clear(days(30.1))).toBeGreaterThan(1);
  expect(await stateOf(failed)).toMatchObject({ address: null, data: {}, state: 'failed' });
  expect(await stateOf(waiting)).toMatchObject({ address: 'asa@exempel.se', data: letterExamples.invitation });
  expect((await post('igen', { brev: failed })).status).toBe(409);
});
