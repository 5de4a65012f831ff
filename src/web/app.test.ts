import { expect, test } from 'vitest';
import { emptySite, formRequest } from '../../test/web.ts';

const at = (path: string) => `http://localhost${path}`;

test.each([
  ['/', 'sv', 'Inga planer är publicerade än.', '/en'],
  ['/en', 'en', 'No plans have been published yet.', '/'],
])('%s speaks %s and links to the other language', async (path, lang, text, other) => {
  const html = await (await emptySite().app.request(at(path))).text();
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toContain(text);
  expect(html).toMatch(new RegExp(`<a href="${other}" lang="(sv|en)"`));
});

test('the language link keeps the query', async () => {
  expect(await (await emptySite().app.request(at('/?status=late'))).text()).toContain('href="/en?status=late"');
});

test('a strict policy, no script, no frame', async () => {
  const answer = await emptySite().app.request(at('/'));
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(await answer.text()).not.toContain('<script');
});

test('a page that does not exist is told in the language of its address', async () => {
  const answer = await emptySite().app.request(at('/en/nowhere'));
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('There is no such page');
});

test.each([
  ['/planer/', '/planer'],
  ['//exempel.se/', '/exempel.se'],
])('%s leads to %s and never to another site', async (path, to) => {
  const answer = await emptySite().app.request(at(path));
  expect([answer.status, answer.headers.get('location')]).toEqual([308, to]);
});

test('a form from another site is refused', async () => {
  const { app } = emptySite();
  const answer = await app.request(at('/'), formRequest({}, { origin: 'https://elak.exempel' }));
  expect(answer.status).toBe(403);
});

test('only forms may change anything', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await emptySite().app.request(at('/'), { method: 'POST', headers, body: '{}' });
  expect(answer.status).toBe(415);
});

test('an address with a control character goes no further', async () => {
  expect((await emptySite().app.request(at('/planer/a%00b'))).status).toBe(400);
});

test('a broken world gives a reference number; the log holds it and nothing that anybody has written', async () => {
  const { app, deps } = emptySite({
    listPlans: async () => {
      throw Object.assign(new Error('invalid input: "Anna Andersson"'), { code: '22P02' });
    },
  });
  const answer = await app.request(at('/'));
  expect(answer.status).toBe(500);
  const log = JSON.stringify(deps.logged);
  const reference = /"requestId":"([^"]+)"/.exec(log)?.[1];
  expect(reference).toBeDefined();
  expect(await answer.text()).toContain(String(reference));
  expect(log).toContain('22P02');
  expect(log).not.toContain('Anna');
});

test('without any municipality the site says so', async () => {
  const { app } = emptySite({ listMunicipalities: async () => [] });
  const answer = await app.request(at('/'));
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Här finns ingen kommun');
});

// The sign-in page takes more, since it carries what was sent when a sign-in had run out.
test.each([
  ['/logga-ut', 70_000],
  ['/logga-in', 1_100_000],
])('a form to %s that is too large is refused before it is read', async (path, size) => {
  const { app } = emptySite();
  const answer = await app.request(at(path), formRequest({ email: 'x'.repeat(size) }));
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('Det du skickade är för stort');
});

test('every answer carries the id that the log has', async () => {
  const answer = await emptySite().app.request(at('/'));
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
