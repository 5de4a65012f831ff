import type { Aim } from './aims.ts';
import { asMoves, type Moves, moveOf } from './moves.ts';
import { keepCompany, type Repaired, type Workshop } from './repair.ts';
import type { LinearSolver } from './solver.ts';
import { hiddenAround, type Window, windowAround } from './window.ts';

const PICKS = [2, 4, 1];
const HIDDEN_CELLS = 160;
/** A hidden cell costs a little, so that moves stay short. */
const CHEAP = 0.01;

interface Large {
  readonly shop: Workshop;
  readonly solver: LinearSolver;
  readonly hidden: Uint8Array;
  /** Hidden cells in each sum. */
  readonly crowd: Int32Array;
}

/**
 * Repairs a large piece in windows: each aim that no known witness meets is met by the cheapest move among the cells around
 * it, and only when that fails among all. Then every secondary is shown again that the aims near it can do without.
 */
export function repairLarge(shop: Workshop, solver: LinearSolver, start: Uint8Array): Repaired {
  const { system, aims, patience } = shop;
  const hidden = Uint8Array.from(start);
  const lonely = keepCompany(shop, hidden);
  if (lonely !== null) return { impossible: { kind: 'company', company: lonely } };
  const crowd = Int32Array.from(system.rows, ({ columns }) => columns.filter((column) => hidden[column]).length);
  const large: Large = { shop, solver, hidden, crowd };
  const witnesses: Moves[] = [];
  for (const [index, aim] of aims.entries()) {
    if (patience.cancelled() || patience.secondsLeft() <= 0) return { impossible: { kind: 'unknown' } };
    const witness = shop.pool.find(index, hidden) ?? meet(large, index, aim);
    if (witness === null) return { impossible: { kind: 'aim', aim } };
    if (witness === 'unknown') return { impossible: { kind: 'unknown' } };
    witnesses[index] = witness;
  }
  return { pattern: { hidden, witnesses: thinned(large, witnesses) } };
}

function meet(large: Large, index: number, aim: Aim): Moves | 'unknown' | null {
  const { shop, hidden, crowd } = large;
  for (const picks of PICKS) {
    const window = windowAround(shop.system, hidden, crowd, aim.cell, picks);
    const moves = inWindow(large, window, aim);
    if (moves === null) continue;
    for (const cell of moves.cells) hide(large, cell, 1);
    shop.pool.keep(moves);
    return moves;
  }
  return meetAmongAll(large, index, aim);
}

function meetAmongAll(large: Large, index: number, { cell, ways }: Aim): Moves | 'unknown' | null {
  const { shop, hidden } = large;
  const options = ways.flatMap(({ direction, amount }) => shop.cheapest(hidden, cell, direction, amount) ?? []);
  const [first] = options.sort((a, b) => a.cost - b.cost);
  if (first === undefined) return null;
  for (const each of first.cells) hide(large, each, 1);
  shop.attacker.look(hidden, shop.system.reach);
  return shop.tryAim(index, hidden).witness ?? 'unknown';
}

function hide({ shop, hidden, crowd }: Large, cell: number, to: 0 | 1): void {
  if (hidden[cell] === to) return;
  hidden[cell] = to;
  for (const row of shop.system.rowsOf[cell] ?? []) crowd[row] = (crowd[row] ?? 0) + (to === 1 ? 1 : -1);
}

/** The cheapest move of an aim in a window, in whole numbers; hidden cells cost next to nothing. */
function inWindow(large: Large, window: Window, { cell, ways }: Aim): Moves | null {
  const { shop, hidden } = large;
  const { cells } = window;
  const { system } = shop;
  const costs = cells.map((each) => (hidden[each] ? CHEAP : Math.max(system.weights[each] ?? 0, CHEAP)));
  const found = ways.flatMap(({ direction, amount }) => {
    const target = cells.indexOf(cell);
    const values = solveWindow(large, window, costs, { target, direction, amount });
    if (values === null) return [];
    const whole = new Float64Array(system.places.length);
    cells.forEach((each, at) => {
      whole[each] = values[at] ?? 0;
    });
    const moves = asMoves(
      system,
      system.places.map(() => 1),
      whole,
    );
    if (moves === null || moveOf(moves, cell) * direction < amount) return [];
    const cost = moves.cells.reduce((sum, each) => sum + (hidden[each] ? 0 : (system.weights[each] ?? 0)), 0);
    return [{ moves, cost }];
  });
  return found.sort((a, b) => a.cost - b.cost)[0]?.moves ?? null;
}

