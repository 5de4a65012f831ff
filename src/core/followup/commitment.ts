/** A body's part in a measure: samordnare, delansvarig, or one that only gives support (övrig medverkan, "med stöd av"). */
export const commitmentRoles = ['coordinator', 'co-responsible', 'supporting'] as const;
export type CommitmentRole = (typeof commitmentRoles)[number];

/** What the body has answered about its part: nothing yet, accepted, or commented so that the strategist should read. */
export const stances = ['unanswered', 'accepted', 'commented'] as const;
export type Stance = (typeof stances)[number];

/** The state of a measure as a body reports it. */
export const reportStatuses = ['not-started', 'in-progress', 'done', 'stopped'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** The statuses after which nothing more is expected. A commitment is open until its latest report has one of them; never reported is open. */
export const closedStatuses: readonly ReportStatus[] = ['done', 'stopped'];

/** The state of a body's own activity. */
export const activityStates = ['planned', 'in-progress', 'done', 'stopped'] as const;
export type ActivityState = (typeof activityStates)[number];

/**
 * One body's part in one measure. `bodyId` is null where the document names a class of bodies ("berörda nämnder") or a
 * body that nobody has placed in the register; `bodyLabel` keeps the document's own words.
 */
export interface Commitment {
  readonly id: string;
  readonly planId: string;
  readonly measureId: string;
  readonly bodyId: string | null;
  readonly bodyLabel: string;
  readonly role: CommitmentRole;
  /** Order among the measure's roles, as in the document; from 0. */
  readonly position: number;
  readonly stance: Stance;
  readonly comment: string;
  readonly rowVersion: number;
}

/** A report of status, never changed afterwards: a correction is a new report. `reportedOn` is an ISO date. */
export interface Report {
  readonly id: string;
  readonly commitmentId: string;
  readonly status: ReportStatus;
  readonly text: string;
  readonly reportedOn: string;
  readonly authorName: string;
}

/** What a report says of how far the work has come, without its text. */
export type Standing = Pick<Report, 'status' | 'reportedOn'>;

/** The body's own activity for a commitment. Dates are ISO dates or null when not set; `startsOn <= endsOn`. */
export interface Activity {
  readonly id: string;
  readonly commitmentId: string;
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly state: ActivityState;
  readonly rowVersion: number;
}
