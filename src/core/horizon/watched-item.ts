/** What a municipality keeps an eye on: a law, an EU directive, an assignment from the state, an inquiry, a national goal or strategy, or something else. */
export const watchedKinds = ['law', 'directive', 'assignment', 'inquiry', 'goal', 'other'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** How far it has come: on its way, decided but not in force, in force, or no longer watched. */
export const watchedStates = ['expected', 'decided', 'in-force', 'ended'] as const;
export type WatchedState = (typeof watchedStates)[number];

/** The days of what is watched, ISO dates; null where it is not known. */
export interface WatchedDays {
  readonly inForceOn: string | null;
  /** When a decision or proposal is expected. */
  readonly expectedOn: string | null;
  /** When somebody is to see how it has gone. */
  readonly followUpOn: string | null;
}

/** Which of the days it is. */
export const dayKinds = ['expected', 'in-force', 'follow-up'] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day that somebody should know of. `daysLeft` is negative for one that has passed. */
export interface NearDay {
  readonly kind: DayKind;
  /** ISO date. */
  readonly day: string;
  readonly daysLeft: number;
}

/** Days from which a day is near. */
export const NEAR_DAYS = 60;

/**
 * The days that are near or have passed without being dealt with, the earliest first. A day of entering into force that has
 * passed needs nobody when it is said to be in force; an expected day needs nobody once it is decided. Nothing of what has ended.
 */
export function nearDays(item: WatchedDays & { readonly state: WatchedState }, today: string): NearDay[] {
  const waiting: Readonly<Record<DayKind, readonly [day: string | null, states: readonly WatchedState[]]>> = {
    expected: [item.expectedOn, ['expected']],
    'in-force': [item.inForceOn, ['expected', 'decided']],
    'follow-up': [item.followUpOn, ['expected', 'decided', 'in-force']],
  };
  return dayKinds
    .flatMap((kind) => {
      const [day, states] = waiting[kind];
      if (day === null || !states.includes(item.state)) return [];
      const daysLeft = daysFrom(today, day);
      return daysLeft <= NEAR_DAYS ? [{ kind, day, daysLeft }] : [];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

const DAY_MS = 24 * 3_600_000;

function daysFrom(today: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

/** Whether an address can be the source of what is watched: one that begins with http:// or https:// and has no spaces or quotation marks. */
export function isSourceAddress(address: string): boolean {
  return /^https?:\/\/[^\s"'<>]+$/i.test(address);
}
