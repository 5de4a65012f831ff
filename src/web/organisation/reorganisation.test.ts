import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formFields } from '../../../test/form-fields.ts';
import { formRequest } from '../../../test/web.ts';
import { readPlanForExport } from '../../app/export/plan-for-export.ts';
import { applyDueSuccessions } from '../../app/organisation/apply-successions.ts';
import type { Role } from '../../core/permission/role.ts';

const REGISTER = '/administration/organ';
const PLAN = 'trygga-relationer';

// Time in this file goes by itself only: the day of the change comes when a test says so.
const time = { now: new Date('2026-10-01T09:00:00Z') };
const clock = { now: () => time.now };

let site: DemoSite;
beforeEach(async () => {
  time.now = new Date('2026-05-15T09:00:00Z');
  site = await createDemoSite({ clock });
});

async function get(path: string, role: Role | null = 'strategist') {
  const headers: Record<string, string> = role === null ? {} : { cookie: site.cookie(role) };
  const answer = await site.app.request(`http://localhost${path}`, { headers });
  return { status: answer.status, html: await answer.text() };
}

async function send(path: string, fields: Readonly<Record<string, string>>, role: Role = 'strategist') {
  const answer = await site.app.request(`http://localhost${path}`, formRequest(fields, { cookie: site.cookie(role) }));
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
}

const id = async (label: string): Promise<string> => {
  const all = await site.store.read.listBodies(site.code);
  return all.find(({ name, abbreviation }) => name === label || abbreviation === label)?.id ?? '';
};

/** Fills in a step and sends it on. */
async function step(path: string, html: string, fields: Readonly<Record<string, string>>) {
  return send(path, { ...formFields(html), ...fields });
}

const newBoard = {
  successor0: 'new',
  'new0-name': 'Nämnden för omsorg och stöd',
  'new0-abbreviation': 'NOS',
  'new0-kind': 'board',
};

/** Goes through the steps by which SN and VON become one board, to the page where it is confirmed. */
async function mergeToSummary(takesEffect: string, role: Role = 'strategist') {
  const path = `${REGISTER}/${await id('SN')}/ny-ordning`;
  const first = (await get(`${path}?slag=merge`, role)).html;
  const other = { [`other-${await id('VON')}`]: 'on' };
  const allot = await step(path, first, { takesEffect, ...other, ...newBoard });
  expect([allot.status, allot.html.includes('<h1>Fördela</h1>')]).toEqual([200, true]);
  const summary = await step(path, allot.html, {});
  return { path, allot: allot.html, html: summary.html };
}

/** Every controller that the page asks about is to be controller of the new board too. */
function controllersFollow(html: string): Record<string, string> {
  const fields = Object.keys(formFields(html)).filter((field) => field.endsWith('-board-controller'));
  return Object.fromEntries(fields.map((field) => [field, 'new0']));
}

const partsOf = async (label: string) => site.store.read.listPartsOfBodies(site.code, [await id(label)]);

