import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries, renameOrDiscard } from './binaries.ts';
import type { Layout } from './layout.ts';
import { RefusedStart } from './refusals.ts';
import { type ServerUser, spawnAs } from './server-user.ts';

/** Name of the server's own superuser; the program itself works as an ordinary user. */
export const SUPERUSER = 'postgres';

const UNFINISHED = /^\.(?:init|copy)-(\d+)$/;

/** Major version of the data, null when there is no cluster yet. */
export function readDataMajor(layout: Layout): string | null {
  const file = join(layout.cluster, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Owner of the cluster, null when there is none yet. */
export function readClusterOwner(layout: Layout): number | null {
  return existsSync(layout.cluster) ? statSync(layout.cluster).uid : null;
}

/** Removes what a start that was killed half-way left behind. */
export function removeUnfinished(layout: Layout): void {
  for (const name of readdirSync(layout.root)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(layout.root, name), { recursive: true, force: true });
  }
}

/** Whether a process lives; one of another user lives too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes a cluster in a folder beside and moves it into its place when it is whole. */
export async function initialise(layout: Layout, binaries: Binaries, user: ServerUser): Promise<void> {
  const unfinished = join(layout.root, `.init-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  writeFileSync(passwordFile, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  giveTo(user, unfinished);
  await runInitdb(layout, binaries, user, unfinished);
  renameOrDiscard(unfinished, layout.main);
  syncFolder(layout.root);
}

function initdbArguments(binaries: Binaries, folder: string): string[] {
  // From 17 on the server has a C.UTF-8 of its own, which no update of the machine's libraries can change.
  const locale =
    Number(binaries.major) >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  return [
    ...['-D', join(folder, 'cluster'), '-k', '-E', 'UTF8', ...locale, '-U', SUPERUSER],
    ...['--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`],
  ];
}

async function runInitdb(layout: Layout, binaries: Binaries, user: ServerUser, folder: string): Promise<void> {
  const program = join(binaries.folder, 'initdb');
  const child = spawnAs(user, program, initdbArguments(binaries, folder), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(-1)));
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new RefusedStart(refusalOfOutput(said, layout));
}

/** The refusal behind what the server's programs say; they speak English, since they are run with `LC_ALL=C`. */
export function refusalOfOutput(said: string, layout: Layout): RefusedStart['refusal'] {
  if (/No space left on device|Disk quota exceeded/.test(said)) return { kind: 'disk-full', path: layout.dataFolder };
  if (/Permission denied|Read-only file system/.test(said))
    return { kind: 'data-folder-denied', path: layout.dataFolder };
  const telling = said.split('\n').findLast((line) => /FATAL|PANIC|error:|ERROR/.test(line));
  return { kind: 'database-start-failed', detail: telling?.trim() ?? said.trim().slice(-300), logFile: layout.logFile };
}

/** Gives a folder and all in it to the server's user. */
export function giveTo(user: ServerUser, path: string): void {
  if (process.getuid?.() !== 0) return;
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.uid !== user.uid || stat.gid !== user.gid) chownSync(path, user.uid, user.gid);
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name));
}

/** Makes the folder of the socket, closed to everybody else; one that somebody else has made is refused. */
export function makeSocketFolder(layout: Layout, user: ServerUser): void {
  const path = layout.socketFolder;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  const own = stat.uid === user.uid || stat.uid === process.getuid?.();
  if (!stat.isDirectory() || !own) throw new RefusedStart({ kind: 'socket-folder-denied', path });
  giveTo(user, path);
  chmodSync(path, 0o700);
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
