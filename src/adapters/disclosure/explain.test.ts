import { expect, test } from 'vitest';
import { testSolver } from '../../../test/disclosure/direct-engine.ts';
import { classicAt, classics, withTotals } from '../../../test/disclosure/example-tables.ts';
import { explain } from '../../core/disclosure/explain.ts';
import { buildModel } from '../../core/disclosure/model.ts';
import { protect } from '../../core/disclosure/protect.ts';
import { readTables } from '../../core/disclosure/read-tables.ts';
import { type RoundingBase, roundTable } from '../../core/disclosure/rounding.ts';

const solver = await testSolver();
const patience = { secondsLeft: () => 60, cancelled: () => false };
const engine = { solver, now: () => 0, ...patience, progress: () => undefined, improveSeconds: 60, certifySeconds: 60 };

function modelOf(json: unknown) {
  const read = readTables(json);
  if (!read.ok) throw new Error(read.refusal.kind);
  return buildModel(read.value);
}

test.each([
  ['linked-usersupport-136', ['N'], ['K']],
  ['plan-nexus-admin-year', ['ALN|2025', 'AMN|2025'], ['ALN|2026', 'AMN|2027']],
])('of %s every secondary is explained by arithmetic that gives a primary away', (name, secondaries, primaries) => {
  const classic = classics.find(({ id }) => id === name);
  const model = modelOf(classic && classicAt(classic, 'B'));
  const protection = protect(model, engine);
  const hidden = protection.ok ? protection.value.hidden : [];
  const lines = explain(model, hidden, { solver, patience });
  const idOf = (cell: number) => model.cells[cell]?.id ?? '';
  expect([...new Set(lines.map(({ secondary }) => idOf(secondary)))].sort()).toEqual(secondaries);
  for (const id of primaries) expect(lines.map(({ primary }) => idOf(primary))).toContain(id);
  for (const { secondary, primary, direction, bound, terms } of lines) {
    // What is added up is public, the secondary itself, or the least that another hidden cell can be.
    for (const { cell, value, isFloor } of terms) {
      expect(isFloor).toBe(Boolean(hidden[cell]) && cell !== secondary);
      expect(value).toBe(isFloor ? model.cells[cell]?.floor : model.cells[cell]?.value);
    }
    expect(terms.reduce((sum, { factor, value }) => sum + factor * value, 0)).toBe(bound);
    const { low = 0, high = 0 } = model.demands.find(({ cell }) => cell === primary) ?? {};
    const value = model.cells[primary]?.value ?? 0;
    if (direction === 'at-most') expect(bound >= value && bound < high).toBe(true);
    else expect(bound <= value && bound > low).toBe(true);
  }
});

const inner = [12, 3, 9, 20, 8, 1, 7, 15, 30];

test.each([3, 5] as RoundingBase[])('a table rounded to %d keeps its sums and gives nobody away', (base) => {
  const model = modelOf(withTotals({ R: 3, C: 3, k: 5, zeros: 'published', inner }));
  const rounded = roundTable(model, base, { solver, patience });
  if (!rounded.ok) throw new Error(rounded.refusal.kind);
  const { counts } = rounded.value;
  for (const [cell, { value }] of model.cells.entries()) {
    expect((counts[cell] ?? -1) % base).toBe(0);
    expect(Math.abs((counts[cell] ?? -1) - value)).toBeLessThan(base);
    if (value % base === 0) expect(counts[cell]).toBe(value);
  }
  for (const { total, parts } of model.sums)
    expect(counts[total]).toBe(parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0));
});

test('a small count that the exact counts beside it give away is not saved by rounding', () => {
  const cells = [
    { id: 'T', value: 23, forced: true },
    { id: 'a', value: 3 },
    { id: 'b', value: 20, forced: true },
  ];
  const model = modelOf({ cells, equations: [{ total: 'T', parts: ['a', 'b'] }] });
  const rounded = roundTable(model, 5, { solver, patience });
  expect(rounded.ok ? null : rounded.refusal.kind).toBe('given-away');
});
