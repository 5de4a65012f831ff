import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { WebContext, WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { tooManyPage } from '../errors/too-many-page.tsx';
import { clientAddress, networkOf } from '../identity/client-address.ts';

/** So many in so long. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/** How much one person, or one network of those who have not signed in, may ask for. */
export interface Limits {
  /** Forms sent, all pages together. */
  readonly forms: Limit;
  /** What costs far more than a page, such as documents made and files read. */
  readonly costly: Limit;
  /** Under way at once at each costly address, whoever asks. */
  readonly costlyAtOnce: number;
  /** Wrong tries of guest links from one network. */
  readonly guestNetwork: Limit;
  /** Wrong tries of guest links in one municipality, from everywhere together. */
  readonly guestDoor: Limit;
  /** Pages and forms of one guest link. */
  readonly guestLink: Limit;
}

/** Far above what a person has time for, and an office behind one address too. */
export const usualLimits: Limits = {
  forms: { most: 600, seconds: 300 },
  costly: { most: 60, seconds: 300 },
  costlyAtOnce: 30,
  guestNetwork: { most: 20, seconds: 600 },
  guestDoor: { most: 300, seconds: 600 },
  guestLink: { most: 300, seconds: 300 },
};

/** Refuses with 429 what one person or network sends too much of. Counts live in the process. */
export function notTooMany(deps: Pick<WebDeps, 'settings' | 'log'>, limit: Limit): MiddlewareHandler<WebEnv> {
  const counts = new RateLimiterMemory({ points: limit.most, duration: limit.seconds });
  return async (c, next) => {
    const waitSeconds = await secondsToWait(counts, whoSends(deps, c));
    if (waitSeconds === null) return next();
    deps.log.warn({ requestId: c.get('requestId'), route: c.get('route') }, 'refused: too many requests');
    return tooManyPage(c, waitSeconds);
  };
}

/** A person by account and a guest by link, so that colleagues behind one address do not hinder each other; anybody else by network. */
function whoSends({ settings }: Pick<WebDeps, 'settings'>, c: WebContext): string {
  const actor = c.get('actor');
  const known = 'grant' in actor ? actor.guestLinkId : actor.accountId;
  return `${actor.municipality} ${known ?? networkOf(clientAddress(c, settings.trustProxy))}`;
}

/** Counts one more; whole seconds until there is room, null when there is. The library throws its own kind of result for a full count; that is no fault. */
export async function secondsToWait(counts: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await counts.consume(key);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return Math.max(1, Math.ceil(answer.msBeforeNext / 1000));
  }
}
