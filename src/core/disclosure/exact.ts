import { costOf, type Pattern } from './aims.ts';
import { breaks, capacityCut } from './cuts.ts';
import type { Moves } from './moves.ts';
import { repair, showAgain, type Workshop } from './repair.ts';
import type { LinearRow, LinearSolver, OpenProblem, SolverAnswer } from './solver.ts';
import { hiddenAround } from './window.ts';

/** The best pattern that was found and the least that any pattern can cost. They are equal when `optimal`. */
export interface Best {
  readonly pattern: Pattern;
  readonly bound: number;
  readonly optimal: boolean;
}

const ALMOST = 1e-6;
const MOST_ROUNDS = 2_000;
/** A round of cutting ends when it has found this many times the number of rounds before it could be idle. */
const ENOUGH_CUTS = 60;

const ROUNDING_EVERY = 8;
const ROUND_FROM = [0.7, 0.45, 0.2];
const NEIGHBOURS = [12, 30, 60];
/** In smaller pieces the master finds the best sooner by itself. */
const SMALL = 450;
const SHARE_FOR_NEIGHBOURS = 0.5;
/** One solve of the master may take a part of the time that is left, so that what it has found by then can be used. */
const SHARE_OF_TIME = 0.25;
const LEAST_SECONDS = 5;

interface Search {
  readonly shop: Workshop;
  readonly master: OpenProblem;
  /** All rows that the master holds. */
  readonly rows: LinearRow[];
  /** Whether all costs are whole numbers, so that a bound can be rounded up. */
  readonly wholeCosts: boolean;
  best: Pattern;
  bound: number;
  /** Aims that failed lately are asked first. */
  order: number[];
}

/**
 * Looks for the cheapest pattern by cuts: a master problem chooses cells to hide, the attacker shows for each aim that fails
 * why it must hide more, first with shares of cells and then with whole ones. It ends when the bound meets the best pattern,
 * or when time does; the best pattern is good at every moment.
 */
export function improve(shop: Workshop, solver: LinearSolver, first: Pattern): Best {
  const { system, aims } = shop;
  const rows = firstRows(shop);
  const search: Search = {
    shop,
    master: openMaster(shop, solver, rows),
    rows,
    wholeCosts: system.weights.every((weight) => Number.isInteger(weight)),
    best: first,
    bound: 0,
    order: aims.map((_, index) => index),
  };
  try {
    if (!isSettled(search)) cutWithShares(search);
    if (!isSettled(search)) cutWithWhole(search);
    return { pattern: search.best, bound: Math.min(search.bound, bestCost(search)), optimal: isSettled(search) };
  } finally {
    search.master.close();
  }
}

function bestCost({ shop, best }: Search): number {
  return costOf(shop.system, best.hidden);
}

function isSettled(search: Search): boolean {
  return search.bound >= bestCost(search) - ALMOST;
}

function raiseBound(search: Search, bound: number): void {
  if (!Number.isFinite(bound)) return;
  const raised = search.wholeCosts ? Math.ceil(bound - 1e-4) : bound;
  search.bound = Math.max(search.bound, raised);
}

function addCuts({ master, rows }: Search, cuts: readonly LinearRow[]): void {
  master.addRows(cuts);
  rows.push(...cuts);
}

function isOver({ shop }: Search): boolean {
  return shop.patience.cancelled() || shop.patience.secondsLeft() <= 0;
}

function firstRows({ companies, cuts }: Workshop): LinearRow[] {
  const together = companies.map(({ others }) => ({
    columns: others,
    factors: others.map(() => 1),
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
  }));
  return [...together, ...cuts];
}

function openMaster({ system }: Workshop, solver: LinearSolver, rows: readonly LinearRow[]): OpenProblem {
  return solver.open(
    {
      costs: system.weights.map((weight, cell) => (system.open[cell] ? weight : 0)),
      lower: system.open.map((open) => (open ? 0 : 1)),
      upper: system.open.map(() => 1),
      rows,
    },
    { quick: false },
  );
}

/** Whether a choice keeps what the master was told. If not, nothing that the solver says is worth more time. */
function isHonest({ shop, rows }: Search, { values }: SolverAnswer): boolean {
  const { open } = shop.system;
  const within = open.every((isOpen, cell) => {
    const share = values[cell] ?? Number.NaN;
    return share >= (isOpen ? 0 : 1) - 1e-4 && share <= 1 + 1e-4;
  });
  return within && !rows.some((row) => breaks(row, values));
}

function cutWithShares(search: Search): void {
  const { shop, master } = search;
  const reach = Math.max(1, ...shop.aims.flatMap(({ ways }) => ways.map(({ amount }) => amount)));
  for (let round = 0; round < MOST_ROUNDS && !isOver(search); round += 1) {
    const answer = master.solve({ whole: false, seconds: shop.patience.secondsLeft() });
    if (answer.status !== 'optimal') return;
    if (!isHonest(search, answer)) return;
    raiseBound(search, answer.objective);
    if (isSettled(search)) return;
    const cuts = cutsFor(search, answer.values, reach);
    if (cuts.length === 0) {
      roundUp(search, answer.values);
      if (shop.system.places.length > SMALL) tryNeighbours(search, answer.values);
      return;
    }
    addCuts(search, cuts);
    if (round % ROUNDING_EVERY === ROUNDING_EVERY - 1) roundUp(search, answer.values);
  }
}

