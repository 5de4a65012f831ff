import { expect, test } from 'vitest';
import { createDemoSite } from '../../../test/demo-site.ts';
import { createSender, type LetterRow } from '../../../test/outbox-world.ts';
import { usualQuietHours } from '../../core/mail/quiet-hours.ts';
import type { Actor } from '../../core/permission/role.ts';
import { answerCommitment } from '../followup/answer-commitment.ts';
import { reportStatus } from '../followup/report-status.ts';
import { goMailRound } from './go-mail-round.ts';

// Each test has a site of its own, since a round is made once a day.
async function world(day: string) {
  const site = await createDemoSite();
  const clock = { at: new Date(`${day}T08:00:00Z`), now: () => clock.at };
  const deps = { ...site.deps, clock };
  const municipality = await site.store.read.getMunicipality(site.code);
  if (municipality === null) throw new Error('The demo has no municipality');
  const round = () => goMailRound(deps)(municipality, usualQuietHours);
  const letters = (kind: string) =>
    site.rows<LetterRow & { account_id: string; unique_key: string }>(
      `select * from letter where kind = '${kind}' order by created_at, unique_key`,
    );
  const accounts = await site.store.read.listAccounts(site.code);
  const account = (email: string) => {
    const found = accounts.find((each) => each.email.startsWith(`${email}.`));
    if (found === undefined) throw new Error(`The demo has no ${email}`);
    return found;
  };
  const actor = (email: string): Actor => {
    const { id, name, memberships } = account(email);
    return { municipality: site.code, accountId: id, name, memberships };
  };
  const at = (moment: string) => {
    clock.at = new Date(moment);
  };
  return { site, deps, clock, municipality, round, letters, account, actor, at };
}

type World = Awaited<ReturnType<typeof world>>;

/** Jonas, of the social board, answers for a role. */
async function answer({ site, deps, actor }: World, measure: string) {
  const { id, rowVersion } = await site.part('SN', measure);
  const form = { stance: 'accepted', comment: '', rowVersion: String(rowVersion) };
  const done = await answerCommitment(deps)(actor('jonas'), { commitmentId: id, form, requestId: null });
  expect(done).toEqual({ ok: true, value: null });
  return id;
}

async function report({ site, deps, actor }: World, measure: string) {
  const { id } = await site.part('SN', measure);
  const whole = await site.store.read.getCommitment(site.code, id);
  const basedOn = whole?.reports[0]?.id ?? '';
  const form = { status: 'in-progress', text: 'Det pågår.', requestKey: deps.ids.next(), basedOn };
  const done = await reportStatus(deps)(actor('samira'), { commitmentId: id, form, requestId: null });
  expect(done).toEqual({ ok: true, value: null });
  return id;
}

test('what bodies answer and report is one letter a day to each strategist, and not to those who did it', async () => {
  const w = await world('2026-05-18');
  const answered = [await answer(w, '2.2'), await answer(w, '1.2')];
  const reported = await report(w, '1.2');
  await report(w, '1.2');
  expect(await w.letters('digest')).toEqual([]);
  w.at('2026-05-19T04:59:00Z');
  expect(await w.round()).toBeNull();
  w.at('2026-05-19T05:00:00Z');
  expect(await w.round()).toBe('2026-05-19');
  const written = await w.letters('digest');
  expect(written.map(({ account_id }) => account_id)).toEqual([w.account('maja').id]);
  const sections = written[0]?.data.sections as { topic: string; count: number; parts: { commitmentId: string }[] }[];
  expect(sections.map(({ topic, count }) => [topic, count])).toEqual([
    ['answered', 2],
    ['reported', 1],
  ]);
  expect(sections[0]?.parts.map(({ commitmentId }) => commitmentId)).toEqual(answered);
  expect(sections[1]?.parts).toMatchObject([{ commitmentId: reported, bodyName: 'Socialnämnden', label: '1.2' }]);
});

