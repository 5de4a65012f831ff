import { judgeTimeliness, type Timeliness } from '../../core/followup/timeliness.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { CommitmentView } from '../plan/ports.ts';

/** The calendar that commitments are judged by. */
export interface Calendar {
  /** ISO date. */
  readonly today: string;
  /** "04-30" */
  readonly reportDueDays: readonly string[];
}

/** How one commitment stands against the calendar. */
export function standingOf(
  plan: Pick<PlanFacts, 'adoptedOn'>,
  measure: Pick<Block, 'dueYear'>,
  commitment: Pick<CommitmentView, 'lastReport'>,
  calendar: Calendar,
): Timeliness {
  return judgeTimeliness({
    lastReportedOn: commitment.lastReport?.reportedOn ?? null,
    lastStatus: commitment.lastReport?.status ?? null,
    dueYear: measure.dueYear,
    adoptedOn: plan.adoptedOn,
    ...calendar,
  });
}
