// Starts a PostgreSQL of Debian's packages in a folder of its own under the system's temporary folder, prints its
// address on one line, and stops it and clears it away when it is told to stop or when its input ends.
// For: TEST_DATABASE_URL=<the line> npx vitest run src/adapters/db
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const packages = '/usr/lib/postgresql';
const newest = existsSync(packages)
  ? readdirSync(packages)
      .sort((a, b) => Number(a) - Number(b))
      .at(-1)
  : undefined;
if (newest === undefined) {
  console.error('PostgreSQL is not installed: apt-get install postgresql');
  process.exit(1);
}
const bin = join(packages, newest, 'bin');
const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-debian-'));
const password = randomBytes(16).toString('hex');
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, password, { mode: 0o600 });
const identity = identityOfServer();
if (identity.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, identity.uid, identity.gid);

const cluster = join(folder, 'cluster');
const options = { ...identity, cwd: '/', encoding: 'utf8' };
const initArguments = ['-D', cluster, '-E', 'UTF8', '--locale=C.UTF-8', '-U', 'postgres', '--auth=scram-sha-256'];
const made = spawnSync(join(bin, 'initdb'), [...initArguments, `--pwfile=${passwordFile}`], options);
if (made.status !== 0) fail(`initdb failed: ${made.stderr}`);
const port = await freePort();
const settings = ['-c', 'listen_addresses=127.0.0.1', '-p', String(port), '-k', folder];
const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings], { ...options, stdio: 'ignore' });
server.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
const stop = () => server.kill('SIGINT');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).resume();

const admin = await connect();
await admin.query(`create role handlingskraft login createdb password '${password}'`);
await admin.query('create database handlingskraft owner handlingskraft');
await admin.end();
console.log(`postgresql://handlingskraft:${password}@127.0.0.1:${port}/handlingskraft`);

/** PostgreSQL refuses root, so root runs it as the user that the package made. */
function identityOfServer() {
  if (process.getuid() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  return { uid, gid };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

async function connect() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch {
      await wait(50);
    }
  }
  return fail('the server did not answer');
}

function fail(reason) {
  console.error(reason);
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}
