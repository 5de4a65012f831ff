/**
 * How strongly a small count is protected. A: its exact value cannot be worked out. B: everything from 1 to k − 1 stays
 * possible, so that nothing is learnt beyond "small or not published". C: k stays possible as well. Source: spec/disclosure.md.
 */
export const protectionLevels = ['A', 'B', 'C'] as const;
export type ProtectionLevel = (typeof protectionLevels)[number];

/**
 * What becomes of a zero that was counted. `published`: zeros are printed, so that whoever reads knows that every hidden cell
 * is at least 1. `protected`: a zero is as sensitive as any other small count, and may be hidden.
 */
export const zeroPolicies = ['published', 'protected'] as const;
export type ZeroPolicy = (typeof zeroPolicies)[number];

/** The rule for one table or several that belong together. */
export interface Policy {
  /** Threshold, a whole number of at least 1: counts from 1 to k − 1 are sensitive. 5 when nothing is said. */
  readonly k: number;
  readonly zeros: ZeroPolicy;
  readonly level: ProtectionLevel;
}

/** Whether a count is sensitive by its size alone. */
export function isSmall(value: number, { k, zeros }: Policy): boolean {
  return value < k && (value > 0 || zeros === 'protected');
}
