import type { Aim } from './aims.ts';
import type { Moves } from './moves.ts';
import type { System } from './system.ts';

/** Witnesses that have been found, so that one found for an aim serves others, and later choices, without a solver. */
export interface WitnessPool {
  /** A witness for an aim that moves only hidden cells; null when none is known. */
  find(aim: number, hidden: ArrayLike<number>): Moves | null;
  /** Keeps moves, and their reverse where there is room for it, for every aim that they reach. */
  keep(moves: Moves): void;
}

const MOST_KEPT = 40;

/** An empty pool for the aims of a piece. */
export function createWitnessPool({ room }: System, aims: readonly Aim[]): WitnessPool {
  const aimsAt = new Map<number, number[]>();
  aims.forEach(({ cell }, index) => {
    aimsAt.set(cell, [...(aimsAt.get(cell) ?? []), index]);
  });
  const kept: Moves[][] = aims.map(() => []);
  const keepOne = (moves: Moves) => {
    moves.cells.forEach((cell, at) => {
      const amount = moves.amounts[at] ?? 0;
      for (const index of aimsAt.get(cell) ?? []) {
        if (!(aims[index]?.ways ?? []).some((way) => amount * way.direction >= way.amount)) continue;
        const list = kept[index] as Moves[];
        list.unshift(moves);
        if (list.length > MOST_KEPT) list.pop();
      }
    });
  };
  return {
    find(aim, hidden) {
      const list = kept[aim] ?? [];
      const at = list.findIndex(({ cells }) => cells.every((cell) => hidden[cell]));
      if (at < 0) return null;
      const [found] = list.splice(at, 1);
      if (found !== undefined) list.unshift(found);
      return found ?? null;
    },
    keep(moves) {
      keepOne(moves);
      const amounts = moves.amounts.map((amount) => -amount);
      if (moves.cells.every((cell, at) => (amounts[at] ?? 0) >= -(room[cell] ?? 0))) keepOne({ ...moves, amounts });
    },
  };
}
