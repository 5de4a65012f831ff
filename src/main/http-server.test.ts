import { connect } from 'node:net';
import { type ConnectionOptions, connect as secureConnect } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../test/certificate.ts';
import { emptySite } from '../../test/web.ts';
import { type Fetch, type RunningServer, type ServerPlace, startHttpServer } from './http-server.ts';

const quick = { connectionsCheckingInterval: 20, headersTimeout: 60, requestTimeout: 120 };
let running: RunningServer | null = null;

afterEach(async () => {
  await running?.stop(0);
  running = null;
});

async function start(
  fetch: Fetch,
  limits: NonNullable<ServerPlace['limits']> = {},
  tls: ServerPlace['tls'] = null,
): Promise<RunningServer> {
  const started = await startHttpServer(fetch, { host: '127.0.0.1', port: 0, behindProxy: false, tls, limits });
  if (!started.ok) throw new Error(started.refusal.kind);
  running = started.value;
  return running;
}

/** Sends raw bytes and gives everything that comes until the server closes. */
function send(address: string, ...parts: (string | Promise<string>)[]): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(address).port) });
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1');
    });
    socket.on('close', () => done(got));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? done(got) : fail(error)));
    void (async () => {
      for (const part of parts) socket.write(await part);
    })();
  });
}

const hello: Fetch = () => new Response('hello');

test.each([
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: a\r\n', 408],
  ['a body that never ends', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc', 408],
  ['headers that are too large', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc', 400],
  ['no words of the protocol', 'hello\r\n\r\n', 400],
])('%s: the connection is closed', async (_name, bytes, status) => {
  const server = await start(async (request) => new Response(await request.text()), quick);
  expect(await send(server.address, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('stopping takes no more, finishes what is under way and closes the rest', async () => {
  let finish = (_text: string) => {};
  const text = new Promise<string>((done) => {
    finish = done;
  });
  let begun = () => {};
  const working = new Promise<void>((done) => {
    begun = done;
  });
  const server = await start(async (request) => {
    if (request.url.endsWith('/slow')) begun();
    return request.url.endsWith('/slow') ? new Response(await text) : hello(request, {} as never);
  });
  const idle = send(server.address);
  const kept = send(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const slow = send(server.address, 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
  await working;
  const stopped = server.stop(30);
  expect(await idle).toBe('');
  expect(await kept).toContain('hello');
  await expect(fetch(server.address)).rejects.toThrow();
  finish('finished');
  expect(await slow).toContain('finished');
  expect(await stopped).toBe(0);
});

test('what takes longer than there is time for is counted', async () => {
  let begun = () => {};
  const working = new Promise<void>((done) => {
    begun = done;
  });
  const server = await start(() => {
    begun();
    return new Promise<Response>(() => undefined);
  });
  const cut = send(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await working;
  expect(await server.stop(0)).toBe(1);
  expect(await cut).toBe('');
});

test.each(['TRACE', 'CONNECT', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s gives nothing back of what was sent',
  async (method) => {
    const server = await start(emptySite({ findSignedIn: async () => null }).app.fetch as Fetch, quick);
    const target = method === 'CONNECT' ? 'localhost:80' : '/';
    const sent = `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nCookie: session=secret\r\nConnection: close\r\n\r\n`;
    const answer = await send(server.address, sent);
    expect(answer).toMatch(method === 'CONNECT' ? /^$/ : /^HTTP\/1\.1 (?:40[04]|415) /);
    expect(answer).not.toContain('secret');
  },
);

describe('with a certificate of its own', () => {
  const keys = makeCertificate('localhost');

  /** The version of TLS that is agreed on, or why there is none. */
  async function agree(options: ConnectionOptions): Promise<string> {
    const server = await start(hello, {}, keys);
    expect(server.address).toMatch(/^https:/);
    const port = Number(new URL(server.address).port);
    return new Promise((done) => {
      const socket = secureConnect({ host: '127.0.0.1', port, servername: 'localhost', ca: keys.cert, ...options });
      socket.once('secureConnect', () => {
        done(socket.getProtocol() ?? '');
        socket.destroy();
      });
      socket.once('error', () => done('refused'));
    });
  }

  test.each<[string, ConnectionOptions, string]>([
    ['whoever takes anything gets the latest', {}, 'TLSv1.3'],
    ['the one before is taken', { maxVersion: 'TLSv1.2' }, 'TLSv1.2'],
    ['older ones are not', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }, 'refused'],
    ['weak ciphers are not', { maxVersion: 'TLSv1.2', ciphers: 'NULL-SHA256:@SECLEVEL=0' }, 'refused'],
  ])('%s', async (_name, options, expected) => {
    expect(await agree(options)).toBe(expected);
  });

  test('who speaks http there is not answered', async () => {
    const server = await start(hello, {}, keys);
    expect(await send(server.address, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).not.toContain('hello');
  });
});
