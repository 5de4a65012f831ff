import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestStore, type TestStore } from '../../../test/database.ts';
import { storeWorld } from '../../../test/followup-world.ts';
import { testNow } from '../../../test/web.ts';
import { compareWithExport } from '../../app/trail/compare-with-export.ts';
import { exportTrail } from '../../app/trail/export-trail.ts';
import { verifyExport } from '../../app/trail/verify-export.ts';
import { chainAfter, TRAIL_START } from '../../core/trail/chain.ts';
import { checkSignature, createSecrets } from '../secrets.ts';
import { sha256OfText } from '../sha256.ts';
import { openArchive, startHash } from './open-archive.ts';
import { packFiles } from './pack-files.ts';

const M = '9901';
const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-trail-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secrets = createSecrets(Buffer.alloc(32, 1));
const stranger = createSecrets(Buffer.alloc(32, 2));
const verify = verifyExport({ openArchive, checkSignature, sha256OfText });
let made: TestStore;
let file: string;

/** Some more than two pages of events, so that pages meet in the middle of the file. */
const EVENTS = 2_300;

async function exportTo(name: string): Promise<string> {
  const ports = { store: made.store, clock: { now: () => testNow }, secrets, pack: packFiles, startHash };
  const parts: Uint8Array[] = [];
  const { content } = await exportTrail(ports)({ municipality: M, actorId: null, requestId: null });
  for await (const part of content) parts.push(part);
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

beforeAll(async () => {
  made = await createTestStore();
  await storeWorld(made.store, made.ids, { municipality: M, measures: 2, state: 'adopted' });
  await made.store.change({ municipality: M, actorId: null, at: testNow, requestId: null }, async (tx) => {
    for (let number = 0; number < EVENTS; number += 1)
      await tx.event({
        kind: 'tested',
        thingKind: 'plan',
        thingId: M,
        before: { number },
        after: { number: number + 1 },
      });
  });
  file = await exportTo('whole.zip');
});

test('what was exported is found sound, with the key given and with the one in the file', async () => {
  for (const key of [secrets.publicKey, null]) {
    const verified = await verify(file, key);
    expect(verified.ok && verified.value.faults).toEqual([]);
    expect(verified.ok && verified.value.manifest.head.sequence).toBe(EVENTS + 2);
  }
});

test('the archive holds what anybody can check with other tools', () => {
  const files = unzipSync(readFileSync(file));
  expect(Object.keys(files).sort()).toEqual(['manifest.json', 'manifest.json.sig', 'nyckel.pem', 'sparlogg.jsonl']);
  const lines = strFromU8(files['sparlogg.jsonl'] ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(EVENTS + 3);
  const [head, first] = [lines[0], lines[1]].map((line) => JSON.parse(line ?? ''));
  expect(head).toMatchObject({ municipality: M, head: { sequence: EVENTS + 2 } });
  expect(Object.keys(first)).toEqual([
    ...['municipality', 'sequence', 'eventId', 'happenedAt', 'actorId', 'requestId', 'kind', 'thingKind', 'thingId'],
    ...['before', 'after', 'previousHash', 'hash'],
  ]);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'trail-exported', sequence: EVENTS + 2 });
});

/** The archive with one file in it changed. */
function altered(name: string, change: (text: string) => string): string {
  const files = unzipSync(readFileSync(file));
  const path = join(folder, `${Math.random()}.zip`);
  writeFileSync(path, zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) }));
  return path;
}

/** The events as somebody with the file, and perhaps a key of their own, would write them anew. */
function forged(signer: typeof secrets): string {
  const files = unzipSync(readFileSync(file));
  const [head, ...rest] = strFromU8(files['sparlogg.jsonl'] ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  const events = rest.map((line) => JSON.parse(line));
  events[5].actorId = 'somebody-else';
  const chained = chainAfter({ sequence: 0, hash: TRAIL_START }, events, sha256OfText);
  const last = chained.at(-1);
  const ending = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' };
  const opening = { ...JSON.parse(head ?? ''), head: ending };
  const lines = `${[opening, ...chained].map((each) => JSON.stringify(each)).join('\n')}\n`;
  const hash = startHash();
  hash.add(lines);
  const manifest = JSON.stringify({
    ...JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())),
    ...hash.end(),
    head: ending,
    publicKey: signer.publicKey,
  });
  const path = join(folder, `${Math.random()}.zip`);
  const signature = signer.sign(strToU8(manifest));
  writeFileSync(
    path,
    zipSync({
      'sparlogg.jsonl': strToU8(lines),
      'manifest.json': strToU8(manifest),
      'manifest.json.sig': strToU8(signature),
    }),
  );
  return path;
}

const kinds = async (path: string, key: string | null) => {
  const verified = await verify(path, key);
  return verified.ok ? verified.value.faults.map(({ kind }) => kind) : verified.refusal.kind;
};