test('what happens later the same day is told the next day, and nothing is told twice', async () => {
  const w = await world('2026-05-18');
  await answer(w, '2.2');
  expect(await w.round()).toBe('2026-05-18');
  w.at('2026-05-18T09:00:00Z');
  const later = await answer(w, '1.2');
  expect(await w.round()).toBe('2026-05-18');
  expect(await w.letters('digest')).toHaveLength(1);
  w.at('2026-05-19T08:00:00Z');
  await w.round();
  const [, second] = await w.letters('digest');
  expect(second?.data.sections).toMatchObject([{ topic: 'answered', count: 1, parts: [{ commitmentId: later }] }]);
  w.at('2026-05-20T08:00:00Z');
  await w.round();
  expect(await w.letters('digest')).toHaveLength(2);
});

test('what happens on a Friday evening is told on Monday', async () => {
  const w = await world('2026-05-22');
  w.at('2026-05-22T17:00:00Z');
  await answer(w, '2.2');
  for (const moment of ['2026-05-22T18:00:00Z', '2026-05-23T10:00:00Z', '2026-05-24T10:00:00Z']) {
    w.at(moment);
    expect([moment, await w.round()]).toEqual([moment, null]);
  }
  w.at('2026-05-25T05:00:00Z');
  await w.round();
  expect(await w.letters('digest')).toHaveLength(1);
});

test('whoever has declined gets none, and one that waits is not sent', async () => {
  const w = await world('2026-05-18');
  await answer(w, '2.2');
  await w.round();
  const decline = (declined: boolean) =>
    w.site.store.change({ municipality: w.site.code, actorId: null, at: w.clock.at, requestId: null }, async (tx) => {
      await tx.declineLetters(w.site.code, w.account('maja').id, 'digest', declined);
      await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
    });
  await decline(true);
  const sender = createSender(w.site.pool, w.clock.at, w.municipality);
  await sender.deliver();
  expect(sender.taken).toEqual([]);
  expect(await w.letters('digest')).toMatchObject([{ state: 'withdrawn' }]);
  w.at('2026-05-18T09:00:00Z');
  await answer(w, '1.2');
  w.at('2026-05-19T08:00:00Z');
  await w.round();
  expect(await w.letters('digest')).toHaveLength(1);
  await decline(false);
  w.at('2026-05-20T08:00:00Z');
  await w.round();
  expect(await w.letters('digest')).toHaveLength(2);
});

test('a controller is told of new commitments when a plan is adopted', async () => {
  const w = await world('2026-05-18');
  const { site } = w;
  const part = await site.part('SN', '2.2');
  await site.store.change({ municipality: site.code, actorId: null, at: w.clock.at, requestId: null }, async (tx) => {
    const after = { state: 'adopted' };
    await tx.event({ kind: 'plan-adopted', thingKind: 'plan', thingId: part.planId, before: null, after });
  });
  await w.round();
  const written = await w.letters('digest');
  const jonas = written.find(({ account_id }) => account_id === w.account('jonas').id);
  expect(jonas?.data.sections).toMatchObject([{ topic: 'new-commitments' }]);
  const [section] = (jonas?.data.sections ?? []) as { count: number; parts: { bodyName: string }[] }[];
  const own = (await site.store.read.listCommitmentsOfBodies(site.code, [part.bodyId ?? ''])).filter(
    ({ plan }) => plan.id === part.planId,
  );
  expect(section?.count).toBe(own.length);
  expect(new Set(section?.parts.map(({ bodyName }) => bodyName))).toEqual(new Set(['Socialnämnden']));
  expect(written.map(({ account_id }) => account_id)).not.toContain(w.account('maja').id);
  expect(written.map(({ account_id }) => account_id)).not.toContain(w.account('samira').id);
});

// The demo reports by 31 January, a Sunday in 2027.
const reminded = (w: World) =>
  w
    .letters('report-reminder')
    .then((rows) => rows.map(({ unique_key }) => unique_key.split(' ').slice(0, 3).join(' ')));

