import type { ModelSum } from './model.ts';

/** What everybody can see: a value for each published cell, null for each hidden one, and the sums. */
export interface PublishedTable {
  readonly values: readonly (number | null)[];
  /** The least that whoever reads can believe of each cell. */
  readonly floors: readonly number[];
  readonly sums: readonly ModelSum[];
  readonly sumsOf: readonly (readonly number[])[];
}

/** What must stay possible for a primary: counts as small as `low` and as large as `high`, or, when `either`, any two. */
export interface Safeguard {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly either: boolean;
}

/** A table that agrees with all that is published and in which `cell` is `reaches`. What differs from the base is written. */
export interface Witness {
  readonly cell: number;
  readonly direction: 'low' | 'high';
  readonly reaches: number;
  readonly cells: readonly number[];
  readonly values: readonly number[];
}

/** The proof of a publication: a base table, null where each witness must say for itself, and the witnesses. */
export interface Proof {
  readonly base: readonly (number | null)[];
  readonly witnesses: readonly Witness[];
}

/** What is wrong with a proof, and at which cell. */
export type ProofFault =
  | { readonly kind: 'not-a-count'; readonly cell: number }
  | { readonly kind: 'differs-from-published'; readonly cell: number }
  | { readonly kind: 'sum-broken'; readonly cell: number }
  | { readonly kind: 'reaches-other'; readonly cell: number }
  | { readonly kind: 'not-hidden'; readonly cell: number }
  | { readonly kind: 'alone-in-sum'; readonly cell: number }
  | { readonly kind: 'witness-missing'; readonly cell: number }
  | { readonly kind: 'too-narrow'; readonly cell: number };

/**
 * Whether a proof holds: the first fault, or null when there is none. A release rests on this alone, and it trusts nobody.
 * Every witness is a table of whole numbers that agrees with all that is published; every primary is hidden, never alone in
 * a sum, and has a witness as low and one as high as its safeguard asks.
 */
export function checkProof(table: PublishedTable, safeguards: readonly Safeguard[], proof: Proof): ProofFault | null {
  const { base, witnesses } = proof;
  const all = [...base.keys()];
  const isWhole = !base.includes(null);
  const baseFault = isWhole ? faultOf(table, base, all, table.sums) : null;
  if (baseFault !== null) return baseFault;
  const lowest = new Map<number, number>();
  const highest = new Map<number, number>();
  const shown = [...base];
  for (const { cell, direction, reaches, cells, values } of witnesses) {
    for (const [at, each] of cells.entries()) shown[each] = values[at] ?? null;
    // Where the base is a whole table that holds, only what the witness changes has to be looked at.
    const fault = isWhole
      ? faultOf(table, shown, cells, sumsWith(table, cells))
      : faultOf(table, shown, all, table.sums);
    if (fault !== null) return fault;
    if (shown[cell] !== reaches) return { kind: 'reaches-other', cell };
    for (const each of cells) shown[each] = base[each] ?? null;
    if (direction === 'low') lowest.set(cell, Math.min(lowest.get(cell) ?? reaches, reaches));
    else highest.set(cell, Math.max(highest.get(cell) ?? reaches, reaches));
  }
  for (const { cell, low, high, either } of safeguards) {
    const [least, most] = [lowest.get(cell), highest.get(cell)];
    if (table.values[cell] !== null) return { kind: 'not-hidden', cell };
    if (isAlone(table, cell)) return { kind: 'alone-in-sum', cell };
    if (least === undefined || most === undefined) return { kind: 'witness-missing', cell };
    if (either ? most - least < 1 : least > low || most < high) return { kind: 'too-narrow', cell };
  }
  return null;
}

function faultOf(
  { values, floors }: PublishedTable,
  shown: Proof['base'],
  cells: readonly number[],
  sums: readonly ModelSum[],
): ProofFault | null {
  for (const cell of cells) {
    const count = shown[cell] ?? -1;
    const published = values[cell] ?? null;
    if (!Number.isSafeInteger(count) || count < (floors[cell] ?? 0)) return { kind: 'not-a-count', cell };
    if (published !== null && count !== published) return { kind: 'differs-from-published', cell };
  }
  for (const { total, parts } of sums) {
    let sum = 0;
    for (const part of parts) sum += shown[part] ?? 0;
    if (shown[total] !== sum) return { kind: 'sum-broken', cell: total };
  }
  return null;
}

function sumsWith({ sums, sumsOf }: PublishedTable, cells: readonly number[]): ModelSum[] {
  const touched = new Set(cells.flatMap((cell) => sumsOf[cell] ?? []));
  return [...touched].map((sum) => sums[sum] as ModelSum);
}

function isAlone({ sums, sumsOf, values }: PublishedTable, cell: number): boolean {
  return (sumsOf[cell] ?? []).some((sum) => {
    const { total, parts } = sums[sum] as ModelSum;
    return [total, ...parts].every((other) => other === cell || values[other] !== null);
  });
}
