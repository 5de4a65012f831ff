import { beforeAll, expect, test } from 'vitest';
import { begunAnew, copiedRelations } from '../src/adapters/db/copied-relations.ts';
import { createDemoSite, type DemoSite } from './demo-site.ts';
import { formVisitor } from './form-visitor.ts';
import { tagBlock } from './tag-block.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

const SLUG = 'trygga-relationer';

/** Every table that leads to a plan by its foreign keys, however many steps away. */
async function hangingOnPlans(): Promise<readonly string[]> {
  const { rows } = await site.pool.query<{ child: string; parent: string }>(
    `select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const found = new Set(['plan']);
  for (const name of found) for (const { child, parent } of rows) if (parent === name) found.add(child);
  return [...found].sort();
}

test('every table that hangs on a plan is copied, worked out again, or named as left out', async () => {
  expect(await hangingOnPlans()).toEqual(Object.keys(copiedRelations).sort());
});

async function rowsOf(table: string, planId: string): Promise<readonly Record<string, unknown>[]> {
  return site.rows(`select * from ${table} where plan_id = '${planId}'`);
}

test('a copy has every text and role of the plan, in its places, with nothing of what was answered and reported', async () => {
  const from = await site.store.read.getPlanBySlug(site.code, SLUG);
  const strategist = formVisitor(site, 'strategist');
  const tagged = from?.blocks.find(({ kind }) => kind === 'measure');
  const value = await tagBlock(site, tagged?.id ?? '');
  const page = `/planer/${SLUG}/kopiera`;
  expect((await strategist.fill(page, { title: '' })).status).toBe(422);
  const made = await strategist.fill(page, {
    title: 'Trygga relationer 2031–2034',
    periodFrom: '2031',
    periodTo: '2034',
  });
  expect(made.location).toBe('/planer/trygga-relationer-2031-2034/redigera?klart');
  const to = await site.store.read.getPlanBySlug(site.code, 'trygga-relationer-2031-2034');
  expect(to?.facts).toMatchObject({
    state: 'draft',
    periodFrom: 2031,
    words: from?.facts.words,
    registrationNumber: null,
  });
  const texts = (plan: typeof from) =>
    plan?.blocks.map(({ kind, label, text, position }) => [kind, label, text, position]);
  expect(texts(to)).toEqual(texts(from));
  expect(to?.blocks.map(({ origin }) => origin)).toEqual(from?.blocks.map(({ id }) => ({ copiedFrom: id })));
  const roles = (plan: typeof from) =>
    plan?.commitments.map(({ bodyId, bodyLabel, role }) => [bodyId, bodyLabel, role]);
  expect(roles(to)).toEqual(roles(from));
  expect(to?.commitments.every(({ stance, reportCount }) => stance === 'unanswered' && reportCount === 0)).toBe(true);
  expect(from?.commitments.some(({ reportCount }) => reportCount > 0)).toBe(true);
  const copy = to?.blocks.find(({ origin }) => JSON.stringify(origin) === JSON.stringify({ copiedFrom: tagged?.id }));
  const { tags } = await site.store.read.getPlanTags(site.code, to?.facts.id ?? '');
  expect(tags).toContainEqual({ blockId: copy?.id, valueId: value });
  for (const [table, fate] of Object.entries(copiedRelations)) {
    const columns = await site.pool.query(
      `select from information_schema.columns where table_name = $1 and column_name = 'plan_id'`,
      [table],
    );
    if (columns.rowCount === 0) continue;
    const [old, fresh] = [await rowsOf(table, from?.facts.id ?? ''), await rowsOf(table, to?.facts.id ?? '')];
    if (typeof fate === 'object') expect([table, fresh.length]).toEqual([table, 0]);
    else expect([table, fresh.length]).toEqual([table, old.length]);
  }
});

test.each(['plan', 'block', 'commitment'] as const)('every column of %s is copied or begins anew', async (table) => {
  const from = await site.store.read.getPlanFacts(site.code, SLUG);
  const to = await site.store.read.getPlanFacts(site.code, 'trygga-relationer-2031-2034');
  const anew = new Set<string>(begunAnew[table]);
  const kept = (rows: readonly Record<string, unknown>[]) =>
    rows.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !anew.has(column)))).sort();
  const [old, fresh] = [await rowsOf(table, from?.id ?? ''), await rowsOf(table, to?.id ?? '')];
  expect(Object.keys(old[0] ?? {})).toEqual(expect.arrayContaining([...anew]));
  expect(kept(fresh)).toEqual(kept(old));
});
