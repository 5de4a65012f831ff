import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  databasePid,
  isAlive,
  makeFolder,
  type RunningService,
  runProgram,
  signIn,
  startService,
} from '../../test/program.ts';

const folder = makeFolder();
const data = folder.data('data');
let first: RunningService;

beforeAll(async () => {
  first = await startService(['--demo', '--data', data]);
});

afterAll(async () => {
  await first.end('SIGINT');
  await folder.clear();
});

test('The first start prints its address and one login per role, and answers there', async () => {
  expect(first.logins.map(({ role }) => role)).toEqual([
    'strateg',
    'nämndens controller',
    'rapportör',
    'läsare',
    'administratör',
    'revisor',
  ]);
  const page = await fetch(first.address);
  expect(page.status).toBe(200);
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(await page.text())?.[1];
  expect((await fetch(new URL(style ?? 'none', first.address))).status).toBe(200);
});

test('Every printed login signs in', async () => {
  for (const login of first.logins) {
    const cookie = await signIn(first.address, login);
    const page = await fetch(first.address, { headers: { cookie } });
    expect(await page.text(), login.role).toContain('/logga-ut');
  }
});

test('A second service on the same data says so in one sentence, and the first goes on', async () => {
  const stderr = `Tjänsten körs redan på datan i ${data}. Avsluta den först, eller välj en annan mapp med --data.\n`;
  for (const port of ['0', new URL(first.address).port]) {
    const second = await runProgram(['serve', '--port', port, '--data', data]);
    expect(second).toEqual({ code: 2, stdout: '', stderr });
  }
  expect((await fetch(first.address)).status).toBe(200);
});

test('Commands work while the service runs', async () => {
  const backup = join(folder.path, 'beside.backup');
  const out = join(folder.path, 'beside.json');
  const slug = /href="\/planer\/([a-z0-9-]+)/.exec(await (await fetch(first.address)).text())?.[1] ?? '';
  for (const args of [['check'], ['backup', backup], ['export', slug, '--to', 'json', '--out', out], ['demo']]) {
    const ran = await runProgram([...args, '--data', data]);
    expect([args[0], ran.code, ran.stderr]).toEqual([args[0], 0, '']);
  }
  expect((await fetch(first.address)).status).toBe(200);
});

test('A taken port and a host that is not there are told in one sentence, and leave no data behind', async () => {
  const taken = new URL(first.address).port;
  const other = folder.data('other');
  const cases = [
    [['--port', taken], `Port ${taken} används redan. Välj en annan med --port.\n`],
    [['--port', '70000'], 'Porten ska vara ett heltal mellan 0 och 65535.\n'],
    [['--port', ''], 'Porten ska vara ett heltal mellan 0 och 65535.\n'],
  ] as const;
  for (const [args, stderr] of cases) {
    const ran = await runProgram(['serve', ...args, '--data', other]);
    expect([args, ran]).toEqual([args, { code: 2, stdout: '', stderr }]);
  }
  const host = await runProgram(['serve', '--port', '0', '--host', '203.0.113.9', '--data', other]);
  expect([host.code, host.stderr]).toEqual([
    2,
    'Det går inte att svara på adressen 203.0.113.9. Välj en annan med --host.\n',
  ]);
  expect(existsSync(other)).toBe(false);
});

test('A second start on the same data is quick, keeps the data and prints the same logins; Ctrl-C ends it clean', async () => {
  const server = databasePid(data);
  const pages = [await textOf(first.address)];
  expect(await first.end('SIGINT')).toBe(0);
  // The database takes its pid file away a moment before it is gone.
  await expect.poll(() => isAlive(server), { timeout: 10_000 }).toBe(false);
  const { logins, startMs } = first;
  first = await startService(['--demo', '--data', data]);
  console.info(`first start ${startMs.toFixed(0)} ms, second ${first.startMs.toFixed(0)} ms`);
  expect(first.startMs).toBeLessThan(5000);
  expect(first.logins).toEqual(logins);
  pages.push(await textOf(first.address));
  expect(pages[1]).toBe(pages[0]);
  const again = databasePid(data);
  expect(await first.end('SIGTERM')).toBe(0);
  await expect.poll(() => isAlive(again), { timeout: 10_000 }).toBe(false);
  first = await startService(['--data', data]);
  expect(first.logins).toEqual([]);
});

async function textOf(address: string): Promise<string> {
  const page = await fetch(address);
  return (await page.text()).replaceAll(address, '').replaceAll(/nonce="[^"]*"/g, '');
}
