import { assert } from '../shared/result.ts';

/**
 * Kinds of records that a municipality keeps for a time. Swedish: inloggningar, uppladdade filer, brevens innehåll, brev, länkar
 * till konton, gästlänkar, supportåtkomster, konton, spårlogg, planer, rapporter.
 */
export const retentionClasses = [
  'sessions',
  'uploads',
  'letter-content',
  'letters',
  'account-links',
  'guest-links',
  'support-accesses',
  'accounts',
  'trail',
  'plans',
  'reports',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/**
 * What happens when the time is over. `automatic`: the program removes it by itself, and the time is fixed. `proposed`: it is put
 * before somebody who confirms. `kept`: it is never removed here (bevaras, e-arkiv).
 */
export const retentionActions = ['automatic', 'proposed', 'kept'] as const;
export type RetentionAction = (typeof retentionActions)[number];

/** The law or decision that a time rests on: protection of personal data, or the duty to keep public documents. */
export type LegalGround = 'storage-limitation' | 'task-done' | 'public-record';

/** How long records of a class are kept, in whole days from when they ended; null for those that are kept for ever. */
export interface RetentionRule {
  readonly action: RetentionAction;
  readonly days: number | null;
  /** Between what the municipality may choose; null where it has no choice. Days, both included. */
  readonly bounds: { readonly least: number; readonly most: number } | null;
  readonly ground: LegalGround;
}

const automatic = (days: number): RetentionRule => {
  return { action: 'automatic', days, bounds: null, ground: 'storage-limitation' };
};
const proposed = (days: number, least: number, most: number, ground: LegalGround): RetentionRule => {
  return { action: 'proposed', days, bounds: { least, most }, ground };
};
const kept: RetentionRule = { action: 'kept', days: null, bounds: null, ground: 'public-record' };

/** The rules as the program begins with them. Source: GDPR article 5.1 e; Arkivlagen (1990:782) 3, 10 §§. */
export const retentionRules: Readonly<Record<RetentionClass, RetentionRule>> = {
  sessions: automatic(0),
  uploads: automatic(30),
  'letter-content': automatic(30),
  letters: proposed(365, 30, 1825, 'task-done'),
  'account-links': proposed(90, 30, 730, 'task-done'),
  'guest-links': proposed(365, 30, 1825, 'task-done'),
  'support-accesses': proposed(730, 365, 3650, 'storage-limitation'),
  accounts: proposed(730, 30, 3650, 'storage-limitation'),
  trail: kept,
  plans: kept,
  reports: kept,
};

/** Classes that somebody confirms the removal of, in the order in which they are shown. */
export const proposedClasses = retentionClasses.filter((each) => retentionRules[each].action === 'proposed');

/** What a municipality has chosen instead: days by class. What it has not chosen follows the rules. */
export type OwnDays = Readonly<Partial<Record<RetentionClass, number>>>;

/** How many days records of a class are kept; null for ever. A choice outside the bounds counts as the nearest bound. */
export function daysKept(recordClass: RetentionClass, own: OwnDays): number | null {
  const { days, bounds } = retentionRules[recordClass];
  const chosen = own[recordClass];
  if (bounds === null || chosen === undefined) return days;
  return Math.min(bounds.most, Math.max(bounds.least, chosen));
}

/** How many days records are kept of a class that the program removes by itself: the same everywhere. */
export function fixedDays(recordClass: RetentionClass): number {
  const { action, days } = retentionRules[recordClass];
  assert(action === 'automatic' && days !== null, 'only what is removed without asking has a fixed time');
  return days;
}

/** Whether a number of days can be chosen for a class: whole, and within its bounds. */
export function canChoose(recordClass: RetentionClass, days: number): boolean {
  const { bounds } = retentionRules[recordClass];
  return bounds !== null && Number.isInteger(days) && days >= bounds.least && days <= bounds.most;
}

/** The last day (ISO date) on which a record can have ended and still be kept `days` days on `today`: earlier ones are due. */
export function keptSince(days: number, today: string): string {
  return addDays(today, -days);
}

/** The first day (ISO date) on which a record that ended on a day may be removed. */
export function dueOn(endedOn: string, days: number): string {
  return addDays(endedOn, days + 1);
}

function addDays(isoDate: string, days: number): string {
  // Days of the calendar as such: in UTC every day has 24 hours.
  const moment = new Date(`${isoDate}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  assert(!Number.isNaN(moment.getTime()), 'a day is an ISO date');
  return moment.toISOString().slice(0, 10);
}