describe('on 1 January 2027 two boards become one', () => {
  test('the strategist maps it once; measures, history and reports follow; old documents keep old names', async () => {
    const before = { sn: await partsOf('SN'), von: await partsOf('VON') };
    const open = [...before.sn, ...before.von].filter((part) => part.open);
    const closed = before.sn.filter((part) => !part.open);
    expect([open.length > 5, closed.length > 0]).toEqual([true, true]);
    const exported = readPlanForExport({ store: site.store });
    const whole = { language: 'sv', withCase: false } as const;
    const documentBefore = await exported(site.code, PLAN, whole);
    const { path, allot, html } = await mergeToSummary('2027-01-01');
    expect(html).toContain(`<strong>${open.length} åtaganden flyttas.</strong>`);
    expect(html).toContain('Ändringen sker 1 januari 2027.');

    const summary = await step(path, allot, controllersFollow(allot));
    expect(summary.html).toContain('2 roller följer med.');
    const done = await step(path, summary.html, {});
    expect([done.status, done.to.endsWith('?klart=planerad')]).toEqual([303, true]);
    expect((await get(done.to)).html).toContain('Ingenting är flyttat än.');
    expect((await get(`/organ/${await id('SN')}`, null)).html).not.toContain('Nämnden för omsorg och stöd');

    time.now = new Date('2027-01-01T06:00:00Z');
    expect(await applyDueSuccessions({ store: site.store, clock })(site.code)).toBe(2);
    expect((await partsOf('NOS')).map(({ commitmentId }) => commitmentId).sort()).toEqual(
      open.map(({ commitmentId }) => commitmentId).sort(),
    );
    expect((await partsOf('SN')).map(({ commitmentId }) => commitmentId)).toEqual(
      closed.map(({ commitmentId }) => commitmentId),
    );

    const documentAfter = await exported(site.code, PLAN, whole);
    expect(documentAfter).toEqual(documentBefore);
    expect(documentAfter?.context.bodyNames.SN).toBe('Socialnämnden');
    expect((await get(`/planer/${PLAN}`, null)).html).toContain('(i planen: SN)');

    const old = (await get(`/organ/${await id('SN')}`, null)).html;
    expect(old).toContain('Organet upphörde 31 december 2026.');
    expect(old).toContain(`<a href="/organ/${await id('NOS')}">Nämnden för omsorg och stöd</a>`);
    const successor = (await get(`/organ/${await id('NOS')}`, null)).html;
    expect(successor).toContain('Tog 1 januari 2027 över åtaganden från');
    expect(successor).toContain(`<a href="/organ/${await id('VON')}">Vård- och omsorgsnämnden</a>`);
  });

  test('the controller whose role followed sees what moved, by its old name, with its reports', async () => {
    const reported = await site.part('SN', '2.1');
    const reports = (await site.store.read.getCommitment(site.code, reported.id))?.reports ?? [];
    expect(reports.length).toBeGreaterThan(0);
    const { path, allot } = await mergeToSummary('2026-05-01');
    const summary = await step(path, allot, controllersFollow(allot));
    await step(path, summary.html, {});
    const { html } = await get('/ataganden', 'board-controller');
    expect(html).toContain('tidigare Socialnämnden');
    expect(html).toContain('tidigare Vård- och omsorgsnämnden');
    const one = (await get(`/ataganden/${reported.id}`, 'board-controller')).html;
    expect(one).toContain('1 maj 2026: från Socialnämnden till Nämnden för omsorg och stöd');
    for (const { text } of reports) expect(one.replaceAll('&quot;', '"')).toContain(text);
    const [basedOn = ''] = reports.map((report) => report.id);
    const again = { requestKey: randomUUID(), basedOn, status: 'in-progress', text: 'Det nya organet fortsätter.' };
    expect((await send(`/ataganden/${reported.id}/rapport`, again, 'board-controller')).status).toBe(303);
    const whole = await site.store.read.getCommitment(site.code, reported.id);
    expect(whole?.reports).toHaveLength(reports.length + 1);
  });

  test('a role that nobody chose stays behind', async () => {
    const { path, html } = await mergeToSummary('2026-05-01');
    expect(html).toContain('Inga personers roller följer med.');
    await step(path, html, {});
    expect((await get('/ataganden', 'board-controller')).html).not.toContain('Nämnden för omsorg och stöd');
  });
});

test('the form that confirms, sent twice at once, moves once and leads to the same page', async () => {
  const open = [...(await partsOf('SN')), ...(await partsOf('VON'))].filter((part) => part.open).length;
  const { path, html } = await mergeToSummary('2026-05-01');
  const [first, second] = await Promise.all([step(path, html, {}), step(path, html, {})]);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.to).toBe(first.to);
  const rows = await site.rows<{ moves: number }>('select count(*)::integer as moves from commitment_move');
  expect(rows).toEqual([{ moves: open }]);
});

test('two who do it at once: the second gets 409, sees how it stands and what was chosen', async () => {
  const mine = await mergeToSummary('2026-05-01');
  const theirs = await mergeToSummary('2026-05-01', 'administrator');
  await step(mine.path, mine.html, {});
  const late = await send(theirs.path, formFields(theirs.html), 'administrator');
  expect(late.status).toBe(409);
  expect(late.html).toContain('Någon annan hann före');
  expect(late.html).toContain('Socialnämnden och Vård- och omsorgsnämnden gick upp i Nämnden för omsorg och stöd.');
  expect(formFields(late.html)).toMatchObject({ takesEffect: '2026-05-01', 'new0-name': newBoard['new0-name'] });
  const anyway = await send(theirs.path, formFields(late.html), 'administrator');
  expect([anyway.status, anyway.html.includes('används redan av')]).toEqual([422, true]);
});

