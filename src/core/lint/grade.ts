import type { Severity } from './rule.ts';

/** What a municipality makes of a rule: nothing, one of the severities, or `blocking`: an open finding then stops the plan from being adopted. */
export const grades = ['off', 'note', 'warning', 'error', 'blocking'] as const;
export type Grade = (typeof grades)[number];

/** How findings of a rule with this grade are shown; null when it does not run. */
export function severityOf(grade: Grade): Severity | null {
  if (grade === 'off') return null;
  return grade === 'blocking' ? 'error' : grade;
}
