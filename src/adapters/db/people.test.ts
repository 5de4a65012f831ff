import { expect, test } from 'vitest';
import { createTestStore } from '../../../test/database.ts';
import { contextOf, storeWorld } from '../../../test/followup-world.ts';
import { type Account, newAccount, newSession } from '../../app/identity/ports.ts';
import { sessionTime } from '../../app/identity/session-time.ts';
import { always, type RolePeriod } from '../../core/permission/role-period.ts';

const { store, ids, pool } = await createTestStore();
const M = '9901';
const world = await storeWorld(store, ids, { municipality: M, measures: 2, state: 'adopted' });
await storeWorld(store, ids, { municipality: '9902', measures: 2, state: 'adopted' });
const bodyId = world.bodies[0]?.id ?? '';
const otherBodyId = world.bodies[1]?.id ?? '';
const commitmentId = world.plan.commitments.find((each) => each.bodyId === bodyId)?.id ?? '';
const controller = always({ role: 'board-controller', bodyId });
const told = { kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null };

let made = 0;
async function addPerson(memberships: readonly RolePeriod[], more: Partial<Account> = {}, municipality = M) {
  made += 1;
  const id = ids.next();
  const person = { id, municipality, email: `person${made}@exempel.se`, name: `Person ${made}`, passwordHash: null };
  await store.change(contextOf(municipality), async (tx) => {
    await tx.addAccount({ ...newAccount({ ...person, memberships }), ...more });
    await tx.event(told);
  });
  return id;
}

const choose = (accountId: string | null, basedOn: string | null, at = { bodyId, commitmentId }) =>
  store.change(contextOf(M), async (tx) => {
    await tx.event(told);
    return tx.chooseResponsible(M, at.bodyId, { commitmentId: at.commitmentId, accountId, basedOn });
  });

const chosenNow = async () =>
  (await store.read.listResponsible(M, { commitmentId }, '2026-01-01'))[0]?.chosen?.accountId ?? null;

const actingOn = async (day: string) =>
  (await store.read.listResponsible(M, { commitmentId }, day))[0]?.acting?.name.replace('Person ', '') ?? null;

test('a session gives the roles of the Swedish day, and nothing after the last day', async () => {
  const spring = { ...controller, validFrom: '2026-03-01', validTo: '2026-05-31' };
  const accountId = await addPerson([spring, always({ role: 'reader', bodyId: null })], { leftOn: '2026-06-30' });
  const tokenHash = 'a'.repeat(64);
  await store.change(contextOf(M), async (tx) => {
    const dates = { createdAt: new Date('2026-01-01'), expiresAt: new Date('2027-01-01') };
    await tx.addSession({
      ...newSession({ id: ids.next(), municipality: M, tokenHash, accountId, ...dates }),
      lastSeenAt: dates.expiresAt,
    });
    await tx.event(told);
  });
  const roles = async (at: string) =>
    (await store.read.findSignedIn(M, tokenHash, sessionTime(new Date(at))))?.actor.memberships.map(
      ({ role }) => role,
    ) ?? null;
  // The Swedish day begins at 23 UTC in winter and at 22 in summer.
  expect(await roles('2026-02-28T22:59:00Z')).toEqual(['reader']);
  expect(await roles('2026-02-28T23:00:00Z')).toEqual(['board-controller', 'reader']);
  expect(await roles('2026-05-31T21:59:00Z')).toEqual(['board-controller', 'reader']);
  expect(await roles('2026-05-31T22:00:00Z')).toEqual(['reader']);
  expect(await roles('2026-06-30T21:59:00Z')).toEqual(['reader']);
  expect(await roles('2026-06-30T22:00:00Z')).toBeNull();
  expect((await store.read.getAccount(M, accountId))?.memberships).toHaveLength(2);
});

test('who was chosen answers until the last day, the substitute during their time, and then nobody', async () => {
  const person = await addPerson([controller], { leftOn: '2026-06-30' });
  const until = { validFrom: '2026-04-01', validTo: '2026-08-31' };
  const substitute = await addPerson([{ ...controller, ...until, substituteFor: person }]);
  await addPerson([controller]);
  expect(await actingOn('2026-03-01')).toBeNull();
  expect((await choose(person, null)).done).toBe(true);
  const [first, second] = [made - 2, made - 1].map(String);
  for (const [day, who] of [
    ['2026-03-31', first],
    ['2026-04-01', second],
    ['2026-06-30', second],
    ['2026-08-31', second],
    ['2026-09-01', null],
  ] as const)
    expect([day, await actingOn(day)]).toEqual([day, who]);
  const [row] = await store.read.listResponsible(M, { commitmentId }, '2026-05-01');
  expect(row?.chosen?.accountId).toBe(person);
  expect(row?.acting).toEqual({ accountId: substitute, name: `Person ${second}`, substituteUntil: '2026-08-31' });
  expect((await choose(substitute, person)).done).toBe(true);
  expect(await actingOn('2026-08-31')).toBe(second);
  expect(await actingOn('2026-09-01')).toBeNull();
});

