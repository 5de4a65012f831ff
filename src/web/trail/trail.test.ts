import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createDemoSite, type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { giveLinks } from '../../../test/guest-links.ts';
import { verifyTrail } from '../../../test/verify-trail.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import { addressOf, readFilter, readPlace, writePlace } from './trail-query.ts';

const TRAIL = '/administration/sparlogg';
let site: DemoSite;
let reporter: { id: string; name: string };

beforeAll(async () => {
  site = await createDemoSite();
  const part = await site.part('SN', '2.1');
  const cookie = site.cookie('reporter');
  const html = await (await site.app.request(`http://localhost/ataganden/${part.id}`, { headers: { cookie } })).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const form = {
    status: 'in-progress',
    text: 'Vi har börjat.',
    requestKey: field('requestKey'),
    basedOn: field('basedOn'),
  };
  const sent = await site.app.request(`http://localhost/ataganden/${part.id}/rapport`, formRequest(form, { cookie }));
  expect(sent.status).toBe(303);
  const account = (await site.store.read.listAccounts(site.code)).find(({ memberships }) =>
    memberships.some(({ role }) => role === 'reporter'),
  );
  reporter = { id: account?.id ?? '', name: account?.name ?? '' };
});

async function get(path: string, role: Parameters<DemoSite['cookie']>[0] = 'auditor') {
  const answer = await site.app.request(`http://localhost${path}`, { headers: { cookie: site.cookie(role) } });
  return { status: answer.status, html: plainText(await answer.text()), headers: answer.headers };
}

test('a report is told as a sentence in both languages, with its time, thing, before and after', async () => {
  const { html } = await get(`${TRAIL}?handelse=status-reported`);
  expect(html).toContain(`${reporter.name} rapporterade läget Pågår för åtgärd 2.1, Socialnämnden.`);
  expect(html).toMatch(/<time datetime="2026-05-15T09:00:00.000Z">15 maj 2026 kl. 11:00<\/time>/);
  expect(html).toMatch(/<th scope="row">Läge<\/th><td><span>[^<]+<\/span><\/td>/);
  const part = await site.part('SN', '2.1');
  expect(html).toContain(`href="/ataganden/${part.id}"`);
  expect(html).not.toContain('Vi har börjat');
  const english = await get(`/en${TRAIL}?handelse=status-reported`);
  expect(english.html).toContain(`${reporter.name} reported the status In progress for measure 2.1, Socialnämnden.`);
});

test('a page of the trail costs the same whatever is on it', async () => {
  const count = async (query: string) => {
    site.takeQueries();
    await get(`${TRAIL}${query}`);
    return site.takeQueries().length;
  };
  const few = await count('?handelse=status-reported');
  const context = { municipality: site.code, actorId: reporter.id, at: testNow, requestId: null };
  for (let number = 0; number < 60; number += 1)
    await site.store.change(context, (tx) =>
      tx.event({ kind: 'signed-in', thingKind: 'account', thingId: reporter.id, before: null, after: null }),
    );
  expect(await count('')).toBe(few);
  // Those of the municipality and the person asking, and three of the page itself.
  expect(few).toBeLessThanOrEqual(5);
});

test('fifty on a page, and a way to the older and back to the newest with the filter kept', async () => {
  const first = await get(`${TRAIL}?handelse=signed-in`);
  expect(first.html.match(/<li class="hk-stack" id="handelse-/g)).toHaveLength(50);
  const next = /<a rel="next" href="([^"]+)"/.exec(first.html)?.[1] ?? '';
  expect(next).toMatch(/handelse=signed-in&fore=\d+-\d+$/);
  const second = await get(next);
  expect(second.html).toContain(`href="${TRAIL}?handelse=signed-in"`);
  expect(second.html).not.toContain('rel="next"');
});

describe('who may', () => {
  test.each([
    ['auditor', 200],
    ['administrator', 200],
    ['strategist', 403],
    ['board-controller', 403],
    ['reporter', 403],
    ['reader', 403],
  ] as const)('%s gets %i', async (role, status) => {
    for (const path of [TRAIL, `${TRAIL}/utan-rapport`, `${TRAIL}/utan-rapport.csv`])
      expect((await get(path, role)).status).toBe(status);
  });

  test('an administrator is not led to what only others may open', async () => {
    const part = await site.part('SN', '2.1');
    const { html } = await get(`${TRAIL}?handelse=status-reported`, 'administrator');
    expect(html).not.toContain(`/ataganden/${part.id}`);
    expect(html).toContain(`/atgarder/${part.measureId}`);
  });

  test('another municipality shows nothing of this one', async () => {
    const answer = await site.app.request(`http://${OTHER_HOST}${TRAIL}`, {
      headers: { cookie: site.cookie('auditor') },
    });
    expect(answer.status).toBe(303);
  });
});

