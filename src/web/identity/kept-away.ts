import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { clientAddress, networkOf } from './client-address.ts';
import { type KeptForm, readKept, writeKept } from './kept-form.ts';
import { sealedCookie } from './sealed-cookie.ts';

const KEPT_SECONDS = 30 * 60;
const KEY_BYTES = 32;
/** Forms kept at once in a municipality, and by one network in an hour: whoever is not signed in can fill no disk. */
const MOST_IN_ALL = 500;
const MOST_FROM_ONE = 20;

const cookie = sealedCookie('kept-form', z.object({ id: z.string(), key: z.string() }), KEPT_SECONDS);

/** Forms that wait on the server while their writers are at a login provider. */
export interface KeptAway {
  /** Keeps a form for the browser that asks; false when there are too many already. */
  put(deps: WebDeps, c: WebContext, kept: KeptForm): Promise<boolean>;
}

/** Keeps forms; what is counted lives in the process. */
export function makeKeptAway(): KeptAway {
  const networks = new RateLimiterMemory({ points: MOST_FROM_ONE, duration: 3600 });
  return {
    async put(deps, c, kept) {
      const network = networkOf(clientAddress(c, deps.settings.trustProxy));
      if (!(await mayKeep(networks, network))) return false;
      const { code } = c.get('municipality');
      const id = deps.ids.next();
      const key = deps.ids.token(KEY_BYTES);
      const at = deps.clock.now();
      const expiresAt = new Date(at.getTime() + KEPT_SECONDS * 1000);
      const form = { id, sealed: deps.secrets.seal(purposeOf(key), writeKept(kept)), expiresAt };
      const context = { municipality: code, actorId: null, at, requestId: c.get('requestId') };
      if (!(await deps.store.change(context, (tx) => tx.addKeptForm(code, form, MOST_IN_ALL)))) return false;
      cookie.set(deps, c, { id, key });
      return true;
    },
  };
}

async function mayKeep(networks: RateLimiterMemory, network: string): Promise<boolean> {
  try {
    await networks.consume(network);
    return true;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return false;
  }
}

/** The form that waits for this browser; null when there is none any more. One query when the browser says there is. */
export async function keptAway(deps: WebDeps, c: WebContext): Promise<KeptForm | null> {
  const ticket = cookie.read(deps, c);
  if (ticket === null) return null;
  const form = await deps.store.read.getKeptForm(c.get('municipality').code, ticket.id, deps.clock.now());
  return form === null ? null : readKept(deps.secrets.open(purposeOf(ticket.key), form.sealed) ?? undefined);
}

/** Whether a page may depend on a form that waits for this browser. */
export function hasKeptAway(deps: WebDeps, c: WebContext): boolean {
  return cookie.isSent(deps, c);
}

/** Lets go of the form that waits; nobody can read it from then on. */
export function dropKeptAway(deps: WebDeps, c: WebContext): void {
  if (cookie.isSent(deps, c)) cookie.clear(deps, c);
}

/** Half of the key is the browser's and half the installation's. */
function purposeOf(key: string): string {
  return `kept-form ${key}`;
}
