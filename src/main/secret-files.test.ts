import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeCertificate } from '../../test/certificate.ts';
import { secretSettings } from './secret-files.ts';
import { readSettings } from './settings.ts';
import { en } from './texts.en.ts';
import { sv } from './texts.sv.ts';

const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-'));
const file = join(folder, 'secret');
writeFileSync(file, 'postgres://a:b@localhost/c\n');
writeFileSync(join(folder, 'empty'), '\n');
afterAll(() => rmSync(folder, { recursive: true }));

test('every secret can stand in a file, and its line end is no part of it', () => {
  const tls = makeCertificate('localhost');
  writeFileSync(join(folder, 'cert'), tls.cert);
  writeFileSync(join(folder, 'key'), tls.key);
  const files: Readonly<Record<string, string>> = {
    HANDLINGSKRAFT_TLS_CERT: join(folder, 'cert'),
    HANDLINGSKRAFT_TLS_KEY: join(folder, 'key'),
  };
  const env = Object.fromEntries(secretSettings.map((name) => [`${name}_FILE`, files[name] ?? file]));
  const read = readSettings(env, {});
  const same = 'postgres://a:b@localhost/c';
  expect(read.ok && read.value).toMatchObject({
    databaseUrl: same,
    secret: same,
    smtpUrl: same,
    metricsToken: same,
    tls: { cert: tls.cert.trim(), key: tls.key.trim() },
  });
});

test.each([
  ['there is no such file', { DATABASE_URL_FILE: join(folder, 'none') }, 'secret-file-unreadable'],
  ['the file is empty', { HANDLINGSKRAFT_SECRET_FILE: join(folder, 'empty') }, 'secret-file-unreadable'],
  ['it is a folder', { HANDLINGSKRAFT_SECRET_FILE: folder }, 'secret-file-unreadable'],
  ['both are given', { HANDLINGSKRAFT_SMTP_URL_FILE: file, HANDLINGSKRAFT_SMTP_URL: 'smtp://a' }, 'secret-twice'],
])('%s: it is said in one sentence that shows no secret', (_name, env, kind) => {
  const read = readSettings(env, {});
  if (read.ok) throw new Error('It was taken');
  expect(read.refusal.kind).toBe(kind);
  const [name = ''] = Object.keys(env);
  for (const texts of [sv, en]) {
    expect(texts.setting(read.refusal)).toContain(name);
    expect(texts.setting(read.refusal)).not.toContain('smtp://');
  }
});
