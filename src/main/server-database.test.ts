import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../test/database.ts';
import { makeFolder, runProgram, signIn, startService } from '../../test/program.ts';
import type { ConnectionSettings } from '../adapters/db/pool.ts';

const folder = makeFolder();
afterAll(() => folder.clear());

/** The address as DATABASE_URL takes it; a server on a socket is named by its folder. */
function addressOf(connection: ConnectionSettings): string {
  if (connection.connectionString !== undefined) return connection.connectionString;
  const { host = '', user = '', password = '', database = '' } = connection;
  return `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`;
}

test('With DATABASE_URL the demo is loaded, served and moved to an embedded database', async () => {
  const env = { DATABASE_URL: addressOf(await createTestDatabase('empty')) };
  const data = folder.data('logins');
  const demo = await runProgram(['demo', '--data', data], { env });
  expect([demo.code, demo.stdout.split('\n')[0]], demo.stderr).toEqual([0, 'Demokommunen är inlagd.']);
  const again = await runProgram(['demo', '--data', data], { env });
  expect(again.stdout.split('\n')).toEqual([
    'Demokommunen finns redan. Inget ändrades.',
    ...demo.stdout.split('\n').slice(1),
  ]);
  const service = await startService(['--demo', '--data', data], env);
  expect(service.logins.map(({ role }) => role)).toEqual([
    'strateg',
    'nämndens controller',
    'rapportör',
    'läsare',
    'administratör',
    'revisor',
  ]);
  for (const login of service.logins) expect(await signIn(service.address, login)).toContain('=');
  const slug = /href="\/planer\/([a-z0-9-]+)/.exec(await (await fetch(service.address)).text())?.[1] ?? '';
  const copy = join(folder.path, 'copy.backup');
  for (const args of [['check'], ['backup', copy]]) {
    const ran = await runProgram([...args, '--data', data], { env });
    expect([args[0], ran.code, ran.stderr]).toEqual([args[0], 0, '']);
  }
  expect(await service.end('SIGTERM')).toBe(0);
  expect(existsSync(join(data, 'pg'))).toBe(false);
  const embedded = folder.data('embedded');
  expect(await runProgram(['restore', copy, '--data', embedded])).toMatchObject({ code: 0, stderr: '' });
  const [onServer, moved] = [join(folder.path, 'server.json'), join(folder.path, 'moved.json')];
  const toJson = (out: string, from: string) => ['export', slug, '--to', 'json', '--out', out, '--data', from];
  expect(await runProgram(toJson(onServer, data), { env })).toMatchObject({ code: 0, stderr: '' });
  expect(await runProgram(toJson(moved, embedded))).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(moved, 'utf8')).toBe(readFileSync(onServer, 'utf8'));
}, 120_000);

test('A server that cannot be used is told in one sentence with exit 2', async () => {
  const working = await createTestDatabase('empty');
  const missing = addressOf(working).replace(/test_[0-9a-f]+/, 'no_such_database');
  for (const url of [
    'postgresql://nobody@127.0.0.1:1/none',
    'postgresql://nobody@no-such-host.invalid/none',
    missing,
    'nonsense',
  ]) {
    for (const args of [['serve', '--port', '0'], ['demo'], ['check']]) {
      const ran = await runProgram([...args, '--data', folder.data('none')], { env: { DATABASE_URL: url } });
      expect([url, ran.code, ran.stdout], ran.stderr).toEqual([url, 2, '']);
      expect(ran.stderr).toMatch(/^Databasen går inte att nå: [^\n]+\.\n$/);
    }
  }
}, 120_000);
