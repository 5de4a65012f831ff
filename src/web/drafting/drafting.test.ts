import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { tagBlock } from '../../../test/tag-block.ts';
import { type Block, type BlockKind, seriesOf } from '../../core/plan/block.ts';

let site: DemoSite;
let strategist: ReturnType<typeof formVisitor>;
beforeAll(async () => {
  site = await createDemoSite();
  strategist = formVisitor(site, 'strategist');
});

async function blocksOf(slug: string): Promise<readonly Block[]> {
  return (await site.store.read.getPlanBySlug(site.code, slug))?.blocks ?? [];
}

/** "1 A / 1.1 M": the texts of a plan with their numbers, in document order. */
async function shown(slug: string): Promise<string> {
  return (await blocksOf(slug)).map(({ label, text }) => [label, text].filter(Boolean).join(' ')).join(' / ');
}

async function idOf(slug: string, text: string): Promise<string> {
  const block = (await blocksOf(slug)).find((each) => each.text === text);
  if (block === undefined) throw new Error(`No block says «${text}»`);
  return block.id;
}

async function add(slug: string, kind: BlockKind, under: string, text: string, more: Record<string, string> = {}) {
  const siblings = (await blocksOf(slug)).filter(
    (block) => (block.parentId ?? '') === under && seriesOf(block.kind) === seriesOf(kind),
  );
  const path = `/planer/${slug}/nytt?slag=${kind}&under=${under}&efter=${siblings.at(-1)?.id ?? ''}`;
  const answer = await strategist.fill(path, { text, ...more });
  expect([text, answer.status]).toEqual([text, 303]);
  return idOf(slug, text);
}

