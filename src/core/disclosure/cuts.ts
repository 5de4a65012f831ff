import type { Aim, Tried } from './aims.ts';
import type { LinearRow } from './solver.ts';
import type { System } from './system.ts';

const TINY = 1e-7;

/**
 * What a failed aim teaches: hidden cells let the primary move by no more than their room, weighted by the reduced costs. So
 * cells enough must be hidden for the weighted room to reach the amount. Each factor is cut off at the amount, and all are
 * divided by it. Null when it teaches nothing. Source: Fischetti and Salazar-González, "Solving the cell suppression problem
 * on tabular data with linear constraints" (2001), the capacity constraints.
 */
export function capacityCut(system: System, aim: Aim, { reaches }: Tried): LinearRow | null {
  const amount = aim.ways[0]?.amount ?? 0;
  const room = system.places.map((_, cell) =>
    reaches.reduce((sum, { reduced }) => sum + roomUsed(system, cell, reduced[cell] ?? 0), 0),
  );
  const fixed = room.reduce((sum, each, cell) => sum + (system.open[cell] ? 0 : each), 0);
  const needed = amount - fixed;
  if (!(needed > TINY)) return null;
  const columns = system.places.flatMap((_, cell) => (system.open[cell] && (room[cell] ?? 0) > TINY ? [cell] : []));
  const factors = columns.map((cell) => Math.min(1, (room[cell] ?? 0) / needed));
  return { columns, factors, lower: 1, upper: Number.POSITIVE_INFINITY };
}

function roomUsed({ room, reach }: System, cell: number, reduced: number): number {
  if (reduced > TINY) return reduced * Math.min(room[cell] ?? 0, reach);
  return reduced < -TINY ? -reduced * reach : 0;
}

/** Of all that is shown here something must be hidden: every smaller choice of hidden cells fails as this one does. */
export function somethingMore(system: System, hidden: ArrayLike<number>): LinearRow {
  const columns = system.places.flatMap((_, cell) => (system.open[cell] && !hidden[cell] ? [cell] : []));
  return { columns, factors: columns.map(() => 1), lower: 1, upper: Number.POSITIVE_INFINITY };
}

/** Whether the choice breaks the row by more than rounding. */
export function breaks(row: LinearRow, choice: ArrayLike<number>): boolean {
  const sum = row.columns.reduce((all, column, at) => all + (row.factors[at] ?? 0) * (choice[column] ?? 0), 0);
  return sum < row.lower - 1e-4;
}
