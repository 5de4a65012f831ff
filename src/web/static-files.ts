import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One built file with the address that carries its content's hash. */
export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly contentType: string;
}

/** Style sheets, fonts and scripts as built by `scripts/assets.mjs`, kept in memory. */
export interface StaticFiles {
  /** The address of a built file by its plain name ("app.css"); null when no such file was built. */
  address(name: string): string | null;
  /** The file at an address; null when there is none. */
  find(address: string): StaticFile | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const HASHED = /^(.+)\.[0-9a-f]{12}(\.[a-z0-9]+)$/;

/** Reads all built files of a folder. Throws when the folder is missing: the program has then not been built. */
export function loadStaticFiles(folder: string): StaticFiles {
  const addresses = new Map<string, string>();
  const files = new Map<string, StaticFile>();
  for (const name of readdirSync(folder)) {
    const [, stem, ending] = HASHED.exec(name) ?? [];
    if (stem === undefined || ending === undefined) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const gzipped = ending === '.woff2' ? null : new Uint8Array(gzipSync(bytes, { level: 9 }));
    addresses.set(stem + ending, `/static/${name}`);
    files.set(`/static/${name}`, { bytes, gzipped, contentType });
  }
  return { address: (name) => addresses.get(name) ?? null, find: (address) => files.get(address) ?? null };
}

/** A site without built files, for tests that only read the markup. */
export const noStaticFiles: StaticFiles = { address: () => null, find: () => null };
