import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// As in scripts/common-passwords.mjs, which makes the file. Among 90,000 of 2^48 a good password is hit by chance once in
// three thousand million.
const BYTES = 6;
const FILE = resolve(import.meta.dirname, '../../dist/common-passwords.bin');

let list: Buffer | null = null;

/** Whether a text in lower case is on the built list of common passwords, which is read the first time. */
export function isCommonPassword(text: string): boolean {
  list ??= readFileSync(FILE);
  const wanted = createHash('sha256').update(text).digest().subarray(0, BYTES);
  let low = 0;
  let high = list.length / BYTES;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = wanted.compare(list, middle * BYTES, (middle + 1) * BYTES);
    if (order === 0) return true;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return false;
}
