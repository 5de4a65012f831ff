import type { Attacker, Reach } from './attacker.ts';
import { type Moves, noMoves } from './moves.ts';
import type { System } from './system.ts';

/** One thing that must stay possible: that a primary goes one of these ways by the amount. */
export interface Aim {
  readonly cell: number;
  readonly ways: readonly { readonly direction: 1 | -1; readonly amount: number }[];
}

/** What a piece must reach: both ways for each primary, or one of them at level A. Those that ask for nothing are left out. */
export function aimsOf({ demands }: System): readonly Aim[] {
  return demands.flatMap(({ cell, down, up, either }) => {
    const ways = [
      { direction: -1 as const, amount: down },
      { direction: 1 as const, amount: up },
    ].filter(({ amount }) => amount > 0);
    return either ? [{ cell, ways }] : ways.map((way) => ({ cell, ways: [way] }));
  });
}

/** Cells that may keep a primary company in one of its sums: at least one of them must be hidden beside it. */
export interface Company {
  readonly cell: number;
  readonly others: readonly number[];
}

/** The sums in which a primary would stand alone, so that subtraction gives it away. */
export function companyOf({ demands, rows, rowsOf, open }: System): readonly Company[] {
  return demands.flatMap(({ cell }) =>
    (rowsOf[cell] ?? []).flatMap((row) => {
      const others = (rows[row]?.columns ?? []).filter((other) => other !== cell);
      return others.some((other) => !open[other]) ? [] : [{ cell, others }];
    }),
  );
}

/** The answer for an aim: its witness, or how far each way went. */
export interface Tried {
  readonly witness: Moves | null;
  readonly reaches: readonly Reach[];
  /** False when the solver gave up, so that nothing is known. */
  readonly known: boolean;
}

/** Lets the attacker try an aim under what it has been told is hidden. */
export function tryAim(attacker: Attacker, { cell, ways }: Aim, search?: 'no-search'): Tried {
  const reaches: Reach[] = [];
  for (const { direction, amount } of ways) {
    const reach = attacker.reach(cell, direction, amount, search);
    if (reach.witness !== null) return { witness: reach.witness, reaches, known: true };
    reaches.push(reach);
  }
  return { witness: ways.length === 0 ? noMoves : null, reaches, known: reaches.every(({ shown }) => shown) };
}

/** A choice of cells to hide with a witness for every aim, in the order of `aimsOf`. */
export interface Pattern {
  /** 1 for hidden; the cells that are hidden from the start are among them. */
  readonly hidden: Uint8Array;
  readonly witnesses: readonly Moves[];
}

/** What a pattern costs: the weights of the cells that were ours to show. */
export function costOf(system: System, hidden: ArrayLike<number>): number {
  return system.weights.reduce((sum, weight, cell) => sum + (system.open[cell] && hidden[cell] ? weight : 0), 0);
}
