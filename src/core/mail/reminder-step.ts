/** How many days before the last day people are reminded. */
export const reminderSteps = [14, 7, 1] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/**
 * The reminder that is due, or was due and may have been missed: null while there is time and after the last day. A
 * reminder whose day comes before the next day on which letters leave (`daysToNextOpenDay`, 1 for tomorrow) is sent today,
 * so that nobody is reminded on a Sunday, or too late.
 */
export function reminderStep(daysLeft: number, daysToNextOpenDay: number): ReminderStep | null {
  if (daysLeft < 0) return null;
  const nearest = daysLeft - (daysToNextOpenDay - 1);
  return [...reminderSteps].reverse().find((step) => nearest <= step) ?? null;
}
