import type { Activity, Commitment, Report, Stance } from '../../core/followup/commitment.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { CommitmentView } from '../plan/ports.ts';
import type { VersionedWrite } from '../store.ts';

/** One commitment with all that its page needs. */
export interface CommitmentWhole {
  readonly plan: PlanFacts;
  readonly area: Block | null;
  readonly measure: Block;
  readonly commitment: CommitmentView;
  /** All parts in the same measure, own included, in the document's order. */
  readonly siblings: readonly CommitmentView[];
  readonly activities: readonly Activity[];
  /** Newest first. */
  readonly reports: readonly Report[];
  /** Changes of the organisation that gave it another body, oldest first. */
  readonly moves: readonly CommitmentMove[];
}

/** That a commitment went from one body to another. Names are those that the register has now; `movedOn` is an ISO date. */
export interface CommitmentMove {
  readonly fromName: string;
  readonly toName: string;
  readonly movedOn: string;
}

/** A row of "Våra åtaganden". */
export interface CommitmentRow {
  readonly plan: PlanFacts;
  readonly area: Block | null;
  readonly measure: Block;
  readonly commitment: CommitmentView;
  readonly activityCount: number;
  /** Name of the body that had it before the latest change of the organisation; null for one that was never moved. */
  readonly formerBodyName: string | null;
}

/** Reads commitments, activities and reports. */
export interface FollowupReader {
  /** All parts of some bodies in all adopted plans, in the order plan, area, measure, role; one query. Drafts are left out. */
  listCommitmentsOfBodies(municipality: string, bodyIds: readonly string[]): Promise<CommitmentRow[]>;
  /** At most three queries. */
  getCommitment(municipality: string, commitmentId: string): Promise<CommitmentWhole | null>;
}

/** A report to be added. `requestKey` makes a repeated sending of one form one report. */
export interface NewReport {
  readonly id: string;
  readonly commitmentId: string;
  readonly status: Report['status'];
  readonly text: string;
  readonly reportedOn: string;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly requestKey: string;
  /** Id of the latest report that the writer had seen; null when there was none. */
  readonly basedOn: string | null;
}

/**
 * The answer of `addReport`. `repeated` is true when the same form had been received before: nothing was added, so no
 * event is to be written either.
 */
export type ReportWrite =
  | { readonly done: true; readonly repeated: boolean }
  | { readonly done: false; readonly current: Report | null };

/** Writes commitments, activities and reports. Every method carries the parent's id into its WHERE. */
export interface FollowupWriter {
  answerCommitment(
    municipality: string,
    bodyId: string,
    answer: { commitmentId: string; stance: Stance; comment: string; rowVersion: number },
  ): Promise<VersionedWrite<Commitment>>;
  addActivity(municipality: string, bodyId: string, activity: Activity): Promise<boolean>;
  changeActivity(municipality: string, bodyId: string, activity: Activity): Promise<VersionedWrite<Activity>>;
  /** False with the current latest report when somebody reported after `basedOn`; the same `requestKey` again is done and adds nothing. */
  addReport(municipality: string, bodyId: string, report: NewReport): Promise<ReportWrite>;
}
