const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 4 * 60 * MINUTE_MS;
const GROWTH = 4;

/** How long a letter is tried for, in milliseconds: longer than a mail server is away over a holiday. */
export const TRIED_FOR_MS = 5 * DAY_MS;
/** How long a letter may wait untried, in milliseconds, as when no mail server has been named. */
export const WAITS_FOR_MS = 14 * DAY_MS;

/**
 * How long to wait before the next attempt, in milliseconds. `attempts` is how many have been made, from 1; the wait grows
 * four times with each, to 4 hours at most. `chance` (0–1) takes off up to half of it, so that letters that failed
 * together do not come back together.
 */
export function retryDelayMs(attempts: number, chance: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** (attempts - 1));
  return Math.round(whole * (1 - chance / 2));
}
