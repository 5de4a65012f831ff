import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { emptySite } from '../../../test/web.ts';
import type { WebEnv } from '../context.ts';
import { sameOriginOnly } from './same-origin.ts';

const FORM = 'application/x-www-form-urlencoded';
const HOST = 'plan.exempel.se';
const OUR = `https://${HOST}`;

async function send(method: string, headers: Record<string, string>, baseUrl: string | null) {
  const app = new Hono<WebEnv>();
  app.use(sameOriginOnly({ ...emptySite().deps.settings, baseUrl }));
  app.all('/', (c) => c.text('here'));
  return (await app.request(`http://${HOST}/`, { method, headers: { host: HOST, ...headers } })).status;
}

// What a browser says of where a request comes from, and whether it is taken: by Origin, else by Sec-Fetch-Site.
test.each<[string, string, Record<string, string>, number]>([
  ['reading from anywhere', 'GET', { origin: 'https://elak.exempel' }, 200],
  ['reading the head', 'HEAD', { origin: 'https://elak.exempel' }, 200],
  ['our own page', 'POST', { origin: OUR }, 200],
  ['our own page over http', 'POST', { origin: `http://${HOST}` }, 200],
  ['our own page that hides where it is', 'POST', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
  ['our own page by the fetch alone', 'POST', { 'sec-fetch-site': 'same-origin' }, 200],
  ['another site', 'POST', { origin: 'https://elak.exempel' }, 403],
  ['another site by the fetch', 'POST', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another site in both', 'POST', { origin: 'https://elak.exempel', 'sec-fetch-site': 'cross-site' }, 403],
  [
    'a neighbour under the same domain',
    'POST',
    { origin: 'https://annan.exempel.se', 'sec-fetch-site': 'same-site' },
    403,
  ],
  ['a neighbour at another port', 'POST', { origin: `${OUR}:8443` }, 403],
  ['an address that only begins like ours', 'POST', { origin: `${OUR}.elak.exempel` }, 403],
  ['an address that only ends like ours', 'POST', { origin: `https://elak-${HOST}` }, 403],
  ['an address with a name before ours', 'POST', { origin: `https://x@${HOST}.elak.exempel` }, 403],
  ['nobody knows where', 'POST', {}, 403],
  ['a page that hides where it is', 'POST', { origin: 'null' }, 403],
  ['a page that hides, on another site', 'POST', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  ['no address at all', 'POST', { origin: 'hej' }, 403],
  ['an address bar', 'POST', { 'sec-fetch-site': 'none' }, 403],
  ['a word that no browser says', 'POST', { 'sec-fetch-site': 'same-origin, cross-site' }, 403],
  ['changing in another way', 'PUT', { origin: 'https://elak.exempel' }, 403],
  ['removing', 'DELETE', { origin: 'https://elak.exempel' }, 403],
])('%s', async (_name, method, headers, status) => {
  expect(await send(method, { 'content-type': FORM, ...headers }, null)).toBe(status);
});

test.each([
  ['the public address, though the proxy tells another host', 'https://planer.kommunen.exempel', 200],
  ['the host itself', OUR, 200],
  ['another scheme of the public address', 'http://planer.kommunen.exempel', 403],
])('with a public address set: %s', async (_name, origin, status) => {
  expect(await send('POST', { 'content-type': FORM, origin }, 'https://planer.kommunen.exempel')).toBe(status);
});

test.each([
  [FORM, 200],
  [`${FORM}; charset=utf-8`, 200],
  ['multipart/form-data; boundary=x', 200],
  ['MULTIPART/FORM-DATA; boundary=x', 200],
  ['text/plain', 415],
  ['application/json', 415],
  ['application/x-www-form-urlencodedx', 415],
  [`text/plain; ${FORM}`, 415],
  ['', 415],
])('a change that is said to be «%s» answers %i', async (type, status) => {
  expect(await send('POST', { origin: OUR, 'content-type': type }, null)).toBe(status);
});
