import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, quietLog } from '../../../test/database.ts';
import { rowsOf } from '../../../test/outbox-world.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { createPool } from './pool.ts';

const pool = createPool(await createTestDatabase('empty'), quietLog);
afterAll(() => pool.end());

test('letters that stood in the outbox before it could be emptied wait for their time', async () => {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateTo('0003-trail-and-letters');
  expect(error).toBeUndefined();
  await rowsOf(
    pool,
    '9901',
    `insert into municipality values ('9901', 'Provby', '{}', '{}', '04-30', 'standard', 1);
     insert into letter values
       ('9901', '11111111-1111-7111-8111-111111111111', null, 'a@b.se', 'sv', 'invitation', '{}', true,
        '2026-05-01T08:00:00Z', null),
       ('9901', '22222222-2222-7222-8222-222222222222', null, 'a@b.se', 'sv', 'invitation', '{}', true,
        '2026-05-01T08:00:00Z', '2026-05-02T08:00:00Z')`,
  );
  expect((await migrate(pool)).ok).toBe(true);
  const letters = await rowsOf(
    pool,
    '9901',
    'select state, urgent, attempts, due_at, first_due_at from letter order by 4',
  );
  const waiting = (day: string) => {
    const at = new Date(`${day}T08:00:00Z`);
    return { state: 'waiting', urgent: true, attempts: 0, due_at: at, first_due_at: at };
  };
  expect(letters).toEqual([waiting('2026-05-01'), waiting('2026-05-02')]);
  const { rows } = await pool.query("select relforcerowsecurity as forced from pg_class where relname = 'letter'");
  expect(rows).toEqual([{ forced: true }]);
});
