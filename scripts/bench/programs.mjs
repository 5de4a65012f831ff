// Starts the real programs that the figures are about, and measures whole processes.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';

export const cli = join(root, 'bin/handlingskraft');

/** A folder of its own that is gone afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the service on a data folder; resolves when it has printed its address. `readyMs` is from start to first answer. */
export async function startService(dataFolder, env = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--demo', '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/[\w.:[\]]+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${text}`)));
  });
  await fetch(address);
  const readyMs = performance.now() - started;
  const logins = JSON.parse(readFileSync(join(dataFolder, 'demo-logins.json'), 'utf8'));
  return { address, readyMs, logins, pid: child.pid, stop: () => stop(child) };
}

function stop(child) {
  return new Promise((done) => {
    child.removeAllListeners('exit');
    child.on('exit', done);
    child.kill('SIGINT');
  });
}

/** Signs in by the form and gives the session's cookie. */
export async function signIn(address, { email, password }) {
  const answer = await fetch(`${address}/logga-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  if (answer.status !== 303 || cookie === '') throw new Error(`sign-in answered ${answer.status}`);
  return cookie;
}

/** A server with nothing in it but the bytes, in a process of its own: what the machine can do at most. */
export async function startBareServer(body) {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(body);
  const address = await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())));
  return { address, stop: () => stop(child) };
}

/** Runs a command to its end; gives its wall time and the largest resident memory of it and its children. */
export async function measure(args, options = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'pipe'], ...options });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid));
  }, 5);
  const code = await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${errors}`);
  return { ms: performance.now() - started, peakBytes };
}

/** Resident memory of a process and all below it, from /proc; 0 where there is none to read. */
export function residentBytes(pid) {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), own);
  } catch {
    return 0;
  }
}

if (process.argv[1] === import.meta.filename) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
  process.on('SIGINT', () => process.exit(0));
}