test.each([
  ['?fran=2026-13-01', 'Skriv datumet som år-månad-dag'],
  ['?fran=2026-05-02&till=2026-05-01', 'Den första dagen är senare än den sista.'],
])('%s comes back with what was written and why', async (query, message) => {
  const { status, html } = await get(`${TRAIL}${query}`);
  expect(status).toBe(422);
  expect(html).toContain(message);
  expect(html).toContain(`value="${new URLSearchParams(query).get('fran')}"`);
});

test.each(['?person=anna', '?fore=x', '?organ=%00', `?handelse=${'x'.repeat(500)}`, "?atgard='; drop table event"])(
  '%s is a filter that finds nothing or everything, never a fault of ours',
  async (query) => {
    expect((await get(TRAIL + query)).status).toBe(200);
  },
);

describe('the address', () => {
  test('the days are those of Sweden, the last one whole', () => {
    const { filter } = readFilter((name) => ({ fran: '2026-05-01', till: '2026-05-31' })[name]);
    expect([filter.from?.toISOString(), filter.until?.toISOString()]).toEqual([
      '2026-04-30T22:00:00.000Z',
      '2026-05-31T22:00:00.000Z',
    ]);
  });

  test('a place is read as it was written', () => {
    const place = { happenedAt: new Date('2026-05-15T09:00:00.123Z'), sequence: 42 };
    expect(readPlace(writePlace(place))).toEqual(place);
    expect(['', 'x', '1-', '-1', `${'9'.repeat(14)}-1`, undefined].map(readPlace)).toEqual(Array(6).fill(null));
  });

  test('what is empty is left out', () => {
    expect(addressOf('/a', { person: '', organ: 'x' })).toBe('/a?organ=x');
    expect(addressOf('/a', {})).toBe('/a');
  });
});

test('the trail is taken out as a signed archive, and that it was is in it', async () => {
  const page = await get(`${TRAIL}/lamna-ut`);
  expect(page.html).toContain(site.deps.secrets.publicKey.trim());
  const cookie = site.cookie('auditor');
  const answer = await site.app.request(`http://localhost${TRAIL}/lamna-ut`, formRequest({}, { cookie }));
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="sparlogg-${site.code}-2026-05-15.zip"`);
  const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-lamna-ut-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'sparlogg.zip');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const kinds: string[] = [];
  const verified = await verifyTrail(file, site.deps.secrets.publicKey, async (_municipality, events) => {
    kinds.push(...events.map(({ kind }) => kind));
  });
  expect(verified.ok && verified.value.faults).toEqual([]);
  expect(kinds.at(-1)).toBe('trail-exported');
  const refused = await site.app.request(
    `http://localhost${TRAIL}/lamna-ut`,
    formRequest({}, { cookie: site.cookie('strategist') }),
  );
  expect(refused.status).toBe(403);
});

describe('measures without a report', () => {
  test('a year back unless told otherwise; the table and the file hold the same parts', async () => {
    const page = await get(`${TRAIL}/utan-rapport?sedan=2026-05-16`);
    expect(page.html).toMatch(/\d+ åtgärder med \d+ delar\./);
    const [, parts] = /åtgärder med (\d+) delar/.exec(page.html) ?? [];
    const file = await get(`${TRAIL}/utan-rapport.csv?sedan=2026-05-16`);
    expect(file.headers.get('content-disposition')).toContain('utan-rapport-sedan-2026-05-16.csv');
    expect(file.html.split('\r\n').length - 2).toBe(Number(parts));
    expect((await get(`${TRAIL}/utan-rapport`)).html).toContain('value="2025-05-15"');
  });

  test('what is no day is refused with what was written', async () => {
    const page = await get(`${TRAIL}/utan-rapport?sedan=i+fjol`);
    expect([page.status, page.html.includes('value="i fjol"')]).toEqual([422, true]);
    expect((await get(`${TRAIL}/utan-rapport.csv?sedan=i+fjol`)).status).toBe(400);
  });
});

test('what a guest does is told of by the link', async () => {
  const { report } = await giveLinks(site);
  const page = await site.app.request(`http://localhost${report.room}`, { headers: { cookie: report.cookie } });
  const html = await page.text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const form = { status: 'done', text: 'Klart.', requestKey: field('requestKey'), basedOn: field('basedOn') };
  const sent = await site.app.request(
    `http://localhost${report.room}/rapport`,
    formRequest(form, { cookie: report.cookie }),
  );
  expect(sent.status).toBe(303);
  const told = await get(`${TRAIL}?handelse=status-reported`);
  expect(told.html).toContain('Gäst (Kvinnojouren Linden) rapporterade läget Klar för åtgärd 2.8, Socialnämnden.');
  const given = await get(`${TRAIL}?handelse=guest-link-added`);
  expect(given.html).toContain(
    'Maja Alderin gav gästlänken till Kvinnojouren Linden för åtgärd 2.8, Socialnämnden till och med 30 juni 2026.',
  );
});
