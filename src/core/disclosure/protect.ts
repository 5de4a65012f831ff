import { ok, type Result, refuse } from '../shared/result.ts';
import type { Aim, Pattern } from './aims.ts';
import { type Conflict, findConflict } from './conflict.ts';
import { improve } from './exact.ts';
import { repairLarge } from './large.ts';
import type { Model } from './model.ts';
import { checkProof, type Proof, type ProofFault, type Witness } from './proof.ts';
import { publishedTable } from './published-table.ts';
import { bestRepair, openWorkshop, type Workshop } from './repair.ts';
import type { LinearSolver } from './solver.ts';
import { type System, systemsOf } from './system.ts';

/** What the engine is handed, since core has no solver and no clock. */
export interface Engine {
  readonly solver: LinearSolver;
  /** Milliseconds, from any start. */
  now(): number;
  cancelled(): boolean;
  /** Told after each step: pieces done of all, and the best cost and bound so far. */
  progress(step: ProtectProgress): void;
  /** How long it may look for something better, and how long it may take to find anything at all. */
  readonly improveSeconds: number;
  readonly certifySeconds: number;
}

/** How far the engine has come. */
export interface ProtectProgress {
  readonly piecesDone: number;
  readonly pieces: number;
  readonly stage: 'certifying' | 'improving';
}

/** Why nothing is released. There is no weaker release. */
export type ProtectRefusal =
  /** Cannot be done: the primary and the forced cells that give it away together. */
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'solver-failed'; readonly detail: string }
  | { readonly kind: 'proof-refused'; readonly fault: ProofFault };

/** Which cells to hide, with a proof that has been checked. Cells are by place in the model. */
export interface Protection {
  readonly hidden: Uint8Array;
  readonly proof: Proof;
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** Primaries for which level B cannot be shown; 0 unless the level is A. */
  readonly levelBFailures: number;
}

/** Pieces up to this size are solved to the optimum, or as near as time allows. */
const LARGEST_EXACT = 1_500;
/** Pieces up to this size are repaired as a whole; larger ones in windows. */
const LARGEST_WHOLE = 450;

interface Solved {
  readonly system: System;
  readonly pattern: Pattern;
  readonly aims: readonly Aim[];
  readonly bound: number;
  readonly optimal: boolean;
  readonly levelBFailures: number;
}

/**
 * Protects a model: hides every primary and as little as it can besides, and proves it. What comes back has been checked in
 * whole numbers without the solver; whatever goes wrong is a refusal.
 */
export function protect(model: Model, engine: Engine): Result<Protection, ProtectRefusal> {
  const [forced] = model.forcedSmall;
  if (forced !== undefined) return refuse({ kind: 'conflict', conflict: { primary: forced, cells: [forced] } });
  try {
    return protectPieces(model, engine);
  } catch (error) {
    return refuse({
      kind: 'solver-failed',
      detail: error instanceof Error ? error.message.slice(0, 200) : typeof error,
    });
  }
}

function protectPieces(model: Model, engine: Engine): Result<Protection, ProtectRefusal> {
  const systems = systemsOf(model);
  const started = engine.now();
  const solved: Solved[] = [];
  for (const system of systems) {
    const piecesDone = solved.length;
    const step = (stage: ProtectProgress['stage']) => engine.progress({ piecesDone, pieces: systems.length, stage });
    const piece = solvePiece(model, system, { ...engine, started, step });
    if (!piece.ok) return piece;
    solved.push(piece.value);
  }
  const hidden = Uint8Array.from(model.cells, ({ place }) => (place === 'hidden' ? 1 : 0));
  for (const { system, pattern } of solved)
    for (const [cell, place] of system.places.entries()) if (pattern.hidden[cell]) hidden[place] = 1;
  const proof = { base: model.cells.map(({ value }) => value), witnesses: solved.flatMap(witnessesOf(model)) };
  const fault = checkProof(publishedTable(model, hidden), model.demands, proof);
  if (fault !== null) return refuse({ kind: 'proof-refused', fault });
  const lowerBound = solved.reduce((sum, { bound }) => sum + bound, 0);
  const levelBFailures = solved.reduce((sum, piece) => sum + piece.levelBFailures, 0);
  return ok({ hidden, proof, lowerBound, optimal: solved.every(({ optimal }) => optimal), levelBFailures });
}