test.each<[string, () => string, string | null, readonly string[] | string]>([
  ['another’s key', () => file, stranger.publicKey, ['signature-wrong']],
  ['what is no key', () => file, 'nyckel', ['signature-wrong']],
  [
    'one letter of an event',
    () => altered('sparlogg.jsonl', (text) => text.replace('"tested"', '"testeD"')),
    null,
    ['file-differs', 'event-altered'],
  ],
  [
    'an event taken out',
    () => altered('sparlogg.jsonl', (text) => text.replace(/\n\{"municipality":"9901","sequence":50,[^\n]*/, '')),
    null,
    ['file-differs', 'event-removed'],
  ],
  [
    'the end cut off',
    () => altered('sparlogg.jsonl', (text) => text.trimEnd().split('\n').slice(0, -3).join('\n')),
    null,
    ['file-differs', 'end-removed'],
  ],
  ['a space after the last line', () => altered('sparlogg.jsonl', (text) => `${text} `), null, 'not-a-trail-export'],
  [
    'the manifest',
    () => altered('manifest.json', (text) => text.replace('2026-05-15', '2026-05-16')),
    null,
    ['signature-wrong', 'manifest-differs'],
  ],
  ['the signature', () => altered('manifest.json.sig', () => stranger.sign(strToU8('x'))), null, ['signature-wrong']],
  ['all of it computed anew, without the key', () => forged(stranger), secrets.publicKey, ['signature-wrong']],
  ['all of it computed anew, the key in the file believed', () => forged(stranger), null, []],
  ['no manifest', () => altered('manifest.json', () => '{}'), null, 'not-a-trail-export'],
  ['lines that are no events', () => altered('sparlogg.jsonl', (text) => `${text}{}\n`), null, 'not-a-trail-export'],
  ['no file', () => join(folder, 'nothing.zip'), null, 'archive-missing'],
  [
    'half a file',
    () => {
      const path = join(folder, 'half.zip');
      writeFileSync(path, readFileSync(file).subarray(0, 20_000));
      return path;
    },
    null,
    'archive-damaged',
  ],
  [
    'a text',
    () => {
      const path = join(folder, 'text.zip');
      writeFileSync(path, 'hej');
      return path;
    },
    null,
    'archive-damaged',
  ],
])('altered: %s', async (_name, path, key, expected) => {
  expect(await kinds(path(), key)).toEqual(expected);
});

test('a byte flipped anywhere in the packed events never passes', async () => {
  const bytes = readFileSync(file);
  for (const place of [200, 5_000, 50_000, 100_000]) {
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    const path = join(folder, `flipped-${place}.zip`);
    writeFileSync(path, flipped);
    expect(await kinds(path, secrets.publicKey)).not.toEqual([]);
  }
});

test('the database is held against an earlier export: more may have come, nothing may be another', async () => {
  const compare = compareWithExport({ store: made.store, verify });
  const faultOf = async (path: string) => {
    const compared = await compare(path, secrets.publicKey);
    return compared.ok ? compared.value.fault : compared.refusal;
  };
  await made.store.change({ municipality: M, actorId: null, at: testNow, requestId: null }, (tx) =>
    tx.event({ kind: 'tested', thingKind: 'plan', thingId: M, before: null, after: null }),
  );
  expect(await faultOf(file)).toBeNull();
  await rewriteFrom(1_500);
  expect(await faultOf(file)).toEqual({ kind: 'history-rewritten', sequence: 1_500 });
  await tamper('delete from event where sequence > 2000');
  expect(await faultOf(file)).toEqual({ kind: 'history-rewritten', sequence: 1_500 });
  await tamper('delete from event where sequence > 1200');
  expect(await faultOf(file)).toEqual({ kind: 'history-missing', sequence: 1_201 });
});

/** Runs what only somebody with the whole database can do: past the guards. */
async function tamper(sql: string): Promise<void> {
  const client = await made.pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${M}', true);
      alter table event disable trigger user; ${sql}; alter table event enable trigger user; commit`);
  } finally {
    client.release();
  }
}

/** Computes the chain anew from a changed event on, so that it is sound in itself. */
async function rewriteFrom(sequence: number): Promise<void> {
  const all = await made.store.read.listEventsAfter(M, 0, 10_000);
  const kept = all[sequence - 2];
  const changed = all
    .slice(sequence - 1)
    .map((event, index) => (index === 0 ? { ...event, actorId: null, kind: 'forged' } : event));
  const chained = chainAfter({ sequence: sequence - 1, hash: kept?.hash ?? '' }, changed, sha256OfText);
  const rows = JSON.stringify(
    chained.map((each) => ({ sequence: each.sequence, kind: each.kind, previous: each.previousHash, hash: each.hash })),
  );
  const last = chained.at(-1);
  await tamper(`update event e set kind = c.kind, previous_hash = c.previous, hash = c.hash
    from jsonb_to_recordset('${rows}'::jsonb) as c(sequence bigint, kind text, previous text, hash text) where e.sequence = c.sequence;
    update trail_head set hash = '${last?.hash}'`);
}
