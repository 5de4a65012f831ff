import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { layoutOf } from '../src/adapters/db/supervisor/layout.ts';
import { stopServer } from '../src/adapters/db/supervisor/postmaster.ts';
import type {} from './database.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Fails early when the case material is missing, so that no test can pass by skipping it, and compiles what runs as a
 * process of its own. Gives the run a folder for its database server, which the first test that needs one starts, and
 * clears it away afterwards.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const input = resolve(root, '../shared/input/uppsala-2025-2028.txt');
  if (!existsSync(input)) throw new Error(`The case material is missing: ${input}. Put shared/ beside the project.`);
  const compiler = resolve(root, 'node_modules/typescript/bin/tsc');
  const built = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The project does not compile:\n${built.stdout}${built.stderr}`);
  for (const script of ['assets.mjs', 'common-passwords.mjs']) {
    const made = spawnSync(process.execPath, [join(root, 'scripts', script)], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`${script} failed:\n${made.stdout}${made.stderr}`);
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handlingskraft-test-')));
  const url = process.env.TEST_DATABASE_URL ?? null;
  project.provide('testDatabase', { folder, url, runId: randomBytes(6).toString('hex') });
  return async () => {
    await stopServer(layoutOf(folder));
    rmSync(folder, { recursive: true, force: true });
  };
}
