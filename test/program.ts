import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layoutOf } from '../src/adapters/db/supervisor/layout.ts';
import { stopServer } from '../src/adapters/db/supervisor/postmaster.ts';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'bin/handlingskraft');

/** What a command did as a whole process. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Env = Readonly<Record<string, string>>;

/** The settings of the machine that runs the tests must not lead the program astray. */
function envOf(changes: Env): NodeJS.ProcessEnv {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^(HANDLINGSKRAFT_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(env), ...changes };
}

/** Runs a command of the program to its end, in a folder. */
export function runProgram(args: readonly string[], { env = {}, cwd = root }: { env?: Env; cwd?: string } = {}) {
  return new Promise<Ran>((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: envOf(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = collect(child);
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout: output.stdout(), stderr: output.stderr() }));
  });
}

function collect(child: ChildProcess) {
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  const read = (from: Buffer[]) => Buffer.concat(from).toString('utf8');
  return { stdout: () => read(chunks.stdout), stderr: () => read(chunks.stderr) };
}

/** A login as `serve --demo` printed it. */
export interface PrintedLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** The service as a process that answers. */
export interface RunningService {
  readonly address: string;
  readonly logins: readonly PrintedLogin[];
  /** From the start of the process until it had said where it answers, in milliseconds. */
  readonly startMs: number;
  stdout(): string;
  stderr(): string;
  /** Sends a signal and waits for the end; gives the exit code, null after a kill. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts `serve` and waits until it says that it answers; throws with its output when it ends instead. */
export async function startService(args: readonly string[], env: Env = {}): Promise<RunningService> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], {
    cwd: root,
    env: envOf(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const output = collect(child);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', () => output.stdout().includes('Ctrl-C') && ready());
    child.on('error', fail);
    child.on('close', (code) => fail(new Error(`serve ended with ${code}: ${output.stdout()}${output.stderr()}`)));
  });
  const startMs = performance.now() - started;
  const address = /http:\/\/\S+/.exec(output.stdout())?.[0];
  if (address === undefined) throw new Error(`serve printed no address: ${output.stdout()}`);
  const end = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reaches the whole group of processes; the other signals are sent to the service alone.
    if (signal === 'SIGINT' && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
    return ended;
  };
  return { address, logins: loginsIn(output.stdout()), startMs, ...output, end };
}

function loginsIn(text: string): PrintedLogin[] {
  return [...text.matchAll(/^ {2}(\S.*?) {2,}(\S+@\S+) +(\S+)$/gm)].map(([, role = '', email = '', password = '']) => ({
    role,
    email,
    password,
  }));
}

/** A folder of its own; `clear` stops a database server that was left in `data` folders of it, and removes it all. */
export function makeFolder(): { path: string; data(name: string): string; clear(): Promise<void> } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'handlingskraft-program-')));
  const made = new Set<string>();
  const data = (name: string) => {
    made.add(join(path, name));
    return join(path, name);
  };
  const clear = async () => {
    for (const folder of made) await stopServer(layoutOf(folder));
    rmSync(path, { recursive: true, force: true });
  };
  return { path, data, clear };
}

/** Process id of the database server of a data folder. */
export function databasePid(dataFolder: string): number {
  return Number(readFileSync(layoutOf(dataFolder).pidFile, 'utf8').split('\n')[0]);
}

/** Whether a process is there; one that has ended and only waits for its parent to notice is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // No such list of processes on this machine, or gone since.
    return !existsSync('/proc/self/status');
  }
}

/** Signs in through the page as a person does; gives the cookie, and throws when the login is not taken. */
export async function signIn(address: string, { email, password }: PrintedLogin): Promise<string> {
  const response = await post(address, '/logga-in', '', { till: '/', email, password });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 303 || cookie === undefined) throw new Error(`Not signed in: ${response.status}`);
  return cookie;
}

/** Sends a form as the page's own browser would. */
export function post(address: string, path: string, cookie: string, fields: Readonly<Record<string, string>>) {
  return fetch(`${address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, cookie },
    body: new URLSearchParams(fields),
  });
}
