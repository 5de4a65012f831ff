import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { clientAddress, networkOf } from './client-address.ts';

const MOST_REFUSALS = 30;
const SECONDS = 600;

/** Counts refusals that are written down for ever, so that nobody can fill the trail from outside. Counts live in the process. */
export interface RefusalLimit {
  /** Whether the network that asks has had its share. */
  isFull(deps: WebDeps, c: WebContext): Promise<boolean>;
  count(deps: WebDeps, c: WebContext): Promise<void>;
}

export function makeRefusalLimit(): RefusalLimit {
  const networks = new RateLimiterMemory({ points: MOST_REFUSALS, duration: SECONDS });
  const network = (deps: WebDeps, c: WebContext) => networkOf(clientAddress(c, deps.settings.trustProxy));
  return {
    async isFull(deps, c) {
      const counted = await networks.get(network(deps, c));
      return counted instanceof RateLimiterRes && counted.consumedPoints >= MOST_REFUSALS;
    },
    async count(deps, c) {
      await networks.penalty(network(deps, c), 1);
    },
  };
}
