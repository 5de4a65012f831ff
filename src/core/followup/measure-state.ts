import type { CommitmentRole, Report } from './commitment.ts';

/** What the state of a measure is judged from: each part with its latest report. */
export interface PartState {
  readonly role: CommitmentRole;
  readonly lastReport: Report | null;
}

/**
 * The report that tells how a measure stands: the coordinator's latest, else the newest of the others; null when nobody
 * has reported, which is never the same as "not started".
 */
export function reportOfMeasure(parts: readonly PartState[]): Report | null {
  const newest = (reports: readonly PartState[]) =>
    reports
      .flatMap(({ lastReport }) => lastReport ?? [])
      .reduce<Report | null>((best, report) => (best && best.reportedOn >= report.reportedOn ? best : report), null);
  return newest(parts.filter(({ role }) => role === 'coordinator')) ?? newest(parts);
}
