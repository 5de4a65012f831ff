import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Fails early when the case material is missing, so that no test can pass by skipping it. */
export default function setup(): void {
  const input = resolve(import.meta.dirname, '../../shared/input/uppsala-2025-2028.txt');
  if (!existsSync(input)) throw new Error(`The case material is missing: ${input}. Put shared/ beside the project.`);
}
