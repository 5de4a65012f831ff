import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const PAIR_FAILURES = 5;
const PAIR_SECONDS = 15 * 60;
const ADDRESS_FAILURES = 50;
const ADDRESS_SECONDS = 60 * 60;

/**
 * Slows down guessing of passwords. Failures are counted for an account from one network address, and for the address
 * over all accounts; never for an account alone, since that would let anybody lock another person out. Counts live in
 * the process.
 */
export interface AttemptLimit {
  /** Counts a try before it is made, so that many at once count too. Whole minutes to wait, at least 1; null when the try may be made. */
  waitMinutes(address: string, account: string): Promise<number | null>;
  /** Takes the tries back after the right password. */
  succeeded(address: string, account: string): Promise<void>;
}

export function makeAttemptLimit(): AttemptLimit {
  const pairs = new RateLimiterMemory({ points: PAIR_FAILURES, duration: PAIR_SECONDS });
  const addresses = new RateLimiterMemory({ points: ADDRESS_FAILURES, duration: ADDRESS_SECONDS });
  return {
    async waitMinutes(address, account) {
      return (await wait(pairs, `${address} ${account}`)) ?? (await wait(addresses, address));
    },
    async succeeded(address, account) {
      await pairs.delete(`${address} ${account}`);
      await addresses.reward(address, 1);
    },
  };
}

/** The library answers a full count by throwing its own kind of result; that is no fault here. */
async function wait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return Math.max(1, Math.ceil(answer.msBeforeNext / 60_000));
  }
}