test.each<[string, RolePeriod[], Partial<Account>, string, boolean]>([
  ['holds a role for the body', [controller], {}, '2026-05-15', true],
  ['has closed the account', [controller], { disabled: true }, '2026-05-15', false],
  ['leaves tomorrow', [controller], { leftOn: '2026-05-16' }, '2026-05-15', true],
  ['leaves today', [controller], { leftOn: '2026-05-15' }, '2026-05-15', false],
  ['holds a role for another body', [{ ...controller, bodyId: otherBodyId }], {}, '2026-05-15', false],
  ['holds a role for the municipality', [always({ role: 'strategist', bodyId: null })], {}, '2026-05-15', false],
  ['lost the role yesterday', [{ ...controller, validTo: '2026-05-14' }], {}, '2026-05-15', false],
  ['gets the role tomorrow', [{ ...controller, validFrom: '2026-05-16' }], {}, '2026-05-15', false],
  [
    'lost one of two roles',
    [
      { ...controller, validTo: '2026-05-14' },
      { ...controller, role: 'reporter' },
    ],
    {},
    '2026-05-15',
    true,
  ],
])('a chosen person who %s', async (_name, memberships, more, day, answers) => {
  const person = await addPerson(memberships, more);
  expect((await choose(person, await chosenNow())).done).toBe(true);
  expect((await actingOn(day)) !== null).toBe(answers);
  const people = await store.read.listPeopleOfBodies(M, [bodyId], day);
  expect(people.some(({ accountId }) => accountId === person)).toBe(answers);
});

test('a role that a login provider vouches for counts as one given by hand', async () => {
  const person = await addPerson([]);
  const client = await pool.connect();
  const provider = ids.next();
  await client.query(`begin; select set_config('handlingskraft.municipality', '${M}', true);
    insert into login_provider values ('${M}', '${provider}', 'idp', 'IdP', 'https://idp.exempel', 'x', 'secret', 'x',
      '{}', '{}', false, false, 'none', '{}', 'refused', true, 1);
    insert into claimed_membership values ('${M}', '${person}', '${provider}', 0, 'board-controller', '${bodyId}');
    commit`);
  client.release();
  expect((await choose(person, await chosenNow())).done).toBe(true);
  expect(await actingOn('2026-05-15')).not.toBeNull();
  expect((await store.read.getPerson(M, person))?.claimed).toEqual([{ role: 'board-controller', bodyId }]);
});

test('two who choose at once: the second is told whom the first chose', async () => {
  const [a, b] = [await addPerson([controller]), await addPerson([controller])];
  await choose(null, await chosenNow());
  const answers = await Promise.all([choose(a, null), choose(b, null)]);
  const loser = answers.find(({ done }) => !done);
  expect(answers.filter(({ done }) => done)).toHaveLength(1);
  expect(loser).toMatchObject({ done: false, current: { accountId: await chosenNow() } });
});

test('nothing is chosen or seen across bodies and municipalities', async () => {
  const foreign = await addPerson([], {}, '9902');
  await expect(choose(foreign, await chosenNow())).rejects.toThrow(/foreign key/);
  const own = await chosenNow();
  expect((await choose(null, own, { bodyId: otherBodyId, commitmentId })).done).toBe(false);
  expect(await store.read.listResponsible('9902', { commitmentId }, '2026-05-15')).toEqual([]);
  expect(await store.read.listResponsible('9902', { bodyIds: [bodyId] }, '2026-05-15')).toEqual([]);
  expect(await store.read.listPeopleOfBodies('9902', [bodyId], '2026-05-15')).toEqual([]);
  const all = await store.read.listResponsible(M, { planId: world.plan.facts.id }, '2026-05-15');
  expect(all).toHaveLength(world.plan.commitments.length);
  expect(await store.read.listResponsible(M, { bodyIds: [bodyId, otherBodyId] }, '2026-05-15')).toHaveLength(
    all.length,
  );
});

test('a substitute must have an end, and cannot be for oneself', async () => {
  const person = await addPerson([controller]);
  await expect(addPerson([{ ...controller, substituteFor: person }])).rejects.toThrow(/membership_substitute_ends/);
  await expect(addPerson([{ ...controller, validFrom: '2026-02-01', validTo: '2026-01-01' }])).rejects.toThrow(
    /membership_period/,
  );
});