function solveWindow(
  { shop, solver }: Large,
  { cells, rows }: Window,
  costs: readonly number[],
  { target, direction, amount }: { readonly target: number; readonly direction: 1 | -1; readonly amount: number },
): Float64Array | null {
  const count = cells.length;
  const { system, patience } = shop;
  const room = cells.map((cell) => Math.min(system.room[cell] ?? 0, system.reach));
  const up = cells.map((_, at) => (at === target ? (direction === 1 ? amount : 0) : system.reach));
  const down = room.map((each, at) => (at === target ? (direction === -1 ? Math.min(amount, each) : 0) : each));
  if (direction === -1 && (room[target] ?? 0) < amount) return null;
  const lower = Array(2 * count).fill(0);
  lower[direction === 1 ? target : target + count] = amount;
  const problem = solver.open(
    {
      costs: [...costs, ...costs],
      lower,
      upper: [...up, ...down],
      rows: rows.map((row) => ({
        ...row,
        columns: [...row.columns, ...row.columns.map((column) => column + count)],
        factors: [...row.factors, ...row.factors.map((factor) => -factor)],
      })),
    },
    { quick: true },
  );
  try {
    // No search in whole numbers: its time limit would let the machine's load decide. Another window is tried instead.
    const { status, values } = problem.solve({ whole: false, seconds: patience.secondsLeft() });
    if (status !== 'optimal') return null;
    return Float64Array.from(cells, (_, at) => (values[at] ?? 0) - (values[at + count] ?? 0));
  } finally {
    problem.close();
  }
}

/** Shows again what can be done without, the most valuable first; gives the witnesses that are left. */
function thinned(large: Large, given: readonly Moves[]): readonly Moves[] {
  const { shop, hidden } = large;
  const { system, companies, patience } = shop;
  const { weights, values, open } = system;
  const witnesses = [...given];
  const users: Set<number>[] = system.places.map(() => new Set());
  const enlist = (index: number, moves: Moves) => {
    for (const cell of moves.cells) users[cell]?.add(index);
  };
  witnesses.forEach((moves, index) => {
    enlist(index, moves);
  });
  const secondaries = system.places.map((_, cell) => cell).filter((cell) => open[cell] && hidden[cell]);
  secondaries.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  for (const cell of secondaries) {
    if (patience.cancelled() || patience.secondsLeft() <= 0) break;
    hide(large, cell, 0);
    const lonely = companies.some(({ others }) => others.includes(cell) && !others.some((other) => hidden[other]));
    const using = [...(users[cell] ?? [])].filter((index) => witnesses[index]?.cells.includes(cell));
    const found = lonely ? null : others(large, using);
    if (found === null) hide(large, cell, 1);
    for (const [index, moves] of found ?? []) {
      witnesses[index] = moves;
      enlist(index, moves);
    }
  }
  return witnesses;
}

function others(large: Large, using: readonly number[]): [number, Moves][] | null {
  const { shop, hidden } = large;
  const found: [number, Moves][] = [];
  for (const index of using) {
    const aim = shop.aims[index] as Aim;
    const known = shop.pool.find(index, hidden);
    const moves = known ?? inWindow(large, hiddenAround(shop.system, hidden, aim.cell, HIDDEN_CELLS), aim);
    if (moves === null) return null;
    if (known === null) shop.pool.keep(moves);
    found.push([index, moves]);
  }
  return found;
}
