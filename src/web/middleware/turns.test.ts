import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { storeOf, testDeps } from '../../../test/web.ts';
import type { WebEnv } from '../context.ts';
import { turnsForSignedIn } from './turns.ts';

function site(most: number) {
  const app = new Hono<WebEnv>();
  const waiting: (() => void)[] = [];
  let busiest = 0;
  let now = 0;
  app.use(turnsForSignedIn(testDeps(storeOf({})), most));
  app.on(['GET', 'POST'], '/:fate', async (c) => {
    now += 1;
    busiest = Math.max(busiest, now);
    if (c.req.header('cookie')) await new Promise<void>((go) => waiting.push(go));
    now -= 1;
    if (c.req.param('fate') === 'fails') throw new Error('expected by the test');
    return c.text('here');
  });
  app.onError((_, c) => c.text('failed', 500));
  return { app, waiting, mostAtOnce: () => busiest };
}

const signedIn = { headers: { cookie: 'session=abc' } };
const settle = () => new Promise((done) => setTimeout(done, 5));

test('signed-in requests take turns, and the public passes by', async () => {
  const { app, waiting, mostAtOnce } = site(2);
  const answers = Array.from({ length: 6 }, () => app.request('/page', signedIn));
  await settle();
  expect(waiting).toHaveLength(2);
  expect((await app.request('/page')).status).toBe(200);
  while (waiting.length > 0) {
    waiting.shift()?.();
    await settle();
  }
  expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(mostAtOnce()).toBe(3);
});

test('what is sent in takes no turn, so that a slow sender holds up nobody', async () => {
  const { app, waiting } = site(1);
  const sending = [
    app.request('/page', { ...signedIn, method: 'POST' }),
    app.request('/page', { ...signedIn, method: 'POST' }),
  ];
  const reading = app.request('/page', signedIn);
  await settle();
  expect(waiting).toHaveLength(3);
  for (const go of waiting) go();
  expect((await Promise.all([...sending, reading])).map((answer) => answer.status)).toEqual([200, 200, 200]);
});

test('a request that fails gives its turn back', async () => {
  const { app, waiting } = site(1);
  const failing = app.request('/fails', signedIn);
  const after = app.request('/page', signedIn);
  await settle();
  waiting.shift()?.();
  expect((await failing).status).toBe(500);
  await settle();
  waiting.shift()?.();
  expect((await after).status).toBe(200);
});
