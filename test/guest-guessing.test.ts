import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createMaintenance } from '../src/adapters/db/maintenance/maintenance.ts';
import { usualLimits } from '../src/web/middleware/not-too-many.ts';
import { createDemoSite, type DemoSite } from './demo-site.ts';
import { giveLinks, type HeldLink } from './guest-links.ts';
import { keptLog } from './kept-log.ts';
import { testDeps, testNow } from './web.ts';

const GUESSES = 10_000;
const AT_ONCE = 50;
const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-guests-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Guarded {
  readonly site: DemoSite;
  readonly links: Readonly<Record<'draft' | 'answer' | 'report', HeldLink>>;
  readonly log: ReturnType<typeof keptLog>;
  /** Opens an address as somebody at a network address. */
  ask(
    path: string,
    from: string,
    cookie?: string,
  ): Promise<{ status: number; location: string | null; wait: string | null }>;
}

/** The site as the service runs it, with the usual limits and the program's own log. */
async function guardedSite(): Promise<Guarded> {
  const log = keptLog();
  const { settings } = testDeps({} as never);
  const site = await createDemoSite({ log: log.log, settings: { ...settings, trustProxy: true, limits: usualLimits } });
  const links = await giveLinks(site);
  const ask: Guarded['ask'] = async (path, from, cookie = '') => {
    const answer = await site.app.request(`http://localhost${path}`, { headers: { 'x-forwarded-for': from, cookie } });
    await answer.text();
    const { headers } = answer;
    return { status: answer.status, location: headers.get('location'), wait: headers.get('retry-after') };
  };
  return { site, links, log, ask };
}

/** Tries many guesses, some at a time; gives how many were answered with each status. */
async function guess({ site, ask }: Guarded, guesses: readonly { path: string; from: string; cookie?: string }[]) {
  const counts: Record<string, number> = {};
  site.takeQueries();
  for (let start = 0; start < guesses.length; start += AT_ONCE)
    await Promise.all(
      guesses.slice(start, start + AT_ONCE).map(async ({ path, from, cookie }) => {
        const { status, wait, location } = await ask(path, from, cookie);
        expect([location, (status === 429) === (wait !== null)]).toEqual([null, true]);
        counts[status] = (counts[status] ?? 0) + 1;
      }),
    );
  const lookUps = site.takeQueries().filter((sql) => sql.includes('from guest_link')).length;
  return { counts, lookUps };
}

const manyOf = <T>(make: (at: number) => T): T[] => Array.from({ length: GUESSES }, (_, at) => make(at));
const networkNo = (at: number) => `198.${18 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`;

test('10 000 guesses from one network: none opens, and past the limit the database is not even asked', async () => {
  const guarded = await guardedSite();
  const { site, links, ask, log } = guarded;
  const token = () => site.deps.ids.token(32);
  const most = usualLimits.guestNetwork.most;
  const guesses = manyOf((at) => ({ path: `/gast/${token()}`, from: `2001:db8::${at.toString(16)}` }));
  const { counts, lookUps } = await guess(guarded, guesses);
  expect(counts).toEqual({ 404: most, 429: GUESSES - most });
  expect(lookUps).toBe(most);
  expect((await ask(links.draft.door, '2001:db8::1')).status).toBe(429);
  expect((await ask(links.draft.door, '2001:db8:0:1::1')).location).toBe(links.draft.room);
  expect(log.text()).not.toMatch(/[\w-]{43}/);
});

test('10 000 guesses from as many networks: none opens, all past the limit wait, and a right link still opens', async () => {
  const guarded = await guardedSite();
  const { site, links, ask } = guarded;
  const most = usualLimits.guestDoor.most;
  const guesses = manyOf((at) => ({ path: `/gast/${site.deps.ids.token(32)}`, from: networkNo(at) }));
  expect((await guess(guarded, guesses)).counts).toEqual({ 404: most, 429: GUESSES - most });
  for (const link of Object.values(links)) expect((await ask(link.door, '203.0.113.9')).location).toBe(link.room);
});

test('10 000 guessed cookies for a link whose id is known: none opens', async () => {
  const guarded = await guardedSite();
  const { site, links } = guarded;
  const most = usualLimits.guestDoor.most;
  const { room, id } = links.report;
  const guesses = manyOf((at) => ({
    path: room,
    from: networkNo(at),
    cookie: `gast-${id}=${site.deps.ids.token(32)}`,
  }));
  expect((await guess(guarded, guesses)).counts).toEqual({ 404: most, 429: GUESSES - most });
});

test('whoever holds a link can open it often, and not without end', async () => {
  const { links, ask } = await guardedSite();
  const most = usualLimits.guestLink.most;
  const { room, cookie } = links.draft;
  for (let at = 0; at < most; at += 1) expect((await ask(room, networkNo(at), cookie)).status).toBe(200);
  expect((await ask(room, '203.0.113.9', cookie)).status).toBe(429);
  expect((await ask(links.report.room, '203.0.113.9', links.report.cookie)).status).toBe(200);
});

test('tokens stand neither in the log nor, in clear, in a backup of the database', async () => {
  const { site, links, ask, log } = await guardedSite();
  for (const { door, room, cookie } of Object.values(links)) {
    await ask(door, '203.0.113.9');
    await ask(room, '203.0.113.9', cookie);
    await ask(`${door}x`, '203.0.113.9');
    await ask(`${door}/`, '203.0.113.9');
    await ask(`/en${door}?utm=${cookie}`, '203.0.113.9');
  }
  expect(
    log
      .text()
      .split('\n')
      .filter((line) => line.includes('"route":"/gast/:token"')).length,
  ).toBeGreaterThan(5);
  const file = join(folder, 'guests.backup');
  await createMaintenance(site.pool).backup(file, testNow);
  const dump = gunzipSync(readFileSync(file)).toString('utf8');
  expect(dump).toContain('Kvinnojouren Linden');
  for (const { id, token } of Object.values(links)) {
    expect(dump).toContain(id);
    const written = [token, token.slice(0, 20), Buffer.from(token, 'base64url').toString('hex'), btoa(token)];
    for (const secret of written) expect([dump.includes(secret), log.text().includes(secret)]).toEqual([false, false]);
    expect(log.text()).not.toContain(id);
  }
});
