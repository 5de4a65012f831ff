import { expect, test } from 'vitest';
import { createTestStore } from '../../../test/database.ts';
import { tableNames } from './schema.ts';

const { pool } = await createTestStore();
/** Of the migrator, and of no municipality. */
const migrationTables = ['kysely_migration', 'kysely_migration_lock'];

test('the municipality stands first in every primary, unique and foreign key, and in every index', async () => {
  const { rows } = await pool.query<{ name: string; first: string }>(
    `select c.conname as name, a.attname as first from pg_constraint c
       join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
       where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f') and t.relname <> all($1)
     union all
     select i.indexrelid::regclass::text, coalesce(a.attname, 'an expression') from pg_index i
       join pg_class t on t.oid = i.indrelid
       left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
       where t.relnamespace = 'public'::regnamespace and t.relname <> all($1)`,
    [migrationTables],
  );
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ first }) => first !== 'municipality')).toEqual([]);
});

test('every table is listed, parents first, and has forced row security', async () => {
  const { rows } = await pool.query<{ name: string; safe: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as safe from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1)`,
    [migrationTables],
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...tableNames].sort());
  expect(rows.filter(({ safe }) => !safe)).toEqual([]);
  const keys = await pool.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const order = new Map<string, number>(tableNames.map((name, index) => [name, index]));
  expect(keys.rows.filter((key) => (order.get(key.parent) ?? 99) >= (order.get(key.child) ?? -1))).toEqual([]);
});

test('every foreign key has an index that begins as it does', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select conname as name from pg_constraint c where contype = 'f' and connamespace = 'public'::regnamespace
       and not exists (select from pg_index i where i.indrelid = c.conrelid
         and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k)
           @> (select array_agg(k order by k) from unnest(c.conkey) k))
       and not (c.confrelid = 'account'::regclass and c.conrelid = 'report'::regclass)`,
  );
  expect(rows).toEqual([]);
});
