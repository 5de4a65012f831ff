import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { ok, type Result, refuse } from '../core/shared/result.ts';
import { type SecretFileRefusal, withSecretFiles } from './secret-files.ts';

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
  readonly logLevel: LogLevel;
  /** What whoever reads the figures at /metrics must show; null: nobody may. */
  readonly metricsToken: string | null;
  /** How long the service answers on after it was told to stop, while it says that it is not ready; for those who have a load balancer. */
  readonly drainSeconds: number;
  /** How long requests under way may take to finish after that. */
  readonly stopSeconds: number;
  /** Key that links and signatures are made of, from `HANDLINGSKRAFT_SECRET`; null for the one in the data folder. */
  readonly secret: string | null;
  /** Mail server, from `HANDLINGSKRAFT_SMTP_URL`; null for none. */
  readonly smtpUrl: string | null;
  /** Who letters come from, from `HANDLINGSKRAFT_MAIL_FROM`; null when not said. */
  readonly mailFrom: string | null;
  /** Certificate and key of the service's own https; null when it speaks http to a proxy on the same machine. */
  readonly tls: TlsKeys | null;
}

/** What the service shows browsers or its proxy when it encrypts by itself, in PEM. */
export interface TlsKeys {
  readonly cert: string;
  readonly key: string;
}

/** How much the log tells; each level also tells what the ones after it do. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Why the settings cannot be used. `setting` is the name of the variable. */
export type SettingsRefusal =
  | SecretFileRefusal
  | { readonly kind: 'bad-port' | 'bad-tls' }
  | { readonly kind: 'bad-log-level' | 'bad-seconds' | 'short-metrics-token'; readonly setting: string };

const SHORTEST_METRICS_TOKEN = 16;
const MOST_SECONDS = 3600;
const STOP_SECONDS = 25;

/** Flags of the command line that settings can be given by; they go before the environment. */
export interface SettingFlags {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this run. `PORT` and `--port` take 0–65535; 0 lets the machine choose. */
export function readSettings(given: Environment, flags: SettingFlags): Result<Settings, SettingsRefusal> {
  const env = withSecretFiles(given);
  return env.ok ? readAll(env.value, flags) : env;
}

function readAll(env: Environment, flags: SettingFlags): Result<Settings, SettingsRefusal> {
  const given = flags.port ?? (env.PORT || '3000');
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) return refuse({ kind: 'bad-port' });
  const logLevel = logLevels.find((level) => level === (env.HANDLINGSKRAFT_LOG_LEVEL || 'info'));
  if (logLevel === undefined) return refuse({ kind: 'bad-log-level', setting: 'HANDLINGSKRAFT_LOG_LEVEL' });
  const metricsToken = env.HANDLINGSKRAFT_METRICS_TOKEN || null;
  if (metricsToken !== null && metricsToken.length < SHORTEST_METRICS_TOKEN)
    return refuse({ kind: 'short-metrics-token', setting: 'HANDLINGSKRAFT_METRICS_TOKEN' });
  const drainSeconds = secondsOf(env, 'HANDLINGSKRAFT_DRAIN_SECONDS', 0);
  if (!drainSeconds.ok) return drainSeconds;
  const stopSeconds = secondsOf(env, 'HANDLINGSKRAFT_STOP_SECONDS', STOP_SECONDS);
  if (!stopSeconds.ok) return stopSeconds;
  const tls = tlsOf(env);
  if (!tls.ok) return tls;
  return ok({
    dataFolder: resolve(flags.data ?? env.HANDLINGSKRAFT_DATA ?? 'data'),
    databaseUrl: env.DATABASE_URL || null,
    systemBinaries: env.HANDLINGSKRAFT_PG_BIN || undefined,
    host: flags.host ?? env.HOST ?? '127.0.0.1',
    port,
    baseUrl: env.HANDLINGSKRAFT_URL?.replace(/\/+$/, '') || null,
    municipality: env.HANDLINGSKRAFT_MUNICIPALITY || null,
    trustProxy: env.HANDLINGSKRAFT_TRUST_PROXY === '1',
    secret: env.HANDLINGSKRAFT_SECRET || null,
    smtpUrl: env.HANDLINGSKRAFT_SMTP_URL || null,
    mailFrom: env.HANDLINGSKRAFT_MAIL_FROM || null,
    tls: tls.value,
    logLevel,
    metricsToken,
    drainSeconds: drainSeconds.value,
    stopSeconds: stopSeconds.value,
  });
}

/** Both or neither, and a pair that belongs together. */
function tlsOf(env: Environment): Result<TlsKeys | null, SettingsRefusal> {
  const { HANDLINGSKRAFT_TLS_CERT: cert, HANDLINGSKRAFT_TLS_KEY: key } = env;
  if (!cert && !key) return ok(null);
  if (!cert || !key) return refuse({ kind: 'bad-tls' });
  try {
    createSecureContext({ cert, key });
    return ok({ cert, key });
  } catch {
    return refuse({ kind: 'bad-tls' });
  }
}

function secondsOf(env: Environment, setting: string, usual: number): Result<number, SettingsRefusal> {
  const given = env[setting] || String(usual);
  const seconds = Number(given);
  return /^\d{1,4}$/.test(given) && seconds <= MOST_SECONDS ? ok(seconds) : refuse({ kind: 'bad-seconds', setting });
}
