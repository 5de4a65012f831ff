import { asMoves, type Moves, moveOf } from './moves.ts';
import type { LinearSolver, OpenProblem, Patience } from './solver.ts';
import type { System } from './system.ts';

/** What one who reads can reach in one direction. */
export interface Reach {
  /** Witness in whole numbers that the amount can be reached; null when none was found. */
  readonly witness: Moves | null;
  /** The most that fractions of people could reach, or the amount if that is less. An upper limit for whole numbers. */
  readonly most: number;
  /** Reduced costs: why it is no more. */
  readonly reduced: ArrayLike<number>;
  /** Whether it is shown that no whole numbers reach it; false when the solver gave up. */
  readonly shown: boolean;
}

/** One who knows all that is published and looks for other tables that fit. */
export interface Attacker {
  /** Says which cells are hidden. A value between 0 and 1 lets a cell move by that share of `reach`. */
  look(hidden: ArrayLike<number>, reach: number): void;
  /** Hides one cell more, or shows one. */
  change(cell: number, share: number): void;
  /** How far a cell can move in a direction (1 up, −1 down), up to `amount`. With shares there is no witness; without a search, only one that comes by itself. */
  reach(cell: number, direction: 1 | -1, amount: number, kind?: 'shares' | 'no-search'): Reach;
  close(): void;
}

const EXACT = 1e-6;
/** The longest search for one witness in whole numbers. */
const WHOLE_SECONDS = 10;

/** An attacker of one piece. The solver may throw; what it answers is checked. */
export function createAttacker(system: System, solver: LinearSolver, patience: Patience): Attacker {
  const all = system.places.map((_, cell) => cell);
  const lower = all.map(() => 0);
  const upper = all.map(() => 0);
  const { rows } = system;
  const problem = solver.open({ costs: all.map(() => 0), lower, upper, rows }, { quick: true });
  let whole: OpenProblem | null = null;
  const hidden = new Float64Array(all.length);
  let furthest = system.reach;
  const bound = (cell: number, share: number) => {
    hidden[cell] = share;
    lower[cell] = -Math.min(system.room[cell] ?? 0, furthest) * share;
    upper[cell] = Math.min(system.ceiling?.[cell] ?? furthest, furthest) * share;
  };
  // The same moves with as few people moved as can be: they mostly come out in whole numbers where the others do not.
  const sparse = openSparse(system, solver, patience);
  const inWholeNumbers = (cell: number, direction: 1 | -1, amount: number): Moves | 'none' | null => {
    whole ??= solver.open({ costs: all.map(() => 0), lower, upper, rows }, { quick: false });
    const from = all.map((each) => (each === cell && direction === 1 ? amount : (lower[each] ?? 0)));
    const to = all.map((each) => (each === cell && direction === -1 ? -amount : (upper[each] ?? 0)));
    if ((from[cell] ?? 0) > (to[cell] ?? 0)) return 'none';
    whole.setBounds(all, from, to);
    const answer = whole.solve({ whole: true, seconds: Math.min(patience.secondsLeft(), WHOLE_SECONDS) });
    if (answer.status === 'infeasible') return 'none';
    return answer.status === 'optimal' ? asMoves(system, hidden, answer.values) : null;
  };
  return {
    look(shares, reach) {
      furthest = reach;
      for (const cell of all) bound(cell, shares[cell] ?? 0);
      problem.setBounds(all, lower, upper);
    },
    change(cell, share) {
      bound(cell, share);
      problem.setBounds([cell], [lower[cell] ?? 0], [upper[cell] ?? 0]);
    },
    reach(cell, direction, amount, kind) {
      const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
      const limit = direction === 1 ? [low, Math.min(high, amount)] : [Math.max(low, -amount), high];
      problem.setBounds([cell], [limit[0] ?? 0], [limit[1] ?? 0]);
      problem.setCosts([cell], [-direction]);
      const answer = problem.solve({ whole: false, seconds: patience.secondsLeft() });
      problem.setCosts([cell], [0]);
      problem.setBounds([cell], [low], [high]);
      const most = answer.status === 'optimal' ? -answer.objective : 0;
      const { reduced } = answer;
      const known = answer.status === 'optimal' && Number.isFinite(most);
      if (kind === 'shares' || most < amount - EXACT) return { witness: null, most, reduced, shown: known };
      const moves = asMoves(system, hidden, answer.values);
      if (moves !== null && moveOf(moves, cell) * direction >= amount)
        return { witness: moves, most, reduced, shown: true };
      const few = sparse.reach(hidden, cell, direction, amount);
      if (few !== null) return { witness: few, most, reduced, shown: true };
      if (kind === 'no-search') return { witness: null, most, reduced, shown: false };
      const other = inWholeNumbers(cell, direction, amount);
      if (other === 'none' || other === null) return { witness: null, most, reduced, shown: other === 'none' };
      const reaches = moveOf(other, cell) * direction >= amount;
      return { witness: reaches ? other : null, most, reduced, shown: reaches };
    },
    close() {
      problem.close();
      whole?.close();
      sparse.close();
    },
  };
}

