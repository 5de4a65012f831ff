/** The day it is in Sweden, as an ISO date ("2026-04-30"). */
export function swedishDay(now: Date): string {
  return dayFormat.format(now);
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' });
