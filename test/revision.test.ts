import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from './demo-site.ts';
import { formVisitor } from './form-visitor.ts';

const SLUG = 'trygga-relationer';
const PLAN = `/planer/${SLUG}`;
let site: DemoSite;
let strategist: ReturnType<typeof formVisitor>;
beforeAll(async () => {
  site = await createDemoSite();
  strategist = formVisitor(site, 'strategist');
});

const planNow = async () => {
  const plan = await site.store.read.getPlanBySlug(site.code, SLUG);
  if (plan === null) throw new Error('The demo has no plan');
  return plan;
};
const visitor = () => formVisitor(site, null);

test('an adopted plan is revised beside the one that holds, which stays until the decision', async () => {
  const before = await planNow();
  const reported = await site.part('SN', '1.2');
  const measure = before.blocks.find(({ id }) => id === reported.measureId);
  const edit = `${PLAN}/redigera/${measure?.id}`;
  expect((await strategist.get(edit)).status).toBe(403);
  expect((await strategist.post(`${PLAN}/revidera`, {})).status).toBe(303);
  expect((await strategist.post(`${PLAN}/revidera`, {})).status).toBe(409);
  const written = await strategist.fill(edit, { text: 'En ny lydelse för perioden.', cause: 'editorial', note: '' });
  expect(written.status).toBe(303);
  expect((await strategist.get(edit)).html).toContain('En ny lydelse för perioden.');
  expect((await visitor().get(PLAN)).html).not.toContain('En ny lydelse för perioden.');
  expect((await visitor().get(`/jamfor?av=${SLUG}&med=${SLUG}@revidering`)).status).toBe(404);
  const compared = await strategist.get(`/jamfor?av=${SLUG}&med=${SLUG}@revidering`);
  expect(compared.html).toContain('En ny lydelse');
  expect(await planNow()).toEqual(before);

  const struck = await strategist.post(`${edit}/stryk`, {});
  expect([struck.status, struck.html.includes('Organ har rapporterat')]).toEqual([409, true]);
  const [area] = before.blocks.filter(({ kind }) => kind === 'area');
  const added = {
    slag: 'measure',
    under: area?.id ?? '',
    efter: '',
    text: 'En ny åtgärd.',
    dueYear: '2028',
    cause: 'motion',
  };
  expect((await strategist.post(`${PLAN}/nytt`, added)).status).toBe(303);
  // A body answers and reports on the plan that holds, as before.
  const form = await formVisitor(site, 'reporter').get(`/ataganden/${reported.id}`);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form.html)?.[1] ?? '';
  const answered = await formVisitor(site, 'reporter').post(`/ataganden/${reported.id}/rapport`, {
    ...{ status: 'in-progress', text: 'Vi fortsätter.' },
    ...{ requestKey: hidden('requestKey'), basedOn: hidden('basedOn') },
  });
  expect(answered.status).toBe(303);

  expect((await strategist.post(`${PLAN}/revidera/besluta`, { decidedOn: '2026-02-31' })).status).toBe(422);
  expect((await strategist.post(`${PLAN}/revidera/besluta`, { decidedOn: '2026-05-10' })).status).toBe(303);
  const after = await planNow();
  expect(after.blocks.find(({ id }) => id === measure?.id)?.text).toBe('En ny lydelse för perioden.');
  expect(after.blocks.some(({ text }) => text === 'En ny åtgärd.')).toBe(true);
  const ids = (plan: typeof before) => plan.commitments.map(({ id }) => id).sort();
  expect(ids(after)).toEqual(ids(before));
  expect(after.commitments.find(({ id }) => id === reported.id)?.lastReport?.text).toBe('Vi fortsätter.');
  expect((await visitor().get(PLAN)).html).toContain('En ny lydelse för perioden.');
  const [latest] = await site.store.read.listVersions(site.code, after.facts.id);
  expect(latest).toMatchObject({ kind: 'revised', decidedOn: '2026-05-10' });
  expect((await visitor().get(`${PLAN}/versioner/${latest?.number}`)).html).toContain('En ny lydelse för perioden.');
  expect((await visitor().get(`${PLAN}/versioner/1`)).html).toContain(measure?.text ?? '-');
  expect((await strategist.get(edit)).status).toBe(403);
});

test('a change without a cause keeps a revision from being decided, and a revision that is thrown away leaves nothing', async () => {
  const before = await planNow();
  const measure = before.blocks.find(({ kind }) => kind === 'measure');
  await strategist.post(`${PLAN}/revidera`, {});
  await strategist.fill(`${PLAN}/redigera/${measure?.id}`, { text: 'Utan orsak.', cause: '' });
  const refused = await strategist.post(`${PLAN}/revidera/besluta`, { decidedOn: '2026-05-10' });
  expect([refused.status, refused.html.includes('1 ändring saknar orsak.')]).toEqual([409, true]);
  expect((await strategist.post(`${PLAN}/revidera/kasta`, {})).status).toBe(303);
  expect(await planNow()).toEqual(before);
  expect((await strategist.get(`${PLAN}/andringar`)).html).not.toContain('Utan orsak.');
  expect((await strategist.post(`${PLAN}/revidera/kasta`, {})).status).toBe(409);
});

test('of two who change the facts of a revision at once the second gets both', async () => {
  await strategist.post(`${PLAN}/revidera`, {});
  const send = (title: string) => strategist.fill(`${PLAN}/uppgifter`, { title });
  const form = {
    title: 'Ett',
    registrationNumber: '',
    decisionMaker: '',
    documentOwner: '',
    periodFrom: '',
    periodTo: '',
  };
  expect((await send('Trygga relationer, reviderad')).status).toBe(303);
  const late = await strategist.post(`${PLAN}/uppgifter`, { ...form, rowVersion: '1' });
  expect([late.status, late.html.includes('Trygga relationer, reviderad')]).toEqual([409, true]);
  await strategist.post(`${PLAN}/revidera/kasta`, {});
});

test('a rule that stops a plan stops a revision too, by what the revision says', async () => {
  const before = await planNow();
  const measure = before.blocks.find(({ kind, dueYear }) => kind === 'measure' && dueYear !== null);
  await site.change(`insert into rule_grade values ('${site.code}', 'measure-without-year', 'blocking')`);
  const others = before.blocks.filter(({ kind, dueYear }) => kind === 'measure' && dueYear === null);
  await strategist.post(`${PLAN}/revidera`, {});
  const edit = (id: string | undefined, dueYear: string) =>
    strategist.fill(`${PLAN}/redigera/${id}`, { dueYear, cause: 'editorial', note: '' });
  const decide = () => strategist.post(`${PLAN}/revidera/besluta`, { decidedOn: '2026-05-12' });
  for (const { id } of others) await edit(id, '2027');
  await edit(measure?.id, '');
  const stopped = await decide();
  expect([stopped.status, stopped.html.includes('som stoppar beslutet')]).toEqual([409, true]);
  expect((await strategist.get(`${PLAN}/granska`)).html).toContain('Det är revideringen som granskas');
  await edit(measure?.id, '2027');
  expect((await decide()).status).toBe(303);
  expect((await strategist.get(`${PLAN}/granska`)).html).not.toContain('Det är revideringen som granskas');
});
