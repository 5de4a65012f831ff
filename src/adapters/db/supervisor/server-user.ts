import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedStart } from './refusals.ts';

/**
 * As whom the server runs. PostgreSQL refuses root, so root runs it as somebody else (`uid`), or as itself inside a
 * user namespace where it is called something else (`prefix`).
 */
export interface ServerUser {
  readonly name: string;
  /** Owner of the server's files. */
  readonly uid: number;
  readonly gid: number;
  readonly changesUser: boolean;
  readonly prefix: readonly string[];
}

interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Picks the user: whoever owns the cluster already, else the owner of the data folder, `postgres`, a namespace, `nobody`. */
export function chooseServerUser(binFolder: string, dataFolder: string, clusterOwner: number | null): ServerUser {
  const uid = process.getuid?.() ?? -1;
  const self: ServerUser = { name: 'self', uid, gid: process.getgid?.() ?? -1, changesUser: false, prefix: [] };
  if (uid !== 0) {
    if (clusterOwner !== null && clusterOwner !== uid)
      throw new RefusedStart({ kind: 'data-folder-denied', path: dataFolder });
    return self;
  }
  const candidates = candidatesOfRoot(dataFolder);
  const first = candidates.filter((user) => user.uid === clusterOwner);
  const chosen = [...first, ...candidates].find((user) => canRun(user, binFolder));
  if (chosen === undefined) throw new RefusedStart({ kind: 'no-unprivileged-user' });
  return chosen;
}

function candidatesOfRoot(dataFolder: string): ServerUser[] {
  const people = readPasswd();
  const ownerUid = statSync(dataFolder).uid;
  const owner = people.find((entry) => entry.uid === ownerUid && entry.uid !== 0);
  const byName = (name: string): ServerUser[] => people.filter((entry) => entry.name === name).map(asOther);
  return [
    ...(owner === undefined ? [] : [asOther(owner)]),
    ...byName('postgres'),
    ...inNamespace(people),
    ...byName('nobody'),
  ];
}

function asOther(entry: PasswdEntry): ServerUser {
  return { name: entry.name, uid: entry.uid, gid: entry.gid, changesUser: true, prefix: [] };
}

/** Root under another number. The number must have a name, or PostgreSQL does not know who it is. */
function inNamespace(people: readonly PasswdEntry[]): ServerUser[] {
  if (process.platform !== 'linux') return [];
  const named = people.find((entry) => entry.uid === 1000) ?? people.findLast((entry) => entry.uid !== 0);
  if (named === undefined) return [];
  const prefix = ['unshare', '--user', `--map-user=${named.uid}`, `--map-group=${named.uid}`];
  return [{ name: 'namespace', uid: 0, gid: 0, changesUser: false, prefix }];
}

function readPasswd(): PasswdEntry[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

/** Whether a user can reach the binaries through all folders above them and run them. */
function canRun(user: ServerUser, binFolder: string): boolean {
  const { command, args, options } = dressed(user, join(binFolder, 'postgres'), ['--version']);
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;
}

/** Starts a program of the server as its user, with nothing of our own environment. */
export function spawnAs(user: ServerUser, program: string, args: readonly string[], more: SpawnOptions): ChildProcess {
  const dress = dressed(user, program, args);
  return spawn(dress.command, dress.args, { ...dress.options, ...more });
}

function dressed(user: ServerUser, program: string, args: readonly string[]) {
  const [command = program, ...rest] = [...user.prefix, program, ...args];
  const identity = user.changesUser ? { uid: user.uid, gid: user.gid } : {};
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
  return { command, args: rest, options: { cwd: '/', env, ...identity } };
}