/** Repairs from the cells with large shares, and with them as the cheap ones: the shares know where good patterns lie. */
function roundUp(search: Search, shares: ArrayLike<number>): void {
  const { open } = search.shop.system;
  search.shop.mood.set(open.map((_, cell) => 1.1 - Math.min(1, Math.max(0, shares[cell] ?? 0))));
  for (const least of ROUND_FROM) {
    if (isOver(search) || isSettled(search)) break;
    const start = open.map((isOpen, cell) => (!isOpen || (shares[cell] ?? 0) >= least ? 1 : 0));
    tryRepaired(search, Uint8Array.from(start));
  }
}

/**
 * Shows a neighbourhood of the best pattern again and repairs it another way, one neighbourhood after the other, for as long
 * as that finds something better in a round of them and a part of the time is left.
 */
function tryNeighbours(search: Search, shares: ArrayLike<number>): void {
  const { shop } = search;
  const { system, patience } = shop;
  const until = patience.secondsLeft() * (1 - SHARE_FOR_NEIGHBOURS);
  for (let better = true; better; ) {
    better = false;
    const centres = system.places
      .map((_, cell) => cell)
      .filter((cell) => system.open[cell] && search.best.hidden[cell]);
    for (const [turn, centre] of centres.entries()) {
      if (isOver(search) || isSettled(search) || patience.secondsLeft() < until) return;
      const hidden = Uint8Array.from(search.best.hidden);
      const size = NEIGHBOURS[turn % NEIGHBOURS.length] ?? 20;
      const near = new Set(hiddenAround(system, hidden, centre, size).cells);
      shop.mood.set(
        system.places.map(
          (_, cell) => 1.1 - (shares[cell] ?? 0) * 0.8 + (near.has(cell) ? 0.4 : 0) + ((cell * 7 + turn) % 5) / 20,
        ),
      );
      for (const cell of near) if (system.open[cell]) hidden[cell] = 0;
      const before = bestCost(search);
      tryRepaired(search, hidden);
      better ||= bestCost(search) < before;
    }
  }
}

/** Cuts that the shares break. Aims that gave cuts last stand first; when there are enough, the others wait for the next round. */
function cutsFor(search: Search, shares: ArrayLike<number>, reach: number): readonly LinearRow[] {
  const { shop } = search;
  const { system, aims, attacker } = shop;
  attacker.look(clean(shares), reach);
  const cuts: LinearRow[] = [];
  const gave: number[] = [];
  const rest: number[] = [];
  let asked = 0;
  for (const index of search.order) {
    if (cuts.length >= ENOUGH_CUTS || isOver(search)) break;
    asked += 1;
    const aim = aims[index];
    const tried = aim && reachOf(search, index);
    const cut = tried && tried.witness === null ? capacityCut(system, aim, tried) : null;
    if (cut !== null && cut !== undefined && breaks(cut, shares)) {
      cuts.push(cut);
      gave.push(index);
    } else rest.push(index);
  }
  search.order = [...gave, ...search.order.slice(asked), ...rest];
  return cuts;
}

function reachOf({ shop }: Search, index: number) {
  const aim = shop.aims[index];
  if (aim === undefined) return null;
  const reaches = aim.ways.map(({ direction, amount }) => shop.attacker.reach(aim.cell, direction, amount, 'shares'));
  const enough = aim.ways[0]?.amount ?? 0;
  const most = reaches.reduce((sum, reach) => sum + reach.most, 0);
  return { witness: most >= enough - ALMOST ? { cells: [], amounts: [] } : null, reaches, known: true };
}

function clean(shares: ArrayLike<number>): Float64Array {
  return Float64Array.from(shares, (share) => (share > 1 - 1e-7 ? 1 : share < 1e-7 ? 0 : share));
}

function cutWithWhole(search: Search): void {
  const { shop, master } = search;
  for (let round = 0; round < MOST_ROUNDS && !isOver(search) && !isSettled(search); round += 1) {
    const left = shop.patience.secondsLeft();
    const answer = master.solve({
      whole: true,
      seconds: Math.min(left, Math.max(LEAST_SECONDS, left * SHARE_OF_TIME)),
    });
    if (answer.status !== 'optimal' && answer.status !== 'stopped') return;
    raiseBound(search, answer.bound);
    if (isSettled(search) || !isHonest(search, answer)) return;
    const cuts = tryChoice(search, answer);
    if (cuts.length === 0) return;
    addCuts(search, cuts);
  }
}

/** Tries what the master chose. A choice that holds is the cheapest; otherwise what it teaches, and its repair. */
function tryChoice(search: Search, { values }: SolverAnswer): readonly LinearRow[] {
  const { shop } = search;
  const { system, aims, attacker } = shop;
  const hidden = Uint8Array.from(system.places, (_, cell) => ((values[cell] ?? 0) > 0.5 || !system.open[cell] ? 1 : 0));
  attacker.look(hidden, system.reach);
  const before = shop.cuts.length;
  const witnesses: Moves[] = [];
  for (const index of aims.keys()) {
    const tried = shop.tryAim(index, hidden);
    if (tried.witness !== null) {
      witnesses.push(tried.witness);
      continue;
    }
    if (!tried.known || isOver(search)) return [];
  }
  const cuts = shop.cuts.slice(before);
  if (cuts.length === 0) take(search, { hidden, witnesses });
  else tryRepaired(search, hidden);
  // The repair has learnt something too.
  return shop.cuts.slice(before);
}

function tryRepaired(search: Search, hidden: Uint8Array): void {
  const { shop } = search;
  const forward = shop.aims.map((_, index) => index);
  const repaired = repair(shop, hidden, forward);
  if ('pattern' in repaired) take(search, showAgain(shop, repaired.pattern));
}

function take(search: Search, pattern: Pattern): void {
  if (costOf(search.shop.system, pattern.hidden) < bestCost(search) - ALMOST) search.best = pattern;
}
