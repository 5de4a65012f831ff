import type { Demand, Model } from './model.ts';
import type { LinearRow } from './solver.ts';

/**
 * A connected piece of a model: cells that are not printed whatever is decided, and the sums between them. Cells, sums and
 * demands are numbered within the piece. What whoever reads can believe in is written as a move from the true table: a whole
 * number for each cell, such that every sum of moves is zero.
 */
export interface System {
  readonly places: readonly number[];
  readonly values: readonly number[];
  readonly weights: readonly number[];
  /** How far down a hidden cell can be believed to lie. */
  readonly room: readonly number[];
  /** How far up it can be believed to lie; null when there is no upper end that everybody knows. */
  readonly ceiling: readonly number[] | null;
  /** Ours to decide; the others are hidden from the start. */
  readonly open: readonly boolean[];
  /** Total +1, parts −1, right side 0. */
  readonly rows: readonly LinearRow[];
  readonly rowsOf: readonly (readonly number[])[];
  readonly demands: readonly SystemDemand[];
  /** No move needs to be larger than this to show what the demands ask for. */
  readonly reach: number;
}

/** A demand as moves: the primary must be able to go `down` and `up` by these amounts, or, when `either`, one way by 1. */
export interface SystemDemand {
  readonly cell: number;
  readonly down: number;
  readonly up: number;
  readonly either: boolean;
}

const SHORTEST_REACH = 10_000;

/** The connected pieces that hold a primary, largest last. Pieces without one need no protection. */
export function systemsOf(model: Model): readonly System[] {
  return piecesOf(model).filter(({ demands }) => demands.length > 0);
}

/** All connected pieces of a model, largest last. */
export function piecesOf(model: Model): readonly System[] {
  const group = groupsOf(model);
  const cellsOf = new Map<number, number[]>();
  model.cells.forEach((cell, place) => {
    if (cell.place === 'public') return;
    const root = group[place] ?? 0;
    const list = cellsOf.get(root);
    if (list) list.push(place);
    else cellsOf.set(root, [place]);
  });
  const demandAt = new Map(model.demands.map((demand) => [demand.cell, demand]));
  return [...cellsOf.values()]
    .map((places) => systemOf(model, places, demandAt))
    .sort((a, b) => a.places.length - b.places.length);
}

/** The piece of a model that consists of these cells. The other cells of their sums are taken as known. */
function systemOf(model: Model, places: readonly number[], demandAt: ReadonlyMap<number, Demand>): System {
  const at = new Map(places.map((place, index) => [place, index]));
  const cells = places.map((place) => model.cells[place] as Model['cells'][number]);
  const touched = [...new Set(places.flatMap((place) => model.sumsOf[place] ?? []))].sort((a, b) => a - b);
  const rows = touched.map((sum) => rowOf(model.sums[sum] as Model['sums'][number], at));
  const rowsOf: number[][] = places.map(() => []);
  rows.forEach(({ columns }, row) => {
    for (const column of columns) rowsOf[column]?.push(row);
  });
  const demands = places.flatMap((place, cell) => {
    const demand = demandAt.get(place);
    if (demand === undefined) return [];
    const { low, high, either } = demand;
    const value = cells[cell]?.value ?? 0;
    return [{ cell, down: either ? 1 : value - low, up: either ? 1 : high - value, either }];
  });
  const longest = Math.max(1, ...demands.map(({ down, up }) => Math.max(down, up)));
  return {
    places,
    values: cells.map(({ value }) => value),
    weights: cells.map(({ weight }) => weight),
    room: cells.map(({ value, floor }) => value - floor),
    ceiling: null,
    open: cells.map(({ place }) => place === 'open'),
    rows,
    rowsOf,
    demands,
    reach: Math.max(SHORTEST_REACH, 10 * longest),
  };
}

function rowOf({ total, parts }: Model['sums'][number], at: ReadonlyMap<number, number>): LinearRow {
  const columns: number[] = [];
  const factors: number[] = [];
  for (const [cell, factor] of [[total, 1], ...parts.map((part) => [part, -1])] as [number, number][]) {
    const local = at.get(cell);
    if (local === undefined) continue;
    columns.push(local);
    factors.push(factor);
  }
  return { columns, factors, lower: 0, upper: 0 };
}

function groupsOf({ cells, sums }: Model): Int32Array {
  const parent = Int32Array.from(cells, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let next = place; next !== root; ) {
      const up = parent[next] ?? root;
      parent[next] = root;
      next = up;
    }
    return root;
  };
  for (const { total, parts } of sums) {
    const unknown = [total, ...parts].filter((place) => cells[place]?.place !== 'public');
    const [first] = unknown;
    if (first === undefined) continue;
    for (const place of unknown) parent[rootOf(place)] = rootOf(first);
  }
  return Int32Array.from(cells, (_, place) => rootOf(place));
}
