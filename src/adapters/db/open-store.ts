import { DatabaseError, type Pool } from 'pg';
import type { Outbox } from '../../app/mail/ports.ts';
import type { Maintenance } from '../../app/maintenance/ports.ts';
import type { Store } from '../../app/store.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { machineClock } from '../clock.ts';
import { createIds } from '../ids.ts';
import { needsTls, tlsFaultOf, verifiedTls } from './database-tls.ts';
import { createMaintenance } from './maintenance/maintenance.ts';
import { migrate } from './migrate.ts';
import { createOutbox } from './outbox.ts';
import { type ConnectionSettings, createPool, type StoreLog } from './pool.ts';
import type { OnQuery } from './session.ts';
import { createStore, type TrailGrowth } from './store.ts';
import { RefusedStart, type StoreRefusal } from './supervisor/refusals.ts';
import { type EmbeddedServer, superviseServer } from './supervisor/supervise.ts';
import { isConnectionLoss } from './transactions.ts';

export type { StoreLog } from './pool.ts';
export type { OnQuery } from './session.ts';
export type { StoreRefusal } from './supervisor/refusals.ts';

export interface StoreSettings {
  /** A PostgreSQL server, 15 to 18; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded server's data; made when it is missing. */
  readonly dataFolder: string;
  /** True for the process that serves people: of those there is one to an embedded database. */
  readonly serve: boolean;
  /** Folder with the machine's own PostgreSQL programs, instead of those from npm; `HANDLINGSKRAFT_PG_BIN`. */
  readonly systemBinaries?: string | undefined;
  readonly log: StoreLog;
  readonly onQuery?: OnQuery | undefined;
}

export interface OpenedStore {
  readonly store: Store;
  readonly maintenance: Maintenance;
  readonly outbox: Outbox;
  readonly pool: Pool;
  /** Closes connections; the last process to leave an embedded server stops it. To be called on SIGINT and SIGTERM. */
  close(): Promise<void>;
}

const OLDEST_MAJOR = 15;
/** Hexadecimal digits. */
const LOGGED_HASH = 32;

/** Opens the database, runs the migrations that are missing, and gives the store. */
export async function openStore(settings: StoreSettings): Promise<Result<OpenedStore, StoreRefusal>> {
  let server: EmbeddedServer | null = null;
  let pool: Pool | null = null;
  try {
    server =
      settings.databaseUrl === null
        ? await superviseServer({ ...settings, systemBinaries: settings.systemBinaries })
        : null;
    const opened = createPool(connectionOf(settings, server), settings.log);
    pool = opened;
    await prepareDatabase(opened, settings);
    const close = async (): Promise<void> => {
      await opened.end();
      await server?.close();
    };
    const parts = {
      pool: opened,
      ids: createIds(),
      // Nothing stands between us and the embedded server; before somebody else's there may be a pooler.
      sessions: { onQuery: settings.onQuery, namedStatements: server !== null },
    };
    const outbox = createOutbox({ ...parts, clock: machineClock });
    // Half of the hash is enough to know it by, and is no longer than an id: whoever looks for tokens in the log finds none.
    const onTrail = ({ hash, ...growth }: TrailGrowth) =>
      settings.log.info({ ...growth, hash: hash.slice(0, LOGGED_HASH) }, 'the trail grew');
    return ok({
      store: createStore({ ...parts, onTrail }),
      maintenance: createMaintenance(opened),
      outbox,
      pool: opened,
      close,
    });
  } catch (error) {
    await pool?.end();
    await server?.close();
    if (error instanceof RefusedStart) return refuse(error.refusal);
    const refusal = refusalOfDatabaseError(error, settings);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

function connectionOf(settings: StoreSettings, server: EmbeddedServer | null): ConnectionSettings {
  if (server !== null) return server.connection;
  const connectionString = settings.databaseUrl ?? '';
  return needsTls(connectionString) ? { connectionString, ssl: verifiedTls } : { connectionString };
}

async function prepareDatabase(pool: Pool, settings: StoreSettings): Promise<void> {
  const { rows } = await pool.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::integer as number, current_setting('server_version') as version",
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  if (number < OLDEST_MAJOR * 10_000) throw new RefusedStart({ kind: 'database-too-old', version });
  const migrated = await migrate(pool);
  if (!migrated.ok) throw new RefusedStart(migrated.refusal);
  if (migrated.value.length > 0)
    settings.log.info({ migrations: migrated.value }, 'The database was brought up to date');
  await warnOfRisks(pool, settings.log);
}

/** What makes our promises untrue on a server of somebody else's: said, since we cannot change it. */
async function warnOfRisks(pool: Pool, log: StoreLog): Promise<void> {
  const { rows } = await pool.query<{ fsync: string; commits: string; bypass: boolean; open: boolean }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
       (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypass,
       (select not ssl from pg_stat_ssl where pid = pg_backend_pid())
         and coalesce(not inet_client_addr() <<= any (array[inet '127.0.0.0/8', inet '::1']), false) as open`,
  );
  const risks = rows[0];
  if (risks?.fsync === 'off' || risks?.commits === 'off')
    log.warn({}, 'This database server does not write durably: fsync or synchronous_commit is off');
  if (risks?.bypass === true)
    log.warn({}, 'The database user passes by row security: give the program a user without superuser rights');
  if (risks?.open === true) log.warn({}, 'The connection to the database server is not encrypted');
}

function refusalOfDatabaseError(error: unknown, settings: StoreSettings): StoreRefusal | null {
  if (!(error instanceof Error)) return null;
  const fault = tlsFaultOf(error);
  if (fault === 'unencrypted') return { kind: 'database-unencrypted' };
  if (fault === 'certificate') return { kind: 'database-certificate', detail: error.message };
  if (error instanceof DatabaseError) {
    if (error.code === '42501') return { kind: 'database-not-permitted', detail: error.message };
    if (error.code === '53100') return { kind: 'disk-full', path: settings.dataFolder };
    if (/^(?:28|3D|53300)/.test(error.code ?? '')) return { kind: 'database-unreachable', detail: error.message };
    return null;
  }
  const unreachable =
    isConnectionLoss(error) ||
    ('code' in error && /^(?:ENOTFOUND|ETIMEDOUT|EAI_|EHOST|ERR_INVALID_URL)/.test(String(error.code)));
  return unreachable ? { kind: 'database-unreachable', detail: error.message } : null;
}
