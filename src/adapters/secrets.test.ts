import { verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createSecrets, parseSecretKey, readOrMakeSecretKey } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the key is made once, for its owner alone, and found again', () => {
  const first = readOrMakeSecretKey(folder);
  expect(first.length).toBe(32);
  expect(readOrMakeSecretKey(folder)).toEqual(first);
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
});

test('a damaged key file is an error, never a new key', () => {
  const damaged = mkdtempSync(join(folder, 'damaged-'));
  writeFileSync(join(damaged, 'secret.key'), 'abc');
  expect(() => readOrMakeSecretKey(damaged)).toThrow(/damaged/);
});

test.each([
  ['ab'.repeat(32), 32],
  [Buffer.alloc(48, 7).toString('base64'), 48],
  ['ab'.repeat(31), null],
  ['', null],
  ['not a key at all', null],
])('%j gives a key of %s bytes', (text, length) => {
  expect(parseSecretKey(text)?.length ?? null).toBe(length);
});

test('link tokens hold 256 bits, differ by purpose, id and key, and are the same each time', () => {
  const one = createSecrets(Buffer.alloc(32, 1));
  const other = createSecrets(Buffer.alloc(32, 2));
  const tokens = [
    one.linkToken('guest', 'a'),
    one.linkToken('guest', 'b'),
    one.linkToken('reset', 'a'),
    other.linkToken('guest', 'a'),
  ];
  expect(new Set(tokens).size).toBe(4);
  expect(Buffer.from(tokens[0] ?? '', 'base64url').length).toBe(32);
  expect(createSecrets(Buffer.alloc(32, 1)).linkToken('guest', 'a')).toBe(tokens[0]);
});

test('a signature is true for its bytes and no others', () => {
  const { sign, publicKey } = createSecrets(Buffer.alloc(32, 3));
  const signature = Buffer.from(sign(Buffer.from('text')), 'base64');
  expect(verify(null, Buffer.from('text'), publicKey, signature)).toBe(true);
  expect(verify(null, Buffer.from('texT'), publicKey, signature)).toBe(false);
});

test('what is sealed is opened by the same key and purpose alone, whole and unchanged', () => {
  const one = createSecrets(Buffer.alloc(32, 1));
  const text = 'klienthemlighet åäö €';
  const sealed = one.seal('provider', text);
  expect(one.open('provider', sealed)).toBe(text);
  expect(one.open('provider', one.seal('provider', ''))).toBe('');
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(one.seal('provider', text)).not.toBe(sealed);
  expect(one.open('other', sealed)).toBeNull();
  expect(createSecrets(Buffer.alloc(32, 2)).open('provider', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  const broken = [...bytes.keys()].map((at) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  });
  const shorter = [0, 1, 12, 28, bytes.length - 1].map((length) => bytes.subarray(0, length));
  for (const each of [...broken, ...shorter, Buffer.from('inte förseglat')])
    expect(one.open('provider', each.toString('base64url'))).toBeNull();
});
