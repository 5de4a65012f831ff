import type { System } from './system.ts';

/** A move from the true table to another that agrees with all that is published: cells that differ, and by how much. */
export interface Moves {
  readonly cells: readonly number[];
  readonly amounts: readonly number[];
}

const NEAR = 1e-5;

/** The true table itself. */
export const noMoves: Moves = { cells: [], amounts: [] };

/**
 * A solver's answer as moves, if it is what it should be: whole numbers, only in hidden cells, none below its floor, and
 * every sum exactly zero. Null otherwise; nothing of the solver's exactness is relied on.
 */
export function asMoves(system: System, hidden: ArrayLike<number>, values: ArrayLike<number>): Moves | null {
  const cells: number[] = [];
  const amounts: number[] = [];
  const left = new Map<number, number>();
  for (let cell = 0; cell < system.places.length; cell += 1) {
    const value = values[cell] ?? Number.NaN;
    const amount = Math.round(value);
    if (!(Math.abs(value - amount) <= NEAR) || !Number.isSafeInteger(amount)) return null;
    if (amount === 0) continue;
    if (!hidden[cell] || amount < -(system.room[cell] ?? 0)) return null;
    if (system.ceiling !== null && amount > (system.ceiling[cell] ?? 0)) return null;
    cells.push(cell);
    amounts.push(amount);
    for (const row of system.rowsOf[cell] ?? [])
      left.set(row, (left.get(row) ?? 0) + amount * factorOf(system, row, cell));
  }
  for (const rest of left.values()) if (rest !== 0) return null;
  return { cells, amounts };
}

/** How far the moves take a cell. */
export function moveOf({ cells, amounts }: Moves, cell: number): number {
  const at = cells.indexOf(cell);
  return at < 0 ? 0 : (amounts[at] ?? 0);
}

function factorOf(system: System, row: number, cell: number): number {
  // The total stands first in its row where it is one of the unknown.
  const { columns, factors } = system.rows[row] as System['rows'][number];
  return columns[0] === cell ? (factors[0] ?? 0) : -1;
}
