import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startMailServer, type TestMailServer } from '../../test/mail-server.ts';
import { rowsOf } from '../../test/outbox-world.ts';
import { databasePid, makeFolder, post, type RunningService, signIn, startService } from '../../test/program.ts';
import { openStore } from '../adapters/db/open-store.ts';
import { createLog } from './log.ts';

const KILLS = 30;
const WRITERS = 2;
const LONGEST_ROUND_MS = 700;
const LONGEST_ANSWER_MS = 40;
// The mail server of the tests takes a tenth of a second to greet: a quick machine must not ask for more than can be sent in the end.
const PAUSE_MS = 150;
const DEMO = '9901';

const folder = makeFolder();
const data = folder.data('data');
let running: RunningService | null = null;
let server: TestMailServer | null = null;

afterAll(async () => {
  await running?.end('SIGKILL');
  await server?.close();
  await folder.clear();
});

test('Every letter of an acknowledged change arrives though the service is killed 30 times, 10 of them with its database', async () => {
  // The answer takes its time, so that many kills come while a letter is under way.
  server = await startMailServer({ onLetter: () => wait(Math.random() * LONGEST_ANSWER_MS, null) });
  const { mails, url } = server;
  const first = await start(url, ['--demo']);
  const administrator = first.logins.find(({ role }) => role === 'administratör');
  if (administrator === undefined) throw new Error('No administrator was printed');
  const cookie = await signIn(first.address, administrator);
  let service = first;
  let acknowledged = 0;
  for (let round = 0; round < KILLS; round += 1) {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((done) => {
      begin = done;
    });
    const writers = Array.from({ length: WRITERS }, () => askForLetters(service, cookie, begin));
    // A machine that is busy may need longer than the round for its first answer.
    await begun;
    await wait(Math.random() * LONGEST_ROUND_MS);
    const killed = service.end('SIGKILL');
    if (round % 3 === 2) process.kill(databasePid(data), 'SIGKILL');
    await killed;
    for (const asked of await Promise.all(writers)) acknowledged += asked;
    service = await start(url);
  }
  await expect.poll(() => waitingLetters(service, cookie), { timeout: 90_000, interval: 500 }).toBe(0);
  expect(await service.end('SIGINT')).toBe(0);
  const letters = await storedLetters();
  const arrivals = new Map<string, number>();
  for (const { raw } of mails) {
    const [, id = ''] = /^Message-ID: <([0-9a-f-]{36})@/m.exec(raw) ?? [];
    arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
  }
  const doubles = [...arrivals.values()].filter((count) => count > 1).length;
  const figures = `${acknowledged} acknowledged, ${letters.length} stored, ${mails.length} arrivals`;
  console.info(`${figures}: 0 lost, ${doubles} came twice or more with the same Message-ID, in ${KILLS} kills`);
  expect(letters.filter(({ id }) => !arrivals.has(id))).toEqual([]);
  expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(['sent']));
  expect(new Set(arrivals.keys())).toEqual(new Set(letters.map(({ id }) => id)));
  expect(letters.length).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 400_000);

async function start(smtpUrl: string, args: readonly string[] = []): Promise<RunningService> {
  const env = { HANDLINGSKRAFT_SMTP_URL: smtpUrl, HANDLINGSKRAFT_MAIL_FROM: 'brev@exempel.se' };
  running = await startService([...args, '--data', data], env);
  return running;
}

/** Asks for test letters, one after the other, until the service is gone; gives how many it said yes to. */
async function askForLetters(service: RunningService, cookie: string, onYes: () => void): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const answer = await post(service.address, '/administration/brev/prov', cookie, {}).catch(() => null);
    if (answer === null) return asked;
    if (answer.status !== 303) throw new Error(`The letter was answered with ${answer.status}`);
    onYes();
    await wait(PAUSE_MS);
  }
}

/** How many letters wait, as the page says it. */
async function waitingLetters(service: RunningService, cookie: string): Promise<number> {
  const page = await fetch(`${service.address}/administration/brev`, { headers: { cookie } });
  return Number(/<dt>Väntar<\/dt><dd>(\d+)<\/dd>/.exec(await page.text())?.[1]);
}

async function storedLetters(): Promise<{ id: string; state: string }[]> {
  const log = createLog('silent');
  const opened = await openStore({ databaseUrl: null, dataFolder: data, serve: false, log });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const rows = await rowsOf<{ id: string; state: string }>(
    opened.value.pool,
    DEMO,
    'select letter_id as id, state from letter',
  );
  await opened.value.close();
  return rows;
}
