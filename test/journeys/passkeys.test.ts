import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/permission/role.ts';
import { formRequest } from '../web.ts';
import { axeFaults, openStage, overflowPixels, type Stage } from './browser.ts';

// A real browser with a device that Chromium plays: it keeps keys, counts their uses and knows its owner.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const at = (path: string) => stage.address + path;

interface Device {
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

async function giveDevice(
  page: Page,
  isUserVerified = true,
  transport: 'internal' | 'usb' = 'internal',
): Promise<Device> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

async function addKey(page: Page, name: string): Promise<void> {
  await page.goto(at('/konto/nycklar'));
  await page.fill('#namn', name);
  await page.click('hk-passkey button[type=submit]');
}

async function withKey(role: Role, name: string): Promise<{ page: Page; device: Device }> {
  const page = await stage.open({ role, width: 1280 });
  const device = await giveDevice(page);
  await addKey(page, name);
  await page.waitForURL(at('/konto/nycklar?klart=added'));
  expect(await page.textContent('.ds-alert[role=status]')).toBe('Nyckeln är tillagd.');
  return { page, device };
}

const useKey = (page: Page) => page.click('hk-passkey button[type=submit]');

interface EventRow {
  readonly thing_kind: string;
  readonly actor_id: string | null;
  readonly after: unknown;
}
const lastEvent = async (kind: string) =>
  (
    await stage.site.rows<EventRow>(
      `select thing_kind, actor_id, before, after from event where kind = '${kind}' order by sequence desc limit 1`,
    )
  )[0];

test('a key is added, opens the account without a word, and tells when it was used', async () => {
  const { page, device } = await withKey('board-controller', 'Arbetsdatorn');
  const who = await page.textContent('.hk-who');
  const { credentials } = await device.cdp.send('WebAuthn.getCredentials', device);
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  expect(await page.textContent('main')).toContain('Inte använd än.');
  await page.click('text=Logga ut');
  await page.goto(at('/logga-in?till=/ataganden'));
  await useKey(page);
  await page.waitForURL(at('/ataganden'));
  expect(await page.textContent('.hk-who')).toBe(who);
  expect(await lastEvent('signed-in')).toMatchObject({ after: { method: 'passkey', provider: null } });
  await page.goto(at('/konto/nycklar'));
  expect(await page.textContent('main')).toContain('Senast använd 15 maj 2026');
  await page.goto(at('/konto/sessioner'));
  expect(await page.textContent('main')).toContain('nyckel');
  const events = JSON.stringify(await stage.site.rows("select before, after from event where kind like 'passkey-%'"));
  expect(events).not.toContain('Arbetsdatorn');
});

test('several keys, each with a name that can be changed; a removed one opens nothing', async () => {
  const { page } = await withKey('reader', 'Första');
  await giveDevice(page, true, 'usb');
  await addKey(page, 'Andra');
  await page.waitForURL(at('/konto/nycklar?klart=added'));
  expect(await page.locator('.hk-list h2').allTextContents()).toEqual(['Första', 'Andra']);
  await page.locator('summary').first().click();
  const field = page.locator('.hk-list input[type=text]').first();
  await field.fill(' ');
  await page.click('text=Spara namnet');
  expect(await page.textContent('.ds-error-summary')).toContain('Skriv ett namn på nyckeln.');
  await page.locator('.hk-list input[type=text]').first().fill('Telefonen');
  await page.locator('button:has-text("Spara namnet")').first().click();
  expect(await page.locator('.hk-list h2').allTextContents()).toEqual(['Telefonen', 'Andra']);
  await page.click('[aria-label="Ta bort nyckeln Telefonen"]');
  await page.click('[aria-label="Ta bort nyckeln Andra"]');
  expect(await page.textContent('main')).toContain('Du har ingen nyckel.');
  await page.click('text=Logga ut');
  await page.goto(at('/logga-in'));
  await useKey(page);
  await page.waitForSelector('.ds-alert');
  expect(await page.textContent('.ds-alert')).toContain('öppnar inget konto här');
  expect(await lastEvent('sign-in-refused')).toMatchObject({
    thing_kind: 'municipality',
    after: { method: 'passkey', reason: 'unknown-passkey' },
  });
});

test('a device that has a key already is told so; a person whom it does not know gets no further', async () => {
  const { page } = await withKey('strategist', 'Datorn');
  await addKey(page, 'Datorn igen');
  await expect.poll(() => page.textContent('[data-words]')).toBe('Den här enheten har redan en nyckel här.');
  expect(await page.inputValue('#namn')).toBe('Datorn igen');
  const other = await stage.open({ role: 'auditor', width: 320 });
  await giveDevice(other, false);
  await addKey(other, 'Okänd');
  await expect.poll(() => other.textContent('[data-words]')).toContain('Försök igen.');
  expect(await axeFaults(other)).toEqual([]);
  expect(await overflowPixels(other)).toBe(0);
});

test('what was written when the sign-in ran out comes along', async () => {
  const { page } = await withKey('strategist', 'Till skrivandet');
  await page.goto(at('/ordregler'));
  await page.fill('#ord', 'kvällskurs');
  await page.fill('#organ', 'KFN');
  await page.context().clearCookies();
  await page.click('form.hk-form button[type=submit]');
  expect(await page.textContent('h1')).toBe('Logga in igen');
  await useKey(page);
  await page.waitForSelector('h1:has-text("Det du skrev är kvar")');
  await page.click('text=Skicka det jag skrev');
  expect(page.url()).toBe(at('/ordregler?klart=tillagd'));
});

test('without script the button is not there, and the page of keys says what is needed', async () => {
  const page = await stage.open({ role: null, width: 320, javaScript: false });
  await page.goto(at('/logga-in'));
  expect(await page.locator('hk-passkey button').isVisible()).toBe(false);
  const own = await stage.open({ role: 'reporter', width: 320, javaScript: false });
  await own.goto(at('/konto/nycklar'));
  expect(await own.textContent('main')).toContain('Nycklar behöver JavaScript');
  await own.fill('#namn', 'Datorn');
  await own.click('hk-passkey button[type=submit]');
  expect(await own.textContent('.ds-error-summary')).toContain('lämnade ingen nyckel');
  expect(await own.inputValue('#namn')).toBe('Datorn');
});

describe('answers that are not believed', () => {
  /** A right answer and the cookie that goes with it, taken before it is sent. */
  async function answerInHand(page: Page): Promise<{ answer: string; cookie: string }> {
    await page.context().clearCookies({ name: 'session' });
    await page.goto(at('/logga-in'));
    const answer = await page.evaluate<string>(`new Promise((done) => {
      const form = document.querySelector('hk-passkey form');
      form.submit = () => done(form.querySelector('[name=credential]').value);
      form.requestSubmit();
    })`);
    const cookies = await page.context().cookies(stage.address);
    return { answer, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  async function send(answer: string, cookie: string, host = new URL(stage.address).host) {
    const fields = { credential: answer };
    const headers = { cookie, host, origin: `http://${host}` };
    const sent = await stage.site.app.request(`http://${host}/logga-in/nyckel`, formRequest(fields, headers));
    const session = sent.headers.getSetCookie().find((each) => /^session=[^;]/.test(each));
    return { status: sent.status, signedIn: session !== undefined };
  }

  let page: Page;
  let device: Device;
  beforeAll(async () => {
    ({ page, device } = await withKey('administrator', 'Administratörens'));
  });

  async function expectRefused(sent: { status: number; signedIn: boolean }, reason: string): Promise<void> {
    expect(sent).toEqual({ status: 422, signedIn: false });
    expect(await lastEvent('sign-in-refused')).toMatchObject({ after: { method: 'passkey', reason } });
  }

  const changed = (answer: string, change: (response: Record<string, string>) => Record<string, string>) => {
    const whole = JSON.parse(answer);
    return JSON.stringify({ ...whole, response: { ...whole.response, ...change(whole.response) } });
  };

  test('the right one is, and only once', async () => {
    const { answer, cookie } = await answerInHand(page);
    expect(await send(answer, cookie)).toEqual({ status: 303, signedIn: true });
    await expectRefused(await send(answer, cookie), 'counter-behind');
  });

  test('one to the question of another browser, or to none', async () => {
    const { answer } = await answerInHand(page);
    await expectRefused(await send(answer, ''), 'question-too-old');
    const { cookie } = await answerInHand(page);
    await expectRefused(await send(answer, cookie), 'answer-invalid');
  });

  test('one to the question of adding a key', async () => {
    const { answer } = await answerInHand(page);
    const asked = await stage.site.app.request(
      at('/konto/nycklar/fraga'),
      formRequest({}, { cookie: stage.site.cookie('administrator') }),
    );
    expect(asked.status).toBe(200);
    await expectRefused(await send(answer, asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''), 'question-too-old');
  });

  test('one that was changed on its way', async () => {
    const { answer, cookie } = await answerInHand(page);
    const signature = changed(answer, ({ signature: s = '' }) => ({ signature: `${s.slice(0, -6)}AAAAAA` }));
    const owner = changed(answer, () => ({ userHandle: Buffer.from('någon annan').toString('base64url') }));
    const nobody = changed(answer, () => ({ userHandle: '' }));
    await expectRefused(await send(signature, cookie), 'answer-invalid');
    await expectRefused(await send(owner, cookie), 'answer-invalid');
    await expectRefused(await send(nobody, cookie), 'unknown-passkey');
    await expectRefused(await send('{"id":1}', cookie), 'unknown-passkey');
  });

  test('one that was given to another site', async () => {
    const { answer, cookie } = await answerInHand(page);
    await expectRefused(await send(answer, cookie, 'plan.elak.exempel'), 'answer-invalid');
  });

  test('one by a key that has been copied: its count is behind', async () => {
    const { credentials } = await device.cdp.send('WebAuthn.getCredentials', device);
    const [key] = credentials;
    if (!key) throw new Error('The device has no key');
    await device.cdp.send('WebAuthn.removeCredential', { ...device, credentialId: key.credentialId });
    await device.cdp.send('WebAuthn.addCredential', { ...device, credential: { ...key, signCount: 0 } });
    const { answer, cookie } = await answerInHand(page);
    await expectRefused(await send(answer, cookie), 'counter-behind');
    await device.cdp.send('WebAuthn.removeCredential', { ...device, credentialId: key.credentialId });
    await device.cdp.send('WebAuthn.addCredential', {
      ...device,
      credential: { ...key, signCount: key.signCount + 50 },
    });
    const later = await answerInHand(page);
    expect(await send(later.answer, later.cookie)).toEqual({ status: 303, signedIn: true });
  });

  test('one by somebody whose account has been closed', async () => {
    const { answer, cookie } = await answerInHand(page);
    await stage.site.change(
      "update account set disabled = true where account_id in (select account_id from passkey where name = 'Administratörens')",
    );
    await expectRefused(await send(answer, cookie), 'account-closed');
  });
});
