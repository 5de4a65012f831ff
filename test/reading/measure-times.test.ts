import { expect, test } from 'vitest';
import { toBlocks, toOpenPlan } from '../../src/core/exchange/plan-blocks.ts';
import { readCase } from '../lint/read-case.ts';

const times = async (name: string) => (await readCase(name)).plan.areas.flatMap(({ measures }) => measures);

test('the times of a plan are kept as they are written, and its years as before', async () => {
  const measures = await times('other-plans/05_goteborg_civil-beredskap_2024-2027.txt');
  const intervals = measures.filter(({ time }) => time?.kind === 'interval');
  expect(intervals.length).toBeGreaterThan(5);
  for (const { time, dueYear } of measures) {
    expect(dueYear).not.toBeNull();
    if (time === undefined) continue;
    expect(time.to).toBe(dueYear);
    expect(time.text).toMatch(/\D/);
  }
});

test('a plan whose measures have no time gives none', async () => {
  for (const name of ['uppsala-2025-2028.txt', 'other-plans/03_goteborg_rasism_2026-2028.txt'])
    expect((await times(name)).filter((measure) => measure.time !== undefined || measure.dueYear !== null)).toEqual([]);
});

test('times come back when a plan is put together again from its blocks', async () => {
  const { plan } = await readCase('other-plans/05_goteborg_civil-beredskap_2024-2027.txt');
  let id = 0;
  const parts = toBlocks(plan, () => String(++id));
  const facts = {
    title: plan.title ?? '',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    periodFrom: null,
    periodTo: null,
  };
  const again = toOpenPlan(facts, parts, { memo: null, consultation: null });
  expect(again.areas).toEqual(plan.areas);
});
