// `node scripts/screenshots.mjs`: starts the demo on a folder of its own and draws the README's pictures of the main
// pages into docs/bilder. Needs a built program and Chromium (CHROMIUM, else /usr/bin/chromium).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'docs/bilder');
const data = mkdtempSync(join(tmpdir(), 'handlingskraft-bilder-'));

const PICTURES = [
  { name: 'plan-1280', role: null, width: 1280, height: 1000, path: '/planer/trygga-relationer' },
  { name: 'oversikt-1280', role: 'strategist', width: 1280, height: 1100, path: '/oversikt?plan=trygga-relationer' },
  { name: 'ataganden-320', role: 'board-controller', width: 320, height: 720, path: '/ataganden' },
  {
    name: 'granska-1280',
    role: 'strategist',
    width: 1280,
    height: 1000,
    path: '/import',
    onward: '/delar/area-0',
    upload: 'demo/example-plan.txt',
  },
];

const server = spawn(process.execPath, ['bin/handlingskraft', 'serve', '--demo', '--port', '0', '--data', data], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(server);
  const logins = JSON.parse(readFileSync(join(data, 'demo-logins.json'), 'utf8'));
  mkdirSync(out, { recursive: true });
  await draw(address, logins);
} finally {
  server.kill('SIGTERM');
  await new Promise((done) => server.once('exit', done));
  rmSync(data, { recursive: true, force: true });
}

/** The address that the program prints when it answers. */
function addressOf(child) {
  return new Promise((found, failed) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const address = /http:\/\/[\w.[\]:-]+/.exec(printed)?.[0];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`The program ended with ${code} before it answered`)));
  });
}

async function draw(address, logins) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const { name, role, width, height, path, upload, onward } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    if (role !== null)
      await signIn(
        page,
        address,
        logins.find((login) => login.role === role),
      );
    await page.goto(address + path);
    if (upload) await sendFile(page, join(root, upload));
    if (onward) await page.goto(page.url() + onward);
    await page.screenshot({ path: join(out, `${name}.png`) });
    console.log(`docs/bilder/${name}.png`);
    await page.close();
  }
  await browser.close();
}

async function signIn(page, address, login) {
  await page.goto(`${address}/logga-in`);
  await page.fill('#email', login.email);
  await page.fill('#password', login.password);
  await Promise.all([page.waitForURL(`${address}/`), page.click('main button[type=submit]')]);
}

async function sendFile(page, file) {
  const before = page.url();
  await page.setInputFiles('input[type=file]', file);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.href !== before && !url.pathname.endsWith('/import'), { timeout: 60_000 });
}
