import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IncomingFile } from '../../app/reading/ports.ts';

/** A file of the user's; null when it does not exist or cannot be read. */
export async function readInput(path: string): Promise<IncomingFile | null> {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch {
    return null;
  }
}
