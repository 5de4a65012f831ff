import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSourceReader } from '../../src/adapters/reading/source-reader.ts';
import { countRows } from '../import-visitor.ts';
import { inputPath } from '../inputs.ts';
import { axeFaults, openStage, overflowPixels, pressNextButton, type Stage, tabTo, typeIn } from './browser.ts';

const examplePlan = resolve(import.meta.dirname, '../../demo/example-plan.txt');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ reader: createSourceReader() });
});
afterAll(() => stage.close());

async function openImport(options: { width: number; javaScript: boolean }): Promise<Page> {
  const page = await stage.open({ role: 'strategist', ...options });
  // Where a page glides, what is measured is where it has not yet come.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.goto(`${stage.address}/import`);
  return page;
}

const focused = (page: Page) => page.evaluate('document.activeElement.id');
const REVIEW = /\/import\/[0-9a-f-]{36}(#fel)?$/;

test('without script and by keyboard: upload, review a part, correct, go on', async () => {
  const page = await openImport({ width: 320, javaScript: false });
  await page.setInputFiles('#fil', examplePlan);
  await tabTo(page, 'fil');
  await pressNextButton(page);
  expect(page.url()).toMatch(REVIEW);
  const review = page.url().replace('#fel', '');
  await page.locator('main a', { hasText: 'Uppgifter om planen' }).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  for (const box of ['i0-ok', 'i1-ok', 'i2-ok', 'i3-ok', 'i4-ok']) {
    await tabTo(page, box);
    await page.keyboard.press('Space');
  }
  await pressNextButton(page);
  expect(page.url()).toContain(`${review}/delar/sections`);
  await page.goto(`${review}/delar/area-0`);
  const year = 'v/areas/0/measures/0|dueYear';
  await typeIn(page, year, '20288');
  // Enter in a field must save: the form's other buttons take items away.
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await focused(page)).toBe('fel');
  expect(await page.textContent('.ds-error-summary')).toContain('Skriv året med fyra siffror');
  expect(await overflowPixels(page)).toBe(0);
  await typeIn(page, year, '2028');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.locator('.ds-error-summary').count()).toBe(0);
  expect(await page.locator(`[id="${year}"]`).inputValue()).toBe('2028');
  const drafts = await stage.site.store.read.getImportDraft(stage.site.code, review.split('/').at(-1) ?? '');
  const [area] = drafts?.reading.plan.areas ?? [];
  expect([area?.objectives.length, area?.measures.length, area?.measures[0]?.dueYear]).toEqual([2, 3, 2028]);
});

test.each([1280, 320])('nothing with focus lies under the bar with the buttons at %i', async (width) => {
  const page = await openImport({ width, javaScript: false });
  await page.goto(`${stage.address}/import/${stage.site.importId}/delar/area-0`);
  const hidden: string[] = [];
  await page.locator('.hk-source').focus();
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(`(() => {
      const bar = document.querySelector('.hk-review-buttons');
      const here = document.activeElement;
      if (!here || bar.contains(here) || !bar.parentElement.contains(here)) return null;
      const { top, height } = here.getBoundingClientRect();
      // The browser brings the line that is written on into sight, not the whole of a tall field.
      return top + Math.min(height, 44) > bar.getBoundingClientRect().top + 1 ? here.id || here.textContent : null;
    })()`);
    if (covered !== null) hidden.push(String(covered));
  }
  expect(hidden).toEqual([]);
});

test('with script: the upload tells how far it has come, and ends at the review', async () => {
  const page = await openImport({ width: 1280, javaScript: true });
  const bar = page.locator('hk-upload progress');
  expect(await bar.isVisible()).toBe(false);
  await page.evaluate(`{
    const bar = document.querySelector('hk-upload progress');
    const words = document.querySelector('hk-upload [data-words]');
    const seen = new Set();
    new MutationObserver(() => {
      if (!bar.hidden) seen.add('bar');
      seen.add(words.textContent);
      sessionStorage.seen = [...seen].join('|');
    }).observe(bar.parentElement, { subtree: true, childList: true, attributes: true });
  }`);
  await page.setInputFiles('#fil', inputPath('plan-lo.pdf'));
  await page.click('hk-upload button[type=submit]');
  await page.waitForURL(REVIEW);
  const seen = String(await page.evaluate('sessionStorage.seen')).split('|');
  expect(seen).toEqual(expect.arrayContaining(['bar', 'Laddar upp …', 'Läser filen …']));
  expect(await page.textContent('h1')).toBe('Granska plan-lo.pdf');
});

test.each([true, false])(
  'a refused file: its sentence, focus on the fault, and another try (script: %s)',
  async (javaScript) => {
    const page = await openImport({ width: 320, javaScript });
    const before = await countRows(stage.site);
    const file = { name: 'plan.doc', mimeType: 'application/msword', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
    await page.setInputFiles('#fil', file);
    await page.click('main form button[type=submit]');
    await page.waitForSelector('.ds-error-summary');
    expect(await page.textContent('.ds-error-summary')).toContain('äldre Office-format');
    expect(await focused(page)).toBe('fel');
    expect(await page.title()).toMatch(/^Fel: /);
    // The checker itself needs scripts.
    if (javaScript) expect(await axeFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    expect(await countRows(stage.site)).toEqual(before);
    await page.setInputFiles('#fil', examplePlan);
    await page.click('main form button[type=submit]');
    await page.waitForURL(REVIEW);
    expect(await page.textContent('h1')).toBe('Granska example-plan.txt');
  },
);
