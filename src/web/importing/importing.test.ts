import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoSite, OTHER_HOST } from '../../../test/demo-site.ts';
import { countRows, createImportSite, importVisitor } from '../../../test/import-visitor.ts';
import { inputBytes } from '../../../test/inputs.ts';
import { pdf } from '../../../test/made-files.ts';
import { formRequest } from '../../../test/web.ts';
import { newAccount, newSession } from '../../app/identity/ports.ts';
import { hashToken } from '../../app/identity/session-token.ts';
import { always } from '../../core/permission/role-period.ts';

let site: DemoSite;
let strategist: ReturnType<typeof importVisitor>;
beforeAll(async () => {
  site = await createImportSite();
  strategist = importVisitor(site);
});

const demoPlan = resolve(import.meta.dirname, '../../../demo/plan-klimatanpassning.json');

describe('a file that can be read', () => {
  test.each([
    ['plan.docx', () => inputBytes('plan.docx')],
    ['plan-lo.pdf', () => inputBytes('plan-lo.pdf')],
    ['uppsala-2025-2028.txt', () => inputBytes('uppsala-2025-2028.txt')],
    ['plan-klimatanpassning.json', () => new Uint8Array(readFileSync(demoPlan))],
  ])('%s leads to its review, and no plan is touched', async (name, read) => {
    const before = await countRows(site);
    const bytes = read();
    const { status, location } = await strategist.upload(name, bytes);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/import\/[0-9a-f-]{36}$/);
    const { html } = await strategist.get(location);
    expect(html).toContain(`Granska ${name}`);
    const { import_draft = 0, event = 0 } = before;
    expect(await countRows(site)).toEqual({ ...before, import_draft: import_draft + 1, event: event + 1 });
    const draft = await site.store.read.getImportDraft(site.code, location.slice('/import/'.length));
    expect(draft?.confirmed).toEqual([]);
    expect(draft?.sha256).toBe(site.deps.sha256(bytes));
    expect(Buffer.compare(draft?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });
});

describe('a file that cannot be read', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]);
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
  test.each([
    ['nothing', 'plan.docx', new Uint8Array(), 'Välj en fil.'],
    ['only blanks', 'plan.txt', text(' \n \n'), 'Filen är tom.'],
    ['an old Word file', 'plan.doc', new Uint8Array(oldWord), 'äldre Office-format'],
    ['noise with the name of a plan', 'plan.docx', noise, 'teckenkodning går inte att läsa'],
    ['a Word file that calls itself something else', 'plan.exe', inputBytes('plan.docx'), 'Ge filen sitt rätta namn'],
    ['a PDF of pictures', 'skannad.pdf', pdf(['', '0 0 100 100 re f']), 'bara bilder av text'],
    ['a Word file cut in half', 'plan.docx', inputBytes('plan.docx').slice(0, 9000), 'Filen är skadad'],
    ['a text about something else', 'brev.txt', text('Hej!\n\nVi ses på torsdag.\n'), 'ingen tabell eller lista'],
    ['JSON of another program', 'data.json', text('{"a": 1}'), 'inte en plan i det öppna planformatet'],
  ])('%s: one sentence, and nothing is stored', async (_, name, bytes, sentence) => {
    const before = await countRows(site);
    const { status, html } = await strategist.upload(name, bytes);
    expect(status).toBe(422);
    expect(html).toMatch(/id="fel"/);
    expect(html).toContain(sentence);
    expect(html).toContain('aria-describedby="fil-hint fil-error"');
    expect(await countRows(site)).toEqual(before);
  });

  test('a form without a file, and one that is far too large', async () => {
    const before = await countRows(site);
    expect((await strategist.post('/import', {})).status).toBe(422);
    expect((await strategist.upload('plan.txt', new Uint8Array(27 * 1024 * 1024))).status).toBe(413);
    expect(await countRows(site)).toEqual(before);
  });
});

describe('who may import', () => {
  test.each(['board-controller', 'reporter', 'reader'] as const)('a %s may not', async (role) => {
    const before = await countRows(site);
    const visitor = importVisitor(site, role);
    const review = `/import/${site.importId}`;
    for (const path of ['/import', review, `${review}/delar/facts`, `${review}/organ`])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
    expect((await visitor.upload('plan.docx', inputBytes('plan.docx'))).status).toBe(403);
    for (const path of [`${review}/delar/facts`, `${review}/organ`, `${review}/kasta`])
      expect([path, (await visitor.post(path, { rowVersion: '1' })).status]).toEqual([path, 403]);
    expect(await countRows(site)).toEqual(before);
  });

  test('a strategist of another municipality finds no review here', async () => {
    const cookie = await strategistOf('9902');
    const headers = { host: OTHER_HOST, origin: `http://${OTHER_HOST}`, cookie };
    const ask = (path: string, request: RequestInit = {}) =>
      site.app.request(`http://${OTHER_HOST}${path}`, { ...request, headers: { ...request.headers, ...headers } });
    const review = `/import/${site.importId}`;
    expect((await ask('/import')).status).toBe(200);
    for (const path of [review, `${review}/delar/facts`, `${review}/organ`])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    for (const path of [`${review}/delar/facts`, `${review}/organ`, `${review}/kasta`])
      expect([path, (await ask(path, formRequest({ rowVersion: '1' }))).status]).toEqual([path, 404]);
    expect(await site.store.read.getImportDraft(site.code, site.importId)).not.toBeNull();
  });

  test.each(['finns-inte', '00000000-0000-4000-8000-000000000000'])('a review %s is not there', async (id) => {
    for (const path of [`/import/${id}`, `/import/${id}/delar/facts`, `/import/${id}/organ`])
      expect((await strategist.get(path)).status).toBe(404);
    expect((await strategist.post(`/import/${id}/organ`, { rowVersion: '1' })).status).toBe(404);
    expect((await strategist.get(`/import/${site.importId}/delar/area-99`)).status).toBe(404);
  });
});

/** A strategist with a session in a municipality that has nobody yet; gives the session's cookie. */
async function strategistOf(municipality: string): Promise<string> {
  const { store, deps } = site;
  const id = deps.ids.next();
  const at = deps.clock.now();
  const membership = { role: 'strategist', bodyId: null } as const;
  await store.change({ municipality, actorId: null, at, requestId: null }, async (tx) => {
    const person = { id, municipality, email: 'anna@annan.exempel', name: 'Anna Annan', passwordHash: 'x' };
    await tx.addAccount(newAccount({ ...person, memberships: [always(membership)] }));
    const session = { id: deps.ids.next(), municipality, tokenHash: hashToken(deps.sha256, 'annan'), accountId: id };
    await tx.addSession(newSession({ ...session, createdAt: at, expiresAt: new Date(at.getTime() + 3_600_000) }));
    await tx.event({ kind: 'account-added', thingKind: 'account', thingId: id, before: null, after: null });
  });
  return 'session=annan';
}
