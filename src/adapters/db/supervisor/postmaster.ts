import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { StoreLog } from '../pool.ts';
import { isConnectionLoss } from '../transactions.ts';
import type { Binaries } from './binaries.ts';
import { isAlive, refusalOfOutput, SUPERUSER } from './initialise.ts';
import { type Layout, SOCKET_PORT } from './layout.ts';
import { RefusedStart } from './refusals.ts';
import { type ServerUser, spawnAs } from './server-user.ts';

const PAUSE_MS = 20;
const START_PATIENCE_MS = 30_000;
// Recovery after a power cut reads the log from the last checkpoint: minutes at worst, and never to be cut short.
const RECOVERY_PATIENCE_MS = 600_000;
const STOP_PATIENCE_MS = 60_000;
const MAX_LOG_BYTES = 5_000_000;

/** All that is needed to start the server of a data folder. */
export interface ServerPlan {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly log: StoreLog;
}

/** A connection as superuser to a database of the embedded server. */
export function adminClient(layout: Layout, database = 'postgres'): Client {
  const password = readFileSync(layout.passwordFile, 'utf8').trim();
  const client = new Client({ host: layout.socketFolder, port: SOCKET_PORT, user: SUPERUSER, password, database });
  client.on('error', () => undefined);
  return client;
}

/** Whether the server answers; throws when it answers and will not have us. */
export async function answers(layout: Layout): Promise<boolean> {
  if (!existsSync(layout.passwordFile)) return false;
  const client = adminClient(layout);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (isConnectionLoss(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Sees to it that the server answers: attaches to a living one, starts one otherwise. Throws a `RefusedStart`. */
export async function ensureRunning(plan: ServerPlan): Promise<'attached' | 'started'> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let last: RefusedStart | null = null;
  while (Date.now() < deadline) {
    if (await answers(plan.layout)) return 'attached';
    if (livingPostmaster(plan.layout) !== null) {
      await waitForAnswer(plan, () => livingPostmaster(plan.layout) !== null);
      continue;
    }
    last = await startOnce(plan);
    if (last === null) return 'started';
    // Another start was first, or the children of a killed server still hold its memory: both pass.
    if (!/lock file|still in use|already exists/.test(JSON.stringify(last.refusal))) throw last;
    await wait(PAUSE_MS * 5);
  }
  throw last ?? new RefusedStart(refusalOfOutput('the server did not answer', plan.layout));
}

async function startOnce(plan: ServerPlan): Promise<RefusedStart | null> {
  const { layout } = plan;
  const logHandle = openSync(layout.logFile, 'a', 0o600);
  if (fstatSync(logHandle).size > MAX_LOG_BYTES) ftruncateSync(logHandle);
  const begin = fstatSync(logHandle).size;
  const child = spawnAs(plan.user, join(plan.binaries.folder, 'postgres'), serverArguments(layout), {
    // A session of its own: Ctrl-C in the terminal reaches us, and we stop the server when all is written.
    detached: true,
    stdio: ['ignore', logHandle, logHandle],
  });
  closeSync(logHandle);
  let ended = false;
  child.on('exit', () => (ended = true)).on('error', () => (ended = true));
  child.unref();
  if (await waitForAnswer(plan, () => !ended)) return null;
  const said = readFileSync(layout.logFile).subarray(begin).toString('utf8');
  return new RefusedStart(refusalOfOutput(said, layout));
}

function serverArguments(layout: Layout): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: layout.socketFolder,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    wal_level: 'logical',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement in the log would carry what people have written; the error itself is enough.
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    logging_collector: 'off',
    jit: 'off',
  };
  return ['-D', layout.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Waits for an answer as long as somebody is working on it. */
async function waitForAnswer(plan: ServerPlan, working: () => boolean): Promise<boolean> {
  const begin = Date.now();
  let said = false;
  while (working() && Date.now() - begin < RECOVERY_PATIENCE_MS) {
    if (await answers(plan.layout)) return true;
    if (!said && Date.now() - begin > START_PATIENCE_MS) {
      said = true;
      plan.log.info({}, 'The database is still getting ready after an unexpected stop');
    }
    await wait(PAUSE_MS);
  }
  return false;
}

/**
 * Process id of the living server of this data folder, null when there is none. A file left by a dead server can name
 * a number that something else has got since (always so in containers): such a file is removed.
 */
export function livingPostmaster(layout: Layout): number | null {
  const pid = readPid(layout);
  if (pid === null || !isAlive(pid)) return null;
  if (isServerOf(layout, pid)) return pid;
  rmSync(layout.pidFile, { force: true });
  return null;
}

function readPid(layout: Layout): number | null {
  try {
    const pid = Number(readFileSync(layout.pidFile, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isServerOf(layout: Layout, pid: number): boolean {
  try {
    // A server stands in its data folder as long as it lives.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === layout.cluster;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(layout.cluster);
  } catch {
    return false;
  }
}

/** Stops the server when its work is written, and waits until it has gone. */
export async function stopServer(layout: Layout): Promise<void> {
  const pid = livingPostmaster(layout);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (livingPostmaster(layout) === pid && Date.now() < deadline) await wait(PAUSE_MS);
}
