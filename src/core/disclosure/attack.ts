import { ok, type Result, refuse } from '../shared/result.ts';
import type { Model, ModelCell } from './model.ts';
import { leastPossible } from './model.ts';
import { asMoves } from './moves.ts';
import { checkProof, type Proof, type ProofFault, type PublishedTable, type Safeguard } from './proof.ts';
import type { NamedWitness, Publication, PublishedCell } from './publication.ts';
import type { LinearSolver, OpenProblem, Patience } from './solver.ts';
import { piecesOf, type System } from './system.ts';

/** What one who reads can work out of a suppressed cell: the least and most it can be. Null when there is no upper end. */
export interface Interval {
  readonly id: string;
  readonly low: number;
  readonly high: number | null;
}

/** What is wrong with a publication. `cell` is where; null when it is the whole. */
export type AttackFinding =
  | { readonly kind: 'proof-fault'; readonly fault: ProofFault['kind']; readonly cell: string }
  /** The proof names other cells than the report counts, or a cell that is not there. */
  | { readonly kind: 'proof-incomplete'; readonly cell: string | null }
  /** Cells are suppressed, and nothing shows that they are safe. */
  | { readonly kind: 'proof-missing'; readonly cell: null }
  /** No table at all agrees with what is published. */
  | { readonly kind: 'inconsistent'; readonly cell: null }
  /** A primary, or a cell that can only be small, of which more is learnt than the level allows. */
  | { readonly kind: 'level-failed'; readonly cell: string };

/** The outcome of an attack: it has failed, and the publication is safe, when nothing was found. */
export interface Attack {
  readonly intervals: readonly Interval[];
  readonly findings: readonly AttackFinding[];
}

export type AttackRefusal = { readonly kind: 'time-out' } | { readonly kind: 'solver-failed'; readonly detail: string };

/**
 * Attacks a publication with what is public alone: all published counts, the sums, that counts are whole numbers, and, when
 * zeros are printed, that a suppressed cell is at least 1. Gives the exact interval of each suppressed cell, and checks the
 * proof. Refuses when the solver fails or time runs out, which is not to be taken as safe.
 */
export function attack(
  publication: Publication,
  engine: { readonly solver: LinearSolver; readonly patience: Patience },
): Result<Attack, AttackRefusal> {
  const table = tableOf(publication);
  const proofFindings = checkNamedProof(publication, table);
  try {
    const found = findTable(publication, table, proofFindings.length === 0, engine);
    if (found === 'none')
      return ok({ intervals: [], findings: [...proofFindings, { kind: 'inconsistent', cell: null }] });
    if (found === 'unknown') return refuse({ kind: 'time-out' });
    const intervals = intervalsOf(publication, table, found, engine);
    if (intervals === null) return refuse({ kind: 'time-out' });
    return ok({ intervals, findings: [...proofFindings, ...levelFindings(publication, table, intervals)] });
  } catch (error) {
    return refuse({
      kind: 'solver-failed',
      detail: error instanceof Error ? error.message.slice(0, 200) : typeof error,
    });
  }
}

interface Table extends PublishedTable {
  readonly placeOf: ReadonlyMap<string, number>;
  /** By the number of counts above zero below, the least that a primary total must be able to be. */
  readonly least: ArrayLike<number>;
}

function tableOf({ policy, cells, sums }: Publication): Table {
  const placeOf = new Map(cells.map(({ id }, place) => [id, place]));
  const at = (id: string) => placeOf.get(id) ?? 0;
  const placed = sums.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) }));
  const sumsOf: number[][] = cells.map(() => []);
  placed.forEach(({ total, parts }, sum) => {
    for (const cell of [total, ...parts]) sumsOf[cell]?.push(sum);
  });
  const floorOf = ({ value, mayBeZero }: PublishedCell) =>
    value ?? (policy.zeros === 'published' && !mayBeZero ? 1 : 0);
  const floors = cells.map((cell) => (cell.value === null ? floorOf(cell) : 0));
  const least = leastPossible(
    cells.map((cell) => ({ value: floorOf(cell) })),
    placed,
  );
  return { values: cells.map(({ value }) => value), floors, sums: placed, sumsOf, placeOf, least };
}

