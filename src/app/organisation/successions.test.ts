import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestStore } from '../../../test/database.ts';
import { contextOf, madeUpMunicipality, madeUpPlan } from '../../../test/followup-world.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { Actor } from '../../core/permission/role.ts';
import { always } from '../../core/permission/role-period.ts';
import { newAccount } from '../identity/ports.ts';
import type { NewPlan } from '../plan/ports.ts';
import type { Clock } from '../shared/world.ts';
import { applyDueSuccessions } from './apply-successions.ts';
import { cancelSuccession } from './cancel-succession.ts';
import { prepareSuccession, recordSuccession, type SuccessionDraft } from './record-succession.ts';

const NEW_YEAR = '2027-01-01';
const { store, ids, pool } = await createTestStore();
const time = { now: new Date('2026-10-01T09:00:00Z') };
const clock: Clock = { now: () => time.now };
const deps = { store, clock, ids };

let code = '';
let bodies: Record<'omsorg' | 'aldre' | 'kultur', Body>;
let plan: NewPlan;
let strategist: Actor;
let count = 0;

/** A municipality of its own for each test: two boards with a part each in four measures, and a third without. */
beforeEach(async () => {
  count += 1;
  code = String(9000 + count);
  time.now = new Date('2026-10-01T09:00:00Z');
  strategist = {
    municipality: code,
    accountId: ids.next(),
    name: 'S',
    memberships: [{ role: 'strategist', bodyId: null }],
  };
  const board = (name: string, abbreviation: string): Body => ({ id: ids.next(), kind: 'board', name, abbreviation });
  bodies = {
    omsorg: board('Omsorgsnämnden', 'OSN'),
    aldre: board('Äldrenämnden', 'ÄLN'),
    kultur: board('Kulturnämnden', 'KUN'),
  };
  plan = madeUpPlan(ids, [bodies.omsorg, bodies.aldre], { slug: 'plan', measures: 4, state: 'adopted' });
  await store.change(contextOf(code), async (tx) => {
    await tx.addMunicipality(madeUpMunicipality(code));
    for (const body of Object.values(bodies)) await tx.addBody(code, body);
    await tx.addPlan(code, plan);
    const controller = { role: 'board-controller', bodyId: bodies.omsorg.id } as const;
    const reporter = { role: 'reporter', bodyId: bodies.aldre.id } as const;
    const person = {
      id: strategist.accountId,
      municipality: code,
      email: 's@example.se',
      name: 'S',
      passwordHash: null,
    };
    await tx.addAccount(newAccount({ ...person, memberships: [always(controller), always(reporter)] }));
    await tx.event({ kind: 'made', thingKind: 'municipality', thingId: code, before: null, after: null });
  });
});

const part = (at: number) => plan.commitments[at]?.id ?? '';

async function report(at: number, status: 'done' | 'in-progress' | 'stopped'): Promise<void> {
  const commitment = plan.commitments[at];
  await store.change(contextOf(code), async (tx) => {
    const id = ids.next();
    const facts = {
      text: 'Text',
      reportedOn: '2026-09-01',
      authorId: null,
      authorName: 'A',
      requestKey: id,
      basedOn: null,
    };
    await tx.addReport(code, commitment?.bodyId ?? '', { id, commitmentId: commitment?.id ?? '', status, ...facts });
    await tx.event({ kind: 'reported', thingKind: 'report', thingId: id, before: null, after: null });
  });
}

const draftOf = (facts: Partial<SuccessionDraft>): SuccessionDraft => ({
  bodyId: bodies.omsorg.id,
  kind: 'merge',
  takesEffect: NEW_YEAR,
  requestKey: randomUUID(),
  others: [],
  targets: [],
  newName: { name: '', abbreviation: '' },
  choices: {},
  roles: [],
  ...facts,
});
const fresh = (ref: string, name: string, abbreviation: string) => ({ ref, name, abbreviation, bodyKind: 'board' });
const mergeOfTwo = (): SuccessionDraft =>
  draftOf({ others: [bodies.aldre.id], targets: [fresh('new0', 'Vård- och omsorgsnämnden', 'VON')] });

