import type { Policy } from './policy.ts';
import type { SumOfCells } from './tables.ts';

/** How a cell is published. Primary and secondary look the same. */
export const publishedStatuses = ['public', 'suppressed', 'structural'] as const;
export type PublishedStatus = (typeof publishedStatuses)[number];

/** A cell as published: null where it is suppressed. */
export interface PublishedCell {
  readonly id: string;
  readonly value: number | null;
  readonly status: PublishedStatus;
  /** Never to be published, so that printed zeros tell nothing of it. */
  readonly mayBeZero: boolean;
}

/** For a person to judge: all of a group have the same property, which shows although no count is small. */
export interface GroupWarning {
  readonly total: string;
  readonly part: string;
}

/** What protection cost. Internal: nothing of it is published. */
export interface Report {
  readonly primary: number;
  /** Cells hidden only to protect others; those that were never to be published are not counted. */
  readonly secondary: number;
  /** The least that the secondaries of any choice can weigh, so far as was proved. */
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** Primaries for which level B is not shown; always 0 at levels B and C. */
  readonly levelBFailures: number;
  /** Sum of the weights of the secondaries. */
  readonly weight: number;
  /** Secondaries that are totals. */
  readonly suppressedTotals: number;
  /** Of all that is counted in cells without parts, the share that is still shown, 0–1; null when nothing is counted. */
  readonly visibleShare: number | null;
  /** Groups that are shown to be all alike, such as all applications granted. */
  readonly warnings: readonly GroupWarning[];
  readonly ms: number;
}

/** One witness by names: a table in which the cell is `reaches`. */
export interface NamedWitness {
  readonly cell: string;
  readonly direction: 'low' | 'high';
  readonly reaches: number;
  /** The bound that the cell must reach where it has one of its own; null when the level gives it. */
  readonly bound: number | null;
  readonly witness: Readonly<Record<string, number>>;
}

/** A protected table with its proof. `report`, `proof` and `proofBase` are internal and stay with the release service. */
export interface Publication {
  readonly policy: Policy;
  readonly cells: readonly PublishedCell[];
  readonly sums: readonly SumOfCells[];
  /** How many primaries the report says there are; null when it says nothing. */
  readonly primaries: number | null;
  readonly proof: readonly NamedWitness[];
  /** What witnesses that say only what differs start from; null when each witness is a whole table. */
  readonly proofBase: Readonly<Record<string, number>> | null;
}