/** What the level asks of a small cell, by what is public. */
function safeguardOf({ policy }: Publication, { least }: Table, cell: number, own: readonly NamedWitness[]): Safeguard {
  const boundOf = (direction: 'low' | 'high') => own.find((each) => each.direction === direction)?.bound ?? null;
  const low = policy.zeros === 'published' ? Math.max(1, least[cell] ?? 0) : 0;
  return {
    cell,
    low: boundOf('low') ?? low,
    high: boundOf('high') ?? (policy.level === 'C' ? policy.k : policy.k - 1),
    either: policy.level === 'A',
  };
}

function checkNamedProof(publication: Publication, table: Table): AttackFinding[] {
  const { proof, proofBase, primaries, cells } = publication;
  const byCell = new Map<string, NamedWitness[]>();
  for (const entry of proof) byCell.set(entry.cell, [...(byCell.get(entry.cell) ?? []), entry]);
  for (const id of [...proof, { witness: proofBase ?? {} }].flatMap(({ witness }) => Object.keys(witness)))
    if (!table.placeOf.has(id)) return [{ kind: 'proof-incomplete', cell: id }];
  for (const id of byCell.keys()) if (!table.placeOf.has(id)) return [{ kind: 'proof-incomplete', cell: id }];
  if (primaries !== 0 && proof.length === 0 && cells.some(({ status }) => status === 'suppressed'))
    return [{ kind: 'proof-missing', cell: null }];
  if (primaries !== null && primaries !== byCell.size) return [{ kind: 'proof-incomplete', cell: null }];
  const safeguards = [...byCell].map(([id, own]) => safeguardOf(publication, table, table.placeOf.get(id) ?? 0, own));
  const fault = checkProof(table, safeguards, placedProof(publication, table));
  return fault === null ? [] : [{ kind: 'proof-fault', fault: fault.kind, cell: cells[fault.cell]?.id ?? '' }];
}

function placedProof({ proof, proofBase, cells }: Publication, { placeOf, values }: Table): Proof {
  const inBase = (id: string) => own(proofBase ?? {}, id);
  const base = cells.map(({ id }, place) => values[place] ?? inBase(id));
  const witnesses = proof.map(({ cell, direction, reaches, witness }) => ({
    cell: placeOf.get(cell) ?? 0,
    direction,
    reaches,
    cells: Object.keys(witness).map((id) => placeOf.get(id) ?? 0),
    values: Object.values(witness),
  }));
  return { base, witnesses };
}

/** What a table says of a cell, whatever the cell is called; null when it says nothing. */
function own(table: Readonly<Record<string, number>>, id: string): number | null {
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null;
}

/** Any table that agrees with what is published: from the proof if it holds, or else from the solver, checked. */
function findTable(
  publication: Publication,
  table: Table,
  proofHolds: boolean,
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): readonly number[] | 'none' | 'unknown' {
  const [witness] = publication.proof;
  if (proofHolds && witness !== undefined) {
    const { proofBase, cells } = publication;
    return cells.map(({ id, value }) => value ?? own(witness.witness, id) ?? own(proofBase ?? {}, id) ?? 0);
  }
  const columns = table.values.map((_, place) => place);
  const problem = solver.open(
    {
      costs: columns.map(() => 0),
      lower: table.values.map((value, place) => value ?? table.floors[place] ?? 0),
      upper: table.values.map((value) => value ?? Number.POSITIVE_INFINITY),
      rows: table.sums.map(({ total, parts }) => ({
        columns: [total, ...parts],
        factors: [1, ...parts.map(() => -1)],
        lower: 0,
        upper: 0,
      })),
    },
    { quick: false },
  );
  try {
    const answer = problem.solve({ whole: true, seconds: patience.secondsLeft() });
    if (answer.status === 'infeasible') return 'none';
    const counts = columns.map((place) => Math.round(answer.values[place] ?? Number.NaN));
    const holds = checkProof(table, [], { base: counts, witnesses: [] }) === null;
    return answer.status === 'optimal' && holds ? counts : 'unknown';
  } finally {
    problem.close();
  }
}

