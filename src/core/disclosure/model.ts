import { inCanonicalOrder } from './canonical-order.ts';
import { isSmall, type Policy } from './policy.ts';
import type { SumOfCells, TableCell, Tables } from './tables.ts';

/** A cell as the engine sees it. */
export interface ModelCell {
  readonly id: string;
  readonly value: number;
  readonly weight: number;
  /** `public` is printed whatever is decided, `hidden` never is (a primary, or never published), `open` is ours to decide. */
  readonly place: 'public' | 'hidden' | 'open';
  readonly structural: boolean;
  readonly forced: boolean;
  readonly neverPublished: boolean;
  /** The least count that whoever reads can believe in, when the cell is hidden. */
  readonly floor: number;
  /** A hidden zero that was never to be published, so that no printed zero tells it apart. */
  readonly mayBeZero: boolean;
}

/** A sum over cells by their places in the model. */
export interface ModelSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * What one primary needs: that its count could be as small as `low` and as large as `high`, or, when `either`, only that
 * it could be another than it is.
 */
export interface Demand {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly either: boolean;
  /** Bounds of its own, that the policy does not give. */
  readonly ownBounds: boolean;
}

/** Tables made ready: cells in canonical order, sums by place, and what each primary needs. */
export interface Model {
  readonly policy: Policy;
  readonly cells: readonly ModelCell[];
  readonly sums: readonly ModelSum[];
  /** The sums that each cell stands in, as total or part. */
  readonly sumsOf: readonly (readonly number[])[];
  readonly demands: readonly Demand[];
  /** Forced cells that are small: they would be published although sensitive. Not empty means refusal. */
  readonly forcedSmall: readonly number[];
}

/** Makes tables ready to be protected. Nothing is refused here; `readTables` has checked them. */
export function buildModel(tables: Tables): Model {
  const { policy } = tables;
  const ordered = inCanonicalOrder(tables.cells, tables.sums);
  const placeOf = new Map(ordered.map(({ id }, place) => [id, place]));
  const sums = placedSums(tables.sums, placeOf);
  const sumsOf: number[][] = ordered.map(() => []);
  sums.forEach(({ total, parts }, sum) => {
    for (const cell of [total, ...parts]) sumsOf[cell]?.push(sum);
  });
  const cells = ordered.map((cell) => modelCell(cell, policy));
  const least = leastPossible(ordered, sums);
  const demands = ordered.flatMap((cell, place) =>
    isPrimary(cell, policy) ? [demandOf(cell, place, policy, least[place] ?? 0)] : [],
  );
  const forcedSmall = ordered.flatMap((cell, place) => (isForcedSmall(cell, policy) ? [place] : []));
  return { policy, cells, sums, sumsOf, demands, forcedSmall };
}

function isPrimary({ state, value, declared }: TableCell, policy: Policy): boolean {
  if (state === 'forced' || state === 'structural') return false;
  return declared ?? isSmall(value, policy);
}

// A forced zero tells nothing of a person who was counted; a forced small count does.
function isForcedSmall({ state, value, declared, alreadyPublic }: TableCell, policy: Policy): boolean {
  return state === 'forced' && value > 0 && !alreadyPublic && (declared ?? isSmall(value, policy));
}

function modelCell(cell: TableCell, policy: Policy): ModelCell {
  const { id, value, weight, state } = cell;
  const zerosPrinted = policy.zeros === 'published';
  const printedZero = zerosPrinted && value === 0 && state === 'open' && cell.declared !== true;
  const isPublic = state === 'forced' || state === 'structural' || printedZero;
  const isHidden = state === 'hidden' || isPrimary(cell, policy);
  return {
    id,
    value,
    weight,
    place: isPublic ? 'public' : isHidden ? 'hidden' : 'open',
    structural: state === 'structural',
    forced: state === 'forced',
    neverPublished: state === 'hidden',
    floor: zerosPrinted && value > 0 ? 1 : 0,
    mayBeZero: zerosPrinted && value === 0 && !isPublic,
  };
}

function demandOf({ value, low, high }: TableCell, cell: number, policy: Policy, least: number): Demand {
  const { k, level, zeros } = policy;
  const zerosPrinted = zeros === 'published';
  const small = isSmall(value, policy) || value === 0;
  // A large count that somebody has declared sensitive is to be uncertain by as much as a small one.
  const usualLow = small ? (zerosPrinted ? Math.max(1, least) : 0) : Math.max(least, value - (k - 1), 0);
  const usualHigh = small ? (level === 'C' ? k : k - 1) : value + (k - 1);
  return {
    cell,
    low: Math.min(value, low ?? usualLow),
    high: Math.max(value, high ?? usualHigh),
    either: level === 'A',
    ownBounds: low !== null || high !== null || !small,
  };
}

function placedSums(sums: readonly SumOfCells[], placeOf: ReadonlyMap<string, number>): ModelSum[] {
  const at = (id: string) => placeOf.get(id) ?? 0;
  const placed = sums.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at).sort((a, b) => a - b) }));
  const byName = new Map(placed.map((sum) => [`${sum.total}:${sum.parts.join()}`, sum]));
  return [...byName.values()].sort((a, b) => a.total - b.total || compareLists(a.parts, b.parts));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/**
 * The least that each cell can be for whoever knows which cells are zero: the number of counts above zero that it sums.
 * With printed zeros a total of three such counts is at least three.
 */
export function leastPossible(cells: readonly { readonly value: number }[], sums: readonly ModelSum[]): Float64Array {
  const least = Float64Array.from(cells, ({ value }) => (value > 0 ? 1 : 0));
  const waiting = new Int32Array(cells.length);
  const totalsOf: number[][] = cells.map(() => []);
  sums.forEach(({ total, parts }, sum) => {
    waiting[total] = (waiting[total] ?? 0) + parts.length;
    for (const part of parts) totalsOf[part]?.push(sum);
  });
  // From the leaves up: a cell is ready when all that it sums are.
  const ready = cells.flatMap((_, cell) => (waiting[cell] === 0 ? [cell] : []));
  const sumSoFar = new Float64Array(sums.length);
  const partsLeft = sums.map(({ parts }) => parts.length);
  for (const cell of ready)
    for (const sum of totalsOf[cell] ?? []) {
      const { total } = sums[sum] as ModelSum;
      sumSoFar[sum] = (sumSoFar[sum] ?? 0) + (least[cell] ?? 0);
      partsLeft[sum] = (partsLeft[sum] ?? 0) - 1;
      if (partsLeft[sum] === 0) least[total] = Math.max(least[total] ?? 0, sumSoFar[sum] ?? 0);
      waiting[total] = (waiting[total] ?? 0) - 1;
      if (waiting[total] === 0) ready.push(total);
    }
  return least;
}
