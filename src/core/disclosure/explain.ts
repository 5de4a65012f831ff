import { type Aim, aimsOf } from './aims.ts';
import type { Model } from './model.ts';
import type { LinearSolver, Patience } from './solver.ts';
import { type System, systemsOf } from './system.ts';

/** One term of the arithmetic: a published count, or the least that a hidden cell can be, times a factor. */
export interface Term {
  readonly cell: number;
  readonly factor: number;
  readonly value: number;
  /** Whether the value is the least of a hidden cell rather than a published count. */
  readonly isFloor: boolean;
}

/**
 * Why a secondary is hidden: were it published, the primary would be at most, or at least, `bound`, which is the sum of the
 * terms. The secondary is one of them. Internal: it holds the very arithmetic that must not be possible.
 */
export interface Explanation {
  readonly secondary: number;
  readonly primary: number;
  readonly direction: 'at-most' | 'at-least';
  readonly bound: number;
  readonly terms: readonly Term[];
}

/**
 * For each secondary what its publication would give away, one line for each primary that it covers. The arithmetic comes from
 * the prices of the sums and is worked out anew in whole numbers; where the two do not agree there is no line.
 */
export function explain(
  model: Model,
  hidden: ArrayLike<number>,
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): readonly Explanation[] {
  return systemsOf(model).flatMap((system) => explainPiece(model, system, hidden, { solver, patience }));
}

function explainPiece(
  model: Model,
  system: System,
  hidden: ArrayLike<number>,
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): readonly Explanation[] {
  const { places, room, reach } = system;
  const isHidden = (cell: number) => Boolean(hidden[places[cell] ?? 0]);
  const lower = room.map((each, cell) => (isHidden(cell) ? -Math.min(each, reach) : 0));
  const upper = room.map((_, cell) => (isHidden(cell) ? reach : 0));
  const problem = solver.open({ costs: places.map(() => 0), lower, upper, rows: system.rows }, { quick: true });
  try {
    const secondaries = places.map((_, cell) => cell).filter((cell) => system.open[cell] && isHidden(cell));
    return secondaries.flatMap((secondary) => {
      problem.setBounds([secondary], [0], [0]);
      const lines = aimsOf(system).flatMap((aim) => {
        const [way] = aim.ways;
        if (way === undefined || patience.secondsLeft() <= 0) return [];
        problem.setCosts([aim.cell], [-way.direction]);
        const { status, prices } = problem.solve({ whole: false, seconds: patience.secondsLeft() });
        problem.setCosts([aim.cell], [0]);
        return status === 'optimal' ? (lineFor(model, system, hidden, { secondary, aim, prices }) ?? []) : [];
      });
      problem.setBounds([secondary], [lower[secondary] ?? 0], [upper[secondary] ?? 0]);
      return lines;
    });
  } finally {
    problem.close();
  }
}

function lineFor(
  model: Model,
  system: System,
  hidden: ArrayLike<number>,
  { secondary, aim, prices }: { readonly secondary: number; readonly aim: Aim; readonly prices: ArrayLike<number> },
): Explanation | null {
  const [way] = aim.ways;
  if (way === undefined) return null;
  const primary = system.places[aim.cell] ?? 0;
  const shown = system.places[secondary] ?? 0;
  const factors = combined(model, system, prices, primary, way.direction);
  const terms: Term[] = [];
  for (const [cell, factor] of factors) {
    if (factor === 0) continue;
    const each = model.cells[cell];
    if (each === undefined || !Number.isInteger(factor)) return null;
    const isFloor = Boolean(hidden[cell]) && cell !== shown;
    // A hidden cell may only take away from the limit; one that could add to it gives none.
    if (isFloor && factor > 0) return null;
    terms.push({ cell, factor: factor * way.direction, value: isFloor ? each.floor : each.value, isFloor });
  }
  const bound = terms.reduce((sum, { factor, value }) => sum + factor * value, 0);
  const value = model.cells[primary]?.value ?? 0;
  const givesAway = (bound - value) * way.direction < way.amount;
  if (!givesAway || !terms.some(({ cell }) => cell === shown)) return null;
  const direction = way.direction === 1 ? ('at-most' as const) : ('at-least' as const);
  return { secondary: shown, primary, direction, bound, terms };
}

/** The sums by their prices, added together, and the primary moved to the other side: what its count is limited by. */
function combined(
  { sums, sumsOf }: Model,
  { places, rows }: System,
  prices: ArrayLike<number>,
  primary: number,
  direction: 1 | -1,
): ReadonlyMap<number, number> {
  const touched = [...new Set(places.flatMap((place) => sumsOf[place] ?? []))].sort((a, b) => a - b);
  const factors = new Map<number, number>([[primary, direction]]);
  for (const row of rows.keys()) {
    const price = nearlyWhole(prices[row] ?? 0);
    const sum = sums[touched[row] ?? -1];
    if (price === 0 || sum === undefined) continue;
    for (const [cell, sign] of [[sum.total, 1], ...sum.parts.map((part) => [part, -1])] as [number, number][])
      factors.set(cell, (factors.get(cell) ?? 0) + price * sign);
  }
  return factors;
}

function nearlyWhole(price: number): number {
  return Math.abs(price - Math.round(price)) < 1e-6 ? Math.round(price) : price;
}
