import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formRequest, testNow } from '../../../test/web.ts';
import type { PlacedMeasure } from '../../app/overlap/ports.ts';
import type { Role } from '../../core/permission/role.ts';

const at = (path: string) => `http://localhost${path}`;
let site: DemoSite;
/** Of the plan that is added here, and the measure of the demo's plan that says the same as its first. */
let own: PlacedMeasure[];
let theirs: PlacedMeasure;

beforeAll(async () => {
  site = await createDemoSite();
  await addPlan('ny-plan', 'adopted', [
    'I förskolegårdar utan skugga sätts träd som ger skugga.',
    'Kartlägg hur ofta protokoll skrivs på dialekt.',
  ]);
  own = await measuresOf('ny-plan');
  const all = await measuresOf('klimatanpassning');
  theirs = all.find(({ label }) => label === '2:2') ?? never();
});

function never(): never {
  throw new Error('the demo has another plan than this test knows');
}

async function measuresOf(slug: string): Promise<PlacedMeasure[]> {
  const plan = await site.store.read.getPlanBySlug(site.code, slug);
  return site.store.read.listPlacedMeasures(site.code, plan?.facts.id ?? '');
}

async function addPlan(slug: string, state: 'draft' | 'adopted', texts: readonly string[]): Promise<void> {
  const area = randomUUID();
  const block = { parentId: null, label: null, dueYear: null, rowVersion: 1, position: 0 } as const;
  const blocks = [
    { ...block, id: area, kind: 'area' as const, text: 'Område' },
    ...texts.map((text, position) => ({
      ...block,
      id: randomUUID(),
      kind: 'measure' as const,
      parentId: area,
      label: `1.${position + 1}`,
      position,
      text,
    })),
  ];
  const none = { registrationNumber: null, decisionMaker: null, documentOwner: null, words: null };
  const years = { periodFrom: 2027, periodTo: 2030, adoptedOn: state === 'adopted' ? '2026-05-01' : null };
  const facts = { id: randomUUID(), slug, title: `Planen ${slug}`, state, rowVersion: 1, ...none, ...years };
  await site.store.change({ municipality: site.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addPlan(site.code, { facts, blocks, commitments: [], planCase: null, sourceFile: null });
    await tx.event({ kind: 'draft-added', thingKind: 'plan', thingId: facts.id, before: null, after: null });
  });
}

async function get(path: string, role: Role | null = 'strategist') {
  const headers = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(at(path), { headers });
  return { status: answer.status, html: await answer.text() };
}

async function post(path: string, fields: Record<string, string>, role: Role = 'strategist') {
  const answer = await site.app.request(at(path), formRequest(fields, { cookie: site.cookie(role) }));
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
}

const similarPath = (measure: PlacedMeasure | undefined) =>
  `/planer/${measure?.planSlug}/atgarder/${measure?.id}/liknande`;
const pairPath = () => `/overlapp/par/${own[0]?.id}/${theirs.id}`;

describe('similar measures', () => {
  test('the one that says the same comes first, with the shared words marked', async () => {
    const { status, html } = await get(similarPath(own[0]));
    expect(status).toBe(200);
    const [first = ''] = html.split('<ol class="hk-list">')[1]?.split('</li>') ?? [];
    expect(first).toContain(`/overlapp/par/${own[0]?.id}/${theirs.id}`);
    expect(first).toContain('<mark>förskolegårdar</mark>');
    expect(first).toMatch(/Gemensamma ord: <\/span><span>[^<]*skugga/);
  });

  test('a measure that is like no other says so', async () => {
    const { html } = await get(similarPath(own[1]));
    expect(html).toContain('Inga åtgärder i andra planer liknar den här');
  });

  test('a text that has changed is found by its new words at once', async () => {
    const draft = (await measuresOf(DRAFT))[0];
    const found = async () => (await get(similarPath(draft))).html.includes(own[1]?.id ?? '-');
    expect(await found()).toBe(false);
    const text = 'Protokoll på dialekt kartläggs.';
    const edit = `/planer/${DRAFT}/redigera/${draft?.id}`;
    expect((await post(edit, { text, dueYear: '', rowVersion: '1' })).status).toBe(303);
    expect(await found()).toBe(true);
    expect((await get(similarPath(own[1]))).html).toContain(draft?.id);
  });

  test('a draft is seen only by those who may read drafts', async () => {
    const draft = (await measuresOf(DRAFT))[0];
    expect((await get(similarPath(own[1]), 'reader')).html).toContain(draft?.id);
    const reporter = await get(similarPath(own[1]), 'reporter');
    expect([reporter.status, reporter.html.includes(draft?.id ?? '-')]).toEqual([200, false]);
    expect((await get(`/overlapp/par/${own[1]?.id}/${draft?.id}`, 'reporter')).status).toBe(404);
    expect((await get(`/overlapp?plan=${DRAFT}`, 'reporter')).status).toBe(404);
    expect((await get('/overlapp', 'reporter')).html).not.toContain(DRAFT);
  });

  test('the public sees nothing of it', async () => {
    const page = await get(`/planer/klimatanpassning/atgarder/${theirs.id}`, null);
    expect([page.status, page.html.includes('liknande')]).toEqual([200, false]);
    for (const path of [similarPath(theirs), '/overlapp', pairPath()]) expect((await get(path, null)).status).toBe(303);
    expect((await get('/overlapp', 'administrator')).status).toBe(403);
  });
});

