import { afterAll, beforeAll, expect, test } from 'vitest';
import { DRAFT } from '../demo-site.ts';
import { openStage, pressNextButton, type Stage, tabTo, typeIn } from './browser.ts';

// Every form, by keyboard alone and with scripts off, on the narrow screen that a phone has.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const open = async (role: Parameters<Stage['open']>[0]['role'], path: string) => {
  const page = await stage.open({ role, width: 320, javaScript: false });
  await page.goto(stage.address + path);
  return page;
};

test('the first stop of the keyboard leads past the menu', async () => {
  const page = await open(null, '/planer/trygga-relationer');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(page.url()).toMatch(/#innehall$/);
  expect(await page.evaluate('document.activeElement.id')).toBe('innehall');
});

test('signing in and out', async () => {
  const login = stage.site.logins.find(({ role }) => role === 'reporter');
  const page = await open(null, '/ataganden');
  await typeIn(page, 'email', login?.email ?? '');
  await typeIn(page, 'password', login?.password ?? '');
  await pressNextButton(page);
  expect(page.url()).toBe(`${stage.address}/ataganden`);
  await pressNextButton(page);
  expect(page.url()).toBe(`${stage.address}/`);
});

test('a report: faults are listed, what was written is kept, the report is confirmed', async () => {
  const { id } = await stage.site.part('SN', '2.9');
  const page = await open('reporter', `/ataganden/${id}`);
  await typeIn(page, 'text', 'Två grupper har börjat.');
  await pressNextButton(page);
  expect(await page.textContent('.ds-error-summary')).toContain('Välj hur det går.');
  expect(await page.evaluate('document.activeElement.id')).toBe('fel');
  expect(await page.inputValue('#text')).toBe('Två grupper har börjat.');
  await tabTo(page, 'status');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'text');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Rapporten är sparad');
  expect(await page.textContent('main')).toContain('Två grupper har börjat.');
  const whole = await stage.site.store.read.getCommitment(stage.site.code, id);
  expect(whole?.reports[0]?.status).toBe('in-progress');
});

test('an answer about a role', async () => {
  const { id } = await stage.site.part('SN', '2.1');
  const page = await open('board-controller', `/ataganden/${id}`);
  await page.locator('summary', { hasText: 'Ändra svaret' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'stance');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await typeIn(page, 'comment', 'Vi vill dela rollen.');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Svaret är sparat');
});

test('an activity is added', async () => {
  const { id } = await stage.site.part('SN', '2.2');
  const page = await open('reporter', `/ataganden/${id}`);
  await page.locator('summary', { hasText: 'Lägg till en aktivitet' }).focus();
  await page.keyboard.press('Enter');
  await typeIn(page, 'title', 'Öppna en kväll till');
  await tabTo(page, 'state');
  await pressNextButton(page);
  expect(await page.textContent('main')).toContain('Öppna en kväll till');
});

test('an activity is changed', async () => {
  const { id } = await stage.site.part('SN', '1.2');
  const whole = await stage.site.store.read.getCommitment(stage.site.code, id);
  const page = await open('reporter', `/ataganden/${id}/aktiviteter/${whole?.activities[0]?.id}`);
  await typeIn(page, 'title', 'Ett nytt namn');
  await tabTo(page, 'state');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Aktiviteten är sparad');
  expect(await page.textContent('main')).toContain('Ett nytt namn');
});

test('the overview is narrowed, and its table is scrolled', async () => {
  const page = await open('strategist', '/oversikt');
  await tabTo(page, 'organ');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'visa');
  await pressNextButton(page);
  expect(page.url()).toMatch(/organ=[0-9a-f-]{36}/);
  await page.goto(`${stage.address}/oversikt`);
  const frame = page.locator('.hk-scroll');
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('a list is narrowed', async () => {
  const page = await open('board-controller', '/ataganden');
  await tabTo(page, 'visa');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await pressNextButton(page);
  expect(page.url()).toMatch(/visa=late$/);
});

test('a text of a draft is changed, and the draft adopted', async () => {
  const draft = await stage.site.store.read.getPlanBySlug(stage.site.code, DRAFT);
  const measure = draft?.blocks.find(({ kind }) => kind === 'measure');
  const page = await open('strategist', `/planer/${DRAFT}/redigera/${measure?.id}`);
  await typeIn(page, 'text', 'En klarare text.');
  await typeIn(page, 'dueYear', '2029');
  await pressNextButton(page);
  expect(await page.textContent('main')).toContain('En klarare text.');
  await page.goto(`${stage.address}/planer/${DRAFT}`);
  await tabTo(page, 'adoptedOn');
  // Chromium takes the parts of a date in the order of its own language, which is English here.
  await page.keyboard.type('05012026');
  expect(await page.inputValue('#adoptedOn')).toBe('2026-05-01');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Planen är nu beslutad');
});

test('a plan is begun, written, split, frozen and changed back', async () => {
  const page = await open('strategist', '/ny-plan');
  await typeIn(page, 'title', 'Plan för tangenter');
  await pressNextButton(page);
  const follow = async (text: string) => {
    await page.locator('main a', { hasText: text }).first().focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  await follow('Lägg till område');
  await typeIn(page, 'text', 'Tillgänglighet');
  await pressNextButton(page);
  await follow('1 Tillgänglighet');
  await follow('Lägg till åtgärd');
  await typeIn(page, 'text', 'Bygg ramper. Märk dörrar.');
  await pressNextButton(page);
  await follow('Flytta, dela, stryk');
  await typeIn(page, 'from', 'Märk');
  await pressNextButton(page);
  expect(await page.textContent('main')).toContain('1.2');
  await page.goto(`${stage.address}/planer/plan-for-tangenter/versioner`);
  await tabTo(page, 'kind');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'note');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Versionen är fryst.');
  await page.goto(`${stage.address}/planer/plan-for-tangenter/andringar`);
  await page.locator('button', { hasText: 'Ångra' }).first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(await page.textContent('[role=status]')).toContain('Ändringen är ångrad.');
  const plan = await stage.site.store.read.getPlanBySlug(stage.site.code, 'plan-for-tangenter');
  expect(plan?.blocks.map(({ text }) => text)).toEqual(['Tillgänglighet', 'Bygg ramper. Märk dörrar.']);
});

test('a body: added, then merged into another in the steps of a form', async () => {
  const page = await open('administrator', '/administration/organ/nytt');
  await typeIn(page, 'name', 'Tangentnämnden');
  await tabTo(page, 'kind');
  await page.keyboard.press('ArrowDown');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Organet är tillagt.');
  await page.goto(`${page.url().split('?')[0]}/ny-ordning`);
  await tabTo(page, 'slag');
  await page.keyboard.press('ArrowDown');
  await pressNextButton(page);
  await tabTo(page, 'new0-kind');
  await pressNextButton(page);
  expect(await page.textContent('.ds-error-summary')).toContain('Skriv från vilken dag det gäller.');
  expect(await page.evaluate('document.activeElement.id')).toBe('fel');
  await typeIn(page, 'takesEffect', '2026-05-01');
  await tabTo(page, 'successor0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'new0-kind');
  await pressNextButton(page);
  expect(await page.textContent('h1')).toBe('Kontrollera och bekräfta');
  expect(await page.textContent('main')).toContain('Inga åtaganden flyttas.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await pressNextButton(page);
  expect(await page.textContent('[role=status]')).toContain('Ändringen är genomförd.');
});
