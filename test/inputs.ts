import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../shared/input');

/** Absolute path of a file of the case material beside the project. */
export function inputPath(name: string): string {
  return resolve(folder, name);
}

/** Bytes of a file of the case material; throws when it is missing. */
export function inputBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(inputPath(name)));
}
