import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compact, demoPlan, exampleDocument, exampleDocuments } from '../../../test/example-plans.ts';
import { axeFaults, launchBrowser, overflowPixels } from '../../../test/journeys/browser.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import type { DocumentTable, PlanDocument } from '../../core/exchange/plan-document.ts';
import { makeHtml } from './html.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Shows the page by itself, in a window that writes down every address it asks for. */
async function show(html: string, width = 1280): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(html, { waitUntil: 'load' });
  return { page, asked };
}

/** The words of the page outside its list of contents, without what names each table. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const copy = document.body.cloneNode(true);
    for (const element of copy.querySelectorAll('nav, caption')) element.remove();
    for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
    return copy.textContent;
  })()`);

describe.each(exampleDocuments())('%s as a web page', (_, document) => {
  test.each([1280, 320])('axe finds nothing at %d pixels, and nothing hangs over the edge', async (width) => {
    const { page } = await show(makeHtml(document), width);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);
    await page.close();
  });

  test('every text once and in order, after the name of the municipality', async () => {
    const { page } = await show(makeHtml(document));
    expect(compact(await wordsOf(page))).toBe(compact(`${document.municipality}${documentTexts(document).join('')}`));
    await page.close();
  });

  test('language, title, headings and header cells', async () => {
    const { page } = await show(makeHtml(document));
    expect(await page.evaluate('document.documentElement.lang')).toBe('sv');
    expect(await page.title()).toBe(document.title);
    const headings = document.blocks.filter((block) => block.kind === 'heading');
    expect(await page.evaluate(`[...document.querySelectorAll('h1,h2,h3')].map(({ tagName }) => tagName)`)).toEqual([
      'H1',
      ...headings.map(({ level }) => `H${level + 1}`),
    ]);
    const tables: readonly DocumentTable[] = [
      document.facts,
      ...document.blocks.filter((block) => block.kind === 'table'),
    ];
    expect(await page.evaluate(`document.querySelectorAll('thead > tr > th[scope=col]').length`)).toBe(
      tables.flatMap(({ columns }) => columns).length,
    );
    await page.close();
  });

  test('each link of the contents leads to a heading of that name', async () => {
    const { page } = await show(makeHtml(document));
    const links = await page.evaluate(
      `[...document.querySelectorAll('nav a')].map((a) => [a.textContent, document.querySelector(a.hash).textContent])`,
    );
    const parts = document.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(links).toEqual(parts.map((text) => [text, text]));
    await page.close();
  });

  test('needs nothing else: no script, no address asked for', async () => {
    const html = makeHtml(document);
    const { page, asked } = await show(html);
    expect(asked).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|https?:/i);
    await page.close();
  });
});

const hostile = [
  '<script>window.ran = 1</script>',
  '<img src="https://example.org/a.png" onerror="window.ran = 1">',
  '"><svg onload="window.ran = 1">',
  '</title></style><script>window.ran = 1</script>',
  '<a href="javascript:window.ran=1">x</a>',
  '&lt;b&gt; &amp;',
  "' onfocus='window.ran = 1' autofocus='",
];

test.each(hostile)('the text %j is shown and does nothing, wherever it stands', async (text) => {
  const document = everywhere(exampleDocument(demoPlan()), text);
  const { page, asked } = await show(makeHtml(document));
  await page.waitForTimeout(50);
  expect(await page.evaluate('window.ran ?? null')).toBe(null);
  expect(asked).toEqual([]);
  expect(await page.title()).toBe(text);
  expect(compact(await wordsOf(page))).toBe(compact(text.repeat(1 + documentTexts(document).length)));
  await page.close();
});

/** The document with every text of it and its labels changed to this one. */
function everywhere(document: PlanDocument, text: string): PlanDocument {
  const kept = new Set(['kind', 'language', 'holds', 'date']);
  const change = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((part) => change(part, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)]));
  };
  return { ...(change(document, '') as PlanDocument), themeColour: document.themeColour };
}
