import type { CommitmentRole, Standing } from './commitment.ts';

/** What the state of a measure is judged from: each part with its latest report, or what is known of that. */
export interface PartState<R extends Standing> {
  readonly role: CommitmentRole;
  readonly lastReport: R | null;
}

/**
 * The report that tells how a measure stands: the coordinator's latest, else the newest of the others; null when nobody
 * has reported, which is never the same as "not started".
 */
export function reportOfMeasure<R extends Standing>(parts: readonly PartState<R>[]): R | null {
  const newest = (reports: readonly PartState<R>[]) =>
    reports
      .flatMap(({ lastReport }) => lastReport ?? [])
      .reduce<R | null>((best, report) => (best && best.reportedOn >= report.reportedOn ? best : report), null);
  return newest(parts.filter(({ role }) => role === 'coordinator')) ?? newest(parts);
}
