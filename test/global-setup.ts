import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Fails early when the case material is missing, so that no test can pass by skipping it, and compiles what runs as a process of its own. */
export default function setup(): void {
  const input = resolve(root, '../shared/input/uppsala-2025-2028.txt');
  if (!existsSync(input)) throw new Error(`The case material is missing: ${input}. Put shared/ beside the project.`);
  const compiler = resolve(root, 'node_modules/typescript/bin/tsc');
  const built = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The project does not compile:\n${built.stdout}${built.stderr}`);
}
