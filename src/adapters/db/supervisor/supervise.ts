import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { ConnectionSettings, StoreLog } from '../pool.ts';
import { isConnectionLoss } from '../transactions.ts';
import { findBinaries } from './binaries.ts';
import {
  giveTo,
  initialise,
  makeSocketFolder,
  readClusterOwner,
  readDataMajor,
  removeUnfinished,
} from './initialise.ts';
import { layoutOf } from './layout.ts';
import { adminClient, ensureRunning, type ServerPlan, stopServer } from './postmaster.ts';
import { RefusedStart, refusalOfFileError } from './refusals.ts';
import { chooseServerUser } from './server-user.ts';

/** The program's user and its database in the embedded server. */
const OWNER = 'handlingskraft';

// Advisory locks of the whole server: who is here at all (shared), and the one that serves.
const PRESENCE_LOCK = '20281, 1';
const SERVING_LOCK = '20281, 2';
const OWNER_LOCK = '20281, 4';
const RETRY_PAUSE_MS = 200;

/** The embedded server, kept alive until it is closed. */
export interface EmbeddedServer {
  readonly connection: ConnectionSettings;
  /** How the server was found, for the log. */
  readonly found: 'attached' | 'started';
  /** Lets go of the server; the last to leave stops it. */
  close(): Promise<void>;
}

export interface EmbeddedSettings {
  readonly dataFolder: string;
  /** True for the one process that serves people; a second is refused. */
  readonly serve: boolean;
  readonly systemBinaries: string | undefined;
  readonly log: StoreLog;
}

/** Starts or attaches to the server of a data folder, and keeps it alive. Throws a `RefusedStart`. */
export async function superviseServer(settings: EmbeddedSettings): Promise<EmbeddedServer> {
  const plan = await prepare(settings);
  const { found, presence } = await arrive(plan, settings);
  await makeOwner(presence, plan);
  const state = { presence, closing: false };
  watch(state, plan, settings);
  return {
    found,
    connection: connectionOf(plan),
    async close() {
      state.closing = true;
      await leave(state.presence, plan);
    },
  };
}

async function prepare(settings: EmbeddedSettings): Promise<ServerPlan> {
  try {
    mkdirSync(settings.dataFolder, { recursive: true });
    const layout = layoutOf(realpathSync(settings.dataFolder));
    mkdirSync(layout.root, { recursive: true });
    removeUnfinished(layout);
    const binaries = findBinaries(layout.root, readDataMajor(layout), settings.systemBinaries);
    const owner = readClusterOwner(layout);
    const user = chooseServerUser(binaries.folder, layout.dataFolder, owner);
    if (owner === null) await initialise(layout, binaries, user);
    // A folder that was moved from another machine; never walked through otherwise, since a living server changes it.
    else if (owner !== user.uid) giveTo(user, layout.main);
    makeSocketFolder(layout, user);
    return { layout, binaries, user, log: settings.log };
  } catch (error) {
    const refusal = refusalOfFileError(error, settings.dataFolder);
    throw refusal === null ? error : new RefusedStart(refusal);
  }
}

/** Makes the server answer and marks our presence; begins again when it is stopped by its last guest just then. */
async function arrive(plan: ServerPlan, settings: EmbeddedSettings) {
  for (;;) {
    const found = await ensureRunning(plan);
    const presence = adminClient(plan.layout);
    try {
      await presence.connect();
      await presence.query(`select pg_advisory_lock_shared(${PRESENCE_LOCK})`);
      if (settings.serve) await takeServing(presence, settings.dataFolder);
      return { found, presence };
    } catch (error) {
      await presence.end().catch(() => undefined);
      if (!isConnectionLoss(error)) throw error;
      await wait(RETRY_PAUSE_MS);
    }
  }
}

async function takeServing(presence: Client, dataFolder: string): Promise<void> {
  const { rows } = await presence.query(`select pg_try_advisory_lock(${SERVING_LOCK}) as taken`);
  if (rows[0]?.taken !== true) throw new RefusedStart({ kind: 'already-serving', dataFolder });
}

/** The program works as an ordinary user that owns its database: row security holds for it. Of several who start at once, one makes it. */
async function makeOwner(admin: Client, plan: ServerPlan): Promise<void> {
  await admin.query(`select pg_advisory_lock(${OWNER_LOCK})`);
  try {
    await makeMissingOwner(admin, plan);
  } finally {
    await admin.query(`select pg_advisory_unlock(${OWNER_LOCK})`);
  }
}

async function makeMissingOwner(admin: Client, plan: ServerPlan): Promise<void> {
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [OWNER]);
  if (rows.length > 0) return;
  const name = escapeIdentifier(OWNER);
  const roles = await admin.query('select 1 from pg_roles where rolname = $1', [OWNER]);
  if (roles.rows.length === 0)
    await admin.query(`create role ${name} login password ${escapeLiteral(readPassword(plan))}`);
  await admin.query(`create database ${name} owner ${name}`);
}

function readPassword(plan: ServerPlan): string {
  return readFileSync(plan.layout.passwordFile, 'utf8').trim();
}

function connectionOf(plan: ServerPlan): ConnectionSettings {
  return { host: plan.layout.socketFolder, user: OWNER, password: readPassword(plan), database: OWNER };
}

interface SupervisedState {
  presence: Client;
  closing: boolean;
}

/** When the server dies its connections end, also when it is not our own child: then it is started again. */
function watch(state: SupervisedState, plan: ServerPlan, settings: EmbeddedSettings): void {
  state.presence.once('end', () => {
    if (!state.closing) void revive(state, plan, settings);
  });
}

async function revive(state: SupervisedState, plan: ServerPlan, settings: EmbeddedSettings): Promise<void> {
  settings.log.error({ logFile: plan.layout.logFile }, 'The database stopped unexpectedly and is being started again');
  while (!state.closing) {
    try {
      const { found, presence } = await arrive(plan, settings);
      state.presence = presence;
      watch(state, plan, settings);
      settings.log.warn({ found }, 'The database is running again');
      if (state.closing) await leave(presence, plan);
      return;
    } catch (error) {
      const reason = error instanceof RefusedStart ? error.refusal : String(error);
      settings.log.error({ reason }, 'The database could not be started again; trying once more');
      await wait(RETRY_PAUSE_MS * 5);
    }
  }
}

async function leave(presence: Client, plan: ServerPlan): Promise<void> {
  try {
    await presence.query(`select pg_advisory_unlock_all()`);
    const { rows } = await presence.query(`select pg_try_advisory_lock(${PRESENCE_LOCK}) as alone`);
    if (rows[0]?.alone === true) await stopServer(plan.layout);
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
  } finally {
    await presence.end().catch(() => undefined);
  }
}