describe('a split', () => {
  test('asks for each open commitment, moves each where it was chosen, and can be gone back in', async () => {
    const path = `${REGISTER}/${await id('SN')}/ny-ordning`;
    const open = (await partsOf('SN')).filter((part) => part.open);
    const first = (await get(`${path}?slag=split`)).html;
    const kfn = await id('KFN');
    const allot = await step(path, first, { takesEffect: '2026-05-01', ...newBoard, successor1: kfn });
    const asked = Object.keys(formFields(allot.html)).filter((field) => field.startsWith('to-'));
    expect(asked.sort()).toEqual(open.map(({ commitmentId }) => `to-${commitmentId}`).sort());

    const none = Object.fromEntries(asked.map((field) => [field, '']));
    const missing = await step(path, allot.html, none);
    expect(missing.status).toBe(422);
    expect(missing.html.match(/class="ds-validation-message"/g)).toHaveLength(asked.length);

    const chosen = Object.fromEntries(asked.map((field, at) => [field, at === 0 ? kfn : 'new0']));
    const summary = await step(path, allot.html, chosen);
    expect(summary.html).toContain(`${open.length - 1} till Nämnden för omsorg och stöd`);
    expect(summary.html).toContain('1 till Kultur- och fritidsnämnden');
    const back = await step(path, summary.html, { do: 'tillbaka' });
    expect(formFields(back.html)).toMatchObject(chosen);
    const details = await step(path, back.html, { do: 'tillbaka' });
    expect(formFields(details.html)).toMatchObject({ takesEffect: '2026-05-01', successor0: 'new', successor1: kfn });

    const done = await step(path, summary.html, {});
    expect((await get(done.to)).html).toContain(`${open.length} åtaganden flyttades.`);
    expect((await partsOf('NOS')).length).toBe(open.length - 1);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no day', { takesEffect: '' }, 'takesEffect', 'Skriv från vilken dag det gäller.'],
    ['one successor', {}, 'successor0', 'Ange minst två organ som tar över.'],
    ['no name', { successor1: 'new', 'new1-kind': 'board' }, 'new1-name', 'Skriv organets namn.'],
    [
      'a name that is taken',
      { successor2: 'new', 'new2-kind': 'board', 'new2-name': 'Kommunstyrelsen' },
      'new2-name',
      '”Kommunstyrelsen” används redan av Kommunstyrelsen',
    ],
  ])('with %s is refused at its field', async (_name, fields, field, sentence) => {
    const path = `${REGISTER}/${await id('SN')}/ny-ordning`;
    const first = (await get(`${path}?slag=split`)).html;
    const known = { takesEffect: '2026-05-01', successor0: await id('VON') };
    const answer = await step(path, first, { ...known, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`<a href="#${field}">${sentence}`);
  });
});

test('an end leaves open commitments behind, says so, and another body can take them over later', async () => {
  const sn = await id('SN');
  const path = `${REGISTER}/${sn}/ny-ordning`;
  const open = (await partsOf('SN')).filter((part) => part.open).length;
  const summary = await step(path, (await get(`${path}?slag=dissolve`)).html, { takesEffect: '2026-05-01' });
  expect(summary.html).toContain(`${open} öppna åtaganden ligger kvar hos organet.`);
  await step(path, summary.html, {});
  expect((await get(REGISTER)).html).toContain('Öppna åtaganden ligger kvar hos organ som har upphört');
  expect((await get(`${REGISTER}/${sn}`)).html).toContain(`${open} åtaganden.`);
  const choices = (await get(path)).html;
  expect([choices.includes('value="merge"'), choices.includes('value="rename"')]).toEqual([true, false]);
  const later = { takesEffect: '2026-05-10', successor0: await id('VON') };
  const allot = await step(path, (await get(`${path}?slag=merge`)).html, later);
  const done = await step(path, (await step(path, allot.html, {})).html, {});
  expect((await get(done.to)).html).toContain(`${open} åtaganden flyttades.`);
  expect((await get(REGISTER)).html).not.toContain('Öppna åtaganden ligger kvar');
});

test('a new name: the plan keeps its label, and pages say both', async () => {
  const kfn = await id('KFN');
  const path = `${REGISTER}/${kfn}/ny-ordning`;
  const fields = { takesEffect: '2026-05-01', 'new-name': 'Kulturnämnden', 'new-abbreviation': 'KUN' };
  const summary = await step(path, (await get(`${path}?slag=rename`)).html, fields);
  expect(summary.html).toContain('Kultur- och fritidsnämnden byter namn till Kulturnämnden, från 1 maj 2026.');
  await step(path, summary.html, {});
  const page = (await get(`/organ/${kfn}`, null)).html;
  expect(page).toContain('<h1>Kulturnämnden</h1>');
  expect(page).toContain('Hette Kultur- och fritidsnämnden till och med 30 april 2026.');
  const document = await readPlanForExport({ store: site.store })(site.code, PLAN, { language: 'sv', withCase: false });
  expect(document?.context.bodyNames.KFN).toBe('Kultur- och fritidsnämnden');
});

test('a planned change can be called off once', async () => {
  const { path, html } = await mergeToSummary('2027-01-01');
  const { to } = await step(path, html, {});
  const page = to.split('?')[0] ?? '';
  expect((await get(REGISTER)).html).toContain('går upp i Nämnden för omsorg och stöd');
  expect((await send(page, {})).to).toBe(`${page}?klart=installd`);
  expect((await send(page, {})).status).toBe(409);
  time.now = new Date('2027-02-01T09:00:00Z');
  await applyDueSuccessions({ store: site.store, clock })(site.code);
  expect(await partsOf('NOS')).toEqual([]);
});

test('a plan that is read in later finds the bodies by their old names, and says so', async () => {
  const { path, html } = await mergeToSummary('2026-05-01');
  await step(path, html, {});
  const page = (await get(`/import/${site.importId}/organ`)).html;
  const fields = formFields(page);
  const at = Object.keys(fields).find((field) => /^label\d+$/.test(field) && fields[field] === 'SN');
  expect(fields[at?.replace('label', 'is') ?? '']).toBe(await id('NOS'));
  expect(page).toContain('”SN” är Socialnämnden, som har upphört. Här föreslås organet som tog över.');
});
