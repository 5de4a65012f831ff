import { beforeEach, describe, expect, test } from 'vitest';
import type { DemoSite } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { createRegisterSite } from '../../../test/import-visitor.ts';
import { xlsx } from '../../../test/made-files.ts';
import { formRequest } from '../../../test/web.ts';
import type { Role } from '../../core/permission/role.ts';

const IMPORT = '/administration/organ/import';
const HEADER = 'slag;förkortning;namn;gäller från;gäller till;förvaltning för';

let site: DemoSite;
beforeEach(async () => {
  site = await createRegisterSite();
});

async function ask(path: string, request: RequestInit) {
  const answer = await site.app.request(`http://localhost${path}`, request);
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
}

function upload(content: string | Uint8Array, role: Role = 'administrator') {
  const body = new FormData();
  body.append('fil', new File([typeof content === 'string' ? content : new Uint8Array(content)], 'register.csv'));
  return ask(IMPORT, {
    method: 'POST',
    headers: { cookie: site.cookie(role), origin: 'http://localhost', host: 'localhost' },
    body,
  });
}

/** The hidden fields of a preview, as a browser would send them on. */
function previewed(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plainText(value)]));
}

const confirm = (html: string, role: Role = 'administrator') =>
  ask(`${IMPORT}/bekrafta`, formRequest(previewed(html), { cookie: site.cookie(role) }));

async function stored() {
  const [row] = await site.rows<Record<string, number>>(
    `select (select count(*) from body)::int as bodies, (select sum(row_version) from body)::int as versions,
       (select count(*) from works_for)::int as works, (select max(sequence) from event)::int as events`,
  );
  return row;
}

const bodies = async () => new Map((await site.store.read.listBodies(site.code)).map((body) => [body.name, body]));

describe('a file with one bad row', () => {
  const good = Array.from({ length: 20 }, (_, at) => `nämnd;;Ny nämnd ${at};;;`);
  test.each<[string, string, string[]]>([
    ['a bad kind', 'nämd;;Fel nämnd;;;', ['22', 'slag', '”nämd” är inget slag.']],
    ['a bad day', 'nämnd;;Fel nämnd;i våras;;', ['22', 'gäller från', '”i våras” är inget datum.']],
    ['a code that is taken', 'nämnd;KS;Fel nämnd;;;', ['22', 'förkortning', '”KS” används redan av Kommunstyrelsen']],
    ['an unknown board', 'förvaltning;;Kontoret;;;KS | Okända', ['22', 'förvaltning för', '”Okända” finns varken']],
  ])('%s: stores nothing, and says which row and column', async (_name, bad, cells) => {
    const before = await stored();
    const { status, html } = await upload([HEADER, ...good, bad].join('\r\n'));
    expect(status).toBe(422);
    expect(html).toContain('Filen har ett fel. Ingenting är sparat.');
    const row = /<table.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
    for (const cell of cells) expect(row).toContain(cell);
    expect(html).not.toContain('name="fingerprint"');
    expect(await stored()).toEqual(before);
  });

  test('sent on past the preview it is refused all the same', async () => {
    const before = await stored();
    const cells = JSON.stringify([HEADER.split(';'), ['nämnd', '', 'Ny nämnd'], ['nämd', '', 'Fel nämnd']]);
    const fields = { cells, fingerprint: '0'.repeat(64) };
    const answer = await ask(`${IMPORT}/bekrafta`, formRequest(fields, { cookie: site.cookie('administrator') }));
    expect([answer.status, answer.html.includes('”nämd” är inget slag.')]).toEqual([422, true]);
    expect(await stored()).toEqual(before);
  });

  test('all faults are told, not only the first', async () => {
    const { html } = await upload([HEADER, 'nämd;;;;;', 'råd;;Råd;x;y;'].join('\n'));
    expect(html).toContain('Filen har 4 fel. Ingenting är sparat.');
  });
});

