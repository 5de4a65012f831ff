// Plain JavaScript on purpose: it runs before anything is installed or built.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const stamp = join(root, 'dist/.built');

/** Stops with one sentence when Node is older than the project promises to run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Handlingskraft behöver Node 20.19 eller nyare. Här finns ${process.version}. Installera en nyare Node och försök igen.`,
  );
}

/** Installs the packages when they are missing or when the lock file has changed since. */
export function installIfNeeded() {
  // `npm ci` empties the folder that a link leads to, which others may be using: whoever made the link keeps it up.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const installed = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installerar det som saknas …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds the program when a source file is newer than the last build. */
export function buildIfNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  say('Bygger …');
  build(['src/main', 'src/web/islands']);
  writeFileSync(stamp, fingerprint());
}

/** Compiles the named projects (all when none is named) and makes the static files and the list of common passwords. */
export function build(projects = []) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects]);
  run(process.execPath, [join(root, 'scripts/assets.mjs')]);
  run(process.execPath, [join(root, 'scripts/common-passwords.mjs')]);
}

/** Newest change and number of the files that the build reads; cheap enough for every start. */
function fingerprint() {
  let newest = 0;
  let count = 0;
  for (const folder of ['src', 'scripts', 'assets']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
      count += 1;
    }
  }
  return `${process.version} ${count} ${newest}`;
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** True when the command is on the PATH. */
export function has(command) {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

export function stop(sentence) {
  say(sentence);
  process.exit(1);
}
