import type { LinearRow } from './solver.ts';
import type { System } from './system.ts';

/** A part of a large piece around one cell, small enough to be solved at once. `cells` are numbered within the piece. */
export interface Window {
  readonly cells: readonly number[];
  readonly rows: readonly LinearRow[];
}

const LARGEST = 420;

/**
 * Cells around one in which a move can close: from each of its sums the total, some hidden cells with room and some open ones
 * whose other sums hold hidden cells already; then every cell that two such sums have in common, over and over.
 */
export function windowAround(
  system: System,
  hidden: ArrayLike<number>,
  crowd: Int32Array,
  cell: number,
  picks: number,
): Window {
  const chosen = new Set([cell]);
  for (const row of system.rowsOf[cell] ?? [])
    for (const each of picked(system, hidden, crowd, { row, cell, picks })) chosen.add(each);
  close(system, chosen);
  return windowOf(system, [...chosen]);
}

/** Hidden cells around one, the nearest first by the sums between them. */
export function hiddenAround(
  { rows, rowsOf, ...rest }: System,
  hidden: ArrayLike<number>,
  cell: number,
  most: number,
): Window {
  const cells = [cell];
  const seen = new Set(cells);
  const passed = new Set<number>();
  for (const each of cells) {
    if (cells.length >= most) break;
    for (const row of rowsOf[each] ?? []) {
      if (passed.has(row)) continue;
      passed.add(row);
      for (const other of rows[row]?.columns ?? []) {
        if (!hidden[other] || seen.has(other)) continue;
        seen.add(other);
        cells.push(other);
      }
    }
  }
  return windowOf({ rows, rowsOf, ...rest }, cells);
}

function picked(
  { rows, rowsOf, room }: System,
  hidden: ArrayLike<number>,
  crowd: Int32Array,
  { row, cell, picks }: { readonly row: number; readonly cell: number; readonly picks: number },
): readonly number[] {
  const { columns = [], factors = [] } = rows[row] ?? {};
  const others = columns.filter((other) => other !== cell);
  const total = factors[0] === 1 && columns[0] !== cell ? [columns[0] ?? 0] : [];
  const meeting = (each: number) =>
    (rowsOf[each] ?? []).reduce((sum, other) => sum + (other === row ? 0 : Math.min(2, crowd[other] ?? 0)), 0);
  const byRoom = (a: number, b: number) => (room[b] ?? 0) - (room[a] ?? 0) || a - b;
  const covered = others.filter((each) => hidden[each]).sort(byRoom);
  const shown = others.filter((each) => !hidden[each]).sort((a, b) => meeting(b) - meeting(a) || byRoom(a, b));
  return [...total, ...covered.slice(0, picks), ...shown.slice(0, picks)];
}

function close({ rows, rowsOf }: System, chosen: Set<number>): void {
  const times = new Map<number, number>();
  const touched = new Set<number>();
  let fresh = [...chosen];
  while (fresh.length > 0 && chosen.size < LARGEST) {
    for (const row of new Set(fresh.flatMap((each) => rowsOf[each] ?? []))) {
      if (touched.has(row)) continue;
      touched.add(row);
      for (const each of rows[row]?.columns ?? []) times.set(each, (times.get(each) ?? 0) + 1);
    }
    fresh = [...times].filter(([each, count]) => count > 1 && !chosen.has(each)).map(([each]) => each);
    for (const each of fresh.slice(0, LARGEST - chosen.size)) chosen.add(each);
  }
}

function windowOf({ rows, rowsOf }: System, cells: readonly number[]): Window {
  const at = new Map(cells.map((cell, index) => [cell, index]));
  const touched = new Set(cells.flatMap((cell) => rowsOf[cell] ?? []));
  const own = [...touched].map((row): LinearRow => {
    const { columns, factors } = rows[row] as LinearRow;
    const inside = columns.flatMap((column, index) => (at.has(column) ? [index] : []));
    return {
      columns: inside.map((index) => at.get(columns[index] ?? -1) ?? 0),
      factors: inside.map((index) => factors[index] ?? 0),
      lower: 0,
      upper: 0,
    };
  });
  return { cells, rows: own };
}