interface PieceEngine extends Engine {
  readonly started: number;
  step(stage: ProtectProgress['stage']): void;
}

function solvePiece(model: Model, system: System, engine: PieceEngine): Result<Solved, ProtectRefusal> {
  const { solver } = engine;
  let until = engine.started + engine.certifySeconds * 1000;
  const patience = { secondsLeft: () => (until - engine.now()) / 1000, cancelled: () => engine.cancelled() };
  const shop = openWorkshop(system, solver, patience);
  try {
    engine.step('certifying');
    const isSmall = system.places.length <= LARGEST_EXACT;
    const isTiny = system.places.length <= LARGEST_WHOLE;
    const first = isTiny ? bestRepair(shop, startOf(system)) : repairLarge(shop, solver, startOf(system));
    if (engine.cancelled()) return refuse({ kind: 'cancelled' });
    if ('impossible' in first) {
      if (first.impossible.kind === 'unknown') return refuse({ kind: 'time-out' });
      const conflict = findConflict(model, system, solver, patience);
      return conflict === null ? refuse({ kind: 'time-out' }) : refuse({ kind: 'conflict', conflict });
    }
    until = Math.min(until, engine.started + engine.improveSeconds * 1000);
    engine.step('improving');
    const best = isSmall ? improve(shop, solver, first.pattern) : null;
    if (engine.cancelled()) return refuse({ kind: 'cancelled' });
    const pattern = best?.pattern ?? first.pattern;
    until = engine.started + engine.certifySeconds * 1000;
    const levelBFailures = countBelowB(model, shop, pattern);
    const { bound = 0, optimal = false } = best ?? {};
    return ok({ system, pattern, aims: shop.aims, bound, optimal, levelBFailures });
  } finally {
    shop.close();
  }
}

function startOf({ open }: System): Uint8Array {
  return Uint8Array.from(open, (isOpen) => (isOpen ? 0 : 1));
}

/** For every primary one witness each way. A way that asks for nothing, or that is not the one chosen, has the true table. */
function witnessesOf(model: Model) {
  return ({ system, pattern, aims }: Solved): Witness[] => {
    const found = new Map<string, Witness>();
    const valueAt = (place: number) => model.cells[place]?.value ?? 0;
    for (const [index, aim] of aims.entries()) {
      const moves = pattern.witnesses[index] ?? { cells: [], amounts: [] };
      const way = moves.amounts[moves.cells.indexOf(aim.cell)] ?? 0;
      const cell = system.places[aim.cell] ?? 0;
      const direction = way < 0 ? 'low' : 'high';
      const places = moves.cells.map((each) => system.places[each] ?? 0);
      const values = places.map((place, at) => valueAt(place) + (moves.amounts[at] ?? 0));
      found.set(`${cell} ${direction}`, { cell, direction, reaches: valueAt(cell) + way, cells: places, values });
    }
    return system.demands.flatMap(({ cell }) => {
      const place = system.places[cell] ?? 0;
      return (['low', 'high'] as const).map(
        (direction) =>
          found.get(`${place} ${direction}`) ?? {
            cell: place,
            direction,
            reaches: valueAt(place),
            cells: [],
            values: [],
          },
      );
    });
  };
}

/** At level A: primaries that cannot be shown to reach every small count. */
function countBelowB({ policy, demands }: Model, { system, attacker }: Workshop, { hidden }: Pattern): number {
  if (policy.level !== 'A') return 0;
  attacker.look(hidden, system.reach);
  const cellAt = new Map(system.places.map((place, cell) => [place, cell]));
  return demands.filter(({ cell: place, low, high }) => {
    const cell = cellAt.get(place);
    if (cell === undefined) return false;
    const value = system.values[cell] ?? 0;
    const reaches = (direction: 1 | -1, amount: number) =>
      amount === 0 || attacker.reach(cell, direction, amount).witness !== null;
    return !reaches(-1, value - low) || !reaches(1, high - value);
  }).length;
}
