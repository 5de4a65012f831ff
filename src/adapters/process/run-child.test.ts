import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type ChildLimits, compiledEntry, runChild } from './run-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-child-'));
afterAll(() => rmSync(folder, { recursive: true }));

function entry(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
}

const limits: ChildLimits = { seconds: 5, megabytes: 200, outputMegabytes: 1 };
const input = new Uint8Array(Buffer.from('ord'));

test('the child gets input and arguments and its output comes back as it is', async () => {
  const echo = entry('echo', "process.stdin.on('data', (d) => process.stdout.write(process.argv[2] + d));");
  const outcome = await runChild(echo, ['>'], input, limits);
  expect(outcome.kind === 'done' && outcome.output.toString()).toBe('>ord');
});

test.each([
  ['sleeps', 'setInterval(() => {}, 1000);', 'too-slow'],
  ['spins', 'for (;;) {}', 'too-slow'],
  ['fills the heap', 'const all = []; for (;;) all.push({ a: [1, 2, 3] });', 'too-much-memory'],
  ['fills memory outside the heap', 'const all = []; for (;;) all.push(Buffer.alloc(5e6, 1));', 'too-much-memory'],
  ['says too much', "for (let at = 0; at < 40; at += 1) process.stdout.write('x'.repeat(1e5));", 'too-much-memory'],
  ['throws', "throw new Error('oj')", 'crashed'],
  ['ends badly', 'process.exit(3)', 'crashed'],
])('a child that %s is told apart', async (name, code, kind) => {
  const outcome = await runChild(entry(name.replaceAll(' ', '-'), code), [], input, { ...limits, seconds: 2 });
  expect(outcome.kind).toBe(kind);
});

test('a child is given no secrets of its parent', async () => {
  const tell = entry('tell', 'process.stdout.write(JSON.stringify(Object.keys(process.env)))');
  process.env.A_SECRET_OF_THE_PARENT = 'x';
  const outcome = await runChild(tell, [], input, limits);
  delete process.env.A_SECRET_OF_THE_PARENT;
  expect(outcome.kind === 'done' && outcome.output.toString()).not.toContain('A_SECRET_OF_THE_PARENT');
});

test('of many children two run at once, and all of them end', async () => {
  const echo = entry('slow-echo', "setTimeout(() => { process.stdout.write('x'); process.exit(0); }, 100);");
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => runChild(echo, [], input, limits)));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(6).fill('done'));
});

test.each([
  ['/a/src/adapters/x/y.ts', './z.ts', '/a/dist/adapters/x/z.js'],
  ['/a/dist/adapters/x/y.js', './z.ts', '/a/dist/adapters/x/z.js'],
  ['/src/a/dist/adapters/x/y.js', '../z.ts', '/src/a/dist/adapters/z.js'],
])('the compiled neighbour of %s is found', (caller, neighbour, path) => {
  expect(compiledEntry(pathToFileURL(caller).href, neighbour)).toBe(path);
});