describe('a verdict', () => {
  test('is given by a person, with a reason, and stands by both with who and when', async () => {
    expect((await get(pairPath())).html).toContain('Ingen har bedömt paret än');
    const done = await post(pairPath(), { verdict: 'same', reason: 'Tekniska tar den.', rowVersion: '0' });
    expect([done.status, done.to]).toEqual([303, `${pairPath()}?klart=bedomt`]);
    for (const measure of [own[0], theirs]) {
      const { html } = await get(similarPath(measure));
      expect(html).toContain('Samma sak');
      expect(html).toContain('Tekniska tar den.');
      expect(html).toMatch(/hk-muted">[^<]+, 20\d\d|hk-muted">[^<]+ 20\d\d/);
    }
    const [event] = await site.rows<{ after: { verdict: string; reason: { length: number } } }>(
      `select after from event where kind = 'overlap-settled'`,
    );
    expect([event?.after.verdict, event?.after.reason.length]).toEqual(['same', 17]);
  });

  test('says that a text has changed since', async () => {
    expect((await get(pairPath())).html).not.toContain('har ändrats sedan bedömningen');
    await site.change(`update block set text = text || ' Nytt.' where block_id = '${own[0]?.id}'`);
    expect((await get(pairPath())).html).toContain('har ändrats sedan bedömningen');
    expect((await get(similarPath(theirs))).html).toContain('Texten är ändrad sedan dess');
  });

  test.each([
    ['without a choice', { verdict: '', reason: '' }, 'Välj vad de två är för varandra.'],
    ['with a word that is none', { verdict: 'copies', reason: '' }, 'Välj vad de två är för varandra.'],
    ['with a long reason', { verdict: 'none', reason: 'x'.repeat(2001) }, 'högst 2 000 tecken'],
  ])('%s is refused and what was written is kept', async (_name, fields, words) => {
    const answer = await post(pairPath(), { ...fields, rowVersion: '1' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(words);
    expect(answer.html).toContain(fields.reason);
  });

  test('the second of two writers gets 409 with both', async () => {
    const fields = { verdict: 'complements', reason: 'Min.', rowVersion: '0' };
    const answer = await post(pairPath(), fields);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Tekniska tar den.');
    expect(answer.html).toContain('Min.');
    expect((await post(pairPath(), { ...fields, rowVersion: '1' })).status).toBe(303);
  });

  test('only a strategist gives one, and never of a measure with itself or its own plan', async () => {
    const fields = { verdict: 'none', reason: '', rowVersion: '2' };
    expect((await post(pairPath(), fields, 'board-controller')).status).toBe(403);
    expect((await get(pairPath(), 'board-controller')).html).not.toContain('Spara bedömningen');
    for (const other of [own[0]?.id, own[1]?.id, randomUUID(), 'x'])
      expect((await post(`/overlapp/par/${own[0]?.id}/${other}`, fields)).status).toBe(404);
  });

  test('the page of the plan has it among the decided, and what has nothing in common by itself', async () => {
    const { html } = await get('/overlapp?plan=ny-plan');
    expect(html.split('Bedömda')[1]).toContain('Kompletterar');
    await post(pairPath(), { verdict: 'none', reason: '', rowVersion: '2' });
    expect((await get('/overlapp?plan=ny-plan')).html).toContain('Utan samband (1)');
  });
});

describe('synonyms', () => {
  const path = '/overlapp/synonymer';
  test('words of the municipality make measures alike, until they are taken away', async () => {
    await addPlan('dialekt', 'adopted', ['Mötesanteckningar på bondska undersöks.']);
    const [measure] = await measuresOf('dialekt');
    const found = async () => (await get(similarPath(measure))).html.includes(own[1]?.id ?? '-');
    expect(await found()).toBe(false);
    expect((await post(path, { ord: 'Mötesanteckning\nprotokoll', slag: 'together' })).status).toBe(303);
    expect((await post(path, { ord: 'bondska\ndialekt', slag: 'together' })).status).toBe(303);
    expect(await found()).toBe(true);
    for (const [, id = ''] of (await get(path)).html.matchAll(/name="grupp" value="([^"]+)"/g))
      expect((await post(`${path}/ta-bort`, { grupp: id })).status).toBe(303);
    expect(await found()).toBe(false);
  });

  test('words of the program’s list can be set apart', async () => {
    await addPlan('fika', 'adopted', ['Seniorer.']);
    await addPlan('buss', 'adopted', ['Pensionärer.']);
    const [measure] = await measuresOf('fika');
    const [other] = await measuresOf('buss');
    const found = async () => (await get(similarPath(measure))).html.includes(other?.id ?? '-');
    expect(await found()).toBe(true);
    await post(path, { ord: 'pensionär', slag: 'apart' });
    expect(await found()).toBe(false);
  });

  test.each([
    ['', 'together', 'Skriv minst ett ord.'],
    ['ensam', 'together', 'Skriv minst två ord'],
    ['två ord\nett', 'together', 'är inte ett ensamt ord'],
    ['<b>\nett', 'together', '&lt;b>» är inte ett ensamt ord'],
    ['ett\ntvå', 'else', 'Välj vad som gäller'],
  ])('«%s» as %s is refused', async (ord, slag, words) => {
    const answer = await post(path, { ord, slag });
    expect([answer.status, answer.html.includes(words)]).toEqual([422, true]);
  });
});
