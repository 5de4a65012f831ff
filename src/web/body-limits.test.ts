import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, listen } from '../../test/demo-site.ts';
import { giveLinks, type HeldLink } from '../../test/guest-links.ts';
import { emptySite } from '../../test/web.ts';
import { reachOf } from '../core/permission/may.ts';
import { type Role, roles } from '../core/permission/role.ts';
import { allRoutes } from './routes.ts';

// The largest body that each form takes, in kibibytes. What is not named takes 64.
const LIMITS: Readonly<Record<string, number>> = {
  // They may carry a form that was sent when a sign-in had run out.
  '/logga-in': 1024,
  '/logga-in/nyckel': 1024,
  '/logga-in/tjanst/:slug': 1024,
  '/import': 26 * 1024,
  '/import/:id/delar/:group': 8 * 1024,
  '/import/:id/organ': 8 * 1024,
  '/administration/organ/import': 5 * 1024,
  '/administration/organ/import/bekrafta': 8 * 1024,
  // One field for each open commitment.
  '/administration/organ/:bodyId/ny-ordning': 2 * 1024,
  // Files that come back from Word and from a spreadsheet.
  '/planer/:slug/word': 26 * 1024,
  '/planer/:slug/word/:id': 256,
  '/planer/:slug/kalkylblad': 5 * 1024,
  '/planer/:slug/kalkylblad/bekrafta': 12 * 1024,
};
const posts = allRoutes(emptySite().deps).filter(({ method }) => method === 'POST');

let site: DemoSite;
let guest: HeldLink;
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  site = await createDemoSite();
  guest = (await giveLinks(site)).report;
  server = await listen(site);
});
afterAll(() => server.stop());

/** Somebody who may reach a route; `chunked` picks another person where it ends the session. */
function cookieFor({ access, path }: (typeof posts)[number], chunked: boolean): string {
  if (access === 'open') return '';
  if (access === 'guest') return guest.cookie;
  if (path === '/logga-ut') return site.cookie(chunked ? 'reader' : 'auditor');
  const held = (role: Role) => [{ role, bodyId: 'any' }];
  const able = roles.find((role) => {
    if (role === 'support') return false;
    if (access === 'signed-in') return true;
    return (
      reachOf({ municipality: site.code, accountId: 'a', name: 'A', memberships: held(role) }, access) !== 'nothing'
    );
  });
  if (able === undefined) throw new Error(`Nobody may ${access}`);
  return site.cookie(able);
}

/** Sends `kilobytes` of a form, with its length told beforehand or in chunks; gives the status. */
function send(route: (typeof posts)[number], kilobytes: number, chunked: boolean): Promise<number | undefined> {
  const body = Buffer.alloc(kilobytes * 1024, 'a');
  body.write('field=');
  const id = route.access === 'guest' ? guest.id : '018f3b1e-0000-7000-8000-000000000001';
  return new Promise((done, fail) => {
    const sending = request(server.address + route.path.replaceAll(/:\w+/g, id), {
      method: 'POST',
      agent: false,
      headers: {
        origin: server.address,
        cookie: cookieFor(route, chunked),
        'content-type': 'application/x-www-form-urlencoded',
        ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': body.length }),
      },
    });
    sending.on('response', (answer) => {
      done(answer.statusCode);
      answer.resume();
      sending.destroy();
    });
    // A refusal may come while we still send.
    sending.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : fail(error)));
    sending.end(body);
  });
}

const cases = posts.flatMap((route) => [false, true].map((chunked) => ({ path: route.path, route, chunked })));

test.each(cases)('$path, in chunks: $chunked', async ({ route, chunked }) => {
  const most = LIMITS[route.path] ?? 64;
  expect(await send(route, most + 1, chunked)).toBe(413);
  expect(await send(route, most, chunked)).not.toBe(413);
});
