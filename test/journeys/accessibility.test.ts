import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressIn, languages } from '../../src/web/language.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { emptySite } from '../web.ts';
import { axeFaults, openStage, overflowPixels, type Stage } from './browser.ts';
import { type Example, examplePages } from './examples.ts';

const WIDTHS = [1280, 320];
const pages = allRoutes(emptySite().deps).filter(({ method, gives }) => method === 'GET' && gives !== 'file');
const cases = pages.flatMap(({ path }) =>
  WIDTHS.flatMap((width) => languages.map((language) => ({ path, width, language }))),
);

let stage: Stage;
let examples: Readonly<Record<string, readonly Example[]>> = {};
const windows = new Map<Example['role'], Page>();
beforeAll(async () => {
  stage = await openStage();
  examples = await examplePages(stage.site);
});
afterAll(() => stage.close());

/** One window for each role, made narrow or wide. */
async function windowFor(role: Example['role'], width: number): Promise<Page> {
  const page = windows.get(role) ?? (await stage.open({ role, width }));
  windows.set(role, page);
  await page.setViewportSize({ width, height: 800 });
  return page;
}

test('every page has an example, and every example a page', () => {
  expect(Object.keys(examples).sort()).toEqual(pages.map(({ path }) => path as string).sort());
});

test.each(cases)('$path at $width in $language: no fault, nothing past the edge', async ({ path, width, language }) => {
  for (const example of examples[path] ?? []) {
    const page = await windowFor(example.role, width);
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    const answer = await page.goto(stage.address + addressIn(language, example.path));
    expect([example.path, answer?.status()]).toEqual([example.path, 200]);
    expect(await axeFaults(page)).toEqual([]);
    expect([example.path, await overflowPixels(page)]).toEqual([example.path, 0]);
    expect(complaints).toEqual([]);
    page.removeAllListeners('console');
  }
});

test.each(WIDTHS)('forms that come back with faults, and pages that are not there, at %i', async (width) => {
  const page = await windowFor(null, width);
  await page.goto(`${stage.address}/logga-in`);
  await page.click('main button[type=submit]');
  expect(await page.title()).toMatch(/^Fel: /);
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflowPixels(page)).toBe(0);
  await page.goto(`${stage.address}/finns-inte`);
  expect(await axeFaults(page)).toEqual([]);
});
