import { Pool, type PoolConfig, types } from 'pg';

const DATE_OID = 1082;
const MAX_CONNECTIONS = 10;

/** Where and as whom to connect. */
export type ConnectionSettings = Pick<
  PoolConfig,
  'connectionString' | 'host' | 'user' | 'password' | 'database' | 'ssl'
>;

/** `pipeline` sends a query before the answer to the one before it has come; the types of `pg` do not name it yet. */
interface PipelinedPoolConfig extends PoolConfig {
  readonly pipeline: boolean;
}

/** What the store writes to its log; pino fits. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A pool of connections whose dates stay ISO texts: a day has no time zone. */
export function createPool(settings: ConnectionSettings, log: StoreLog): Pool {
  const config: PipelinedPoolConfig = {
    ...settings,
    max: MAX_CONNECTIONS,
    pipeline: true,
    application_name: 'handlingskraft',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === DATE_OID ? (value: string) => value : types.getTypeParser(oid, format),
    },
  };
  const pool = new Pool(config);
  pool.on('error', (error) => {
    // The pool says that it has ended before its connections have: one that we let go of ourselves is not lost.
    if (!pool.ending) log.warn({ error: error.message }, 'An idle database connection was lost');
  });
  return pool;
}