function intervalsOf(
  { cells, policy }: Publication,
  table: Table,
  counts: readonly number[],
  { solver, patience }: { readonly solver: LinearSolver; readonly patience: Patience },
): readonly Interval[] | null {
  const modelCells = cells.map(
    (cell, place): ModelCell => ({
      id: cell.id,
      value: counts[place] ?? 0,
      weight: 1,
      place: cell.value === null ? 'hidden' : 'public',
      structural: cell.status === 'structural',
      forced: false,
      neverPublished: false,
      floor: table.floors[place] ?? 0,
      mayBeZero: cell.mayBeZero,
    }),
  );
  const model: Model = {
    policy,
    cells: modelCells,
    sums: table.sums,
    sumsOf: table.sumsOf,
    demands: [],
    forcedSmall: [],
  };
  const ends = new Map<number, Interval>();
  for (const system of piecesOf(model)) {
    const found = endsOf(system, solver, patience);
    if (found === null) return null;
    found.forEach(([low, high], cell) => {
      const place = system.places[cell] ?? 0;
      const value = system.values[cell] ?? 0;
      ends.set(place, { id: cells[place]?.id ?? '', low: value + low, high: high === null ? null : value + high });
    });
  }
  return [...ends.entries()].sort(([a], [b]) => a - b).map(([, interval]) => interval);
}

/** How far down and up each cell of a piece can move, in whole numbers; null when the solver gives up. */
function endsOf(system: System, solver: LinearSolver, patience: Patience): [number, number | null][] | null {
  const problem = (quick: boolean) =>
    solver.open(
      {
        costs: system.places.map(() => 0),
        lower: system.room.map((room) => -room),
        upper: system.places.map(() => Number.POSITIVE_INFINITY),
        rows: system.rows,
      },
      { quick },
    );
  const quick = problem(true);
  let whole: OpenProblem | null = null;
  const slow = () => {
    whole ??= problem(false);
    return whole;
  };
  try {
    const ends: [number, number | null][] = [];
    for (const cell of system.places.keys()) {
      const down = furthest({ system, quick, slow, patience }, cell, -1);
      const up = furthest({ system, quick, slow, patience }, cell, 1);
      if (down === 'unknown' || up === 'unknown') return null;
      ends.push([-(down ?? Number.POSITIVE_INFINITY), up]);
    }
    return ends;
  } finally {
    quick.close();
    (whole as OpenProblem | null)?.close();
  }
}

const FAR_TIMES = 10;
const FAR_LEAST = 10_000;

interface Tools {
  readonly system: System;
  readonly quick: OpenProblem;
  slow(): OpenProblem;
  readonly patience: Patience;
}

function furthest(
  { system, quick, slow, patience }: Tools,
  cell: number,
  direction: 1 | -1,
): number | null | 'unknown' {
  if (patience.cancelled() || patience.secondsLeft() <= 0) return 'unknown';
  const all = system.places.map(() => 1);
  const room = system.room[cell] ?? 0;
  // Farther than any sum of published counts can hold a cell back: then nothing does.
  const limit = FAR_TIMES * (FAR_LEAST + system.values.reduce((sum, value) => sum + value, 0));
  for (const problem of [() => quick, slow]) {
    const open = problem();
    open.setCosts([cell], [-direction]);
    open.setBounds([cell], [-room], [limit]);
    const answer = open.solve({ whole: open !== quick, seconds: patience.secondsLeft() });
    open.setCosts([cell], [0]);
    open.setBounds([cell], [-room], [Number.POSITIVE_INFINITY]);
    if (answer.status !== 'optimal') continue;
    const most = Math.floor(-answer.objective + 1e-6);
    if (direction === 1 && most >= limit) return null;
    const moves = asMoves(system, all, answer.values);
    const reached = moves === null ? null : Math.abs(moves.amounts[moves.cells.indexOf(cell)] ?? 0);
    if (reached !== null && reached >= most) return reached;
  }
  return 'unknown';
}

function levelFindings(publication: Publication, table: Table, intervals: readonly Interval[]): AttackFinding[] {
  const { proof, policy } = publication;
  const byCell = new Map<string, NamedWitness[]>();
  for (const entry of proof) byCell.set(entry.cell, [...(byCell.get(entry.cell) ?? []), entry]);
  return intervals.flatMap(({ id, low, high }): AttackFinding[] => {
    const own = byCell.get(id) ?? [];
    // Where no primaries are named, a cell that can only be small is one.
    const isPrimary = byCell.size === 0 ? high !== null && high < policy.k && high > 0 : own.length > 0;
    if (!isPrimary) return [];
    const needs = safeguardOf(publication, table, table.placeOf.get(id) ?? 0, own);
    const most = high ?? Number.POSITIVE_INFINITY;
    const holds = needs.either ? most > low : low <= needs.low && most >= needs.high;
    return holds ? [] : [{ kind: 'level-failed', cell: id }];
  });
}
