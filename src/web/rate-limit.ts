import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Counts a try; gives the milliseconds until the next one may be made, null when this one may. The library answers a full
 * count by throwing its own kind of result; that is no fault here. `customDuration`: seconds that a first try counts for.
 */
export async function countTry(
  limiter: RateLimiterMemory,
  key: string,
  options: { readonly customDuration?: number } = {},
): Promise<number | null> {
  try {
    await limiter.consume(key, 1, options);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return answer.msBeforeNext;
  }
}

/** Milliseconds to wait as whole minutes, at least 1; null for no wait. */
export function wholeMinutes(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.max(1, Math.ceil(milliseconds / 60_000));
}
