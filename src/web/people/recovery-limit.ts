import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '../identity/client-address.ts';
import { countTry, wholeMinutes } from '../rate-limit.ts';

const NETWORK_ASKS = 10;
const TARGET_ASKS = 3;
const HOUR_SECONDS = 3600;

/**
 * How often a new password can be asked for. One network gets ten tries an hour. One address gets three letters an hour,
 * whoever asks: then nothing more is sent, and nobody is told, since the letters that came still work. Counts live in the
 * process.
 */
export interface RecoveryLimit {
  /** Counts a try. Whole minutes to wait, at least 1; null when it may be made. */
  waitMinutes(address: string): Promise<number | null>;
  /** Counts a letter to a municipality's address; false when there have been enough. */
  mayAsk(target: string): Promise<boolean>;
}

export function makeRecoveryLimit(): RecoveryLimit {
  const networks = new RateLimiterMemory({ points: NETWORK_ASKS, duration: HOUR_SECONDS });
  const targets = new RateLimiterMemory({ points: TARGET_ASKS, duration: HOUR_SECONDS });
  return {
    waitMinutes: async (address) => wholeMinutes(await countTry(networks, networkOf(address))),
    mayAsk: async (target) => (await countTry(targets, target)) === null,
  };
}
