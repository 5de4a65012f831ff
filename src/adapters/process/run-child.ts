import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { residentBytes } from './resident-memory.ts';

/** Limits of a child process. Memory is what the whole process holds in RAM, code included; Node alone takes about 45 MB. */
export interface ChildLimits {
  readonly seconds: number;
  readonly megabytes: number;
  /** Largest answer; more is taken as a fault of the child. */
  readonly outputMegabytes: number;
}

/** How a child ended. `crashed` is a fault of ours or of a package: `detail` is for the log and never for a page. */
export type ChildOutcome =
  | { readonly kind: 'done'; readonly output: Buffer }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-much-memory' }
  | { readonly kind: 'crashed'; readonly detail: string };

/** Children at once; more wait their turn, so that many uploads cannot take the machine. Waiting does not count as time. */
const MOST_AT_ONCE = 2;
const WATCH_EVERY_MILLISECONDS = 40;
const LOG_BYTES = 4_000;

/** Each entry has a line of its own, so that many who fetch documents hold up nobody who sends one in. */
const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

/** Children that work now, and those who wait for their turn. */
export function countChildren(): { readonly running: number; readonly waiting: number } {
  const all = [...lines.values()];
  return {
    running: all.reduce((sum, line) => sum + line.running, 0),
    waiting: all.reduce((sum, line) => sum + line.waiting.length, 0),
  };
}

/**
 * Runs a compiled module as a process of its own: `input` on its standard input, the answer from its standard output.
 * It is killed when it passes a limit, and nothing of it is left behind. `entry` comes from `compiledEntry`.
 */
export async function runChild(
  entry: string,
  args: readonly string[],
  input: Uint8Array,
  limits: ChildLimits,
): Promise<ChildOutcome> {
  const line = lines.get(entry) ?? { running: 0, waiting: [] };
  lines.set(entry, line);
  if (line.running >= MOST_AT_ONCE) await new Promise<void>((free) => line.waiting.push(free));
  else line.running += 1;
  try {
    return await runOne(entry, args, input, limits);
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
  }
}

/**
 * The compiled file of a module beside the caller: `compiledEntry(import.meta.url, './reading-child.ts')`. From `dist` it is
 * the neighbour itself; from `src` (under the test runner) its twin in `dist`, since Node 20 runs no TypeScript.
 */
export function compiledEntry(callerUrl: string, neighbour: string): string {
  const here = dirname(fileURLToPath(callerUrl));
  const path = resolve(here, neighbour).replace(/\.tsx?$/, '.js');
  const source = path.lastIndexOf('/src/');
  const compiled = path.lastIndexOf('/dist/');
  return source > compiled ? `${path.slice(0, source)}/dist/${path.slice(source + 5)}` : path;
}

function runOne(entry: string, args: readonly string[], input: Uint8Array, limits: ChildLimits): Promise<ChildOutcome> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [...nodeFlags(limits), entry, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LANG: 'C.UTF-8', NODE_ENV: 'production' },
    });
    const state = { killedFor: null as 'too-slow' | 'too-much-memory' | 'too-much-output' | null };
    const stop = (why: 'too-slow' | 'too-much-memory' | 'too-much-output') => {
      state.killedFor ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('too-slow'), limits.seconds * 1000);
    const watch = watchMemory(child, limits.megabytes, () => stop('too-much-memory'));
    const output = collect(child, limits.outputMegabytes * 1024 * 1024, () => stop('too-much-output'));
    const finish = (outcome: ChildOutcome) => {
      clearTimeout(timer);
      clearInterval(watch);
      settle(outcome);
    };
    child.on('error', (error) => finish({ kind: 'crashed', detail: error.message }));
    child.on('close', (code) => finish(outcomeOf(state.killedFor, code, output)));
    // A child that ends before it has read everything closes the pipe; how it ended says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function nodeFlags(limits: ChildLimits): string[] {
  const heap = Math.max(32, Math.floor(limits.megabytes * 0.8));
  return [`--max-old-space-size=${heap}`, '--no-warnings'];
}

function watchMemory(child: ChildProcess, megabytes: number, stop: () => void): NodeJS.Timeout {
  const watch = setInterval(() => {
    if (child.pid === undefined) return;
    void residentBytes(child.pid).then((bytes) => {
      if (bytes !== null && bytes > megabytes * 1024 * 1024) stop();
    });
  }, WATCH_EVERY_MILLISECONDS);
  return watch;
}

function collect(child: ChildProcess, mostBytes: number, stop: () => void): { chunks: Buffer[]; log: string } {
  const output = { chunks: [] as Buffer[], log: '' };
  let bytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) stop();
    else output.chunks.push(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output.log = (output.log + chunk.toString('utf8')).slice(-LOG_BYTES);
  });
  return output;
}

function outcomeOf(
  killedFor: 'too-slow' | 'too-much-memory' | 'too-much-output' | null,
  code: number | null,
  output: { chunks: Buffer[]; log: string },
): ChildOutcome {
  if (killedFor === 'too-slow' || killedFor === 'too-much-memory') return { kind: killedFor };
  if (killedFor === 'too-much-output') return { kind: 'too-much-memory' };
  if (code === 0) return { kind: 'done', output: Buffer.concat(output.chunks) };
  if (/heap out of memory|Array buffer allocation failed|ERR_WORKER_OUT_OF_MEMORY/.test(output.log))
    return { kind: 'too-much-memory' };
  return { kind: 'crashed', detail: `exit ${code ?? 'by signal'}: ${output.log}` };
}
