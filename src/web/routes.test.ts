import { expect, test } from 'vitest';
import { emptySite, formRequest } from '../../test/web.ts';
import { addressIn, languages } from './language.ts';
import { createOperationsApp, operationsPaths } from './operations/operations-app.ts';
import { allRoutes } from './routes.ts';

// What anybody may reach without signing in. Widening it is meant to be seen in review.
const OPEN = [
  'GET /brev/avsluta/:token',
  'POST /brev/avsluta/:token',
  'GET /gast/:token',
  'GET /planer/:slug/ladda-ner/:file',
  'GET /jamfor',
  'GET /jamfor/ladda-ner/:file',
  'GET /',
  'GET /logga-in',
  'POST /logga-in',
  'GET /inbjudan/:token',
  'POST /inbjudan/:token',
  'GET /glomt-losenord',
  'POST /glomt-losenord',
  'GET /nytt-losenord',
  'GET /nytt-losenord/:token',
  'POST /nytt-losenord/:token',
  'GET /supportatkomst/:token',
  'POST /supportatkomst/:token',
  'POST /logga-ut',
  'GET /utloggad',
  'POST /logga-in/nyckel',
  'POST /logga-in/nyckel/fraga',
  'GET /logga-in/tjanst/:slug',
  'POST /logga-in/tjanst/:slug',
  'GET /logga-in/tjanst/:slug/tillbaka',
  'GET /logga-in/tjanst/:slug/nycklar',
  'GET /organ/:bodyId',
  'GET /planer/:slug',
  'GET /planer/:slug/atgarder/:measureId',
  'GET /planer/:slug/omraden/:areaId',
  'GET /planer/:slug/versioner/:number',
];

// What a guest link reaches besides what is open, each asked about the very thing that the link is for.
const GUEST = ['GET /gast/sida/:id', 'POST /gast/sida/:id/rapport', 'POST /gast/sida/:id/svar'];

// For those who run the service: of no municipality and no language.
const OPERATIONS = ['GET /healthz', 'GET /metrics', 'GET /readyz'];

const { app, deps } = emptySite({ findGuest: async () => null });
const routes = allRoutes(deps);

test('exactly these routes are open without sign-in', () => {
  const open = routes.filter(({ access }) => access === 'open').map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual([...OPEN].sort());
});

test('exactly these routes are reached by a guest link', () => {
  const guest = routes.filter(({ access }) => access === 'guest').map(({ method, path }) => `${method} ${path}`);
  expect(guest.sort()).toEqual([...GUEST].sort());
});

test('exactly these addresses are for those who run the service, and no page has one of them', () => {
  const operations = createOperationsApp({
    https: false,
    state: () => 'ready',
    databaseAnswers: async () => true,
    metrics: () => null,
  });
  const mounted = operations.routes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`);
  expect(mounted.sort()).toEqual(OPERATIONS);
  expect(operationsPaths.map((path) => `GET ${path}`).sort()).toEqual(OPERATIONS);
  expect(routes.filter(({ path }) => operationsPaths.some((each) => path.startsWith(each)))).toEqual([]);
});

test('the app answers on no other route than the listed ones, in both languages, and the static files', () => {
  const mounted = new Set(app.routes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`));
  const listed = routes.flatMap((r) => languages.map((language) => `${r.method} ${addressIn(language, r.path)}`));
  expect([...mounted].sort()).toEqual([...listed, 'GET /static/:name'].sort());
});

test.each(routes.filter(({ access }) => access === 'guest').map((r) => [r.method, r.path] as const))(
  '%s %s is not there for who has no guest link',
  async (method, path) => {
    const request = method === 'GET' ? {} : formRequest({});
    expect((await app.request(`http://localhost${path}`, request)).status).toBe(404);
  },
);

test.each(
  routes.filter(({ access }) => access !== 'open' && access !== 'guest').map((r) => [r.method, r.path] as const),
)('%s %s asks who is not signed in to do so', async (method, path) => {
  const answer = await app.request(`http://localhost${path}`, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' },
  });
  if (method === 'GET') expect(answer.headers.get('location')).toMatch(/^\/logga-in\?till=%2F/);
  else expect(await answer.text()).toContain('action="/logga-in"');
  expect(answer.status).toBe(method === 'GET' ? 303 : 401);
});