test('a plan is written from nothing, sent out, changed with its causes, and adopted, by forms alone', async () => {
  const slug = 'plan-for-tysta-rum';
  const wrong = await strategist.fill('/ny-plan', { title: ' ', periodFrom: '2030', periodTo: '2027' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Skriv planens titel.');
  const begun = await strategist.fill('/ny-plan', {
    title: 'Plan för tysta rum',
    periodFrom: '2027',
    periodTo: '2030',
  });
  expect(begun.location).toBe(`/planer/${slug}/redigera`);
  expect((await strategist.get(`/planer/${slug}/redigera`)).html).toContain('Planen har ingen text än.');
  const section = await add(slug, 'section', '', 'Inledning');
  await add(slug, 'paragraph', section, 'Kommunen behöver lugn.');
  await add(slug, 'bullet', section, 'I skolan');
  const area = await add(slug, 'area', '', 'Bibliotek');
  const other = await add(slug, 'area', '', 'Badhus');
  await add(slug, 'objective', area, 'Alla kan läsa i fred.');
  const first = await add(slug, 'measure', area, 'Sätt upp skyltar. Byt stolar.', { dueYear: '2028' });
  await add(slug, 'measure', area, 'Köp mattor.');
  expect(await shown(slug)).toBe(
    'Inledning / Kommunen behöver lugn. / I skolan / 1 Bibliotek / Alla kan läsa i fred. / 1.1 Sätt upp skyltar. Byt stolar. / 1.2 Köp mattor. / 2 Badhus',
  );
  const edit = `/planer/${slug}/redigera`;
  expect((await strategist.post(`${edit}/${first}/flytta`, { place: `${other}:` })).status).toBe(303);
  expect(await shown(slug)).toContain('1.1 Köp mattor. / 2 Badhus / 2.1 Sätt upp skyltar. Byt stolar.');
  const cut = await strategist.post(`${edit}/${first}/dela`, { at: '', from: 'Byt' });
  expect(cut.status).toBe(303);
  const last = await idOf(slug, 'Byt stolar.');
  expect((await strategist.post(`${edit}/${last}/flytta`, { step: 'up' })).status).toBe(303);
  expect(await shown(slug)).toContain('2 Badhus / 2.1 Byt stolar. / 2.2 Sätt upp skyltar.');
  const [body, second] = (await site.store.read.listBodies(site.code)).map(({ id }) => id);
  const roles = { coordinator: body ?? '', [`body-${second}`]: 'on', labels: 'berörda nämnder\n' };
  expect((await strategist.fill(`${edit}/${last}/ansvar`, roles)).status).toBe(303);
  expect((await strategist.post(`${edit}/${last}/sla-ihop`, {})).status).toBe(303);
  expect(await shown(slug)).toContain('2.1 Byt stolar. Sätt upp skyltar.');
  const plan = await site.store.read.getPlanBySlug(site.code, slug);
  expect(plan?.commitments.map(({ role, bodyId, bodyLabel }) => [role, bodyId ?? bodyLabel])).toEqual([
    ['coordinator', body],
    ['co-responsible', second],
    ['co-responsible', 'berörda nämnder'],
  ]);

  const freeze = (kind: string) => strategist.fill(`/planer/${slug}/versioner`, { kind, note: 'Till nämnderna' });
  expect((await freeze('remitted')).location).toBe(`/planer/${slug}/versioner?fryst=1`);
  const struck = await idOf(slug, 'Köp mattor.');
  expect((await strategist.post(`${edit}/${struck}/stryk`, {})).status).toBe(303);
  await strategist.fill(`${edit}/${last}`, { text: 'Byt stolar och skyltar.', cause: 'remark', note: 'Punkt 3' });
  const refused = await freeze('proposal');
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('1 ändring saknar orsak.');
  const adopt = (rowVersion: string) =>
    strategist.post(`/planer/${slug}/anta`, { adoptedOn: '2026-05-10', rowVersion });
  expect((await adopt('1')).status).toBe(409);
  const changes = await site.store.read.listChanges(site.code, plan?.facts.id ?? '', { afterVersion: 1, most: 10 });
  const strike = changes.find(({ op }) => op === 'strike');
  expect((await strategist.fill(`/planer/${slug}/andringar/${strike?.id}/orsak`, {})).status).toBe(422);
  const caused = await strategist.fill(`/planer/${slug}/andringar/${strike?.id}/orsak`, { cause: 'motion' });
  expect(caused.status).toBe(303);
  expect((await freeze('proposal')).status).toBe(303);
  expect((await adopt('1')).status).toBe(303);
  const versions = await site.store.read.listVersions(site.code, plan?.facts.id ?? '');
  expect(versions.map(({ number, kind }) => [number, kind])).toEqual([
    [3, 'adopted'],
    [2, 'proposal'],
    [1, 'remitted'],
  ]);
  expect(versions[0]?.contentHash).toBe(versions[1]?.contentHash);
  expect(versions[1]?.contentHash).not.toBe(versions[2]?.contentHash);
  const compared = await strategist.get(`/jamfor?av=${slug}@1&med=${slug}@3`);
  expect(compared.html).toContain('version 1 (remissversion)');
  expect(compared.html).toMatch(/<del[^>]*>(?:(?!<\/del>).)*Köp mattor\./s);
  const told = await strategist.get(`/jamfor/ladda-ner/jamforelse.json?av=${slug}@1&med=${slug}@2`);
  expect([told.status, told.html.includes('Köp mattor.')]).toEqual([200, true]);
  const visitor = formVisitor(site, null);
  expect((await visitor.get(`/jamfor?av=${slug}@1&med=${slug}@3`)).status).toBe(404);
  expect((await visitor.get(`/planer/${slug}/versioner/3`)).html).toContain('Byt stolar och skyltar.');
  expect((await visitor.get(`/planer/${slug}/versioner/1`)).status).toBe(404);
  expect((await strategist.get(`/planer/${slug}/versioner/1`)).html).toContain('Köp mattor.');
  expect((await strategist.post(`${edit}/${last}`, { text: 'x', dueYear: '', rowVersion: '1' })).status).toBe(403);
});

test('what was struck comes back with its bodies; an undone change is not undone twice', async () => {
  const slug = DRAFT;
  const [measure] = (await blocksOf(slug)).filter(({ kind }) => kind === 'measure');
  const [body] = await site.store.read.listBodies(site.code);
  const edit = `/planer/${slug}/redigera/${measure?.id}`;
  await strategist.fill(`${edit}/ansvar`, { coordinator: body?.id ?? '' });
  const value = await tagBlock(site, measure?.id ?? '');
  const whole = await site.store.read.getPlanBySlug(site.code, slug);
  expect((await strategist.post(`${edit}/stryk`, {})).status).toBe(303);
  expect((await strategist.get(`/planer/${slug}/andringar`)).html).toContain('Struket');
  const [strike] = await site.store.read.listChanges(site.code, whole?.facts.id ?? '', { afterVersion: 0, most: 1 });
  const undo = `/planer/${slug}/andringar/${strike?.id}/angra`;
  expect((await strategist.post(undo, {})).status).toBe(303);
  const back = await site.store.read.getPlanBySlug(site.code, slug);
  const { tags } = await site.store.read.getPlanTags(site.code, whole?.facts.id ?? '');
  expect(tags).toContainEqual({ blockId: measure?.id, valueId: value });
  const plain = (plan: typeof whole) => plan?.blocks.map(({ rowVersion: _version, ...block }) => block);
  expect(plain(back)).toEqual(plain(whole));
  expect(back?.commitments.map(({ id, bodyId, role }) => [id, bodyId, role])).toEqual(
    whole?.commitments.map(({ id, bodyId, role }) => [id, bodyId, role]),
  );
  const twice = await strategist.post(undo, {});
  expect([twice.status, twice.html.includes('Ändringen är redan ångrad.')]).toEqual([409, true]);
});

test('of two who write in one block at once, or choose its bodies, the second gets both', async () => {
  const [measure] = (await blocksOf(DRAFT)).filter(({ kind }) => kind === 'measure');
  const edit = `/planer/${DRAFT}/redigera/${measure?.id}`;
  const rowVersion = String(measure?.rowVersion);
  const send = (text: string) => strategist.post(edit, { text, dueYear: '', rowVersion });
  const answers = await Promise.all([send('Det ena'), send('Det andra')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const clash = answers.find(({ status }) => status === 409);
  expect(clash?.html).toContain('Det ena');
  expect(clash?.html).toContain('Det andra');
  const bodies = await site.store.read.listBodies(site.code);
  const version = String((await blocksOf(DRAFT)).find(({ id }) => id === measure?.id)?.rowVersion);
  const choose = (id: string) =>
    strategist.post(`${edit}/ansvar`, { coordinator: id, labels: '', rowVersion: version });
  const chosen = await Promise.all(bodies.slice(0, 2).map(({ id }) => choose(id)));
  expect(chosen.map(({ status }) => status).sort()).toEqual([303, 409]);
});

test('eight who add, move and strike at once leave every place taken once', async () => {
  const [area] = (await blocksOf(DRAFT)).filter(({ kind }) => kind === 'area');
  const work = Array.from({ length: 8 }, async (_, index) => {
    await strategist.post(`/planer/${DRAFT}/nytt`, {
      slag: 'measure',
      under: area?.id ?? '',
      efter: '',
      text: `M${index}`,
      dueYear: '',
    });
    const id = await idOf(DRAFT, `M${index}`);
    await strategist.post(`/planer/${DRAFT}/redigera/${id}/flytta`, { step: 'down' });
    if (index % 2 === 0) await strategist.post(`/planer/${DRAFT}/redigera/${id}/stryk`, {});
  });
  await Promise.all(work);
  const measures = (await blocksOf(DRAFT)).filter(({ parentId, kind }) => parentId === area?.id && kind === 'measure');
  expect(measures.map(({ position }) => position)).toEqual([...measures.keys()]);
  expect(measures.filter(({ text }) => /^M\d$/.test(text))).toHaveLength(4);
});

test('a measure on which a body has reported is not struck', async () => {
  const { measureId } = await site.part('SN', '1.2');
  await site.change(`update plan set state = 'draft', adopted_on = null where slug = 'trygga-relationer'`);
  const answer = await strategist.post(`/planer/trygga-relationer/redigera/${measureId}/stryk`, {});
  expect([answer.status, answer.html.includes('Organ har rapporterat')]).toEqual([409, true]);
  expect((await blocksOf('trygga-relationer')).some(({ id }) => id === measureId)).toBe(true);
  await site.change(`update plan set state = 'adopted', adopted_on = '2026-01-15' where slug = 'trygga-relationer'`);
});

test.each([
  ['an unknown kind', 'slag=chapter'],
  ['a measure at the top', 'slag=measure'],
  ['a parent that is not there', 'slag=measure&under=0190a1b2-0000-7000-8000-000000000000'],
])('there is no page for adding %s', async (_name, query) => {
  expect((await strategist.get(`/planer/${DRAFT}/nytt?${query}`)).status).toBe(404);
});

test.each([
  ['no place', 'flytta', { place: '' }, 422],
  ['a place that is none', 'flytta', { place: 'här' }, 422],
  ['no point to split at', 'dela', { at: '', from: '' }, 422],
  ['words that are not there', 'dela', { from: 'finns inte' }, 422],
  ['a point past the end', 'dela', { at: '999999' }, 422],
  ['a version that is gone', 'stryk', { rowVersion: '999' }, 409],
])('sent with %s, /%s stores nothing', async (_name, tool, fields, status) => {
  const before = await blocksOf(DRAFT);
  const [measure] = before.filter(({ kind }) => kind === 'measure');
  const answer = await strategist.post(`/planer/${DRAFT}/redigera/${measure?.id}/${tool}`, fields);
  expect(answer.status).toBe(status);
  expect(await blocksOf(DRAFT)).toEqual(before);
});

test('a frozen version is never changed, and the same text gives the same hash', async () => {
  const freeze = () => strategist.fill(`/planer/${DRAFT}/versioner`, { kind: 'draft', note: '' });
  const [one, two] = [(await freeze()).location, (await freeze()).location];
  expect(one).not.toBe(two);
  const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const [second, first] = await site.store.read.listVersions(site.code, plan?.facts.id ?? '');
  expect(second?.contentHash).toBe(first?.contentHash);
  await expect(site.change(`update plan_version set note = 'annat'`)).rejects.toThrow('a frozen version is kept');
  await expect(site.change('delete from plan_version')).rejects.toThrow('a frozen version is kept');
});

test('the pages of a draft cost few queries, whatever its size', async () => {
  const [area] = (await blocksOf(DRAFT)).filter(({ kind }) => kind === 'area');
  const base = `/planer/${DRAFT}`;
  for (const path of [
    `${base}/redigera`,
    `${base}/redigera/${area?.id}/delar`,
    `${base}/andringar`,
    `${base}/versioner`,
  ]) {
    site.takeQueries();
    expect((await strategist.get(path)).status).toBe(200);
    expect([path, site.takeQueries().length <= 6]).toEqual([path, true]);
  }
});
