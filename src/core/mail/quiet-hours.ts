/** When letters that can wait do wait. Times are in Sweden, "18:00". */
export interface QuietHours {
  /** From this time of day until `nightUntil`, past midnight when it is the later one; both null for no such hours. */
  readonly nightFrom: string | null;
  readonly nightUntil: string | null;
  /** Saturdays and Sundays, the whole day. */
  readonly weekends: boolean;
}

/** What holds for a municipality that has chosen nothing. */
export const usualQuietHours: QuietHours = { nightFrom: '18:00', nightUntil: '07:00', weekends: true };

/** Whether letters that can wait do so now. A night that ends when it begins is no night. */
export function isQuiet(now: Date, { nightFrom, nightUntil, weekends }: QuietHours): boolean {
  const { weekday, time } = swedishTime(now);
  if (weekends && isWeekend(weekday)) return true;
  if (nightFrom === null || nightUntil === null) return false;
  return nightFrom > nightUntil ? time >= nightFrom || time < nightUntil : time >= nightFrom && time < nightUntil;
}

/** Days from `now` to the next day on which such letters leave; 1 for tomorrow. */
export function daysToNextOpenDay(now: Date, { weekends }: QuietHours): number {
  const { weekday } = swedishTime(now);
  if (!weekends) return 1;
  if (weekday === 'Fri') return 3;
  return weekday === 'Sat' ? 2 : 1;
}

/** The time of day in Sweden ("07:05") and the day of the week. */
export function swedishTime(now: Date): { readonly weekday: string; readonly time: string } {
  const parts = Object.fromEntries(clockFormat.formatToParts(now).map(({ type, value }) => [type, value]));
  return { weekday: parts.weekday ?? '', time: `${parts.hour}:${parts.minute}` };
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
});

function isWeekend(weekday: string): boolean {
  return weekday === 'Sat' || weekday === 'Sun';
}
