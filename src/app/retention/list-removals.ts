import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { PastRemoval } from './ports.ts';
import { mayKeepPersonalData, type NotAllowed } from './retention-access.ts';

/** Every earlier removal, newest first, as the trail tells of them. Swedish: gallringsprotokoll. */
export function listRemovals({ store }: { readonly store: Store }) {
  return async (actor: Actor): Promise<Result<PastRemoval[], NotAllowed>> => {
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'not-allowed' });
    return ok(await store.read.listRemovals(actor.municipality));
  };
}
