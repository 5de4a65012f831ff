import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveLink, giveLinks, type HeldLink } from '../guest-links.ts';
import { axeFaults, openStage, overflowPixels, pressNextButton, type Stage, tabTo, typeIn } from './browser.ts';

let stage: Stage;
let links: Readonly<Record<'draft' | 'answer' | 'report', HeldLink>>;
beforeAll(async () => {
  stage = await openStage();
  links = await giveLinks(stage.site);
});
afterAll(() => stage.close());

/** Everything that a page sends, our own addresses and others', with its headers. */
function watch(page: Page): { readonly url: string; readonly headers: () => Promise<Record<string, string>> }[] {
  const sent: { url: string; headers: () => Promise<Record<string, string>> }[] = [];
  page.on('request', (request) => sent.push({ url: request.url(), headers: () => request.allHeaders() }));
  return sent;
}

/** Another site that notes what it is told of where a reader comes from. */
async function otherSite() {
  const referers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    referers.push(request.headers.referer);
    response.setHeader('content-type', 'text/html');
    response.end('<title>En annan plats</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`;
  return { address, referers, stop: () => new Promise((done) => server.close(done)) };
}

/** Everything about our site that another one was told. It was asked for at least one page. */
function toldOf({ referers }: { readonly referers: readonly (string | undefined)[] }, { address }: Stage) {
  expect(referers.length).toBeGreaterThan(0);
  return referers.filter((referer) => referer?.startsWith(address));
}

/** Follows a link that is put on the page, as a reader of the page would. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('a'), { href: ${JSON.stringify(address)}, id: 'ut', textContent: 'ut' }))`,
  );
  await Promise.all([page.waitForURL(address), page.click('#ut')]);
}

test('the token is sent once, in the address that was opened, and never told to anybody again', async () => {
  const elsewhere = await otherSite();
  const page = await stage.open({ role: null, width: 1280 });
  const sent = watch(page);
  await page.goto(stage.address + links.draft.door);
  expect(page.url()).toBe(stage.address + links.draft.room);
  expect(await page.evaluate('document.cookie')).toBe('');
  await page.click('text=In English');
  expect(page.url()).toBe(`${stage.address}/en${links.draft.room}`);
  await follow(page, elsewhere.address);
  await page.goBack();
  expect(page.url()).toBe(`${stage.address}/en${links.draft.room}`);
  const { length } = sent;
  expect(length).toBeGreaterThan(4);
  const withToken = sent.filter(({ url }) => url.includes(links.draft.token));
  expect(withToken.map(({ url }) => url)).toEqual([stage.address + links.draft.door]);
  for (const each of sent) expect((await each.headers()).referer ?? '').not.toContain(links.draft.token);
  expect(toldOf(elsewhere, stage)).toEqual([]);
  await elsewhere.stop();
});

test('a link that opens nothing tells nobody what it was, neither our own files nor another site', async () => {
  const elsewhere = await otherSite();
  const page = await stage.open({ role: null, width: 320 });
  const sent = watch(page);
  const door = `/gast/${'a'.repeat(43)}`;
  const answer = await page.goto(stage.address + door);
  expect([answer?.status(), await page.textContent('h1')]).toEqual([404, 'Länken går inte att öppna']);
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflowPixels(page)).toBe(0);
  expect(await page.content()).not.toContain('a'.repeat(43));
  await follow(page, elsewhere.address);
  expect(sent.length).toBeGreaterThan(2);
  for (const each of sent) expect((await each.headers()).referer ?? '').not.toContain('/gast');
  expect(toldOf(elsewhere, stage)).toEqual([]);
  await elsewhere.stop();
});

test('a guest reports by keyboard alone, without scripts, on a phone', async () => {
  const page = await stage.open({ role: null, width: 320, javaScript: false });
  await page.goto(stage.address + links.report.door);
  await typeIn(page, 'text', 'Två samtal om dagen.');
  await pressNextButton(page);
  expect(await page.textContent('.ds-error-summary')).toContain('Välj hur det går.');
  expect(await page.inputValue('#text')).toBe('Två samtal om dagen.');
  await tabTo(page, 'status');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'text');
  await pressNextButton(page);
  expect(page.url()).toBe(`${stage.address}${links.report.room}?klart=rapport#innehall`);
  expect(await page.textContent('[role=status]')).toContain('Rapporten är sparad');
  expect(await page.textContent('main')).toContain('Två samtal om dagen.');
});

test('a strategist gives a link by keyboard, copies it, and somebody without an account opens it', async () => {
  const boss = await stage.open({ role: 'strategist', width: 320, javaScript: false });
  await boss.goto(`${stage.address}/administration/gastlankar/ny`);
  await tabTo(boss, 'for');
  await boss.keyboard.press('ArrowDown');
  await pressNextButton(boss);
  await tabTo(boss, 'thing');
  await boss.keyboard.press('ArrowDown');
  await typeIn(boss, 'label', 'Region Exempel');
  await tabTo(boss, 'email');
  await pressNextButton(boss);
  const address = await boss.inputValue('#lank');
  expect(address).toMatch(new RegExp(`^${stage.address}/gast/[\\w-]{43}$`));
  await boss.reload();
  expect(await boss.locator('#lank').count()).toBe(0);
  const guest = await stage.open({ role: null, width: 320, javaScript: false });
  await guest.goto(address);
  expect(await guest.textContent('h1')).toBe('Utkast till ny plan');
});

test('what a guest has open ends when the link is taken back', async () => {
  const part = await stage.site.part('SN', '2.9');
  const link = await giveLink(stage.site, { kind: 'commitment', id: part.id }, 'report-status');
  const guest = await stage.open({ role: null, width: 1280 });
  await guest.goto(stage.address + link.door);
  const boss = await stage.open({ role: 'administrator', width: 1280 });
  await boss.goto(`${stage.address}/administration/gastlankar/${link.id}`);
  await boss.click('text=Ta tillbaka länken >> nth=-1');
  await boss.waitForSelector('text=Länken är tillbakatagen.');
  expect((await guest.reload())?.status()).toBe(404);
});

test('whoever has tried too much reads how long to wait, also on a phone, and keeps what was written', async () => {
  const { settings } = stage.site.deps;
  const limits = { ...settings.limits, forms: { most: 1, seconds: 600 } };
  const strict = await openStage({ settings: { ...settings, limits } });
  const [link] = Object.values(await giveLinks(strict.site)).slice(-1);
  const page = await strict.open({ role: null, width: 320 });
  await page.goto(strict.address + link?.door);
  await page.click('main form button[type=submit]');
  await page.fill('#text', 'Tre samtal om dagen.');
  await page.check('#status-done');
  await page.click('main form button[type=submit]');
  expect(await page.textContent('h1')).toBe('För många försök på kort tid');
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflowPixels(page)).toBe(0);
  expect(await page.inputValue('main form input[name=text]')).toBe('Tre samtal om dagen.');
  await strict.close();
});
