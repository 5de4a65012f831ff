/** The day it is in Sweden, as an ISO date ("2026-04-30"). */
export function swedishDay(now: Date): string {
  return dayFormat.format(now);
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' });

const HOUR_MS = 3_600_000;

/** The first moment in Sweden of the day that comes `days` after an ISO date; the day must exist. */
export function startOfSwedishDay(isoDate: string, days: number): Date {
  const midnight = Date.parse(`${isoDate}T00:00:00Z`) + days * 24 * HOUR_MS;
  const day = new Date(midnight).toISOString().slice(0, 10);
  // Sweden is one or two hours before UTC, and never changes between them at midnight.
  const summer = new Date(midnight - 2 * HOUR_MS);
  return swedishDay(summer) === day ? summer : new Date(midnight - HOUR_MS);
}
