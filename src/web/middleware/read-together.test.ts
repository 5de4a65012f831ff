import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { storeOf, testDeps } from '../../../test/web.ts';
import type { WebEnv } from '../context.ts';
import { readTogether } from './read-together.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A site whose pages take 20 ms and tell what stood in `data` when they were read. */
function site() {
  const app = new Hono<WebEnv>();
  const seen = { reads: 0, data: 'first' };
  app.use(async (c, next) => {
    c.set('requestId', String(Math.random()));
    await next();
  });
  app.use(readTogether(testDeps(storeOf({}))));
  app.get('/cookie', (c) => {
    seen.reads += 1;
    c.header('Set-Cookie', `id=${seen.reads}`);
    return c.html('cookie');
  });
  app.get('/fails', async () => {
    seen.reads += 1;
    await pause(5);
    throw new Error('expected by the test');
  });
  app.on(['GET', 'POST'], '/:page', async (c) => {
    seen.reads += 1;
    const { data } = seen;
    await pause(20);
    c.header('Cache-Control', 'no-cache');
    return c.req.param('page') === 'data.json' ? c.json({ data }) : c.html(`<p>${data}</p>`, 201);
  });
  app.onError((_, c) => c.html('failed', 500));
  return { app, seen };
}

test('many who ask at once share two readings, each with headers of its own', async () => {
  const { app, seen } = site();
  const answers = await Promise.all(Array.from({ length: 20 }, () => app.request('/plan')));
  expect(seen.reads).toBe(2);
  expect(new Set(answers.map((answer) => answer.headers.get('x-request-id'))).size).toBe(20);
  for (const answer of answers) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-cache']);
    expect(await answer.text()).toBe('<p>first</p>');
  }
});

test('nobody gets what was read before the question', async () => {
  const { app, seen } = site();
  const early = app.request('/plan');
  await pause(5);
  seen.data = 'second';
  const late = app.request('/plan');
  expect(await (await early).text()).toBe('<p>first</p>');
  expect(await (await late).text()).toBe('<p>second</p>');
  seen.data = 'third';
  expect(await (await app.request('/plan')).text()).toBe('<p>third</p>');
});

test.each([
  ['two addresses', ['/a', '/b'], {}, {}],
  ['two queries', ['/a?x=1', '/a?x=2'], {}, {}],
  ['two hosts', ['/a', '/a'], { host: 'a.example' }, { host: 'b.example' }],
  ['somebody signed in', ['/a', '/a'], {}, { cookie: 'session=abc' }],
])('%s share nothing', async (_name, [one = '', other = ''], first, second) => {
  const { app, seen } = site();
  await Promise.all([app.request(one, { headers: first }), app.request(other, { headers: second })]);
  expect(seen.reads).toBe(2);
});

test.each([
  ['what is sent', '/plan', 'POST'],
  ['what is no page', '/data.json', 'GET'],
  ['what sets a cookie', '/cookie', 'GET'],
])('%s is never shared', async (_name, path, method) => {
  const { app, seen } = site();
  const answers = await Promise.all(Array.from({ length: 4 }, () => app.request(path, { method })));
  expect(seen.reads).toBe(4);
  expect(answers.every((answer) => answer.ok)).toBe(true);
});

test('a page that fails is told to those who waited for it, and made anew for the next', async () => {
  const { app, seen } = site();
  const answers = await Promise.all(Array.from({ length: 5 }, () => app.request('/fails')));
  expect(answers.map((answer) => answer.status)).toEqual([500, 500, 500, 500, 500]);
  expect((await app.request('/fails')).status).toBe(500);
  expect(seen.reads).toBe(3);
});
