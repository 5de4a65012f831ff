/**
 * What happens to every table that hangs on a plan when the plan is copied to the next period: `copied`, `derived` (worked out
 * again from what is copied), or why it is left behind. A new table that hangs on a plan needs a line here, or a test fails.
 */
export const copiedRelations: Readonly<Record<string, 'copied' | 'derived' | { readonly leftOut: string }>> = {
  plan: 'copied',
  block: 'copied',
  commitment: 'copied',
  plan_classification: 'copied',
  block_tag: 'copied',
  measure_word: 'derived',
  plan_case: { leftOut: 'the memo and the remiss are about the old plan' },
  plan_version: { leftOut: 'the new plan has been seen by nobody' },
  plan_change: { leftOut: 'nothing has been changed in the new plan yet' },
  plan_revision: { leftOut: 'a revision is of the old plan' },
  source_file: { leftOut: 'the new plan was not read from a file' },
  finding_acknowledgement: { leftOut: 'what was accepted in the old plan has to be looked at anew' },
  overlap_verdict: { leftOut: 'a verdict is about two measures as they stand' },
  activity: { leftOut: 'what a body does for the old plan' },
  report: { leftOut: 'reports are about the old plan' },
  commitment_move: { leftOut: 'tells where a part of the old plan came from' },
  word_export: { leftOut: 'a file that went out to Word is of the old plan' },
  edited_file: { leftOut: 'a file that came back from Word is of the old plan' },
  edit_proposal: { leftOut: 'a proposal is about a text of the old plan' },
  watched_plan: { leftOut: 'what is watched is tied to the plan that it was watched for' },
  watched_measure: { leftOut: 'what is watched is tied to the measure that it was watched for' },
  guest_link: { leftOut: 'a link is for one thing and ends' },
};

/** Columns of the copied tables that begin anew. All others are copied as they are. */
export const begunAnew: Readonly<Record<'plan' | 'block' | 'commitment', readonly string[]>> = {
  plan: [
    'plan_id',
    'slug',
    'title',
    'registration_number',
    'period_from',
    'period_to',
    'state',
    'adopted_on',
    'row_version',
  ],
  block: ['plan_id', 'block_id', 'parent_id', 'due_year', 'row_version', 'origin'],
  commitment: [
    ...['commitment_id', 'plan_id', 'measure_id', 'stance', 'comment', 'row_version', 'report_count'],
    ...['responsible_account_id', 'former_body_id'],
  ],
};