describe('a whole file', () => {
  const file = [
    HEADER,
    'nämnd;MN;Miljönämnden;2027-01-01;;',
    'nämnd;SOC;Socialnämnden;2000-01-01;;',
    'nämnd;KS;Kommunstyrelsen;;;',
    'förvaltning;;Miljöförvaltningen;;;MN | Socialnämnden',
  ].join('\r\n');

  test('is shown before it is stored, and stored once', async () => {
    const before = await stored();
    const shown = await upload(file);
    expect([shown.status, await stored()]).toEqual([200, before]);
    for (const text of ['2 nya organ', '1 organ ändras', '1 organ är som det redan står', 'från 1 januari 2027'])
      expect(shown.html).toContain(text);
    expect(shown.html).toContain('<td>förkortning</td><td>SN</td><td>SOC</td>');
    const done = await confirm(shown.html);
    expect([done.status, done.to]).toEqual([303, '/administration/organ?klart=inlast']);
    const now = await bodies();
    expect(now.get('Miljönämnden')).toMatchObject({ abbreviation: 'MN', validFrom: '2027-01-01' });
    expect(now.get('Socialnämnden')).toMatchObject({ abbreviation: 'SOC', validFrom: '2000-01-01', rowVersion: 2 });
    const story = await site.store.read.getBodyStory(site.code, now.get('Miljöförvaltningen')?.id ?? '');
    expect(story?.worksFor.map(({ bodyId }) => bodyId).sort()).toEqual(
      [now.get('Miljönämnden')?.id, now.get('Socialnämnden')?.id].sort(),
    );
    const kinds = await site.rows<{ kind: string }>('select kind from event order by sequence desc limit 6');
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'register-imported',
      'works-for-added',
      'works-for-added',
      'body-changed',
      'body-added',
      'body-added',
    ]);
    const after = await stored();
    expect((await confirm(shown.html)).status).toBe(303);
    expect(await stored()).toEqual(after);
    expect((await upload(file)).html).toContain('Det finns inget att läsa in.');
  });

  test('confirmed by two at once is stored once', async () => {
    const { html } = await upload(file);
    const answers = await Promise.all([confirm(html), confirm(html, 'strategist')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await site.store.read.listBodies(site.code)).filter(({ name }) => name === 'Miljönämnden')).toHaveLength(1);
  });

  test('a register that has changed meanwhile is shown anew, with 409, and nothing is stored', async () => {
    const { html } = await upload(file);
    const fields = { kind: 'board', name: 'Miljönämnden', abbreviation: '', validFrom: '', validTo: '' };
    await ask('/administration/organ/nytt', formRequest(fields, { cookie: site.cookie('strategist') }));
    const before = await stored();
    const late = await confirm(html);
    expect(late.status).toBe(409);
    expect(late.html).toContain('Registret har ändrats sedan du läste filen.');
    expect(late.html).toContain('2 organ ändras');
    expect(await stored()).toEqual(before);
    expect((await confirm(late.html)).status).toBe(303);
  });

  test('can be an Excel file', async () => {
    const rows = [HEADER.split(';'), ['nämnd', 'MN', 'Miljönämnden', { day: 46_388 }]];
    const { html } = await upload(xlsx(rows));
    await confirm(html);
    expect((await bodies()).get('Miljönämnden')?.validFrom).toBe('2027-01-01');
  });

  test('of one municipality reaches no other', async () => {
    await confirm((await upload(file)).html);
    expect(await site.store.read.listBodies('9902')).toEqual([]);
  });
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'Välj en fil.'],
  ['what is no table', '%PDF-1.4\n%%EOF', 'Filen är ingen tabell.'],
  ['a broken table', `${HEADER}\nnämnd;;"Ny nämnd`, 'Citattecknen i filen stämmer inte'],
])('%s is refused with a sentence', async (_name, content, sentence) => {
  const { status, html } = await upload(content);
  expect([status, html.includes(`href="#fil">${sentence}`)]).toEqual([422, true]);
});

test('what no preview has sent is no form of ours', async () => {
  for (const cells of ['', '{}', '[[1]]', '["a"]']) {
    const request = formRequest({ cells, fingerprint: '' }, { cookie: site.cookie('administrator') });
    expect((await ask(`${IMPORT}/bekrafta`, request)).status).toBe(400);
  }
});

test('the template and the register are files that can be read in again', async () => {
  const get = async (name: string) =>
    site.app.request(`http://localhost/administration/organ/${name}`, {
      headers: { cookie: site.cookie('administrator') },
    });
  const template = await (await get('mall.csv')).text();
  expect(template.trim()).toBe(HEADER);
  const answer = await get('register.csv');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="register.csv"');
  const shown = await upload(new Uint8Array(await answer.arrayBuffer()));
  expect(shown.html).toContain('Det finns inget att läsa in.');
  expect((await upload(template)).html).toContain('Filen har inga organ under rubrikraden.');
});
