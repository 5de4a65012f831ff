import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { migrate } from '../src/adapters/db/migrate.ts';
import { type ConnectionSettings, createPool, type StoreLog } from '../src/adapters/db/pool.ts';
import { createStore } from '../src/adapters/db/store.ts';
import { layoutOf } from '../src/adapters/db/supervisor/layout.ts';
import { adminClient } from '../src/adapters/db/supervisor/postmaster.ts';
import { superviseServer } from '../src/adapters/db/supervisor/supervise.ts';
import { createIds } from '../src/adapters/ids.ts';
import type { Ids } from '../src/app/shared/world.ts';
import type { Store } from '../src/app/store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The database server of this test run: a folder for the embedded one, or the address of a real server. */
    readonly testDatabase: { readonly folder: string; readonly url: string | null; readonly runId: string };
  }
}

/** A store on an empty database of its own, with all migrations run. */
export interface TestStore {
  readonly store: Store;
  readonly ids: Ids;
  readonly connection: ConnectionSettings;
  readonly pool: ReturnType<typeof createPool>;
  /** Statements told of since the last call of `takeQueries`. */
  takeQueries(): string[];
}

/** A log that keeps still; what a test wants to see it looks for itself. */
export const quietLog: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * A store on a fresh copy of the migrated template, removed after the test file. The server is started by the first
 * test file of the run that asks, on PostgreSQL from npm, or is the real server of `TEST_DATABASE_URL`.
 */
export async function createTestStore(): Promise<TestStore> {
  const connection = await createTestDatabase();
  const queries: string[] = [];
  const pool = createPool(connection, quietLog);
  const ids = createIds();
  const store = createStore({
    pool,
    ids,
    sessions: { onQuery: (text) => queries.push(text), namedStatements: process.env.TEST_DATABASE_URL === undefined },
  });
  afterAll(() => pool.end());
  return { store, ids, connection, pool, takeQueries: () => queries.splice(0) };
}

/** A database of its own without a store on it: migrated, or `empty`. Removed after the test file. */
export async function createTestDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<ConnectionSettings> {
  const server = await testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = content === 'migrated' ? await ensureTemplate(server) : 'template0';
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  afterAll(() => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)));
  return inDatabase(server, name);
}

function inDatabase(server: ConnectionSettings, name: string): ConnectionSettings {
  if (server.connectionString === undefined) return { ...server, database: name };
  const address = new URL(server.connectionString);
  address.pathname = `/${name}`;
  return { connectionString: address.href };
}

let known: Promise<ConnectionSettings> | null = null;

function testServer(): Promise<ConnectionSettings> {
  known ??= findServer();
  return known;
}

async function findServer(): Promise<ConnectionSettings> {
  const { folder, url } = inject('testDatabase');
  if (url !== null) return { connectionString: url };
  const embedded = { dataFolder: folder, serve: false, systemBinaries: undefined, log: quietLog };
  // Nobody leaves before the run is over: test/global-setup.ts stops the server.
  const { connection } = await superviseServer(embedded);
  const admin = adminClient(layoutOf(folder));
  await admin.connect();
  await admin.query('alter role handlingskraft createdb').catch((error) => {
    // Two test files at once: the other one has just done it.
    if (!/concurrently updated/.test(error.message)) throw error;
  });
  await admin.end();
  return connection;
}

async function onServer<T>(server: ConnectionSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(server);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureTemplate(server: ConnectionSettings): Promise<string> {
  const name = `template_${inject('testDatabase').runId}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(20281, 3)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rows.length > 0) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template template0`);
    const pool = createPool(inDatabase(server, unfinished), quietLog);
    await migrate(pool);
    await pool.end();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}
