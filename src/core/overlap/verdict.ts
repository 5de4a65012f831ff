/** What a person has found two measures to be: parts that fit together, partly one thing, the same thing, or nothing to do with each other. */
export const overlapVerdicts = ['complements', 'overlaps', 'same', 'none'] as const;
export type OverlapVerdict = (typeof overlapVerdicts)[number];

/** Two measures in an order of their own, so that a pair is one pair whichever of them it is seen from. */
export interface MeasurePair {
  readonly firstId: string;
  readonly secondId: string;
}

/** The pair of two measures, by their ids. */
export function pairOf(one: string, other: string): MeasurePair {
  return one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one };
}
