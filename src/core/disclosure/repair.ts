import { type Aim, aimsOf, type Company, companyOf, costOf, type Pattern, type Tried, tryAim } from './aims.ts';
import { type Attacker, createAttacker, movedBothWays, openBothWays } from './attacker.ts';
import { breaks, capacityCut, somethingMore } from './cuts.ts';
import { asMoves, type Moves } from './moves.ts';
import type { LinearRow, LinearSolver, OpenProblem, Patience } from './solver.ts';
import type { System } from './system.ts';
import { createWitnessPool, type WitnessPool } from './witness-pool.ts';

/** Why a piece has no pattern. `aim` or `company` cannot be met even if everything that may be hidden is. */
export type Impossible =
  | { readonly kind: 'aim'; readonly aim: Aim }
  | { readonly kind: 'company'; readonly company: Company }
  /** The solver gave up, or time or patience ran out. */
  | { readonly kind: 'unknown' };

export type Repaired = { readonly pattern: Pattern } | { readonly impossible: Impossible };

/** The tools of a repair, kept open while a piece is worked on. */
export interface Workshop {
  readonly system: System;
  readonly aims: readonly Aim[];
  readonly companies: readonly Company[];
  readonly attacker: Attacker;
  readonly pool: WitnessPool;
  readonly patience: Patience;
  /** Tries an aim under what is hidden: first among the witnesses that are known, then by the attacker, who has looked. */
  tryAim(index: number, hidden: ArrayLike<number>, search?: 'no-search'): Tried;
  /** What failed aims have taught: rows that every good choice of cells keeps. */
  readonly cuts: LinearRow[];
  /** How much dearer or cheaper than its weight a cell is taken to be while looking for the cheapest moves. */
  readonly mood: Float64Array;
  /** The cheapest moves that reach one way of an aim, when hidden cells cost nothing. */
  cheapest(hidden: Uint8Array, cell: number, direction: 1 | -1, amount: number): CheapMoves | null;
  close(): void;
}

interface CheapMoves {
  readonly cost: number;
  readonly cells: readonly number[];
  readonly values: Float64Array;
}

/** Opens the tools. */
export function openWorkshop(system: System, solver: LinearSolver, patience: Patience): Workshop {
  const attacker = createAttacker(system, solver, patience);
  let problem: OpenProblem | null = null;
  const aims = aimsOf(system);
  const pool = createWitnessPool(system, aims);
  const cuts: LinearRow[] = [];
  const mood = new Float64Array(system.places.length).fill(1);
  return {
    system,
    aims,
    companies: companyOf(system),
    attacker,
    pool,
    cuts,
    mood,
    tryAim(index, hidden, search) {
      const known = pool.find(index, hidden);
      if (known !== null) return { witness: known, reaches: [], known: true };
      const aim = aims[index] as Aim;
      const tried = tryAim(attacker, aim, search);
      if (tried.witness !== null) pool.keep(tried.witness);
      else if (tried.known) {
        const cut = capacityCut(system, aim, tried);
        cuts.push(cut !== null && breaks(cut, hidden) ? cut : somethingMore(system, hidden));
      }
      return tried;
    },
    patience,
    cheapest(hidden, cell, direction, amount) {
      problem ??= openBothWays(system, solver, system.weights);
      return cheapestMoves({ system, problem, patience, mood }, hidden, { cell, direction, amount });
    },
    close() {
      attacker.close();
      problem?.close();
    },
  };
}

function cheapestMoves(
  { system, problem, patience, mood }: { system: System; problem: OpenProblem; patience: Patience; mood: Float64Array },
  hidden: Uint8Array,
  { cell, direction, amount }: { cell: number; direction: 1 | -1; amount: number },
): CheapMoves | null {
  const count = system.places.length;
  const costs = system.weights.map((weight, each) => (hidden[each] ? 0 : Math.max(weight, 1e-3) * (mood[each] ?? 1)));
  problem.setCosts(
    Array.from({ length: 2 * count }, (_, column) => column),
    [...costs, ...costs],
  );
  const room = Math.min(system.room[cell] ?? 0, system.reach);
  const values = movedBothWays(system, problem, patience, { cell, direction, amount, room });
  if (values === null) return null;
  const cells = system.places.flatMap((_, each) => (Math.abs(values[each] ?? 0) > 1e-6 && !hidden[each] ? [each] : []));
  return { cost: cells.reduce((sum, each) => sum + (system.weights[each] ?? 0), 0), cells, values };
}

/**
 * From what is hidden to a pattern in which every aim has a witness: for each aim that fails, the cells of its cheapest move
 * are hidden as well. `order` is the order in which the aims are met.
 */
