import { expect, test } from 'vitest';
import { createTestStore } from '../../../test/database.ts';
import { contextOf, madeUpMunicipality, storeWorld } from '../../../test/followup-world.ts';
import { written } from './session.ts';
import { inRead } from './transactions.ts';

const { store, ids, pool, takeQueries } = await createTestStore();
const world = await storeWorld(store, ids, { municipality: '9901', measures: 22, state: 'adopted' });
const other = await storeWorld(store, ids, { municipality: '9902', measures: 2, state: 'adopted' });
const context = contextOf('9901');
const done = { kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null };

test('a whole plan comes back in document order, with one query', async () => {
  takeQueries();
  const plan = await store.read.getPlanBySlug('9901', 'plan');
  expect(takeQueries()).toHaveLength(1);
  expect(plan?.facts).toEqual(world.plan.facts);
  expect(plan?.blocks).toEqual(world.plan.blocks);
  expect(plan?.commitments.map((c) => [c.id, c.bodyName, c.lastReport, c.reportCount])).toEqual(
    world.plan.commitments.map((c) => [c.id, world.bodies.find((b) => b.id === c.bodyId)?.name, null, 0]),
  );
  expect(await store.read.getPlanById('9901', world.plan.facts.id)).toEqual(plan);
});

test('an outline is the same plan with less of each part, with one query', async () => {
  const plan = await store.read.getPlanBySlug('9901', 'plan');
  takeQueries();
  const outline = await store.read.getPlanOutline('9901', 'plan');
  expect(takeQueries()).toHaveLength(1);
  expect(outline?.commitments.length).toBeGreaterThan(0);
  expect(plan).toMatchObject({ ...outline });
  expect(await store.read.getPlanOutline('9902', 'no-such-plan')).toBeNull();
});

test('bodies are sorted as Swedish sorts', async () => {
  expect((await store.read.listBodies('9901')).map((body) => body.name)).toEqual(['Teknisk nämnd', 'Ångfärjan AB']);
});

test('a municipality sees nothing of another', async () => {
  const { read } = store;
  expect(await read.getPlanById('9902', world.plan.facts.id)).toBeNull();
  expect(await read.getBlock('9902', world.plan.facts.id, world.plan.blocks[0]?.id ?? '')).toBeNull();
  expect(await read.getCommitment('9902', world.plan.commitments[0]?.id ?? '')).toBeNull();
  expect(await read.listCommitmentsOfBodies('9902', [world.bodies[0]?.id ?? ''])).toEqual([]);
  expect((await read.listMunicipalities()).map((m) => m.code)).toEqual(['9901', '9902']);
});

test('row security holds also for a query that forgets the municipality', async () => {
  const client = await pool.connect();
  const seen = async () => (await client.query('select municipality from plan')).rows.map((row) => row.municipality);
  expect(await seen()).toEqual([]);
  await client.query("begin; select set_config('handlingskraft.municipality', '9902', true)");
  expect(await seen()).toEqual(['9902']);
  await expect(client.query("insert into word_rule values ('9901', gen_random_uuid(), '{a}', 'b')")).rejects.toThrow(
    /row-level security/,
  );
  await client.query('rollback');
  expect(await seen()).toEqual([]);
  client.release();
  expect(other.plan.facts.slug).toBe('plan');
});

test.each([true, false])(
  'a read cannot write, and leaves no setting behind (named statements: %s)',
  async (namedStatements) => {
    const sessions = { namedStatements };
    const removal = inRead(pool, '9901', sessions, (session) => session.write(written('delete from event', [])));
    await expect(removal).rejects.toThrow(/read-only transaction/);
    await inRead(pool, '9901', sessions, (session) => session.all(written('select from plan', [])));
    const client = await pool.connect();
    const { rows } = await client.query(`select current_setting('handlingskraft.municipality', true) as municipality,
    current_setting('transaction_read_only') as "readOnly", (select count(*)::integer from plan) as plans`);
    client.release();
    expect(rows).toEqual([{ municipality: '', readOnly: 'off', plans: 0 }]);
  },
);

test.each([true, false])(
  'reads at once keep to their own municipality (named statements: %s)',
  async (namedStatements) => {
    const codes = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? '9901' : '9902'));
    const own = written<{ code: string }>('select distinct municipality as code from plan', []);
    const seen = await Promise.all(codes.map((code) => inRead(pool, code, { namedStatements }, (s) => s.first(own))));
    expect(seen.map((row) => row?.code)).toEqual(codes);
  },
);

test('a text that is no id names nothing', async () => {
  const { read } = store;
  expect(await read.getPlanById('9901', 'x')).toBeNull();
  expect(await read.getBlock('9901', world.plan.facts.id, "' or 1=1")).toBeNull();
  expect(await read.getCommitment('9901', '')).toBeNull();
  expect(await read.getImportDraft('9901', 'nope')).toBeNull();
  expect(await read.listAdoptedMeasuresOfBody('9901', 'nope')).toEqual([]);
});

test('a change without an event is a bug and leaves nothing', async () => {
  const rule = { id: ids.next(), words: ['skol'], bodyLabel: 'TN', rowVersion: 1 };
  await expect(store.change(context, (tx) => tx.addWordRule('9901', rule))).rejects.toThrow(/without an event/);
  expect(await store.read.listWordRules('9901')).toEqual([]);
});

test('a change that throws leaves neither the change nor its event', async () => {
  const change = store.change(context, async (tx) => {
    await tx.addWordRule('9901', { id: ids.next(), words: ['skol'], bodyLabel: 'TN', rowVersion: 1 });
    await tx.event({ ...done, kind: 'undone' });
    throw new Error('on purpose');
  });
  await expect(change).rejects.toThrow('on purpose');
  expect(await store.read.listWordRules('9901')).toEqual([]);
  expect(await eventsOf('undone')).toBe(0);
});

test('a failed statement that the change swallows undoes all, and is said', async () => {
  const change = store.change(context, async (tx) => {
    await tx.addWordRule('9901', { id: ids.next(), words: ['skol'], bodyLabel: 'TN', rowVersion: 1 });
    await tx.addMunicipality(madeUpMunicipality('9901')).catch(() => undefined);
    return 'as if nothing had happened';
  });
  await expect(change).rejects.toThrow();
  expect(await store.read.listWordRules('9901')).toEqual([]);
});

test('a change cannot reach into another municipality', async () => {
  const change = store.change(context, (tx) =>
    tx.addBody('9902', { id: ids.next(), kind: 'board', name: 'A', abbreviation: null }),
  );
  await expect(change).rejects.toThrow(/another municipality/);
});

test('text with NUL is never half stored', async () => {
  const change = store.change(context, async (tx) => {
    await tx.addWordRule('9901', { id: ids.next(), words: ['fine'], bodyLabel: 'TN', rowVersion: 1 });
    await tx.addBody('9901', { id: ids.next(), kind: 'board', name: 'Nämnd\0', abbreviation: null });
    await tx.event(done);
  });
  // Bodies travel as JSON, so this is how PostgreSQL says that it takes no NUL.
  await expect(change).rejects.toThrow(/unsupported Unicode escape sequence/);
  expect(await store.read.listWordRules('9901')).toEqual([]);
});

async function eventsOf(kind: string): Promise<number> {
  const client = await pool.connect();
  await client.query("begin; select set_config('handlingskraft.municipality', '9901', true)");
  const { rows } = await client.query('select 1 from event where kind = $1', [kind]);
  await client.query('commit');
  client.release();
  return rows.length;
}
