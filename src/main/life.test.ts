import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, type PrintedLogin, type RunningService, signIn, startService } from '../../test/program.ts';

const METRICS_TOKEN = 'a-token-that-only-this-test-has';
const folder = makeFolder();
const data = folder.data('data');
let service: RunningService;
const logs: string[] = [];

beforeAll(async () => {
  service = await startService(['--demo', '--data', data], {
    HANDLINGSKRAFT_METRICS_TOKEN: METRICS_TOKEN,
    HANDLINGSKRAFT_DRAIN_SECONDS: '2',
  });
});

afterAll(async () => {
  await service.end('SIGKILL');
  await folder.clear();
});

const statusOf = (path: string) =>
  fetch(service.address + path).then(
    async (answer) => [answer.status, await answer.text()] as const,
    () => 'refused' as const,
  );

function login(role: string): PrintedLogin {
  const found = service.logins.find((each) => each.role === role);
  if (found === undefined) throw new Error(`No ${role} was printed`);
  return found;
}

/** A form whose last bytes are held back until `finish`; gives the status of the answer. */
function sendSlowly(path: string, cookie: string, contentType: string, body: Buffer) {
  const held = 40;
  const sending = request(service.address + path, {
    method: 'POST',
    agent: false,
    headers: { origin: service.address, cookie, 'content-type': contentType, 'content-length': body.length },
  });
  const status = new Promise<number | undefined>((done, fail) => {
    sending.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    sending.on('error', fail);
  });
  sending.write(body.subarray(0, -held));
  return { status, finish: () => sending.end(body.subarray(-held)) };
}

async function pageOf(path: string, cookie: string): Promise<string> {
  const page = await fetch(service.address + path, { headers: { cookie } });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  return page.text();
}

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const count = (page: string, text: string) => page.split(text).length - 1;

test('The service tells those who run it how it is; its figures are for who has the token', async () => {
  expect(await statusOf('/healthz')).toEqual([200, 'ok\n']);
  expect(await statusOf('/readyz')).toEqual([200, 'ready\n']);
  expect(await statusOf('/metrics')).toEqual([401, '401 Unauthorized\n']);
  await pageOf('/planer/trygga-relationer', '');
  const figures = await fetch(`${service.address}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const text = await figures.text();
  expect(figures.status).toBe(200);
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/planer/:slug",status="200"} 1');
  for (const name of [
    'handlingskraft_database_connections ',
    'handlingskraft_outbox_letters_waiting ',
    'nodejs_eventloop_lag_seconds ',
  ])
    expect(text).toContain(name);
  expect(text).not.toContain('trygga-relationer');
});

test('Told to stop, it says so, finishes what it has taken, and loses nothing of what it has acknowledged', async () => {
  const reporter = await signIn(service.address, login('rapportör'));
  const strategist = await signIn(service.address, login('strateg'));
  const path = /href="(\/ataganden\/[0-9a-f-]{36})/.exec(await pageOf('/ataganden', reporter))?.[1] ?? '';
  const form = await pageOf(path, reporter);
  const text = 'Skickad medan tjänsten avslutades, av en som har lång väg till servern.';
  const fields = {
    requestKey: hidden(form, 'requestKey'),
    basedOn: hidden(form, 'basedOn'),
    status: 'in-progress',
    text,
  };
  const report = sendSlowly(
    `${path}/rapport`,
    reporter,
    'application/x-www-form-urlencoded',
    Buffer.from(new URLSearchParams(fields).toString()),
  );
  const file = readFileSync(resolve(import.meta.dirname, '../../demo/example-plan.txt'));
  const head =
    '--grans\r\nContent-Disposition: form-data; name="fil"; filename="lang-vag.txt"\r\nContent-Type: text/plain\r\n\r\n';
  const upload = sendSlowly(
    '/import',
    strategist,
    'multipart/form-data; boundary=grans',
    Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--grans--\r\n')]),
  );
  const document = fetch(`${service.address}/planer/trygga-relationer/ladda-ner/plan.pdf`);
  await expect.poll(() => figure('handlingskraft_child_processes')).toBeGreaterThan(0);
  const ended = service.end('SIGTERM');
  await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toEqual([503, 'stopping\n']);
  expect((await statusOf('/'))[0]).toBe(200);
  await expect.poll(() => statusOf('/'), { timeout: 30_000 }).toBe('refused');
  report.finish();
  upload.finish();
  expect([await report.status, await upload.status]).toEqual([303, 303]);
  expect((await (await document).arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  expect(await ended).toBe(0);
  logs.push(service.stderr());
  service = await startService(['--data', data]);
  expect(count(await pageOf(path, reporter), text)).toBe(1);
  expect(count(await pageOf('/import', strategist), 'lang-vag.txt')).toBeGreaterThan(0);
});

async function figure(name: string): Promise<number> {
  const answer = await fetch(`${service.address}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await answer.text())?.[1]);
}

test('While it starts it is alive and not ready', async () => {
  await service.end('SIGTERM');
  logs.push(service.stderr());
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const seen = new Set<string>();
  const starting = startService(['--data', data, '--port', String(port)]);
  for (let ready = false; !ready; await wait(5)) {
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/metrics'].map((path) => fetch(address + path).catch(() => null)),
    );
    const texts = await Promise.all(answers.map(async (answer) => answer && `${answer.status} ${await answer.text()}`));
    for (const text of texts) if (text !== null) seen.add(text);
    ready = seen.has('200 ready\n');
  }
  service = await starting;
  expect([...seen].sort()).toEqual(['200 ok\n', '200 ready\n', '404 404 Not Found\n', '503 starting\n']);
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => done(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });
}

test('The log holds a line for each request, and nobody in it', () => {
  const lines = logs.join('').trim().split('\n');
  const requests = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'request');
  expect(requests.length).toBeGreaterThan(10);
  for (const line of requests)
    expect(Object.keys(line)).toEqual(['level', 'time', 'requestId', 'method', 'route', 'status', 'ms', 'msg']);
  const accounts = JSON.parse(readFileSync(join(data, 'demo-logins.json'), 'utf8')) as {
    name?: string;
    email: string;
  }[];
  for (const { email } of accounts) expect(logs.join('')).not.toContain(email.split('@')[0]);
  expect(logs.join('')).not.toMatch(/@|session|127\.0\.0\.1|lang-vag|trygga-relationer|[\w-]{43}/);
});
