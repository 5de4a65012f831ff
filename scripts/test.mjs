// `npm test`: builds, checks style, and runs every test. Ends with one line: N passed, N failed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, has, requireNode, root, say, stop } from './lib/build.mjs';

const tools = [
  { command: 'chromium', package: 'chromium' },
  { command: 'pdftotext', package: 'poppler-utils' },
  { command: 'soffice', package: 'libreoffice-writer-nogui' },
  { command: 'qpdf', package: 'qpdf' },
  { command: '/usr/lib/postgresql', package: 'postgresql' },
];

requireNode();
installTools();
let failedSteps = 0;
build();
failedSteps += step('Stil', process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'ci', '.']);
const counts = [runVitest('all', [], {})];
const debian = await startDebianServer();
counts.push(
  runVitest(
    'postgresql-15',
    ['src/adapters/db/store', 'src/adapters/db/schema', 'src/adapters/db/followup', 'src/adapters/db/maintenance'],
    { TEST_DATABASE_URL: debian.url },
  ),
);
debian.stop();
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, failedSteps);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

/** The tests prove the real thing, so a missing tool is installed where that is possible and is otherwise an error. */
function installTools() {
  const missing = tools.filter(({ command }) => (command.startsWith('/') ? !existsSync(command) : !has(command)));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.package);
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    stop(`Testerna behöver ${names.join(', ')}. Installera paketen och försök igen.`);
  }
  say(`Installerar det som testerna behöver: ${names.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (done.status !== 0) stop(`Det gick inte att installera ${names.join(', ')}.`);
}

function step(name, command, args) {
  say(`${name} …`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0 ? 0 : 1;
}

/** A real server from Debian's packages, in a folder of its own; it ends with its standard input. */
async function startDebianServer() {
  const child = spawn(process.execPath, ['scripts/start-debian-postgres.mjs'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`Debian's PostgreSQL did not start (${code})`)));
  });
  return { url, stop: () => child.stdin.end() };
}

function runVitest(name, filters, env) {
  const folder = join(root, 'dist/.tests');
  const file = join(folder, `result-${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const vitest = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...filters];
  const [command, ...args] = [...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no failed test of its own, but the run has failed all the same.
  const failed = result.numFailedTests + (done.status !== 0 && result.numFailedTests === 0 ? 1 : 0);
  return { passed: result.numPassedTests, failed };
}
