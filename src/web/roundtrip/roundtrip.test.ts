import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoSite, DRAFT } from '../../../test/demo-site.ts';
import { plainText } from '../../../test/form-fields.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { strategistOf } from '../../../test/guest-links.ts';
import { WordEditor } from '../../../test/word-editor.ts';
import { createWordSite } from '../../../test/word-pages.ts';
import { changeBlock } from '../../app/drafting/change-block.ts';
import type { Role } from '../../core/permission/role.ts';
import type { Block, BlockKind } from '../../core/plan/block.ts';

const HOME = `/planer/${DRAFT}/word`;

let site: DemoSite;
// One site for all: each test takes the plan out as it then is.
beforeAll(async () => {
  site = await createWordSite();
});

const plan = async () => {
  const found = await site.store.read.getPlanBySlug(site.code, DRAFT);
  if (found === null) throw new Error('the demo has a draft');
  return found;
};
const blocksOf = async (kind: BlockKind): Promise<readonly Block[]> =>
  (await plan()).blocks.filter((block) => block.kind === kind);
const first = async (kind: BlockKind, index = 0): Promise<Block> => {
  const block = (await blocksOf(kind))[index];
  if (!block) throw new Error(`the draft has no ${kind} ${index}`);
  return block;
};

async function fetched(): Promise<Uint8Array> {
  const answer = await site.app.request(`http://localhost${HOME}/hamta`, {
    method: 'POST',
    headers: {
      cookie: site.cookie('strategist'),
      origin: 'http://localhost',
      host: 'localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: '',
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function handBack(bytes: Uint8Array, name = 'plan.docx', role: Role = 'strategist') {
  const body = new FormData();
  body.append('fil', new File([new Uint8Array(bytes)], name));
  const headers = { cookie: site.cookie(role), origin: 'http://localhost', host: 'localhost' };
  const answer = await site.app.request(`http://localhost${HOME}`, { method: 'POST', headers, body });
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
}

const countFiles = async () => (await site.rows('select 1 from edited_file')).length;

/** The plan out, edited, and home again; gives the address of the page with its proposals. */
async function edited(edit: (editor: WordEditor) => void, tracked = true): Promise<string> {
  const editor = new WordEditor(await fetched(), { tracked });
  edit(editor);
  const { to } = await handBack(editor.save());
  return to.split('?')[0] ?? '';
}

/** Sends the form of a file's page with the proposals of these titles ticked. */
async function send(page: string, action: 'take' | 'decline' | 'take-sure', titles: readonly string[]) {
  const visitor = formVisitor(site, 'strategist');
  const { html } = await visitor.get(page);
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const ticks = [...html.matchAll(/id="p(\d+)">([^<]+)</g)].flatMap(([, position = '', title = '']) =>
    titles.includes(plainText(title)) ? [[`val${position}`, 'on']] : [],
  );
  const fields = [...hidden.map(([, name = '', value = '']) => [name, plainText(value)]), ...ticks, ['do', action]];
  return visitor.post(page, Object.fromEntries(fields));
}

const titlesOn = (html: string) =>
  [...html.matchAll(/<h3 id="p\d+">([^<]+)</g)].map(([, title = '']) => plainText(title));

test('every edit becomes a proposal, none is taken in silence, and those that are taken change the plan', async () => {
  const [changed, struck, cut, measure] = [
    await first('paragraph'),
    await first('objective'),
    await first('indicator'),
    await first('measure'),
  ];
  const before = (await plan()).blocks;
  const page = await edited((editor) => {
    editor.change(editor.find(changed.text), `${changed.text} Mer text.`);
    editor.addAfter(editor.find(`${changed.text} Mer text.`), 'Ett helt nytt stycke.', 1);
    editor.strike(editor.find(struck.text), 0);
    editor.split(editor.find(cut.text), cut.text.indexOf(' ') + 1, 0);
    const roles = editor.findAfter(editor.find(`${measure.label}\t${measure.text}`));
    editor.change(roles, 'Samordnare: SN\nDelansvarig: KS; Ett nytt organ\nKlart år: 2029');
  });
  const visitor = formVisitor(site, 'strategist');
  const shown = await visitor.get(page);
  expect(shown.status).toBe(200);
  expect(titlesOn(shown.html)).toEqual(
    [
      'Stycket: ändrad text',
      'Stycket: tillagt',
      `${measure.label} åtgärden: ändrade ansvariga eller ändrat år`,
      'Indikatorn: delat',
      'Målet: struket',
    ].map((title) => expect.stringContaining(title.slice(1))),
  );
  expect(shown.html).toContain('Åsa Öberg');
  expect((await plan()).blocks).toEqual(before);

  expect((await send(page, 'take-sure', [])).location).toContain('klart=tagna');
  const after = await plan();
  const text = (id: string) => after.blocks.find((block) => block.id === id)?.text;
  expect(text(changed.id)).toBe(`${changed.text} Mer text.`);
  expect(text(struck.id)).toBeUndefined();
  const siblings = after.blocks.filter((block) => block.parentId === changed.parentId);
  expect(siblings[siblings.findIndex(({ id }) => id === changed.id) + 1]?.text).toBe('Ett helt nytt stycke.');
  const parts = after.blocks.filter(({ kind, parentId }) => kind === 'indicator' && parentId === cut.parentId);
  expect(
    parts
      .slice(0, 2)
      .map((part) => part.text)
      .join(' '),
  ).toBe(cut.text);
  expect(parts[0]?.id).toBe(cut.id);
  expect(parts[1]?.origin).toEqual({ splitFrom: cut.id });
  const roles = after.commitments.filter(({ measureId }) => measureId === measure.id);
  expect(roles.map(({ bodyLabel, role, bodyName }) => [bodyLabel, role, bodyName !== null])).toEqual([
    ['SN', 'coordinator', true],
    ['KS', 'co-responsible', true],
    ['Ett nytt organ', 'co-responsible', false],
  ]);
  expect(after.blocks.find(({ id }) => id === measure.id)?.dueYear).toBe(2029);
  const left = await visitor.get(page);
  expect(titlesOn(left.html)).toEqual([]);
  expect(left.html).toContain('Alla förslag är avgjorda');
  const kinds = await site.rows<{ kind: string }>(
    "select distinct kind from event where kind like 'block%' or kind like 'proposals%' or kind = 'roles-changed'",
  );
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([
    'block-added',
    'block-changed',
    'block-split',
    'block-struck',
    'proposals-taken',
    'roles-changed',
  ]);
});

test('blocks that are moved and merged keep their ids', async () => {
  const moved = await first('paragraph', 1);
  const indicators = await blocksOf('indicator');
  const one = indicators.find((each, index) => indicators[index + 1]?.parentId === each.parentId) ?? moved;
  const other = indicators[indicators.indexOf(one) + 1] ?? moved;
  const heading = (await plan()).blocks.find(({ id }) => id === moved.parentId);
  const page = await edited((editor) => {
    editor.move([moved.text], heading?.text ?? '', 0);
    editor.join(one.text, other.text);
  }, false);
  expect((await send(page, 'take-sure', [])).location).toContain('klart=tagna');
  const after = await plan();
  const merged = after.blocks.find(({ id }) => id === one.id);
  expect(merged?.text).toBe(`${one.text} ${other.text}`);
  expect(merged?.origin).toEqual({ mergedFrom: [other.id] });
  const siblings = after.blocks.filter(({ parentId }) => parentId === moved.parentId);
  expect(siblings[0]?.id === moved.id || siblings[1]?.id === moved.id).toBe(true);
});

describe('when the plan has changed since the file was fetched', () => {
  async function changedMeanwhile(inFile: (text: string) => string, inPlan: (text: string) => string) {
    const block = await first('paragraph');
    const page = await edited((editor) => editor.change(editor.find(block.text), inFile(block.text)));
    const form = { text: inPlan(block.text), dueYear: '', rowVersion: block.rowVersion };
    const command = { slug: DRAFT, blockId: block.id, form, cause: null, requestId: null };
    expect((await changeBlock(site.deps)(await strategistOf(site), command)).ok).toBe(true);
    return { page, block };
  }

  test('changes of different words go together, and both are shown first', async () => {
    const { page, block } = await changedMeanwhile(
      (text) => `${text} I filen.`,
      (text) => `I planen. ${text}`,
    );
    const { html } = await formVisitor(site, 'strategist').get(page);
    expect(html).toContain('Ändringarna rör olika ord');
    await send(page, 'take', titlesOn(html));
    expect((await first('paragraph')).text).toBe(`I planen. ${block.text} I filen.`);
  });

  test('changes of the same words are shown side by side and nothing is written', async () => {
    const { page, block } = await changedMeanwhile(
      (text) => `${text} I filen.`,
      (text) => `${text} I planen.`,
    );
    const { html } = await formVisitor(site, 'strategist').get(page);
    expect(html).toContain('på samma ställe');
    const answer = await send(page, 'take', titlesOn(html));
    expect(answer.status).toBe(422);
    expect((await first('paragraph')).text).toBe(`${block.text} I planen.`);
    expect(titlesOn((await formVisitor(site, 'strategist').get(page)).html)).toHaveLength(1);
  });

  test('a page that was shown before the change takes nothing', async () => {
    const block = await first('paragraph');
    const page = await edited((editor) => editor.change(editor.find(block.text), `${block.text} I filen.`));
    const visitor = formVisitor(site, 'strategist');
    const { html } = await visitor.get(page);
    const form = { text: `I planen. ${block.text}`, dueYear: '', rowVersion: block.rowVersion };
    await changeBlock(site.deps)(await strategistOf(site), {
      slug: DRAFT,
      blockId: block.id,
      form,
      cause: null,
      requestId: null,
    });
    const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const answer = await visitor.post(page, { ...Object.fromEntries(fields), val0: 'on', do: 'take' });
    expect(answer.status).toBe(409);
    expect((await first('paragraph')).text).toBe(`I planen. ${block.text}`);
  });
});

test('the same file twice is recognised, and a proposal is decided once', async () => {
  const block = await first('paragraph');
  const editor = new WordEditor(await fetched(), { tracked: false });
  editor.change(editor.find(block.text), 'Kort.');
  const bytes = editor.save();
  const before = await countFiles();
  const once = await handBack(bytes);
  const again = await handBack(bytes, 'annat namn.docx');
  expect(again.to.split('?')).toEqual([once.to.split('?')[0], 'klart=kand-sedan-forut']);
  expect(await countFiles()).toBe(before + 1);
  const page = once.to.split('?')[0] ?? '';
  const { html } = await formVisitor(site, 'strategist').get(page);
  expect((await send(page, 'decline', titlesOn(html))).location).toContain('klart=avbojda');
  expect((await first('paragraph')).text).toBe(block.text);
  const late = await formVisitor(site, 'strategist').post(page, {
    do: 'take',
    val0: 'on',
    version0: '1',
    block0: `${block.rowVersion}`,
  });
  expect(late.status).toBe(409);
});

test('a file that was not edited has no proposals', async () => {
  const { to } = await handBack(await fetched());
  const { html } = await formVisitor(site, 'strategist').get(to);
  expect(html).toContain('Filen ändrar ingenting i planen');
});

test.each<[string, () => Promise<Uint8Array>, string]>([
  ['a text file', async () => new TextEncoder().encode('Inget Word-dokument'), 'inget Word-dokument'],
  ['half a file', async () => (await fetched()).slice(0, 3000), 'skadad'],
])('%s is refused with a sentence, and nothing is kept', async (_name, bytes, sentence) => {
  const before = await countFiles();
  const answer = await handBack(await bytes());
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(sentence);
  expect(await countFiles()).toBe(before);
});

test('a file of another plan is refused', async () => {
  const editor = new WordEditor(await fetched(), { tracked: false });
  editor.replace('docProps/custom.xml', /[0-9a-f]{8}-[0-9a-f-]{27}/, '00000000-0000-4000-8000-000000000000');
  const answer = await handBack(editor.save());
  expect([answer.status, answer.html.includes('hör till en annan plan')]).toEqual([422, true]);
});

test('a file whose origin is not known is compared with the plan as it is, and says so', async () => {
  const editor = new WordEditor(await fetched(), { tracked: false });
  editor.replace('docProps/custom.xml', /[0-9a-f]{64}/, 'ab'.repeat(32));
  editor.change(editor.find((await first('paragraph')).text), 'Kort.');
  const { to } = await handBack(editor.save());
  const { html } = await formVisitor(site, 'strategist').get(to);
  expect(html).toContain('Det går inte att se vad filen gjordes av');
  expect(html).toContain('Osäkert');
});

test('what the file writes is shown as text, whatever it holds', async () => {
  const page = await edited(
    (editor) => editor.change(editor.find('Utkast till ny plan'), '<script>alert(1)</script>\u202Ebakåt'),
    false,
  );
  const { html } = await formVisitor(site, 'strategist').get(page);
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('<bdi>&lt;script>');
});
