import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createTestStore } from '../../../../test/database.ts';
import { contextOf, storeWorld } from '../../../../test/followup-world.ts';
import { marked } from '../../../core/trail/event-facts.ts';
import { createMaintenance } from './maintenance.ts';

const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const source = await createTestStore();
const world = await storeWorld(source.store, source.ids, { municipality: '9901', measures: 6, state: 'adopted' });
await storeWorld(source.store, source.ids, { municipality: '9902', measures: 2, state: 'draft' });
const maintenance = createMaintenance(source.pool);
const now = new Date('2026-02-01T08:00:00Z');

async function report(text: string, basedOn: string | null): Promise<string> {
  const id = source.ids.next();
  const [commitment] = world.plan.commitments;
  const answer = await source.store.change(contextOf('9901'), async (tx) => {
    const written = await tx.addReport('9901', commitment?.bodyId ?? '', {
      ...{ id, commitmentId: commitment?.id ?? '', status: 'in-progress', text, reportedOn: '2026-01-15' },
      ...{ authorId: null, authorName: 'A', requestKey: id, basedOn },
    });
    await tx.event({ kind: 'reported', thingKind: 'report', thingId: id, before: null, after: { text: marked(text) } });
    return written;
  });
  expect(answer).toEqual({ done: true, repeated: false });
  return id;
}

test('a backup taken under writing holds all that was acknowledged before, and restores to a sound database', async () => {
  let last: string | null = null;
  for (let index = 0; index < 20; index += 1) last = await report(`före ${index}`, last);
  const before = await source.store.read.getPlanBySlug('9901', 'plan');
  const file = join(folder, 'under-load.backup');
  const writing = (async () => {
    let latest = last;
    for (let index = 0; index < 20; index += 1) latest = await report(`under ${index}`, latest);
  })();
  const written = await maintenance.backup(file, now);
  await writing;
  const target = await createTestStore();
  const restored = await createMaintenance(target.pool).restore(file);
  expect(restored).toEqual(written);
  const after = await target.store.read.getPlanBySlug('9901', 'plan');
  expect(after?.blocks).toEqual(before?.blocks);
  const id = world.plan.commitments[0]?.id ?? '';
  const reports = (await target.store.read.getCommitment('9901', id))?.reports ?? [];
  const all = (await source.store.read.getCommitment('9901', id))?.reports ?? [];
  expect(all).toHaveLength(40);
  expect(reports.length).toBeGreaterThanOrEqual(20);
  expect(reports).toEqual(all.slice(-reports.length));
  expect(await createMaintenance(target.pool).check()).toEqual([]);
});

test('files that are no whole backup are refused and leave the database empty', async () => {
  const file = join(folder, 'whole.backup');
  await maintenance.backup(file, now);
  const bytes = readFileSync(file);
  const lines = gunzipSync(bytes).toString('utf8');
  const broken = Buffer.from(bytes);
  broken[Math.floor(bytes.length / 2)] = (broken[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
  const cases: [string, Buffer][] = [
    ['backup-truncated', bytes.subarray(0, bytes.length / 2)],
    ['backup-truncated', gzipSync(lines.slice(0, lines.lastIndexOf('{"end":')))],
    ['backup-damaged', broken],
    ['backup-damaged', gzipSync(lines.replace('Ångfärjan', 'Ångbåten'))],
    ['backup-damaged', gzipSync(lines.replace('"table":"plan"', '"table":"pg_class"'))],
    ['backup-of-other-version', gzipSync(lines.replace('0001-first-tables', '0001-other-tables'))],
    ['not-a-backup', Buffer.from('En helt annan fil')],
    ['not-a-backup', gzipSync('{"format":"something"}\n')],
    ['not-a-backup', Buffer.alloc(0)],
  ];
  const target = await createTestStore();
  const harmed = join(folder, 'harmed.backup');
  for (const [kind, content] of cases) {
    writeFileSync(harmed, content);
    const answer = await createMaintenance(target.pool).restore(harmed);
    expect(answer, kind).toMatchObject({ ok: false, refusal: { kind } });
  }
  expect(await createMaintenance(target.pool).restore(join(folder, 'none'))).toMatchObject({
    refusal: { kind: 'backup-file-missing' },
  });
  expect(await target.store.read.listMunicipalities()).toEqual([]);
  expect(await maintenance.restore(file)).toEqual({ ok: false, refusal: { kind: 'database-not-empty' } });
  expect(await maintenance.backup(file, now)).toMatchObject({ refusal: { kind: 'backup-file-exists' } });
  expect(await maintenance.backup(join(folder, 'none/x'), now)).toMatchObject({
    refusal: { kind: 'backup-file-denied' },
  });
});

test('the check finds what was changed behind the back of the program', async () => {
  const { pool } = source;
  expect(await maintenance.check()).toEqual([]);
  const client = await pool.connect();
  await client.query("begin; select set_config('handlingskraft.municipality', '9901', true)");
  await client.query("update block set position = 9 where kind = 'section'");
  await client.query("update commitment set report_count = 7 where report_count = 0 and role = 'coordinator'");
  await client.query('alter table event disable trigger user');
  await client.query("delete from event where kind = 'reported' or kind = 'world-made'");
  await client.query('alter table event enable trigger user');
  await client.query('commit');
  client.release();
  const rules = new Set((await maintenance.check()).map((finding) => `${finding.municipality} ${finding.rule}`));
  expect([...rules].sort()).toEqual([
    '9901 end-removed',
    '9901 event-missing',
    '9901 position-gap',
    '9901 report-count-differs',
  ]);
});
