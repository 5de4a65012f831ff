import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }));

// What the program does without, and where each word may stand all the same. docs/security.md leans on these.
const WORDS: readonly (readonly [what: string, words: RegExp, allowed: readonly string[]])[] = [
  ['runs a text as code', /\beval\(|\bnew Function\b|node:vm\b|\bsetTimeout\(\s*['"`]/, []],
  [
    'makes markup of a text',
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\b/,
    [],
  ],
  ['runs a program through a shell', /\bexecSync\b|\bshell: true\b|import[^;]*\bexec\b[^;]*'node:child_process'/, []],
  ['uses a broken hash or cipher', /\b(?:md5|sha1|rc4|des-|aes-\d+-(?:ecb|cbc))\b/i, []],
  ['lets a certificate pass unseen', /rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED/, []],
  ['keeps something in the browser', /\b(?:localStorage|sessionStorage|indexedDB|serviceWorker)\b/, []],
  [
    'talks to other windows or by sockets',
    /\bpostMessage\b|\bnew WebSocket\b|\bRTCPeerConnection\b|\bEventSource\b/,
    // A worker thread answers the thread that started it, within the process.
    ['adapters/disclosure/disclosure-worker.ts'],
  ],
  ['lets other sites read', /access-control-allow/i, []],
  // Pauses between tries may be guessed; secrets may not.
  ['takes a chance that can be guessed', /\bMath\.random\b/, ['adapters/db/transactions.ts', 'main/mail-worker.ts']],
];

test.each(WORDS)('no file of the program %s', (_what, words, allowed) => {
  const found = sources.filter(({ text }) => words.test(text)).map(({ name }) => name);
  expect(found.sort()).toEqual([...allowed].sort());
});
