import type { SessionTime } from './ports.ts';

/** How long a session lasts at most, in milliseconds: a working day with room. */
export const SESSION_MS = 12 * 60 * 60 * 1000;
/** How long a session lasts while nobody uses it, in milliseconds. */
export const IDLE_MS = 2 * 60 * 60 * 1000;
/** How long after a sign-in somebody may change how they get in, in milliseconds; after that they are asked who they are again. */
export const FRESH_MS = 15 * 60 * 1000;
/** How often it is noted that a session is in use, in milliseconds; so much earlier it may end than the idle limit says. */
export const SEEN_EVERY_MS = 5 * 60 * 1000;

/** The limits at a point in time. */
export function sessionTime(now: Date): SessionTime {
  return { now, idleSince: new Date(now.getTime() - IDLE_MS) };
}
