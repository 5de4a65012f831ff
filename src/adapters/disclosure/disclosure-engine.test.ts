import { expect, test } from 'vitest';
import { options } from '../../../test/disclosure/direct-engine.ts';
import { withTotals } from '../../../test/disclosure/example-tables.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import { createDisclosureEngine } from './disclosure-engine.ts';

const table = withTotals({ R: 3, C: 3, k: 5, zeros: 'published', inner: [12, 3, 9, 20, 8, 1, 7, 15, 30] });
const protect = protectTables({ engine: createDisclosureEngine(), stopwatch: () => performance.now() });

test('a worker thread protects and tells how far it has come', async () => {
  const stages: string[] = [];
  const answer = await protect(table, { ...options, progress: ({ stage }) => stages.push(stage) });
  expect(answer.ok && answer.value.report).toMatchObject({ primary: 2, optimal: true });
  expect(stages).toEqual(['certifying', 'improving']);
  const counts = answer.ok ? answer.value.counts : new Map();
  expect([counts.get('0|1')?.shown, counts.get('T|T')?.shown]).toEqual([null, 105]);
  expect(JSON.stringify([counts.get('0|1'), counts.get('T|T')])).toBe('[null,105]');
});

test('a work that is cancelled, before or on the way, gives nothing', async () => {
  const before = new AbortController();
  before.abort();
  expect(await protect(table, { ...options, signal: before.signal })).toEqual({
    ok: false,
    refusal: { kind: 'cancelled' },
  });
  const onTheWay = new AbortController();
  const progress = () => onTheWay.abort();
  const answer = await protect(table, { ...options, signal: onTheWay.signal, progress });
  expect(answer).toEqual({ ok: false, refusal: { kind: 'cancelled' } });
});

test('no time gives no release', async () => {
  const answer = await protect(table, { ...options, certifySeconds: 0 });
  expect(answer).toEqual({ ok: false, refusal: { kind: 'time-out' } });
});
