import type { Policy } from './policy.ts';

/**
 * How a cell comes in. `open`: may be shown or hidden. `forced`: is or must be public, such as what an earlier publication
 * has printed. `structural`: a zero by definition, printed as a dash. `hidden`: never published, yet possible to work out,
 * such as the difference of two published counts.
 */
export const cellStates = ['open', 'forced', 'structural', 'hidden'] as const;
export type CellState = (typeof cellStates)[number];

/** One count in one or more tables. The same people counted in two tables are one cell. */
export interface TableCell {
  readonly id: string;
  /** A whole number from 0 to 1,000,000,000. */
  readonly value: number;
  readonly state: CellState;
  /** What it costs to hide the cell, 0 or more; 1 when nothing is said. */
  readonly weight: number;
  /** Whether somebody has declared it sensitive or not; null when its size decides. */
  readonly declared: boolean | null;
  /** Bounds that must stay possible, where somebody has set other ones than the level's. */
  readonly low: number | null;
  readonly high: number | null;
  /** Known to be public already although small: it cannot be protected any more and is taken as known. */
  readonly alreadyPublic: boolean;
}

/** A sum that whoever reads knows: `total` is the sum of `parts`. */
export interface SumOfCells {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts and all sums between them, over every table, year and earlier publication that can be put side by side. */
export interface Tables {
  readonly policy: Policy;
  readonly cells: readonly TableCell[];
  readonly sums: readonly SumOfCells[];
}

/** Why tables cannot be taken in. `at` is where, such as `cells[3].value`. */
export type TablesRefusal =
  | { readonly kind: 'wrong-shape'; readonly at: string }
  | { readonly kind: 'unknown-field'; readonly at: string }
  | { readonly kind: 'too-many-cells'; readonly most: number }
  | { readonly kind: 'bad-count'; readonly cell: string }
  | { readonly kind: 'bad-bounds'; readonly cell: string }
  | { readonly kind: 'structural-not-zero'; readonly cell: string }
  | { readonly kind: 'duplicate-id'; readonly id: string }
  | { readonly kind: 'unknown-id'; readonly id: string }
  | { readonly kind: 'repeated-part'; readonly total: string; readonly part: string }
  | { readonly kind: 'sum-differs'; readonly total: string; readonly says: number; readonly parts: number }
  | { readonly kind: 'circle'; readonly cells: readonly string[] };

/** More cells than this are refused before anything else is read: take a part of the country, or a year, at a time. */
export const MOST_CELLS = 250_000;
/** Places in sums altogether, under the same rule. */
export const MOST_PARTS = 2_000_000;
/** A larger count is refused: solvers work with limited exactness. */
export const LARGEST_COUNT = 1_000_000_000;
