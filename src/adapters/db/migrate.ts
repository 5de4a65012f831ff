import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { migrations } from './migrations/index.ts';

/** The database has been opened by a newer program, which left a migration that this one does not know. */
export interface NewerDatabase {
  readonly kind: 'database-newer-than-program';
  readonly migration: string;
}

/**
 * Runs the migrations that are missing, in one transaction under a lock, so that programs that start together run each
 * once. Gives the names of those that were run; throws when one fails, with nothing of it left.
 */
export async function migrate(pool: Pool): Promise<Result<string[], NewerDatabase>> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => ({ ...migrations }) };
  // Numbers are given out beforehand to those who work at the same time, so a lower one may arrive last.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const unknown = await findUnknownMigration(pool);
  if (unknown !== null) return refuse({ kind: 'database-newer-than-program', migration: unknown });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
  return ok((results ?? []).map((result) => result.migrationName));
}

async function findUnknownMigration(pool: Pool): Promise<string | null> {
  const { rows: tables } = await pool.query("select to_regclass('kysely_migration') is not null as present");
  if (tables[0]?.present !== true) return null;
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name desc');
  return rows.find((row) => !(row.name in migrations))?.name ?? null;
}
