import { resolve } from 'node:path';

/** Where the program runs: read once from the environment and the flags, and passed on as plain data. */
export interface Settings {
  /** Folder of the embedded database, its logins and nothing else. */
  readonly dataFolder: string;
  /** A PostgreSQL server instead of the embedded one; null for the embedded. */
  readonly databaseUrl: string | null;
  /** Folder with the machine's own PostgreSQL programs; undefined for those from npm. */
  readonly systemBinaries: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The address that people use, without a last slash; null when it is only known from each request. */
  readonly baseUrl: string | null;
  /** SCB code of the municipality shown when no host name leads to one; null for the only one. */
  readonly municipality: string | null;
  readonly trustProxy: boolean;
  /** Key that links and signatures are made of, from `HANDLINGSKRAFT_SECRET`; null for the one in the data folder. */
  readonly secret: string | null;
}

/** Flags of the command line that settings can be given by; they go before the environment. */
export interface SettingFlags {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/** The settings of this run. `PORT` and `--port` take 0–65535; 0 lets the machine choose. Null when the port is no port. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, flags: SettingFlags): Settings | null {
  const given = flags.port ?? (env.PORT || '3000');
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) return null;
  return {
    dataFolder: resolve(flags.data ?? env.HANDLINGSKRAFT_DATA ?? 'data'),
    databaseUrl: env.DATABASE_URL || null,
    systemBinaries: env.HANDLINGSKRAFT_PG_BIN || undefined,
    host: flags.host ?? env.HOST ?? '127.0.0.1',
    port,
    baseUrl: env.HANDLINGSKRAFT_URL?.replace(/\/+$/, '') || null,
    municipality: env.HANDLINGSKRAFT_MUNICIPALITY || null,
    trustProxy: env.HANDLINGSKRAFT_TRUST_PROXY === '1',
    secret: env.HANDLINGSKRAFT_SECRET || null,
  };
}