/** Cells that are not hidden cost so much that they are used only when there is no other way. */
const DEAR = 10_000;

interface Sparse {
  reach(hidden: ArrayLike<number>, cell: number, direction: 1 | -1, amount: number): Moves | null;
  close(): void;
}

function openSparse(system: System, solver: LinearSolver, patience: Patience): Sparse {
  let problem: OpenProblem | null = null;
  const count = system.places.length;
  const columns = Array.from({ length: 2 * count }, (_, column) => column);
  const roomOf = (cell: number) => Math.min(system.room[cell] ?? 0, system.reach);
  return {
    reach(hidden, cell, direction, amount) {
      problem ??= openBothWays(
        system,
        solver,
        system.weights.map(() => 1),
      );
      const costs = system.places.map((_, each) => (hidden[each] ? 1 : DEAR));
      problem.setCosts(columns, [...costs, ...costs]);
      const values = movedBothWays(system, problem, patience, { cell, direction, amount, room: roomOf(cell) });
      const moves = values === null ? null : asMoves(system, hidden, values);
      return moves !== null && moveOf(moves, cell) * direction >= amount ? moves : null;
    },
    close: () => problem?.close(),
  };
}

/** Up and down as columns of their own, up first, so that a move can cost as much either way. */
export function openBothWays(system: System, solver: LinearSolver, costs: readonly number[]): OpenProblem {
  const { rows, room, reach, ceiling } = system;
  const count = costs.length;
  return solver.open(
    {
      costs: [...costs, ...costs],
      lower: Array(2 * count).fill(0),
      upper: [
        ...costs.map((_, cell) => Math.min(ceiling?.[cell] ?? reach, reach)),
        ...room.map((each) => Math.min(each, reach)),
      ],
      rows: rows.map(({ columns, factors, lower, upper }) => ({
        columns: [...columns, ...columns.map((column) => column + count)],
        factors: [...factors, ...factors.map((factor) => -factor)],
        lower,
        upper,
      })),
    },
    { quick: true },
  );
}

/** The cheapest moves that take a cell by the amount; null when there are none. */
export function movedBothWays(
  { reach, places, ceiling }: System,
  problem: OpenProblem,
  patience: Patience,
  { cell, direction, amount, room }: { cell: number; direction: 1 | -1; amount: number; room: number },
): Float64Array | null {
  if (direction === -1 && room < amount) return null;
  const count = places.length;
  const pair = [cell, cell + count];
  const isUp = direction === 1;
  const most = Math.min(ceiling?.[cell] ?? reach, reach);
  if (isUp && most < amount) return null;
  problem.setBounds(pair, isUp ? [amount, 0] : [0, amount], isUp ? [most, 0] : [0, room]);
  const answer = problem.solve({ whole: false, seconds: patience.secondsLeft() });
  problem.setBounds(pair, [0, 0], [most, room]);
  if (answer.status !== 'optimal') return null;
  return Float64Array.from(places, (_, each) => (answer.values[each] ?? 0) - (answer.values[each + count] ?? 0));
}
