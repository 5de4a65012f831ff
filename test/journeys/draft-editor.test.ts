import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Block } from '../../src/core/plan/block.ts';
import { DRAFT } from '../demo-site.ts';
import { axeFaults, openStage, overflowPixels, type Stage } from './browser.ts';

// The editor in a real browser: by keyboard, by its names for screen readers, and with somebody else in the same text.
const PATIENCE = { timeout: 15_000 };
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function blocks(kind?: Block['kind']): Promise<readonly Block[]> {
  const plan = await stage.site.store.read.getPlanBySlug(stage.site.code, DRAFT);
  return (plan?.blocks ?? []).filter((block) => kind === undefined || block.kind === kind);
}

async function textOf(id: string): Promise<string | undefined> {
  return (await blocks()).find((block) => block.id === id)?.text;
}

/** The page of the first area, with the measures' editors by name. */
async function openPart(width = 1280): Promise<{ page: Page; area: Block; measures: readonly Block[] }> {
  const [area] = await blocks('area');
  if (area === undefined) throw new Error('The draft has no area');
  const page = await stage.open({ role: 'strategist', width });
  await page.goto(`${stage.address}/planer/${DRAFT}/redigera/${area.id}/delar`);
  const measures = (await blocks('measure')).filter(({ parentId }) => parentId === area.id);
  return { page, area, measures };
}

const editor = (page: Page, id: string) => page.locator(`#b-${id} [role=textbox]`);
const saved = (page: Page) => page.locator('[data-status]', { hasText: 'Sparat.' }).waitFor();

test('a text is written in place, saved by itself, and undone by the keyboard', async () => {
  const { page, measures } = await openPart();
  const [measure] = measures;
  const was = measure?.text ?? '';
  const box = editor(page, measure?.id ?? '');
  expect(await box.getAttribute('aria-multiline')).toBe('true');
  expect(await box.getAttribute('aria-label')).toContain(measure?.label);
  expect(await page.locator(`#${await box.getAttribute('aria-describedby')}`).textContent()).toContain(
    'Retur delar texten',
  );
  await box.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Och mer.');
  await saved(page);
  expect(await textOf(measure?.id ?? '')).toBe(`${was} Och mer.`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(measure?.id ?? ''), PATIENCE).toBe(was);
  expect(await axeFaults(page)).toEqual([]);
});

test('somebody who goes on writing makes one change in the list', async () => {
  const { page, measures } = await openPart();
  const id = measures[1]?.id ?? '';
  const plan = await stage.site.store.read.getPlanBySlug(stage.site.code, DRAFT);
  const list = () =>
    stage.site.store.read.listChanges(stage.site.code, plan?.facts.id ?? '', { afterVersion: 0, most: 50 });
  const before = (await list()).length;
  await editor(page, id).focus();
  for (const words of [' Ett.', ' Två.', ' Tre.']) {
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
    await expect.poll(() => textOf(id), PATIENCE).toContain(words.trim());
  }
  expect((await list()).length).toBe(before + 1);
  expect((await list())[0]?.after.blocks[0]?.text).toContain('Ett. Två. Tre.');
});

test('Enter splits where the caret is, Backspace at the beginning merges, Alt and an arrow move; the focus follows', async () => {
  const { page, measures } = await openPart();
  const id = measures[0]?.id ?? '';
  const was = measures[0]?.text ?? '';
  await editor(page, id).focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(await textOf(id)).toBe(was.slice(0, 4).trim());
  const second = (await blocks('measure')).find(({ origin }) => origin !== undefined && 'splitFrom' in origin);
  expect(second?.text).toBe(was.slice(4).trim());
  expect(await page.evaluate('document.activeElement.closest("li").id')).toBe(`b-${id}`);
  await editor(page, second?.id ?? '').focus();
  await page.keyboard.press('Control+Home');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Backspace')]);
  expect((await textOf(id))?.replaceAll(' ', '')).toBe(was.replaceAll(' ', ''));
  await editor(page, id).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Alt+ArrowDown')]);
  expect((await blocks()).find((block) => block.id === id)?.position).toBe(1);
});

test('when somebody else was first both texts are shown and either can be kept', async () => {
  const [one, two] = [await openPart(), await openPart(320)];
  const id = one.measures[2]?.id ?? '';
  const write = async (page: Page, words: string) => {
    await editor(page, id).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
  };
  await write(one.page, ' Anna var här.');
  await saved(one.page);
  await write(two.page, ' Bo var här.');
  const clash = two.page.locator('[data-conflict]');
  await clash.waitFor();
  expect(await clash.textContent()).toContain('Anna var här.');
  expect(await editor(two.page, id).textContent()).toContain('Bo var här.');
  expect(await axeFaults(two.page)).toEqual([]);
  expect(await overflowPixels(two.page)).toBe(0);
  await clash.locator('button', { hasText: 'Behåll min text' }).focus();
  await two.page.keyboard.press('Enter');
  await saved(two.page);
  expect(await textOf(id)).toContain('Bo var här.');
  expect(await textOf(id)).not.toContain('Anna var här.');
});

test('what is pasted comes as plain text, and what could not be sent is kept and sent later', async () => {
  const { page, measures } = await openPart();
  const id = measures[0]?.id ?? '';
  await editor(page, id).focus();
  await page.keyboard.press('Control+a');
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<b onclick="x()">Fet</b><img src=x onerror=alert(1)>');
    data.setData('text/plain', 'Fet <b>text</b>');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
  await page.route('**/spara', (route) => route.abort());
  await page.locator('[data-status]', { hasText: 'Det gick inte att spara.' }).waitFor();
  await page.unroute('**/spara');
  await saved(page);
  expect(await textOf(id)).toBe('Fet <b>text</b>');
});
