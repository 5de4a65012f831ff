import { type Aim, aimsOf, companyOf, tryAim } from './aims.ts';
import { type Attacker, createAttacker } from './attacker.ts';
import type { Model } from './model.ts';
import type { LinearRow, LinearSolver, Patience } from './solver.ts';
import { type System, systemsOf } from './system.ts';

/** A primary and the forced cells that give it away together, however much else is hidden. By places in the model. */
export interface Conflict {
  readonly primary: number;
  readonly cells: readonly number[];
}

/** So many primaries that fail are looked into; the smallest conflict among them is given. */
const MOST_PRIMARIES = 20;
const MOST_ROUNDS = 60;

/**
 * The smallest conflict of a piece that cannot be protected. It is the smallest for each primary that was looked into, by
 * hitting sets: what every way out must show is collected until the least choice that hits them all gives the primary away.
 * Null when time runs out before anything is found.
 */
export function findConflict(model: Model, system: System, solver: LinearSolver, patience: Patience): Conflict | null {
  const found: Conflict[] = lonely(model, system);
  const asking = failing(system, solver, patience);
  if (asking.length > 0) {
    const loose = loosened(model, system);
    const attacker = createAttacker(loose.system, solver, patience);
    try {
      for (const { cell } of asking) {
        const place = system.places[cell] ?? 0;
        const aims = aimsOf(loose.system).filter((aim) => loose.system.places[aim.cell] === place);
        for (const aim of aims) found.push(...smallest({ ...loose, attacker, solver, patience }, aim));
      }
    } finally {
      attacker.close();
    }
  }
  const [first] = found.sort((a, b) => a.cells.length - b.cells.length || a.primary - b.primary);
  return first ?? null;
}

/** Primaries that stand alone among forced cells in a sum. */
function lonely(model: Model, system: System): Conflict[] {
  const alone = companyOf(system).filter(({ others }) => others.length === 0);
  return alone.flatMap(({ cell }) => {
    const primary = system.places[cell] ?? 0;
    return (model.sumsOf[primary] ?? []).flatMap((sum) => {
      const { total = 0, parts = [] } = model.sums[sum] ?? {};
      const others = [total, ...parts].filter((place) => place !== primary);
      if (others.some((place) => model.cells[place]?.place !== 'public')) return [];
      return [{ primary, cells: others.filter((place) => isForced(model, place)) }];
    });
  });
}

function isForced({ cells }: Model, place: number): boolean {
  return cells[place]?.forced === true;
}

function failing(system: System, solver: LinearSolver, patience: Patience): readonly Aim[] {
  const attacker = createAttacker(system, solver, patience);
  try {
    attacker.look(
      system.places.map(() => 1),
      system.reach,
    );
    const failed: Aim[] = [];
    for (const aim of aimsOf(system)) {
      if (failed.length >= MOST_PRIMARIES || patience.cancelled() || patience.secondsLeft() <= 0) break;
      if (tryAim(attacker, aim).witness === null) failed.push(aim);
    }
    return failed;
  } finally {
    attacker.close();
  }
}

interface Loose {
  readonly system: System;
  /** Which cells of it are forced. */
  readonly forced: readonly number[];
}

/** The piece with its forced cells as if they were ours to hide. */
function loosened(model: Model, system: System): Loose {
  const cells = model.cells.map((cell, place) =>
    isForced(model, place) ? { ...cell, place: 'open' as const, floor: Math.min(cell.value, cell.floor) } : cell,
  );
  const free = { ...model, cells };
  const [first = 0] = system.places;
  const whole = systemsOf(free).find(({ places }) => places.includes(first)) ?? system;
  return { system: whole, forced: whole.places.flatMap((place, cell) => (isForced(model, place) ? [cell] : [])) };
}

interface Hunt extends Loose {
  readonly attacker: Attacker;
  readonly solver: LinearSolver;
  readonly patience: Patience;
}

function smallest(hunt: Hunt, aim: Aim): Conflict[] {
  const { system, forced, patience } = hunt;
  if (holdsWith(hunt, aim, forced)) return [];
  let cells = shrunk(hunt, aim);
  const ways: number[][] = [];
  for (let round = 0; round < MOST_ROUNDS && patience.secondsLeft() > 0 && !patience.cancelled(); round += 1) {
    const choice = leastHitting(hunt, ways);
    if (choice === null || choice.length >= cells.length) break;
    if (!holdsWith(hunt, aim, choice)) {
      cells = choice;
      break;
    }
    ways.push(forced.filter((cell) => !grown(hunt, aim, choice).has(cell)));
  }
  const placeOf = (cell: number) => system.places[cell] ?? 0;
  return [{ primary: placeOf(aim.cell), cells: cells.map(placeOf) }];
}

/** Whether the aim can be met when these forced cells are public and all else is hidden. */
function holdsWith({ system, attacker }: Hunt, aim: Aim, shown: readonly number[]): boolean {
  const set = new Set(shown);
  attacker.look(
    system.places.map((_, cell) => (set.has(cell) ? 0 : 1)),
    system.reach,
  );
  return tryAim(attacker, aim).witness !== null;
}

/** Forced cells of which none can be left out. */
function shrunk(hunt: Hunt, aim: Aim): readonly number[] {
  let kept = [...hunt.forced];
  for (const cell of hunt.forced) {
    const without = kept.filter((each) => each !== cell);
    if (!holdsWith(hunt, aim, without)) kept = without;
  }
  return kept;
}

/** As many forced cells as can be public together with these, the aim still being met. */
function grown(hunt: Hunt, aim: Aim, start: readonly number[]): ReadonlySet<number> {
  const shown = new Set(start);
  for (const cell of hunt.forced) {
    if (shown.has(cell)) continue;
    if (holdsWith(hunt, aim, [...shown, cell])) shown.add(cell);
  }
  return shown;
}

function leastHitting({ system, forced, solver, patience }: Hunt, ways: readonly (readonly number[])[]) {
  if (ways.length === 0) return [];
  const isForcedCell = new Set(forced);
  const rows: LinearRow[] = ways.map((columns) => ({
    columns,
    factors: columns.map(() => 1),
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
  }));
  const problem = solver.open(
    {
      costs: system.places.map(() => 1),
      lower: system.places.map(() => 0),
      upper: system.places.map((_, cell) => (isForcedCell.has(cell) ? 1 : 0)),
      rows,
    },
    { quick: false },
  );
  try {
    const { status, values } = problem.solve({ whole: true, seconds: patience.secondsLeft() });
    return status === 'optimal' ? forced.filter((cell) => (values[cell] ?? 0) > 0.5) : null;
  } finally {
    problem.close();
  }
}
