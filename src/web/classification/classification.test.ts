import { beforeAll, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formRequest } from '../../../test/web.ts';
import type { KeptSystem } from '../../app/classification/ports.ts';
import type { PlacedMeasure } from '../../app/overlap/ports.ts';
import type { Role } from '../../core/permission/role.ts';

const at = (path: string) => `http://localhost${path}`;
let site: DemoSite;
let measures: PlacedMeasure[];

beforeAll(async () => {
  site = await createDemoSite();
  measures = await measuresOf('trygga-relationer');
});

async function measuresOf(slug: string): Promise<PlacedMeasure[]> {
  const plan = await site.store.read.getPlanBySlug(site.code, slug);
  return site.store.read.listPlacedMeasures(site.code, plan?.facts.id ?? '');
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

async function system(name: string): Promise<KeptSystem> {
  const found = (await site.store.read.listClassifications(site.code)).find((each) => each.name === name);
  if (!found) throw new Error(`no system ${name}`);
  return found;
}

const GOALS = 'Nationella jämställdhetspolitiska mål';
const versionForm = (fields: Record<string, string>) => ({
  ...{ label: 'Ny', validFrom: '', validTo: '', source: '', note: '', values: '1; Ett', rowVersion: '1' },
  ...fields,
});
const tagPath = (measure: PlacedMeasure | undefined) =>
  `/planer/${measure?.planSlug}/klassificering/delar/${measure?.id}`;
const tag = (measure: PlacedMeasure | undefined, ids: readonly string[], seen: readonly string[] = []) =>
  post(tagPath(measure), { sett: seen.join(' '), ...Object.fromEntries(ids.map((id) => [`v-${id}`, 'on'])) });
/** The id of a value, by its code in the version that is so far on in time, those without values left out. */
const code = (kept: KeptSystem, version: number, wanted: string) =>
  kept.versions.filter(({ values }) => values.length > 0)[version]?.values.find((value) => value.code === wanted)?.id ??
  '';

describe('systems', () => {
  test('a municipality without any is told what comes next, and takes in those that come with the program', async () => {
    expect((await get('/klassificering')).html).toContain('Kommunen använder inget system än');
    for (const nyckel of ['gender-equality-goals', 'prevention-level', 'agenda-2030'])
      expect((await post('/klassificering/hamta', { nyckel })).to).toBe('/klassificering?klart=hamtat');
    const { html } = await get('/klassificering');
    expect(html).toContain('17 Genomförande och globalt partnerskap');
    expect(html).not.toContain('value="agenda-2030"');
    expect((await post('/klassificering/hamta', { nyckel: 'agenda-2030' })).to).toBe('/klassificering?klart=redan');
    expect((await post('/klassificering/hamta', { nyckel: 'else' })).status).toBe(404);
  });

  test('a version whose wording could not be checked is empty, and says so', async () => {
    const { html } = await get(`/klassificering/${(await system(GOALS)).id}`);
    expect(html).toContain('Omformulerade i september 2025');
    expect(html).toContain('Versionen har inga värden än');
    expect(html).toContain('Ordalydelsen har inte kunnat kontrolleras');
  });

  test('a system of the municipality’s own', async () => {
    const form = versionForm({ name: 'Egna mål', values: 'a; Alfa\nb; Beta' });
    const done = await post('/klassificering/nytt', form);
    expect((await get(done.to ?? '')).html).toContain('b Beta');
  });

  test.each([
    [{ name: '' }, 'Skriv vad systemet heter.'],
    [{ label: ' ' }, 'Skriv vad versionen heter.'],
    [{ validFrom: '2025-13-01' }, 'Skriv datumet som'],
    [{ validFrom: '2025-02-01', validTo: '2025-01-01' }, 'Den sista dagen är tidigare'],
    [{ values: '' }, 'Skriv minst ett värde.'],
    [{ values: '1; Ett\nTvå' }, 'Rad 2: skriv både kod och namn'],
    [{ values: '1; Ett; 9' }, 'Förra versionen har ingen kod 9.'],
  ])('%j is refused, and what was written is kept', async (fields, words) => {
    const answer = await post('/klassificering/nytt', versionForm({ name: 'Ett system', source: 'Källan', ...fields }));
    expect([answer.status, answer.html.includes(words), answer.html.includes('Källan')]).toEqual([422, true, true]);
  });

  test('only a strategist changes systems and tags; a reader reads; the public does neither', async () => {
    const { id } = await system(GOALS);
    for (const path of [`/klassificering/${id}/ny-version`, '/klassificering/nytt', tagPath(measures[0])])
      expect((await get(path, 'board-controller')).status).toBe(403);
    expect((await get('/klassificering', 'reader')).html).not.toContain('Lägg till ett eget system');
    expect((await get('/klassificering', 'administrator')).status).toBe(403);
    expect((await get('/klassificering', null)).status).toBe(303);
  });
});

describe('tags', () => {
  test('a measure is given values of several systems, and is found by them across plans', async () => {
    const goals = await system(GOALS);
    const levels = await system('Förebyggande nivå');
    const six = code(goals, 0, '6');
    const done = await tag(measures[0], [six, code(levels, 0, 'universell')]);
    expect([done.status, done.to]).toEqual([303, '/planer/trygga-relationer/klassificering?klart=klassat']);
    const { html } = await get('/planer/trygga-relationer/klassificering');
    expect(html).toContain('6 Mäns våld mot kvinnor ska upphöra');
    const [draft] = await measuresOf(DRAFT);
    expect((await tag(draft, [six])).status).toBe(303);
    const list = await get(`/klassificering/varden/${six}`);
    expect(list.html).toContain('2 åtgärder och 0 mål i 2 planer.');
    expect((await get('/klassificering', 'reader')).html).toMatch(/6 Mäns våld[^<]*<\/a><\/th><td class="hk-right">2/);
    const csv = (await get(`/klassificering/${goals.id}/lista.csv`)).html;
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`${measures[0]?.label};`);
  });

  test('an objective can be tagged, a paragraph not, nor a value that is not offered', async () => {
    const plan = await site.store.read.getPlanBySlug(site.code, 'trygga-relationer');
    const block = (kind: string) => plan?.blocks.find((each) => each.kind === kind)?.id ?? '';
    const six = code(await system(GOALS), 0, '6');
    const path = (id: string) => `/planer/trygga-relationer/klassificering/delar/${id}`;
    expect((await post(path(block('objective')), { sett: '', [`v-${six}`]: 'on' })).status).toBe(303);
    expect((await get(`/klassificering/varden/${six}`)).html).toContain('2 åtgärder och 1 mål i 2 planer.');
    expect((await post(path(block('paragraph')), { sett: '', [`v-${six}`]: 'on' })).status).toBe(404);
    const unknown = await post(path(measures[1]?.id ?? ''), {
      sett: '',
      'v-00000000-0000-0000-0000-000000000000': 'on',
    });
    expect([unknown.status, unknown.html.includes('gäller inte längre för planen')]).toEqual([422, true]);
  });

  test('the second of two writers gets 409 with how it stands, and can save over it', async () => {
    const goals = await system(GOALS);
    const one = code(goals, 0, '1');
    const answer = await tag(measures[0], [one]);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Någon annan hann klassificera');
    const sett = /name="sett" value="([^"]*)"/.exec(answer.html)?.[1] ?? '';
    expect((await tag(measures[2], [one])).status).toBe(303);
    expect((await tag(measures[0], [one, code(goals, 0, '6')], sett.split(' '))).status).toBe(303);
  });

  test('a text that changes keeps its values', async () => {
    const [draft] = await measuresOf(DRAFT);
    await site.change(`update block set text = 'En annan text.' where block_id = '${draft?.id}'`);
    expect((await get(`/klassificering/varden/${code(await system(GOALS), 0, '6')}`)).html).toContain('En annan text.');
  });
});