export function repair(shop: Workshop, start: Uint8Array, order: readonly number[]): Repaired {
  const { system, aims, attacker, patience } = shop;
  const hidden = Uint8Array.from(start);
  const lonely = keepCompany(shop, hidden);
  if (lonely !== null) return { impossible: { kind: 'company', company: lonely } };
  const witnesses: (Moves | null)[] = aims.map(() => null);
  attacker.look(hidden, system.reach);
  for (const index of order) {
    if (patience.cancelled() || patience.secondsLeft() <= 0) return { impossible: { kind: 'unknown' } };
    const aim = aims[index] as Aim;
    let tried = shop.tryAim(index, hidden);
    if (tried.witness === null) {
      if (!hideCheapest(shop, hidden, aim)) return { impossible: { kind: 'aim', aim } };
      tried = shop.tryAim(index, hidden);
    }
    // Fractions of people could reach it, whole ones cannot: then only hiding more may help.
    if (tried.witness === null) {
      hideAll(shop, hidden);
      tried = shop.tryAim(index, hidden);
    }
    if (tried.witness === null) return { impossible: tried.known ? { kind: 'aim', aim } : { kind: 'unknown' } };
    witnesses[index] = tried.witness;
  }
  return { pattern: { hidden, witnesses: witnesses as Moves[] } };
}

function hideAll({ system, attacker }: Workshop, hidden: Uint8Array): void {
  hidden.fill(1);
  attacker.look(hidden, system.reach);
}

function hideCheapest(
  { cheapest, attacker, pool, system }: Workshop,
  hidden: Uint8Array,
  { cell, ways }: Aim,
): boolean {
  const options = ways.flatMap(({ direction, amount }) => cheapest(hidden, cell, direction, amount) ?? []);
  const [first] = options.sort((a, b) => a.cost - b.cost);
  for (const each of first?.cells ?? []) {
    hidden[each] = 1;
    attacker.change(each, 1);
  }
  const moves = first === undefined ? null : asMoves(system, hidden, first.values);
  if (moves !== null) pool.keep(moves);
  return first !== undefined;
}

/** Hides beside each primary what keeps it company; gives the sum where nothing can, or null. */
export function keepCompany({ companies, system }: Workshop, hidden: Uint8Array): Company | null {
  for (const company of companies) {
    if (company.others.some((other) => hidden[other])) continue;
    const [cheapest] = [...company.others].sort((a, b) => (system.weights[a] ?? 0) - (system.weights[b] ?? 0) || a - b);
    if (cheapest === undefined) return company;
    hidden[cheapest] = 1;
  }
  return null;
}

/**
 * Shows again every cell that is not needed, the most valuable first: afterwards no single secondary can be shown without
 * some aim failing. Only the aims whose witness uses the cell are tried again.
 */
export function showAgain(shop: Workshop, { hidden: start, witnesses: given }: Pattern): Pattern {
  const { system, companies, attacker, patience } = shop;
  const hidden = Uint8Array.from(start);
  const witnesses = [...given];
  attacker.look(hidden, system.reach);
  const { weights, values, open } = system;
  const secondaries = system.places.map((_, cell) => cell).filter((cell) => open[cell] && hidden[cell]);
  secondaries.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  for (const cell of secondaries) {
    if (patience.cancelled() || patience.secondsLeft() <= 0) break;
    hidden[cell] = 0;
    const lonely = companies.some(({ others }) => others.includes(cell) && !others.some((other) => hidden[other]));
    const forbidden = lonely || shop.cuts.some((cut) => breaks(cut, hidden));
    const found = forbidden ? null : witnessesWithout(shop, witnesses, hidden, cell);
    if (found === null) hidden[cell] = 1;
    else for (const [index, witness] of found) witnesses[index] = witness;
    if (found === null && !forbidden) attacker.change(cell, 1);
  }
  return { hidden, witnesses };
}

/** In small pieces it is searched for in earnest; in large ones a witness that does not come by itself is let go. */
const SEARCHED = 300;

function witnessesWithout(shop: Workshop, witnesses: readonly Moves[], hidden: Uint8Array, cell: number) {
  const search = shop.system.places.length > SEARCHED ? 'no-search' : undefined;
  shop.attacker.change(cell, 0);
  const found: [number, Moves][] = [];
  for (const [index, witness] of witnesses.entries()) {
    if (!witness.cells.includes(cell)) continue;
    const { witness: other } = shop.tryAim(index, hidden, search);
    if (other === null) return null;
    found.push([index, other]);
  }
  return found;
}

/** The best of several repairs, in a few orders, each shown again as far as it goes. */
export function bestRepair(shop: Workshop, start: Uint8Array): Repaired {
  const { aims, system } = shop;
  const forward = aims.map((_, index) => index);
  const need = (index: number) => Math.max(...(aims[index]?.ways ?? []).map(({ amount }) => amount), 0);
  const orders = [[...forward].sort((a, b) => need(b) - need(a) || a - b), forward, [...forward].reverse()];
  let best: Repaired | null = null;
  for (const order of orders) {
    const repaired = repair(shop, start, order);
    if (!('pattern' in repaired)) return best ?? repaired;
    const pattern = showAgain(shop, repaired.pattern);
    if (best === null || !('pattern' in best) || costOf(system, pattern.hidden) < costOf(system, best.pattern.hidden))
      best = { pattern };
  }
  return best ?? { impossible: { kind: 'unknown' } };
}
