import { expect, test } from 'vitest';
import { testSolver } from '../../../test/disclosure/direct-engine.ts';
import { chance } from '../../../test/disclosure/example-tables.ts';
import { holds, secondTable } from '../../../test/disclosure/second-opinion.ts';
import { type EarlierRelease, withHistory } from '../../core/disclosure/history.ts';
import { buildModel } from '../../core/disclosure/model.ts';
import { protect } from '../../core/disclosure/protect.ts';
import { readTables } from '../../core/disclosure/read-tables.ts';
import type { Tables } from '../../core/disclosure/tables.ts';
import { publicationJson, publicationOf, reportOf } from '../../core/disclosure/write-publication.ts';

const solver = await testSolver();
const engine = {
  solver,
  now: () => 0,
  cancelled: () => false,
  progress: () => undefined,
  improveSeconds: 60,
  certifySeconds: 60,
};

function tablesOf(leaves: Readonly<Record<string, number>>, level = 'B'): Tables {
  const total = Object.values(leaves).reduce((sum, value) => sum + value, 0);
  const cells = [...Object.entries(leaves), ['T', total] as const].map(([id, value]) => ({ id, value }));
  const read = readTables({ policy: { level }, cells, equations: [{ total: 'T', parts: Object.keys(leaves) }] });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
}

/** The next release over the union, or null when it is refused; a union that a second reading finds unsafe fails the test. */
function release(next: Tables, earlier: readonly EarlierRelease[]): EarlierRelease | null {
  const union = withHistory(next, earlier);
  const model = buildModel(union);
  const protection = protect(model, engine);
  if (!protection.ok) return null;
  const publication = publicationOf(union, model, protection.value);
  const json = JSON.parse(JSON.stringify(publicationJson(publication, reportOf(union, model, protection.value, 0))));
  const primaries = model.demands.map(({ cell }) => model.cells[cell]?.id ?? '');
  expect(holds(secondTable(json), primaries, json.proof)).toBe(true);
  const shown = new Map(publication.cells.map(({ id, value }) => [id, value !== null]));
  for (const { cells } of earlier)
    for (const { id, value, shown: was } of cells)
      if (was && next.cells.some((cell) => cell.id === id && cell.value === value)) expect(shown.get(id)).toBe(true);
  return { cells: next.cells.map(({ id, value }) => ({ id, value, shown: shown.get(id) ?? false })), sums: next.sums };
}

const shownIn = (each: EarlierRelease | null) => each?.cells.filter(({ shown }) => shown).map(({ id }) => id);

test('a revision that adds two people hides the new figure; one that adds ten shows it', () => {
  const first = release(tablesOf({ a: 20, b: 30 }), []);
  expect(shownIn(first)).toEqual(['a', 'b', 'T']);
  const earlier = first === null ? [] : [first];
  expect(shownIn(release(tablesOf({ a: 22, b: 30 }), earlier))).toEqual(['b']);
  expect(shownIn(release(tablesOf({ a: 30, b: 30 }), earlier))).toEqual(['a', 'b', 'T']);
  expect(shownIn(release(tablesOf({ a: 20, b: 30 }), earlier))).toEqual(['a', 'b', 'T']);
});

test('a cell that was hidden is not shown later if that gives a small count of the first release away', () => {
  const first = release(tablesOf({ a: 3, b: 30, c: 12 }), []);
  expect(first?.cells.find(({ id }) => id === 'a')?.shown).toBe(false);
  const hidden = first?.cells.filter(({ shown }) => !shown).map(({ id }) => id) ?? [];
  const second = release(tablesOf({ a: 3, b: 30, c: 12 }), first === null ? [] : [first]);
  expect(second?.cells.filter(({ shown }) => !shown).map(({ id }) => id)).toEqual(hidden);
});

test('over random sequences of releases of changing data the union holds each time, or the release is refused', () => {
  let released = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const next = chance(seed);
    const leaves: Record<string, number> = { a: next(30), b: next(30), c: next(12) };
    const earlier: EarlierRelease[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const one = release(tablesOf(leaves, 'ABC'[seed % 3]), earlier);
      if (one !== null) earlier.push(one);
      const changed = 'abc'[next(3)] ?? 'a';
      leaves[changed] = Math.max(0, (leaves[changed] ?? 0) + next(13) - 4);
    }
    released += earlier.length;
  }
  expect(released).toBeGreaterThan(100);
});
