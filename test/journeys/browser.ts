import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Role } from '../../src/core/permission/role.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import { loadStaticFiles } from '../../src/web/static-files.ts';
import { createDemoSite, type DemoSite, listen } from '../demo-site.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The demo site on a port, and a real browser before it; one of each for a test file. */
export interface Stage {
  readonly site: DemoSite;
  readonly address: string;
  /** A browser window of its own, signed in as `role`; scripts off where `javaScript` is false. */
  open(options: { role: Role | null; width: number; javaScript?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(changes: Partial<WebDeps> = {}): Promise<Stage> {
  const files = loadStaticFiles(resolve(import.meta.dirname, '../../dist/web/static'));
  const site = await createDemoSite({ files, ...changes });
  const server = await listen(site);
  const browser = await launchBrowser();
  return {
    site,
    address: server.address,
    open: async ({ role, width, javaScript = true }) => {
      const viewport = { width, height: 800 };
      const context: BrowserContext = await browser.newContext({ viewport, javaScriptEnabled: javaScript });
      const [name = '', value = ''] = role === null ? [] : site.cookie(role).split('=');
      if (role !== null) await context.addCookies([{ name, value, url: server.address }]);
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** A browser without pages; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, one line a fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((result) =>
    result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
}

/** How many pixels the page is wider than its window. */
export function overflowPixels(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

const MOST_TABS = 200;

/** Moves with the Tab key until the element with `id` has focus, as somebody without a mouse must. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let steps = 0; steps < MOST_TABS; steps += 1) {
    if ((await page.evaluate('document.activeElement && document.activeElement.id')) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${id}`);
}

/** Writes in the field with `id`, replacing what stood there, by keyboard alone. */
export async function typeIn(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, id);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/** Presses the button that follows the focused field, and waits for the page that comes. */
export async function pressNextButton(page: Page): Promise<void> {
  for (let steps = 0; steps < MOST_TABS; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.type')) === 'submit') {
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      return;
    }
  }
  throw new Error('The keyboard does not reach a button');
}