async function versions(): Promise<Record<string, number>> {
  return Object.fromEntries((await store.read.listBodies(code)).map(({ id, rowVersion }) => [id, rowVersion]));
}

async function record(draft: SuccessionDraft, read?: Record<string, number>) {
  return recordSuccession(deps)(strategist, { draft, versions: read ?? (await versions()), requestId: null });
}

async function bodyOf(name: string) {
  const found = (await store.read.listBodies(code)).find((body) => body.name === name);
  if (!found) throw new Error(`No body called ${name}`);
  return found;
}

/** Commitments by number of their place in the plan, with the name of the body that has them now. */
async function holders(): Promise<string[]> {
  const whole = await store.read.getPlanBySlug(code, 'plan');
  return (whole?.commitments ?? []).map(({ bodyName, bodyLabel }) => `${bodyLabel}: ${bodyName}`);
}

/** Rows of this test's municipality: the database shows them only to a transaction that has said which it is. */
async function rows<T extends object>(sql: string): Promise<T[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin read only; select set_config('handlingskraft.municipality', '${code}', true)`);
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const moves = async () => (await rows('select 1 from commitment_move')).length;

describe('two boards merge on 1 January 2027', () => {
  test('nothing moves before the day; on the day everything open does, with its reports, and the labels stay', async () => {
    await report(0, 'in-progress');
    await report(1, 'done');
    const recorded = await record(mergeOfTwo());
    expect(recorded).toMatchObject({ ok: true, value: { moved: null } });
    expect(new Set(await holders())).toEqual(new Set(['OSN: Omsorgsnämnden', 'ÄLN: Äldrenämnden']));
    time.now = new Date('2026-12-31T22:59:00Z');
    expect(await applyDueSuccessions(deps)(code)).toBe(0);
    time.now = new Date('2026-12-31T23:01:00Z');
    expect(await applyDueSuccessions(deps)(code)).toBe(1);
    const after = await holders();
    expect(after.filter((each) => each.endsWith(': Vård- och omsorgsnämnden'))).toHaveLength(7);
    expect(after.filter((each) => each === 'ÄLN: Äldrenämnden')).toHaveLength(1);
    const whole = await store.read.getCommitment(code, part(0));
    expect(whole?.commitment).toMatchObject({ bodyLabel: 'OSN', bodyName: 'Vård- och omsorgsnämnden' });
    expect(whole?.reports.map(({ text, authorName }) => [text, authorName])).toEqual([['Text', 'A']]);
    const old = await bodyOf('Omsorgsnämnden');
    expect([old.validTo, (await bodyOf('Vård- och omsorgsnämnden')).validFrom]).toEqual(['2026-12-31', NEW_YEAR]);
  });

  test('carrying out what is due twice, and at the same time, moves once', async () => {
    await record(mergeOfTwo());
    time.now = new Date('2027-01-02T09:00:00Z');
    const done = await Promise.all([1, 2, 3].map(() => applyDueSuccessions(deps)(code)));
    expect(done.sort()).toEqual([0, 0, 1]);
    expect(await applyDueSuccessions(deps)(code)).toBe(0);
    expect(await moves()).toBe(8);
  });

  test('a report that comes first counts: what it closes stays', async () => {
    await record(mergeOfTwo());
    await report(3, 'stopped');
    time.now = new Date('2027-01-01T09:00:00Z');
    await applyDueSuccessions(deps)(code);
    expect((await store.read.getCommitment(code, part(3)))?.commitment.bodyName).toBe('Äldrenämnden');
    expect(await moves()).toBe(7);
  });

  test('the same form sent twice, one after the other and at once, is one succession', async () => {
    const draft = { ...mergeOfTwo(), takesEffect: '2026-09-01' };
    const read = await versions();
    const [first, second] = await Promise.all([record(draft, read), record(draft, read)]);
    const third = await record(draft, read);
    expect(first).toMatchObject({ ok: true, value: { moved: 8 } });
    expect([second, third]).toEqual([first, first]);
    expect(await moves()).toBe(8);
    expect(await store.read.listSuccessions(code)).toHaveLength(1);
    expect((await store.read.listBodies(code)).filter(({ abbreviation }) => abbreviation === 'VON')).toHaveLength(1);
  });

  test('two administrators at once: one is done, the other is told and nothing moves twice', async () => {
    const read = await versions();
    const now = { takesEffect: '2026-09-01' };
    const answers = await Promise.all([
      record({ ...mergeOfTwo(), ...now }, read),
      record(draftOf({ ...now, targets: [{ ref: bodies.kultur.id, bodyId: bodies.kultur.id }] }), read),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: 'bodies-changed-meanwhile' } });
    expect(await rows('select distinct succession_id from commitment_move')).toHaveLength(1);
  });

  test('what is planned for a later day also stops the other administrator', async () => {
    const read = await versions();
    await record(mergeOfTwo(), read);
    const other = draftOf({ kind: 'dissolve' });
    expect(await record(other, read)).toEqual({ ok: false, refusal: { kind: 'bodies-changed-meanwhile' } });
    expect(await record(other)).toMatchObject({ ok: false, refusal: { kind: 'already-planned' } });
  });

  test('every step is in the trail: the plan of it, the new body, each move, each end', async () => {
    await record({ ...mergeOfTwo(), takesEffect: '2026-09-01' });
    const told = await rows<{ kind: string; times: number }>(
      'select kind, count(*)::integer as times from event group by kind',
    );
    expect(Object.fromEntries(told.map(({ kind, times }) => [kind, times]))).toEqual({
      made: 1,
      'body-added': 1,
      'succession-planned': 1,
      'succession-applied': 1,
      'commitment-moved': 8,
      'body-ended': 2,
    });
  });

  test('called off before its day it never happens', async () => {
    const recorded = await record(mergeOfTwo());
    const id = recorded.ok ? recorded.value.id : '';
    expect(await cancelSuccession(deps)(strategist, { id, requestId: null })).toEqual({ ok: true, value: null });
    time.now = new Date('2027-01-02T09:00:00Z');
    expect(await applyDueSuccessions(deps)(code)).toBe(0);
    expect(await moves()).toBe(0);
    const again = await cancelSuccession(deps)(strategist, { id, requestId: null });
    expect(again).toEqual({ ok: false, refusal: { kind: 'not-planned-any-more' } });
  });
});

test('roles follow only where somebody chose it, from the day, and once', async () => {
  const role = {
    accountId: strategist.accountId,
    role: 'board-controller',
    fromBodyId: bodies.omsorg.id,
    toRef: 'new0',
  };
  await record({ ...mergeOfTwo(), roles: [role, role] });
  time.now = new Date('2027-01-01T09:00:00Z');
  await applyDueSuccessions(deps)(code);
  const account = await store.read.getAccount(code, strategist.accountId);
  const successor = await bodyOf('Vård- och omsorgsnämnden');
  const held = account?.memberships.map(({ role: name, bodyId, validFrom }) => [name, bodyId, validFrom]);
  expect(held).toEqual([
    ['board-controller', bodies.omsorg.id, null],
    ['reporter', bodies.aldre.id, null],
    ['board-controller', successor.id, NEW_YEAR],
  ]);
  expect(account?.rowVersion).toBe(2);
});

describe('a split', () => {
  const split = () => {
    const targets = [fresh('new0', 'Nämnden för omsorg', 'NO'), { ref: bodies.kultur.id, bodyId: bodies.kultur.id }];
    return draftOf({ kind: 'split', takesEffect: '2026-09-01', targets });
  };

  test('asks for each open commitment and counts what has been chosen', async () => {
    await report(2, 'done');
    const own = [part(0), part(4), part(6)];
    const prepared = await prepareSuccession(deps)(strategist, {
      ...split(),
      choices: { [part(0)]: 'new0', [part(4)]: bodies.kultur.id, nothing: 'new0' },
    });
    if (!prepared.ok) throw new Error(prepared.refusal.kind);
    const { openParts, unchosen, moving, staying, atOnce } = prepared.value;
    expect(openParts.map(({ commitmentId }) => commitmentId)).toEqual(own);
    expect([unchosen, moving, staying, atOnce]).toEqual([[part(6)], 2, 1, true]);
  });

  test('moves each where it was chosen to go; what is left can be moved by a later one', async () => {
    const choices = { [part(0)]: 'new0', [part(2)]: bodies.kultur.id, [part(4)]: 'new0' };
    expect(await record({ ...split(), choices })).toMatchObject({ ok: true, value: { moved: 3 } });
    const left = await store.read.countLeftWithEnded(code, '2026-10-01');
    expect(left).toEqual([{ bodyId: bodies.omsorg.id, count: 1 }]);
    const later = draftOf({
      takesEffect: '2026-09-15',
      targets: [{ ref: bodies.kultur.id, bodyId: bodies.kultur.id }],
    });
    expect(await record(later)).toMatchObject({ ok: true, value: { moved: 1 } });
    expect(await store.read.countLeftWithEnded(code, '2026-10-01')).toEqual([]);
    expect((await bodyOf('Omsorgsnämnden')).validTo).toBe('2026-08-31');
    expect((await holders()).filter((each) => each.startsWith('OSN'))).toEqual([
      'OSN: Nämnden för omsorg',
      'OSN: Kulturnämnden',
      'OSN: Nämnden för omsorg',
      'OSN: Kulturnämnden',
    ]);
  });
});

test('a new name from a day keeps the old one with its last day', async () => {
  const draft = draftOf({ kind: 'rename', newName: { name: ' Nämnden för  omsorg ', abbreviation: '' } });
  await record(draft);
  expect((await bodyOf('Omsorgsnämnden')).formerNames).toEqual([]);
  time.now = new Date('2027-01-01T09:00:00Z');
  await applyDueSuccessions(deps)(code);
  expect(await bodyOf('Nämnden för omsorg')).toMatchObject({
    id: bodies.omsorg.id,
    abbreviation: null,
    validTo: null,
    formerNames: [{ name: 'Omsorgsnämnden', abbreviation: 'OSN', until: '2026-12-31' }],
  });
  expect((await holders()).filter((each) => each.startsWith('OSN'))[0]).toBe('OSN: Nämnden för omsorg');
});

test('whoever may not change bodies is refused, also in another municipality', async () => {
  const reader: Actor = { ...strategist, memberships: [{ role: 'reader', bodyId: null }] };
  const command = { draft: mergeOfTwo(), versions: await versions(), requestId: null };
  expect(await recordSuccession(deps)(reader, command)).toEqual({ ok: false, refusal: { kind: 'not-allowed' } });
  const other: Actor = { ...strategist, municipality: '8999' };
  expect(await recordSuccession(deps)(other, command)).toEqual({ ok: false, refusal: { kind: 'no-such-body' } });
});

test.each<[string, Partial<SuccessionDraft>, Record<string, string>]>([
  ['no day', { takesEffect: '' }, { takesEffect: 'date-missing' }],
  ['no real day', { takesEffect: '2027-02-30' }, { takesEffect: 'date-not-a-date' }],
  ['no kind', { kind: 'x' }, { kind: 'kind-missing' }],
  ['a new body without a name', { targets: [fresh('new0', ' ', '')] }, { 'new0-name': 'name-missing' }],
  [
    'a new body of no kind',
    { targets: [{ ...fresh('new0', 'N', ''), bodyKind: 'x' }] },
    { 'new0-kind': 'kind-missing' },
  ],
  ['no new name', { kind: 'rename' }, { 'new-name': 'name-missing' }],
])('a draft with %s is refused by field', async (_name, facts, faults) => {
  expect(await record(draftOf(facts))).toEqual({ ok: false, refusal: { kind: 'invalid', faults } });
});
