/** Why somebody outside the municipality was let in to help. Swedish: fel, fråga, inställning, säkerhet, annat. */
export const supportReasons = ['fault', 'question', 'settings', 'security', 'other'] as const;
export type SupportReason = (typeof supportReasons)[number];

/** Longest time for which support can be let in, in hours. */
export const LONGEST_SUPPORT_HOURS = 24;
/** How long the link that lets support in works, in milliseconds. */
export const SUPPORT_LINK_MS = 15 * 60 * 1000;

/** The times of an access. `endedAt` is null until it was ended before its time, or noted as over. */
export interface SupportTimes {
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** Whether support may be inside now. */
export function isSupportOpen({ endsAt, endedAt }: SupportTimes, now: Date): boolean {
  return endedAt === null && now < endsAt;
}
