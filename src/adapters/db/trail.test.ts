import { beforeAll, expect, test } from 'vitest';
import { createTestStore, type TestStore } from '../../../test/database.ts';
import { testMunicipality } from '../../../test/web.ts';
import { checkDatabase } from './maintenance/check-database.ts';
import { createStore, type TrailGrowth } from './store.ts';

const at = new Date('2026-05-15T09:00:00Z');
const { code } = testMunicipality;
let made: TestStore;

const change = (kind: string) =>
  made.store.change({ municipality: code, actorId: null, at, requestId: null }, (tx) =>
    tx.event({ kind, thingKind: 'municipality', thingId: code, before: null, after: { b: 1, a: [true, null, 'x'] } }),
  );

beforeAll(async () => {
  made = await createTestStore();
  await made.store.change({ municipality: code, actorId: null, at, requestId: null }, async (tx) => {
    await tx.addMunicipality(testMunicipality);
    await tx.event({ kind: 'added', thingKind: 'municipality', thingId: code, before: null, after: null });
  });
});

/** Runs what only somebody with the whole database can do: past the guards. */
async function tamper(sql: string): Promise<void> {
  const client = await made.pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true);
      alter table event disable trigger user; ${sql}; alter table event enable trigger user; commit`);
  } finally {
    client.release();
  }
}

const trailFaults = async () =>
  (await checkDatabase(made.pool)).map(({ rule, subject }) => [rule, subject.replace(/ .*/, '')]);

test('eight who write at once leave an unbroken chain', async () => {
  const write = async () => {
    for (let turn = 0; turn < 12; turn += 1) await change('tested');
  };
  await Promise.all(Array.from({ length: 8 }, write));
  expect(await trailFaults()).toEqual([]);
  const { rows } = await made.pool
    .query(
      `select set_config('handlingskraft.municipality', '${code}', false); select max(sequence)::integer as last, count(*)::integer as count from event`,
    )
    .then((results) => (results as unknown as { rows: unknown[] }[])[1] ?? { rows: [] });
  expect(rows).toEqual([{ last: 97, count: 97 }]);
});

test.each(['update event set kind = kind', 'delete from event', 'truncate event'])('%s is refused', async (sql) => {
  const client = await made.pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true)`);
    await expect(client.query(sql)).rejects.toThrow('events are kept as they were written');
  } finally {
    await client.query('rollback');
    client.release();
  }
});

const columns: readonly (readonly [string, string])[] = [
  ['happened_at', "happened_at + interval '1 millisecond'"],
  ['actor_id', 'gen_random_uuid()'],
  ['request_id', "'x'"],
  ['kind', "kind || 'x'"],
  ['thing_kind', "thing_kind || 'x'"],
  ['thing_id', "thing_id || 'x'"],
  ['before', "'1'::jsonb"],
  ['after', `jsonb_set(after, '{a,0}', 'false')`],
  ['hash', "overlay(hash placing case left(hash, 1) when '0' then '1' else '0' end from 1 for 1)"],
];

test.each(columns)('one altered byte in %s is found and named', async (column, value) => {
  await tamper(`create table kept as select * from event where sequence = 50;
    update event set ${column} = ${value} where sequence = 50`);
  expect(await trailFaults()).toContainEqual(['event-altered', '50']);
  await tamper(`update event e set ${column} = kept.${column} from kept where e.sequence = 50; drop table kept`);
  expect(await trailFaults()).toEqual([]);
});

test('a removed event is found and named, and so is a removed end', async () => {
  await tamper(
    'create table kept as select * from event where sequence in (50, 97); delete from event where sequence = 50',
  );
  expect(await trailFaults()).toEqual([['event-removed', '51']]);
  await tamper('insert into event select * from kept where sequence = 50; delete from event where sequence = 97');
  expect(await trailFaults()).toEqual([['end-removed', '97']]);
  await tamper('insert into event select * from kept where sequence = 97; drop table kept');
  expect(await trailFaults()).toEqual([]);
});

test('each committed change tells where the trail ends, and one that is undone tells nothing', async () => {
  const told: TrailGrowth[] = [];
  const sessions = { namedStatements: false };
  const store = createStore({ pool: made.pool, ids: made.ids, sessions, onTrail: (growth) => told.push(growth) });
  const context = { municipality: code, actorId: null, at, requestId: 'the-request' };
  const event = { kind: 'tested', thingKind: 'municipality', thingId: code, before: null, after: null };
  await store.change(context, async (tx) => {
    await tx.event(event);
    await tx.event(event);
  });
  const undone = store.change(context, async (tx) => {
    await tx.event(event);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(told).toEqual([
    {
      municipality: code,
      requestId: 'the-request',
      kinds: ['tested', 'tested'],
      sequence: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});
