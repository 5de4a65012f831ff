import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { strategistOf } from '../../../test/guest-links.ts';
import { xlsx } from '../../../test/made-files.ts';
import { formRequest } from '../../../test/web.ts';
import { createSheetSite } from '../../../test/word-pages.ts';
import { changeBlock } from '../../app/drafting/change-block.ts';
import type { Role } from '../../core/permission/role.ts';

const HOME = `/planer/${DRAFT}/kalkylblad`;

let site: DemoSite;
beforeAll(async () => {
  site = await createSheetSite();
});

async function ask(path: string, request: RequestInit) {
  const answer = await site.app.request(`http://localhost${path}`, request);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    bytes,
    html: new TextDecoder().decode(bytes),
  };
}

const get = (path: string, role: Role = 'strategist') => ask(path, { headers: { cookie: site.cookie(role) } });

function upload(content: string | Uint8Array, role: Role = 'strategist') {
  const body = new FormData();
  body.append('fil', new File([typeof content === 'string' ? content : new Uint8Array(content)], 'atgarder'));
  const headers = { cookie: site.cookie(role), origin: 'http://localhost', host: 'localhost' };
  return ask(HOME, { method: 'POST', headers, body });
}

/** Sends on the hidden fields of a preview, as a browser does. */
function confirm(html: string) {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const form = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plainText(value)]));
  return ask(`${HOME}/bekrafta`, formRequest(form, { cookie: site.cookie('strategist') }));
}

/** The sheet as rows of cells; texts of the demo hold neither semicolons, quotes nor lines. */
async function rows(): Promise<string[][]> {
  const { html } = await get(`${HOME}/atgarder.csv`);
  return html
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(';'));
}

const csv = (cells: readonly (readonly string[])[]) => cells.map((row) => row.join(';')).join('\r\n');
const changed = (cells: readonly (readonly string[])[], row: number, column: number, value: string) =>
  cells.map((line, at) => (at === row ? line.map((cell, place) => (place === column ? value : cell)) : line));
const plan = async () => (await site.store.read.getPlanBySlug(site.code, DRAFT)) ?? undefined;
const stored = async () => JSON.stringify([(await plan())?.blocks, (await plan())?.commitments]);

test('the Excel file read in again as it came changes nothing, and its numbers are text', async () => {
  const { bytes, status } = await get(`${HOME}/atgarder.xlsx`);
  expect([status, bytes[0], bytes[1]]).toEqual([200, 0x50, 0x4b]);
  expect((await upload(bytes)).html).toContain('Bladet ändrar ingenting i planen');
});

test('changes are shown first, saved when they are confirmed, and the same sheet again changes nothing', async () => {
  const cells = await rows();
  const [id = '', number = '', area = '', text = ''] = cells[1] ?? [];
  const sheet = [
    ...changed(changed(changed(cells, 1, 3, '=HYPERLINK("x") och mer'), 1, 4, 'SN'), 1, 6, '2031'),
    ['', '', area, 'En helt ny åtgärd', 'KS', '', ''],
  ];
  const quoted = csv(sheet).replace('=HYPERLINK("x") och mer', '"=HYPERLINK(""x"") och mer"');
  const before = await stored();
  const shown = await upload(quoted);
  expect(shown.status).toBe(200);
  for (const word of ['3 ändringar', number, text.slice(0, 20), '2031', 'En helt ny åtgärd'])
    expect(shown.html).toContain(word);
  expect(await stored()).toBe(before);
  expect((await confirm(shown.html)).to).toBe(`${HOME}?klart=3`);
  const now = await plan();
  const measure = now?.blocks.find((block) => block.id === id);
  expect([measure?.text, measure?.dueYear]).toEqual(['=HYPERLINK("x") och mer', 2031]);
  const added = now?.blocks.find((block) => block.text === 'En helt ny åtgärd');
  expect(added?.parentId).toBe(measure?.parentId);
  expect(
    now?.commitments
      .filter(({ measureId }) => measureId === id || measureId === added?.id)
      .map(({ bodyLabel }) => bodyLabel)
      .sort(),
  ).toEqual(['KS', 'SN']);
  const out = await get(`${HOME}/atgarder.csv`);
  expect(out.html).toContain(`"'=HYPERLINK(""x"") och mer"`);
  expect((await upload(out.bytes)).html).toContain('Bladet ändrar ingenting i planen');
});

test.each<[string, (cells: string[][]) => readonly (readonly string[])[], readonly string[]]>([
  [
    'a number that the spreadsheet has changed',
    (cells) => changed(cells, 2, 1, '3.1'),
    ['<td>3</td>', 'Nr', 'Numret ska vara'],
  ],
  [
    'an unknown id',
    (cells) => changed(cells, 1, 0, '00000000-0000-4000-8000-000000000000'),
    ['<td>2</td>', 'Id', 'Ingen åtgärd'],
  ],
  ['a year in letters', (cells) => changed(cells, 1, 6, 'snart'), ['<td>2</td>', 'Klart år', 'fyra siffror']],
  ['a column that is gone', (cells) => cells.map((row) => row.slice(1)), ['<td>1</td>', 'Id', 'Kolumnen saknas']],
])('%s is told by row and column, and nothing of the sheet is saved', async (_name, spoil, words) => {
  const before = await stored();
  const cells = changed(await rows(), 1, 3, 'En ändring som är rätt');
  const answer = await upload(csv(spoil(cells.map((row) => [...row]))));
  expect(answer.status).toBe(422);
  for (const word of words) expect(answer.html).toContain(word);
  expect(await stored()).toBe(before);
});

test('a cell that Excel holds as a number is refused where it is not the number of the measure', async () => {
  const cells = (await rows()).map((row) => row.map((cell): string | number => cell));
  const first = cells[1] ?? [];
  first[1] = 7.1;
  const answer = await upload(xlsx([cells[0] ?? [], first]));
  expect([answer.status, answer.html.includes('Numret ska vara')]).toEqual([422, true]);
});

describe('when the plan changes between preview and confirmation', () => {
  test('nothing is saved, and the sheet is shown against the plan as it is', async () => {
    const cells = await rows();
    const id = cells[2]?.[0] ?? '';
    const shown = await upload(csv(changed(cells, 2, 3, 'Ur bladet')));
    const block = (await plan())?.blocks.find((each) => each.id === id);
    const form = { text: 'Ur planen', dueYear: String(block?.dueYear ?? ''), rowVersion: block?.rowVersion };
    await changeBlock(site.deps)(await strategistOf(site), {
      slug: DRAFT,
      blockId: id,
      form,
      cause: null,
      requestId: null,
    });
    const answer = await confirm(shown.html);
    expect([answer.status, answer.html.includes('Ur planen')]).toEqual([409, true]);
    expect((await plan())?.blocks.find((each) => each.id === id)?.text).toBe('Ur planen');
    expect((await confirm(answer.html)).to).toBe(`${HOME}?klart=1`);
    expect((await plan())?.blocks.find((each) => each.id === id)?.text).toBe('Ur bladet');
  });
});

test('what is no table is refused with a sentence', async () => {
  expect((await upload(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))).status).toBe(422);
  expect((await get(`${HOME}/annat.xlsx`)).status).toBe(404);
  expect((await get(HOME, 'reporter')).status).toBe(403);
});
