import { expect, test } from 'vitest';
import { createOperationsApp, type Operations } from './operations-app.ts';

const metrics = {
  contentType: 'text/plain; version=0.0.4',
  allows: (authorization: string | undefined) => authorization === 'Bearer right',
  write: async () => 'requests 1\n',
};
const ready: Operations = {
  https: false,
  state: () => 'ready',
  databaseAnswers: async () => true,
  metrics: () => metrics,
};

async function ask(path: string, changes: Partial<Operations> = {}, headers: Record<string, string> = {}) {
  const answer = await createOperationsApp({ ...ready, ...changes }).request(path, { headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test.each<[string, Partial<Operations>, number, string]>([
  ['/healthz', { state: () => 'starting' }, 200, 'ok\n'],
  ['/healthz', { databaseAnswers: async () => false }, 200, 'ok\n'],
  ['/healthz', { state: () => 'stopping' }, 200, 'ok\n'],
  ['/readyz', {}, 200, 'ready\n'],
  ['/readyz', { state: () => 'starting' }, 503, 'starting\n'],
  ['/readyz', { state: () => 'stopping' }, 503, 'stopping\n'],
  ['/readyz', { databaseAnswers: async () => false }, 503, 'no database\n'],
])('%s with %o answers %i', async (path, changes, status, text) => {
  const answer = await ask(path, changes);
  expect([answer.status, answer.text]).toEqual([status, text]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test.each<[string, Partial<Operations>, Record<string, string>, number]>([
  ['nobody may', { metrics: () => null }, { authorization: 'Bearer right' }, 404],
  ['no token', {}, {}, 401],
  ['a wrong token', {}, { authorization: 'Bearer wrong' }, 401],
  ['the right token', {}, { authorization: 'Bearer right' }, 200],
])('/metrics, %s', async (_name, changes, headers, status) => {
  const answer = await ask('/metrics', changes, headers);
  expect(answer.status).toBe(status);
  expect(answer.text.includes('requests')).toBe(status === 200);
});

test('behind https, browsers are told to stay there', async () => {
  expect((await ask('/healthz')).headers.get('strict-transport-security')).toBeNull();
  const { headers } = await ask('/healthz', { https: true });
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});
