import { ok, type Result, refuse } from '../shared/result.ts';
import { aimsOf, tryAim } from './aims.ts';
import { createAttacker } from './attacker.ts';
import type { Model, ModelCell } from './model.ts';
import type { LinearSolver, Patience } from './solver.ts';
import { piecesOf, type System } from './system.ts';

/** What a table may be rounded to: every count a multiple of it. */
export type RoundingBase = 3 | 5;

/** A rounded table by place in the model: null for cells that are never published. */
export interface Rounding {
  readonly base: RoundingBase;
  readonly counts: readonly (number | null)[];
  /** Primaries of which one who reads can tell that not every small count is possible. */
  readonly levelBFailures: number;
  /** The sum of how far the counts were moved. */
  readonly moved: number;
}

/** Why a table is not rounded. */
export type RoundingRefusal =
  /** No rounding keeps all sums. */
  | { readonly kind: 'cannot-round' }
  /** The sums and the rounded counts give the count of this primary away all the same. */
  | { readonly kind: 'given-away'; readonly cell: number }
  | { readonly kind: 'time-out' };

/**
 * Controlled rounding, zero-restricted: every count goes to the multiple of the base just below or above, one that is a
 * multiple stays, and every sum of published counts holds in the rounded table too. Then one who knows the base and all sums
 * attacks it: for every primary there must be another table of whole numbers that rounds within the same bounds. Cells that are
 * public already are taken as known exactly.
 */
export function roundTable(
  model: Model,
  base: RoundingBase,
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): Result<Rounding, RoundingRefusal> {
  const counts = roundedCounts(model, base, solver, patience);
  if (typeof counts === 'string') return refuse({ kind: counts });
  const tested = attackRounded(model, base, counts, { solver, patience });
  if (!tested.ok) return tested;
  const moved = model.cells.reduce((sum, { value }, cell) => sum + Math.abs((counts[cell] ?? value) - value), 0);
  return ok({ base, counts, levelBFailures: tested.value, moved });
}

function roundedCounts(model: Model, base: RoundingBase, solver: LinearSolver, patience: Patience) {
  const { cells, sums } = model;
  const published = cells.map(({ neverPublished }) => !neverPublished);
  const below = cells.map(({ value }) => Math.floor(value / base));
  const rest = cells.map(({ value }) => value % base);
  const rows = sums
    .filter(({ total, parts }) => [total, ...parts].every((cell) => published[cell]))
    .map(({ total, parts }) => {
      const known = parts.reduce((sum, part) => sum + (below[part] ?? 0), 0) - (below[total] ?? 0);
      return { columns: [total, ...parts], factors: [1, ...parts.map(() => -1)], lower: known, upper: known };
    });
  const problem = solver.open(
    {
      costs: rest.map((each) => base - 2 * each),
      lower: cells.map(() => 0),
      upper: rest.map((each) => (each === 0 ? 0 : 1)),
      rows,
    },
    { quick: false },
  );
  try {
    const { status, values } = problem.solve({ whole: true, seconds: patience.secondsLeft() });
    if (status === 'infeasible') return 'cannot-round';
    if (status !== 'optimal') return 'time-out';
    const counts = cells.map((_, cell) =>
      published[cell] ? base * ((below[cell] ?? 0) + ((values[cell] ?? 0) > 0.5 ? 1 : 0)) : null,
    );
    return isRounding(model, base, counts) ? counts : 'cannot-round';
  } finally {
    problem.close();
  }
}

/** Whether the counts are what they should be, whatever the solver said. */
function isRounding({ cells, sums }: Model, base: RoundingBase, counts: readonly (number | null)[]): boolean {
  const near = cells.every(({ value }, cell) => {
    const count = counts[cell] ?? null;
    return count === null || (count % base === 0 && count >= 0 && Math.abs(count - value) < base);
  });
  const add = sums.every(({ total, parts }) => {
    if ([total, ...parts].some((cell) => (counts[cell] ?? null) === null)) return true;
    return counts[total] === parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
  });
  return near && add;
}

/** Gives the number of primaries below level B, or the first that can be told exactly. */
function attackRounded(
  model: Model,
  base: RoundingBase,
  counts: readonly (number | null)[],
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): Result<number, RoundingRefusal> {
  const boundsOf = (cell: number): [number, number] => {
    const count = counts[cell] ?? null;
    return count === null ? [0, Number.POSITIVE_INFINITY] : [Math.max(0, count - base + 1), count + base - 1];
  };
  const cells = model.cells.map((cell, place): ModelCell => {
    const known = cell.forced || cell.structural;
    return { ...cell, place: known ? 'public' : 'hidden', floor: boundsOf(place)[0] };
  });
  let below = 0;
  for (const piece of piecesOf({ ...model, cells })) {
    const ceiling = piece.places.map((place, cell) => boundsOf(place)[1] - (piece.values[cell] ?? 0));
    const answer = attackPiece({ ...piece, ceiling }, solver, patience);
    if (answer === null) return refuse({ kind: 'time-out' });
    if ('givenAway' in answer) return refuse({ kind: 'given-away', cell: piece.places[answer.givenAway] ?? 0 });
    below += answer.below;
  }
  return ok(below);
}

function attackPiece(system: System, solver: LinearSolver, patience: Patience) {
  if (system.demands.length === 0) return { below: 0 };
  const attacker = createAttacker(system, solver, patience);
  try {
    attacker.look(
      system.places.map(() => 1),
      system.reach,
    );
    let below = 0;
    for (const demand of system.demands) {
      if (patience.cancelled() || patience.secondsLeft() <= 0) return null;
      const { cell } = demand;
      const either = { cell, ways: ([1, -1] as const).map((direction) => ({ direction, amount: 1 })) };
      if (tryAim(attacker, either).witness === null) return { givenAway: cell };
      if (aimsOf({ ...system, demands: [demand] }).some((aim) => tryAim(attacker, aim).witness === null)) below += 1;
    }
    return { below };
  } finally {
    attacker.close();
  }
}
