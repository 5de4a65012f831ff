import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import {
  databasePid,
  makeFolder,
  post,
  type RunningService,
  runProgram,
  signIn,
  startService,
} from '../../test/program.ts';

const ROUNDS = 30;
const WRITERS = 3;
const LONGEST_ROUND_MS = 700;

const folder = makeFolder();
const data = folder.data('data');
let running: RunningService | null = null;

afterAll(async () => {
  await running?.end('SIGKILL');
  await folder.clear();
});

test('No acknowledged report is lost in 30 kills of the service, 10 of them with its database server', async () => {
  const first = await start(['--demo']);
  const reporter = first.logins.find(({ role }) => role === 'rapportör');
  if (reporter === undefined) throw new Error('No reporter was printed');
  const cookie = await signIn(first.address, reporter);
  const parts = await ownParts(first, cookie);
  expect(parts.length).toBeGreaterThanOrEqual(WRITERS);
  const acknowledged: string[] = [];
  let service = first;
  const startsMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const writers = parts
      .slice(0, WRITERS)
      .map((path) => writeUntilKilled(service, cookie, path, `prov ${round}`, acknowledged));
    await wait(Math.random() * LONGEST_ROUND_MS);
    const killed = service.end('SIGKILL');
    if (round % 3 === 2) process.kill(databasePid(data), 'SIGKILL');
    await Promise.all([killed, ...writers]);
    service = await start([]);
    startsMs.push(Math.round(service.startMs));
    const stored = (await Promise.all(parts.slice(0, WRITERS).map((path) => reportsOn(service, cookie, path)))).flat();
    const lost = acknowledged.filter((text) => stored.filter((each) => each === text).length !== 1);
    expect(lost, `lost or doubled after kill ${round + 1}`).toEqual([]);
  }
  console.info(
    `${acknowledged.length} acknowledged reports, 0 lost in ${ROUNDS} kills; starts in ${startsMs.join(', ')} ms`,
  );
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(await runProgram(['check', '--data', data])).toMatchObject({ code: 0, stderr: '' });
  expect(await service.end('SIGINT')).toBe(0);
}, 300_000);

async function start(args: readonly string[]): Promise<RunningService> {
  running = await startService([...args, '--data', data]);
  return running;
}

async function open(service: RunningService, cookie: string, path: string): Promise<string> {
  const page = await fetch(`${service.address}${path}`, { headers: { cookie } });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  return page.text();
}

/** Addresses of the commitments that the reporter may report on. */
async function ownParts(service: RunningService, cookie: string): Promise<string[]> {
  const list = await open(service, cookie, '/ataganden');
  return [...new Set([...list.matchAll(/href="(\/ataganden\/[0-9a-f-]{36})/g)].map(([, path = '']) => path))];
}

/** Opens the form and reports, over and over, until the service is gone; notes each report that was acknowledged. */
async function writeUntilKilled(
  service: RunningService,
  cookie: string,
  path: string,
  mark: string,
  acknowledged: string[],
): Promise<void> {
  for (let number = 0; ; number += 1) {
    const text = `${mark} ${path.slice(-12)} ${number}`;
    const answer = await report(service, cookie, path, text).catch(() => null);
    if (answer === null) return;
    if (answer !== 303) throw new Error(`The report was answered with ${answer}`);
    acknowledged.push(text);
  }
}

async function report(service: RunningService, cookie: string, path: string, text: string): Promise<number> {
  const page = await open(service, cookie, path);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const [requestKey, basedOn] = [hidden('requestKey'), hidden('basedOn')];
  const answer = await post(service.address, `${path}/rapport`, cookie, {
    status: 'in-progress',
    text,
    requestKey,
    basedOn,
  });
  return answer.status;
}

/** The texts of all reports that the page shows. */
async function reportsOn(service: RunningService, cookie: string, path: string): Promise<string[]> {
  const page = await open(service, cookie, path);
  return [...page.matchAll(/class="hk-written"[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}
