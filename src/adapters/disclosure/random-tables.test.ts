import { expect, test } from 'vitest';
import { directEngine, options, testSolver } from '../../../test/disclosure/direct-engine.ts';
import { chance, type JsonTables, smallTable } from '../../../test/disclosure/example-tables.ts';
import { boundsOf, bruteIntervals, holds, secondTable } from '../../../test/disclosure/second-opinion.ts';
import { attackPublication } from '../../app/disclosure/attack-publication.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import { publicationJson } from '../../core/disclosure/write-publication.ts';

const engine = directEngine(await testSolver());
const protect = protectTables({ engine, stopwatch: () => 0 });
const attack = attackPublication({ engine });

async function published(tables: unknown) {
  const answer = await protect(tables, options);
  if (!answer.ok) return { refused: answer.refusal };
  const { publication, report } = answer.value;
  return { json: JSON.parse(JSON.stringify(publicationJson(publication, report))), report };
}

/** Tables that an attack leaves possible, at most, for all of them to be tried. */
const MOST_TRIES = 1e7;

test('the checker and the intervals agree with a second reading of the rules, on small tables of every kind', async () => {
  let refused = 0;
  let altered = 0;
  let compared = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = chance(seed);
    const tables = smallTable(next, 'ABC'[next(3)] ?? 'B');
    const { json } = await published(tables);
    if (json === undefined) {
      refused += 1;
      continue;
    }
    const second = secondTable(json);
    const primaries: string[] = [...new Set<string>(json.proof.map(({ cell }: { cell: string }) => cell))];
    expect(holds(second, primaries, json.proof), `seed ${seed}`).toBe(true);
    const fought = await attack(json, options);
    expect(fought.ok && fought.value.findings, `seed ${seed}`).toEqual([]);
    const intervals = fought.ok ? fought.value.intervals : [];
    const highs = intervals.map(({ high }) => high ?? Number.POSITIVE_INFINITY);
    const tries = intervals.reduce((all, { low }, at) => all * ((highs[at] ?? 0) - low + 1), 1);
    if (tries < MOST_TRIES) {
      compared += 1;
      // Two more than the attack found, so that what it missed would show.
      const brute = bruteIntervals(second, Math.max(0, ...highs) + 2);
      const found = intervals.map(({ id, low, high }) => [seed, id, low, high]);
      expect(found).toEqual(intervals.map(({ id }) => [seed, id, ...(brute.get(id) ?? [])]));
    }
    for (const { id, low, high } of intervals) {
      const bounds = primaries.includes(id) ? boundsOf(second, id) : null;
      if (bounds !== null)
        expect([seed, id, low <= bounds.low && (high ?? 99) >= bounds.high]).toEqual([seed, id, true]);
    }
    const [first] = json.proof;
    if (first === undefined) continue;
    altered += 1;
    const names = Object.keys(first.witness);
    const name = names[next(names.length)] ?? '';
    const witness = { ...first.witness, [name]: first.witness[name] + (next(2) === 0 ? 1 : -1) };
    const proof = [{ ...first, witness }, ...json.proof.slice(1)];
    expect(holds(second, primaries, proof), `seed ${seed}, ${name}`).toBe(false);
    const again = await attack({ ...json, proof }, options);
    expect(again.ok && again.value.findings[0]?.kind, `seed ${seed}, ${name}`).toBe('proof-fault');
  }
  expect(altered).toBeGreaterThan(200);
  expect(compared).toBeGreaterThan(100);
  expect(refused).toBeLessThan(40);
});

function shuffled<T>(list: readonly T[], next: (below: number) => number): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(next(rest.length), 1)[0] as T);
}

test('the same table gives the same answer: byte for byte, in any order, and under other names', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const next = chance(seed);
    const tables = smallTable(next, 'B');
    const first = await published(tables);
    if (first.json === undefined) continue;
    expect(await published(tables)).toEqual(first);
    const equations = shuffled(tables.equations, next).map(({ total, parts }) => ({
      total,
      parts: shuffled(parts, next),
    }));
    const reordered = await published({ ...tables, cells: shuffled(tables.cells, next), equations });
    const hidden = (json: { cells: { id: string; value: number | null }[] }) =>
      json.cells
        .filter(({ value }) => value === null)
        .map(({ id }) => id)
        .sort();
    expect(hidden(reordered.json)).toEqual(hidden(first.json));
    const renamed = await published(withNames(tables, (id) => `år 2026 – ${id} ♥`));
    expect(hidden(renamed.json)).toEqual(hidden(first.json).map((id) => `år 2026 – ${id} ♥`));
    const scattered = await published(
      withNames(tables, (id) => `${(id.charCodeAt(0) * 7919 + id.charCodeAt(id.length - 1) * 104729) % 9973}${id}`),
    );
    expect(scattered.report?.secondary).toBe(first.report?.secondary);
  }
});

test('cells may be called anything', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' '].filter(Boolean);
  const cells = names.map((id, at) => ({ id, value: at === 0 ? 2 : 10 + at }));
  const total = cells.reduce((sum, { value }) => sum + value, 0);
  const tables = {
    policy: { k: 5, zeros: 'published', level: 'C' },
    cells: [...cells, { id: 'valueOf', value: total }],
    equations: [{ total: 'valueOf', parts: names }],
  };
  const { json } = await published(tables);
  const fought = await attack(json, options);
  expect(fought.ok && fought.value.findings).toEqual([]);
  expect(fought.ok && fought.value.intervals.length).toBe(2);
});

function withNames({ policy, cells, equations }: JsonTables, name: (id: string) => string): JsonTables {
  return {
    policy,
    cells: cells.map((cell) => ({ ...cell, id: name(cell.id) })),
    equations: equations.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
  };
}
