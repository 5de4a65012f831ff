import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countTry, wholeMinutes } from '../rate-limit.ts';
import { networkOf } from './client-address.ts';

const PAIR_FAILURES = 5;
const PAIR_SECONDS = 15 * 60;
const BROWSER_FAILURES = 10;
const ADDRESS_FAILURES = 50;
const ADDRESS_SECONDS = 60 * 60;
const ACCOUNT_FAILURES = 10;
const ACCOUNT_SECONDS = 24 * 60 * 60;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Who tries to sign in, and from where. */
export interface Attempt {
  /** Network address. */
  readonly address: string;
  /** Municipality and e-mail address, whether there is such an account or not. */
  readonly account: string;
  /** Name of a browser that has signed in to the account before (`knownBrowser`); null for any other. */
  readonly browser: string | null;
}

/**
 * Slows down guessing of passwords. Failures are counted for an account from one network, for the network over all accounts,
 * and for the account from everywhere, so that many networks together gain nothing: past ten failures in a day each further
 * try must wait, twice as long each time up to a quarter of an hour. Nobody can shut another person out that way: a browser
 * that has signed in to the account before is counted by itself alone. Counts live in the process.
 */
export interface AttemptLimit {
  /** Counts a try before it is made, so that many at once count too. Whole minutes to wait, at least 1; null when the try may be made. */
  waitMinutes(attempt: Attempt): Promise<number | null>;
  /** Takes the tries back after the right password. */
  succeeded(attempt: Attempt): Promise<void>;
}

export function makeAttemptLimit(): AttemptLimit {
  const pairs = new RateLimiterMemory({ points: PAIR_FAILURES, duration: PAIR_SECONDS });
  const browsers = new RateLimiterMemory({ points: BROWSER_FAILURES, duration: PAIR_SECONDS });
  const networks = new RateLimiterMemory({ points: ADDRESS_FAILURES, duration: ADDRESS_SECONDS });
  const accounts = makeGrowingLimit();
  return {
    async waitMinutes({ address, account, browser }) {
      if (browser !== null) return wholeMinutes(await countTry(browsers, browser));
      const network = networkOf(address);
      const own = (await countTry(pairs, `${network} ${account}`)) ?? (await countTry(networks, network));
      if (own !== null) return wholeMinutes(own);
      const shared = await accounts.wait(account);
      // A try that is not made is no failure of the one who waits.
      if (shared !== null) await Promise.all([pairs.reward(`${network} ${account}`), networks.reward(network)]);
      return wholeMinutes(shared);
    },
    async succeeded({ address, account, browser }) {
      if (browser !== null) return void (await browsers.delete(browser));
      const network = networkOf(address);
      await Promise.all([pairs.delete(`${network} ${account}`), networks.reward(network), accounts.reward(account)]);
    },
  };
}

/** Lets some tries through, and then one at a time with a pause that doubles. */
function makeGrowingLimit() {
  const counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: ACCOUNT_SECONDS });
  const gates = new RateLimiterMemory({ points: 1, duration: LONGEST_WAIT_SECONDS });
  return {
    async wait(key: string): Promise<number | null> {
      const over = (await counts.consume(key)).consumedPoints - ACCOUNT_FAILURES;
      if (over <= 0) return null;
      const customDuration = Math.min(2 ** over, LONGEST_WAIT_SECONDS);
      const pause = await countTry(gates, key, { customDuration });
      if (pause !== null) await counts.reward(key);
      return pause;
    },
    reward: (key: string) => Promise.all([counts.reward(key), gates.delete(key)]),
  };
}
