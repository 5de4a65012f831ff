import { assert } from '../shared/result.ts';
import { closedStatuses, type ReportStatus } from './commitment.ts';

/** What timeliness is judged by. Dates are ISO dates ("2026-04-30"). */
export interface TimelinessFacts {
  /** Date of the latest report, null when none has come. */
  readonly lastReportedOn: string | null;
  readonly lastStatus: ReportStatus | null;
  /** Year of completion of the measure, null when none is stated. */
  readonly dueYear: number | null;
  readonly today: string;
  /** Months and days by which boards report each year, in order and at least one: "04-30". */
  readonly reportDueDays: readonly string[];
  /** The day the plan was adopted; null for a draft, for which nothing is due. */
  readonly adoptedOn: string | null;
}

/** How a commitment stands against the calendar. "Never reported" is its own answer, never the same as "not started". */
export interface Timeliness {
  readonly everReported: boolean;
  readonly late: boolean;
}

/**
 * Judges a commitment. Late when a due date after the adoption has passed and no report came after the due date before
 * it, or when the year of completion has ended and the measure is not done. Done and stopped measures are never late.
 */
export function judgeTimeliness(facts: TimelinessFacts): Timeliness {
  const everReported = facts.lastReportedOn !== null;
  const closed = facts.lastStatus !== null && closedStatuses.includes(facts.lastStatus);
  if (closed || facts.adoptedOn === null) return { everReported, late: false };
  return { everReported, late: isYearOver(facts) || isReportMissing(facts, facts.adoptedOn) };
}

function isYearOver(facts: TimelinessFacts): boolean {
  return facts.dueYear !== null && facts.today > `${facts.dueYear}-12-31`;
}

function isReportMissing(facts: TimelinessFacts, adoptedOn: string): boolean {
  const due = lastDueDate(facts.today, facts.reportDueDays);
  return due >= adoptedOn && !isReportedFor(due, facts);
}

function isReportedFor(due: string, facts: Pick<TimelinessFacts, 'lastReportedOn' | 'reportDueDays'>): boolean {
  const windowOpened = lastDueDate(due, facts.reportDueDays);
  return facts.lastReportedOn !== null && facts.lastReportedOn > windowOpened;
}

/** Whether a report is still to come for the due date that comes next: the plan is adopted, the measure neither done nor stopped, and nothing has been reported since the due date before. */
export function isReportAwaited(facts: Omit<TimelinessFacts, 'dueYear'>): boolean {
  const closed = facts.lastStatus === 'done' || facts.lastStatus === 'stopped';
  if (closed || facts.adoptedOn === null) return false;
  return !isReportedFor(nextDueDate(facts.today, facts.reportDueDays), facts);
}

/** The due date that comes next; `today` when it is one. The last of February where the day is not in that year. */
export function nextDueDate(today: string, monthDays: readonly string[]): string {
  const year = Number(today.slice(0, 4));
  const due = [year, year + 1].flatMap((each) => monthDays.map((monthDay) => dayIn(each, monthDay)));
  const next = due.sort().find((day) => day >= today);
  assert(next !== undefined, 'a calendar has at least one day');
  return next;
}

function dayIn(year: number, monthDay: string): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return monthDay === '02-29' && !leap ? `${year}-02-28` : `${year}-${monthDay}`;
}

/** Whole days from one ISO date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

const DAY_MS = 24 * 3_600_000;

/** The latest due date that has passed on `today`; on the due date itself a report is still in time. */
export function lastDueDate(today: string, monthDays: readonly string[]): string {
  const year = Number(today.slice(0, 4));
  const due = [year - 1, year].flatMap((each) => monthDays.map((monthDay) => dayIn(each, monthDay)));
  const last = due
    .sort()
    .filter((day) => day < today)
    .at(-1);
  assert(last !== undefined, 'a calendar has at least one day');
  return last;
}
