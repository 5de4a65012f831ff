import { expect, test } from 'vitest';
import { emptySite, formRequest, testNow } from '../../../test/web.ts';
import type { AnsweredRequest } from '../deps.ts';

const OWN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const { settings } = emptySite().deps;

test.each([
  ['GET', '/', 200, '/'],
  ['GET', '/en', 200, '/'],
  ['GET', '/en/planer/anna-andersson?q=hemligt', 404, '/planer/:slug'],
  ['GET', '/finns-inte/anna-andersson', 404, 'none'],
  ['GET', '/static/anna-andersson.css', 404, '/static/:name'],
  ['GET', '/oversikt?anna=andersson', 303, '/oversikt'],
  ['POST', '/logga-in', 422, '/logga-in'],
])('%s %s is told of as one line with the pattern of its route', async (method, path, status, route) => {
  const answered: AnsweredRequest[] = [];
  const { app, deps } = emptySite(
    { getPlanOutline: async () => null },
    { meter: { answered: (request) => answered.push(request) } },
  );
  const headers = { 'user-agent': 'secret-browser', referer: 'http://localhost/andersson', cookie: 'other=andersson' };
  const init = method === 'GET' ? { headers } : formRequest({ email: 'anna.andersson@example.se' }, headers);
  const answer = await app.request(`http://localhost${path}`, init);
  expect(answer.status).toBe(status);
  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(OWN_ID);
  expect(deps.logged).toEqual([['request', { requestId, method, route, status, ms: expect.any(Number) }]]);
  expect(answered).toEqual([{ method, route, status, seconds: expect.any(Number) }]);
  expect(JSON.stringify([deps.logged, answered])).not.toMatch(/anders|hemligt|secret/i);
});

test('those who share a page are told of one by one, each with its route', async () => {
  const { app, deps } = emptySite();
  await Promise.all(Array.from({ length: 5 }, () => app.request('http://localhost/')));
  expect(deps.logged).toHaveLength(5);
  for (const line of deps.logged)
    expect(line).toEqual(['request', expect.objectContaining({ route: '/', status: 200 })]);
});

const UUID = '018f3b1e-0000-7000-8000-00000000000a';
test.each([
  ['behind no proxy of ours', false, UUID, null],
  ['a uuid', true, UUID, UUID],
  ['a uuid in capitals', true, UUID.toUpperCase(), UUID],
  ['32 digits, as nginx writes', true, UUID.replaceAll('-', ''), UUID],
  ['too short', true, '018f3b1e', null],
  ['other words', true, 'anna.andersson@example.se anna.andersson', null],
  ['two', true, `${UUID}, ${UUID}`, null],
])('an id that came with the request, %s', async (_name, trustProxy, given, expected) => {
  const { app } = emptySite({}, { settings: { ...settings, trustProxy } });
  const answer = await app.request('http://localhost/', { headers: { 'x-request-id': given } });
  const id = answer.headers.get('x-request-id');
  if (expected === null) expect(id).not.toBe(given);
  else expect(id).toBe(expected);
  expect(id).toMatch(OWN_ID);
});

test.each<[string, string, RequestInit, number]>([
  ['a page for others', '/oversikt', {}, 403],
  ['a form from another site', '/logga-in', formRequest({}, { origin: 'https://elak.exempel' }), 403],
  ['no form', '/logga-in', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415],
  ['a control character', '/a%00b', {}, 400],
])('%s is told of as a warning, with the session and nobody’s name', async (_name, path, init, status) => {
  const actor = { municipality: '9999', accountId: UUID, name: 'Anna Andersson', memberships: [] };
  const read = {
    findSignedIn: async () => ({ actor, sessionId: 'the-session', signedInAt: testNow, lastSeenAt: testNow }),
  };
  const { app, deps } = emptySite(read);
  const headers = new Headers(init.headers);
  headers.set('cookie', 'session=secret-token');
  const answer = await app.request(`http://localhost${path}`, { ...init, headers });
  expect(answer.status).toBe(status);
  // What is refused before anybody has asked who sends it has no session.
  const session = path === '/oversikt' ? 'the-session' : null;
  expect(deps.logged).toEqual([['request refused', expect.objectContaining({ status, session })]]);
  expect(JSON.stringify(deps.logged)).not.toMatch(/Anders|secret/);
});
