import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressNotAllowed, createGuardedFetch, isClosed } from './guarded-fetch.ts';

const inside = createGuardedFetch({ allowLoopback: true });
const outside = createGuardedFetch({ allowLoopback: false });

const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  else response.setHeader('x-method', request.method ?? '').end(request.url);
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  port = typeof bound === 'object' && bound ? bound.port : 0;
});
afterAll(() => void server.close());

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['0.0.0.0', true],
  ['169.254.169.254', true],
  ['255.255.255.255', true],
  ['::', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:7f00:1', true],
  ['fe80::1', true],
  ['fd00:ec2::254', true],
  ['10.1.2.3', false],
  ['192.168.1.1', false],
  ['93.184.216.34', false],
  ['2001:db8::1', false],
  ['fd12:3456::1', false],
])('%s is closed: %s', (address, closed) => {
  expect(isClosed(address)).toBe(closed);
});

test.each([
  'http://example.com/',
  'ftp://example.com/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data',
  'http://localhost/',
])('%s is not gone to', async (address) => {
  await expect(outside(address)).rejects.toThrow(AddressNotAllowed);
});

test.each(['127.0.0.1', '::1', '169.254.169.254'])('a name that leads to %s is not gone to', async (address) => {
  const family = address.includes(':') ? 6 : 4;
  for (const all of [
    [{ address, family }],
    [
      { address: '93.184.216.34', family: 4 },
      { address, family },
    ],
  ]) {
    const misled = createGuardedFetch({ allowLoopback: true, look: (_name, _options, found) => found(null, all) });
    await expect(misled('https://inloggning.exempel/')).rejects.toThrow(AddressNotAllowed);
  }
});

test('this machine is gone to where it may be, by its own names, and a redirect is not followed', async () => {
  const answer = await inside(`http://localhost:${port}/here`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  expect([answer.status, answer.headers.get('x-method'), await answer.text()]).toEqual([200, 'POST', '/here']);
  expect((await inside(`http://127.0.0.1:${port}/away`)).status).toBe(302);
  await expect(inside('http://169.254.169.254/')).rejects.toThrow(AddressNotAllowed);
  await expect(inside('http://example.com/')).rejects.toThrow(AddressNotAllowed);
});

test('who asks may give up, and nobody waits for a server that is gone', async () => {
  await expect(inside(`http://localhost:${port}/here`, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  await expect(inside('http://localhost:1/')).rejects.toThrow();
});
