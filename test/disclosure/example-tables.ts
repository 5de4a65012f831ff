// The practice instances beside the project, and made-up tables, as the JSON that `protect` takes.
import { readdirSync, readFileSync } from 'node:fs';
import { inputPath } from '../inputs.ts';

/** One count as it stands in TABLES.json. */
export interface JsonCell {
  readonly id: string;
  readonly value: number;
  readonly [more: string]: unknown;
}

/** TABLES.json. */
export interface JsonTables {
  readonly policy: { readonly k: number; readonly zeros: string; readonly level?: string };
  readonly cells: readonly JsonCell[];
  readonly equations: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

interface Optimum {
  readonly status: string;
  readonly secondary?: number;
}

/** A classic counter-example with what is known of it. */
export interface Classic extends JsonTables {
  readonly id: string;
  readonly pattern: 'primary' | 'all-nonforced' | readonly string[];
  readonly expect: {
    readonly primary: readonly string[];
    readonly patternTested: readonly string[];
    readonly intervals: Readonly<Record<string, { readonly integer: readonly [number, number] }>>;
    readonly refuse?: boolean;
    readonly optimal_A_width1?: Optimum;
    readonly optimal_B?: Optimum;
    readonly optimal_C?: Optimum;
  };
}

interface Inner {
  readonly R: number;
  readonly C: number;
  readonly k: number;
  readonly zeros: string;
  readonly inner: readonly number[];
  readonly primary: number;
}

const folder = inputPath('disclosure');
const readJson = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

/** The classics, by name. */
export const classics: readonly Classic[] = readdirSync(`${folder}/classic`).map((name) => readJson(`classic/${name}`));

/** Small tables with the fewest secondaries at level B, by exhaustive search. */
export const oracles: readonly (Inner & { readonly optimal_B: number })[] = readJson('oracle_small.json');

/** Random tables with proved optima at levels A and B. */
export const randoms: readonly (Inner & {
  readonly name: string;
  readonly result: {
    readonly levelA_width1: { readonly optimal: number };
    readonly levelB: { readonly optimal: number };
  };
})[] = readdirSync(`${folder}/rand`).map((name) => ({ name, ...readJson(`rand/${name}`) }));

/** A table of rows and columns with all its totals. */
export function withTotals({ R, C, k, zeros, inner }: Omit<Inner, 'primary'>, level = 'B'): JsonTables {
  const rows = Array.from({ length: R }, (_, row) => row);
  const columns = Array.from({ length: C }, (_, column) => column);
  const at = (row: number, column: number) => inner[row * C + column] ?? 0;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const rowTotals = rows.map((row) => ({ id: `${row}|T`, value: sum(columns.map((column) => at(row, column))) }));
  const columnTotals = columns.map((column) => ({ id: `T|${column}`, value: sum(rows.map((row) => at(row, column))) }));
  const leaves = rows.flatMap((row) => columns.map((column) => ({ id: `${row}|${column}`, value: at(row, column) })));
  return {
    policy: { k, zeros: zeros.replace(/(publish|protect)$/, '$1ed'), level },
    cells: [...leaves, ...rowTotals, ...columnTotals, { id: 'T|T', value: sum(inner) }],
    equations: [
      ...rows.map((row) => ({ total: `${row}|T`, parts: columns.map((column) => `${row}|${column}`) })),
      ...columns.map((column) => ({ total: `T|${column}`, parts: rows.map((row) => `${row}|${column}`) })),
      { total: 'T|T', parts: rowTotals.map(({ id }) => id) },
      { total: 'T|T', parts: columnTotals.map(({ id }) => id) },
    ],
  };
}

/** The tables of a classic at a level. */
export function classicAt({ policy, cells, equations }: Classic, level: string): JsonTables {
  return { policy: { ...policy, level }, cells, equations };
}

/** Whole numbers below `below`, the same for the same seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** A small table by chance: two-way, linked by a group of its own, or with sums in two steps. */
export function smallTable(next: (below: number) => number, level: string): JsonTables {
  const [R, C] = [2 + next(2), 2 + next(2)];
  const k = 3 + next(3);
  const inner = Array.from({ length: R * C }, () => (next(4) === 0 ? 0 : next(9)));
  const table = withTotals({ R, C, k, zeros: next(2) === 0 ? 'published' : 'protected', inner }, level);
  const kind = next(3);
  if (kind === 0) return table;
  const countOf = (id: string) => table.cells.find((cell) => cell.id === id)?.value ?? 0;
  const parts = kind === 1 ? ['0|0', '1|1'] : ['0|T', '1|0'];
  const group = { id: 'G', value: parts.reduce((all, id) => all + countOf(id), 0) };
  return { ...table, cells: [...table.cells, group], equations: [...table.equations, { total: 'G', parts }] };
}

/** A table over several dimensions with all its totals, filled by chance. */
export function crossTable(sizes: readonly number[], next: (below: number) => number, level = 'B'): JsonTables {
  const codes = sizes.map((size) => [...Array.from({ length: size }, (_, index) => `${index}`), 'T']);
  const keys = codes.reduce<string[][]>((all, list) => all.flatMap((key) => list.map((code) => [...key, code])), [[]]);
  const values = new Map(keys.map((key) => [key.join('|'), 0]));
  for (const key of keys.filter((each) => !each.includes('T'))) {
    const value = next(3) === 0 ? next(6) : next(60);
    for (const above of keys.filter((each) => each.every((code, at) => code === 'T' || code === key[at])))
      values.set(above.join('|'), (values.get(above.join('|')) ?? 0) + value);
  }
  const equations = sizes.flatMap((size, at) =>
    keys
      .filter((key) => key[at] === 'T')
      .map((key) => ({
        total: key.join('|'),
        parts: Array.from({ length: size }, (_, index) =>
          key.map((code, place) => (place === at ? `${index}` : code)).join('|'),
        ),
      })),
  );
  return {
    policy: { k: 5, zeros: 'published', level },
    cells: [...values].map(([id, value]) => ({ id, value })),
    equations,
  };
}
