import { assert } from '../shared/result.ts';
import type { BodyName, BodyRecord } from './body.ts';

/** How a body stands on a day: not there yet, there, or gone. */
export const bodyTimes = ['coming', 'current', 'past'] as const;
export type BodyTime = (typeof bodyTimes)[number];

/** A stretch of days, both ends included; null is without end on that side. ISO dates. */
export interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** How something with a period stands on a day (ISO date). */
export function timeOf({ validFrom, validTo }: Period, day: string): BodyTime {
  if (validTo !== null && validTo < day) return 'past';
  return validFrom !== null && validFrom > day ? 'coming' : 'current';
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  const startsBefore = (one: Period, other: Period) =>
    one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo;
  return startsBefore(a, b) && startsBefore(b, a);
}

/** What a body was called on a day (ISO date): the first former name that had not ended by then, else the name of now. */
export function nameAsOf(body: Pick<BodyRecord, 'name' | 'abbreviation' | 'formerNames'>, day: string): BodyName {
  const { name, abbreviation } = body.formerNames.find(({ until }) => until >= day) ?? body;
  return { name, abbreviation };
}

/** A name with the days on which it was borne. */
export interface NameInTime extends BodyName, Period {}

/** All names of a body with their periods, oldest first; the last one is the name of now. */
export function namesOverTime(body: BodyRecord): readonly NameInTime[] {
  const ends = [...body.formerNames, { name: body.name, abbreviation: body.abbreviation, until: body.validTo }];
  return ends.map(({ name, abbreviation, until }, at) => {
    const before = body.formerNames[at - 1];
    return { name, abbreviation, validFrom: before ? nextDay(before.until) : body.validFrom, validTo: until };
  });
}

/** The day before an ISO date. */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

/** The day after an ISO date. */
export function nextDay(day: string): string {
  return shifted(day, 1);
}

const DAY_MILLISECONDS = 24 * 3600 * 1000;

function shifted(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  assert(!Number.isNaN(at), `«${day}» is no day`);
  return new Date(at + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
