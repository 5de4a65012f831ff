import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { isDay } from '../../core/shared/day.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { SilentPart } from './ports.ts';

export type SilentRefusal = { readonly kind: 'not-allowed' } | { readonly kind: 'date-not-a-date' };

/** The measures that nobody has reported on since an ISO date, with who decided and answered what and when; one query. */
export function listSilentMeasures({ store }: { store: Store }) {
  return async (actor: Actor, since: string): Promise<Result<readonly SilentPart[], SilentRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-trail', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    if (!isDay(since)) return refuse({ kind: 'date-not-a-date' });
    return ok(await store.read.listSilentParts(municipality, since));
  };
}

/** The same day a year earlier, as an ISO date; 28 February for a leap day. */
export function yearBefore(isoDate: string): string {
  const earlier = `${Number(isoDate.slice(0, 4)) - 1}${isoDate.slice(4)}`;
  return isDay(earlier) ? earlier : `${earlier.slice(0, 4)}-02-28`;
}