describe('versions', () => {
  const values = '1; Makt\n2; Frihet från våld; 6';

  test('the municipality writes the version that came empty, with what each value comes in place of', async () => {
    const goals = await system(GOALS);
    const empty = goals.versions.find((version) => version.values.length === 0);
    const path = `/klassificering/${goals.id}/versioner/${empty?.id}`;
    expect((await get(path)).html).toContain('Omformulerade i september 2025');
    const form = versionForm({ label: 'Från 2025', validFrom: '2025-09-15', source: 'Skrivelsen', values });
    expect((await post(path, form)).to).toBe(`/klassificering/${goals.id}?klart=sparat`);
    expect((await get(`/klassificering/${goals.id}`)).html).toContain('2 i stället för 6');
    const late = await post(path, form);
    expect([late.status, late.html.includes('Någon annan hann ändra versionen')]).toEqual([409, true]);
  });

  test('a plan keeps the version that it was tagged with, and measures are found by the new value all the same', async () => {
    const goals = await system(GOALS);
    expect((await get('/planer/trygga-relationer/klassificering')).html).toContain(
      'Planen följer versionen Sex delmål.',
    );
    expect((await get('/planer/trygga-relationer/klassificering')).html).toContain(
      'Det finns en nyare version: Från 2025.',
    );
    const { html } = await get(`/klassificering/varden/${code(goals, 1, '2')}`);
    expect(html).toContain('i 2 planer.');
    expect(html).toContain('Sex delmål: 6');
  });

  test('a value that is used cannot be taken away from its version', async () => {
    const goals = await system(GOALS);
    const path = `/klassificering/${goals.id}/versioner/${goals.versions[0]?.id}`;
    const answer = await post(path, versionForm({ label: 'Sex delmål', values: '1; Ett' }));
    expect([answer.status, answer.html.includes('Värdet 6 används.')]).toEqual([422, true]);
  });

  test('a plan goes over when each of its values has been decided on', async () => {
    const goals = await system(GOALS);
    const path = `/planer/trygga-relationer/klassificering/${goals.id}`;
    const [one, six, till] = [code(goals, 0, '1'), code(goals, 0, '6'), goals.versions[1]?.id ?? ''];
    const page = (await get('/planer/trygga-relationer/klassificering')).html;
    expect(page).toContain(`<option value="${code(goals, 1, '2')}" selected`);
    const half = await post(path, { till, [`blir-${six}`]: code(goals, 1, '2'), [`blir-${one}`]: '-' });
    expect([half.status, half.html.includes('Välj vad varje värde ska bli.')]).toEqual([422, true]);
    expect((await post(path, { till: one, [`blir-${six}`]: '', [`blir-${one}`]: '' })).status).toBe(409);
    const done = await post(path, { till, [`blir-${six}`]: code(goals, 1, '2'), [`blir-${one}`]: '' });
    expect(done.to).toBe('/planer/trygga-relationer/klassificering?klart=ny-version');
    const { html } = await get('/planer/trygga-relationer/klassificering');
    expect(html).toContain('Planen följer versionen Från 2025.');
    expect(html).toContain('2 Frihet från våld');
    expect((await get(`/planer/${DRAFT}/klassificering`)).html).toContain('Planen följer versionen Sex delmål.');
  });

  test('each change stands in the trail, without a text', async () => {
    const kinds = await site.rows<{ kind: string }>(`select distinct kind from event where thing_kind = 'classification'
      or kind in ('block-classified', 'plan-reclassified') order by kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'block-classified',
      'classification-added',
      'classification-version-changed',
      'plan-reclassified',
    ]);
  });
});
