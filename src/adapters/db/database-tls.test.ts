import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { makeCertificate } from '../../../test/certificate.ts';
import { quietLog } from '../../../test/database.ts';
import { needsTls } from './database-tls.ts';
import { openStore } from './open-store.ts';

test.each([
  ['postgres://a:b@db.kommunen.se/plan', true],
  ['postgres://a:b@db.kommunen.se:5432/plan?application_name=x', true],
  ['postgres://a:b@10.0.0.5/plan', true],
  ['postgres://a:b@[2001:db8::5]/plan', true],
  ['postgres://a:b@127.example.se/plan', true],
  ['postgres://a:b@db.kommunen.se/plan?sslmode=disable', false],
  ['postgres://a:b@db.kommunen.se/plan?sslmode=verify-full&sslrootcert=/etc/ca.pem', false],
  ['postgres://a:b@localhost/plan', false],
  ['postgres://a:b@127.0.0.1:5433/plan', false],
  ['postgres://a:b@[::1]/plan', false],
  ['postgres://a:b@/plan?host=%2Fvar%2Frun%2Fpostgresql', false],
  ['postgres://a:b@/plan?host=db.kommunen.se', true],
  ['/var/run/postgresql plan', false],
  ['nonsense', false],
])('%s is encrypted unasked: %s', (address, expected) => {
  expect(needsTls(address, undefined)).toBe(expected);
});

test('PGSSLMODE is taken at its word', () => {
  expect(needsTls('postgres://a:b@db.kommunen.se/plan', 'disable')).toBe(false);
});

let server: Server | null = null;
afterEach(() => void server?.close());

/** A server that answers the question whether it encrypts; gives the address to it. */
async function listen(answer: (socket: Socket) => void): Promise<string> {
  const made = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  const bound = made.address();
  return `postgres://a:b@127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/plan?sslmode=verify-full`;
}

const open = (databaseUrl: string) => openStore({ databaseUrl, dataFolder: '/nowhere', serve: false, log: quietLog });

test('a server that does not encrypt gets no password', async () => {
  let more = '';
  const address = await listen((socket) => {
    socket.on('data', (bytes) => {
      more += bytes.toString('latin1');
    });
    socket.write('N');
  });
  expect(await open(address)).toMatchObject({ ok: false, refusal: { kind: 'database-unencrypted' } });
  expect(more).toBe('');
});

test('a server whose certificate nobody vouches for gets no password', async () => {
  const address = await listen((socket) => {
    socket.write('S');
    new TLSSocket(socket, { isServer: true, ...makeCertificate('127.0.0.1') }).on('error', () => undefined);
  });
  expect(await open(address)).toMatchObject({ ok: false, refusal: { kind: 'database-certificate' } });
});