test('those who are to report are reminded 14, 7 and 1 days before, each once, on days when letters leave', async () => {
  const w = await world('2027-01-14');
  const seen: [string, number][] = [];
  for (let day = 14; day <= 31; day += 1) {
    w.at(`2027-01-${day}T08:00:00Z`);
    const before = (await w.letters('report-reminder')).length;
    await w.round();
    await w.round();
    const added = (await w.letters('report-reminder')).length - before;
    if (added > 0) seen.push([`2027-01-${day}`, added]);
  }
  const [[, people = 0] = []] = seen;
  expect(people).toBeGreaterThan(1);
  expect(seen).toEqual([
    ['2027-01-15', people],
    ['2027-01-22', people],
    ['2027-01-29', people],
  ]);
  expect(new Set(await reminded(w))).toEqual(
    new Set(['report-reminder 2027-01-31 1', 'report-reminder 2027-01-31 14', 'report-reminder 2027-01-31 7']),
  );
});

test('the reminder names what is not reported, and goes to the person responsible, else to the reporters', async () => {
  const w = await world('2027-01-18');
  const { site } = w;
  await report(w, '1.2');
  const { bodyId, id: reported } = await site.part('SN', '1.2');
  const all = await site.store.read.listCommitmentsOfBodies(site.code, [bodyId ?? '']);
  const mine = all
    .map(({ commitment }) => commitment)
    .find(({ id, lastReport }) => id !== reported && lastReport?.status === 'in-progress');
  if (mine === undefined) throw new Error('The demo has no other commitment of the social board under way');
  const jonas = w.account('jonas').id;
  const [before] = await site.store.read.listResponsible(site.code, { commitmentId: mine.id }, '2027-01-18');
  await site.store.change({ municipality: site.code, actorId: null, at: w.clock.at, requestId: null }, async (tx) => {
    const choice = { commitmentId: mine.id, accountId: jonas, basedOn: before?.chosen?.accountId ?? null };
    expect(await tx.chooseResponsible(site.code, mine.bodyId ?? '', choice)).toEqual({ done: true });
    await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
  });
  await w.round();
  const rows = await w.letters('report-reminder');
  const parts = (accountId: string) =>
    rows
      .filter(({ account_id }) => account_id === accountId)
      .flatMap(({ data }) => (data.parts as { commitmentId: string }[]).map(({ commitmentId }) => commitmentId));
  expect(parts(jonas)).toContain(mine.id);
  expect(parts(w.account('samira').id)).not.toContain(mine.id);
  expect(
    rows.flatMap(({ data }) => (data.parts as { commitmentId: string }[]).map((p) => p.commitmentId)),
  ).not.toContain(reported);
  expect(rows[0]).toMatchObject({ duty: true, urgent: false, data: { dueDay: '2027-01-31', daysLeft: 13 } });
});

test('rounds that several programs make at once write each letter once', async () => {
  const w = await world('2027-01-18');
  await answer(w, '2.2');
  expect(await Promise.all(Array.from({ length: 6 }, () => w.round()))).toEqual(Array(6).fill('2027-01-18'));
  const keys = [...(await w.letters('report-reminder')), ...(await w.letters('digest'))].map((row) => row.unique_key);
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(keys.length);
  const events = await w.site.rows("select after from event where kind = 'mail-round-gone'");
  expect(events).toEqual([{ after: { letters: keys.length } }]);
});

test('a day on which there is nothing to write leaves no trace', async () => {
  const w = await world('2026-05-18');
  const { upTo } = (await w.site.store.change(
    { municipality: w.site.code, actorId: null, at: w.clock.at, requestId: null },
    (tx) => tx.beginMailRound(w.site.code, '2026-05-18'),
  )) ?? { upTo: -1 };
  await w.round();
  const head = await w.site.rows('select sequence::integer as sequence from trail_head');
  expect(head).toEqual([{ sequence: upTo }]);
});
