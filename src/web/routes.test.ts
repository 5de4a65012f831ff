import { expect, test } from 'vitest';
import { emptySite } from '../../test/web.ts';
import { addressIn, languages } from './language.ts';
import { allRoutes } from './routes.ts';

// What anybody may reach without signing in. Widening it is meant to be seen in review.
const OPEN = [
  'GET /planer/:slug/ladda-ner/:file',
  'GET /',
  'GET /logga-in',
  'POST /logga-in',
  'POST /logga-ut',
  'GET /organ/:bodyId',
  'GET /planer/:slug',
  'GET /planer/:slug/atgarder/:measureId',
  'GET /planer/:slug/omraden/:areaId',
];

const { app, deps } = emptySite();
const routes = allRoutes(deps);

test('exactly these routes are open without sign-in', () => {
  const open = routes.filter(({ access }) => access === 'open').map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual([...OPEN].sort());
});

test('the app answers on no other route than the listed ones, in both languages, and the static files', () => {
  const mounted = new Set(app.routes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`));
  const listed = routes.flatMap((r) => languages.map((language) => `${r.method} ${addressIn(language, r.path)}`));
  expect([...mounted].sort()).toEqual([...listed, 'GET /static/:name'].sort());
});

test.each(routes.filter(({ access }) => access !== 'open').map((r) => [r.method, r.path] as const))(
  '%s %s asks who is not signed in to do so',
  async (method, path) => {
    const answer = await app.request(`http://localhost${path}`, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' },
    });
    if (method === 'GET') expect(answer.headers.get('location')).toMatch(/^\/logga-in\?till=%2F/);
    else expect(await answer.text()).toContain('action="/logga-in"');
    expect(answer.status).toBe(method === 'GET' ? 303 : 401);
  },
);
