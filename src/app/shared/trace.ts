import type { Guest } from '../../core/permission/guest.ts';
import type { Actor } from '../../core/permission/role.ts';

/** How whoever acts stands in the trail. */
export interface Trace {
  /** The account; null for a guest. */
  readonly actorId: string | null;
  /** What the event's `after` holds besides: the link that a guest came by, since nobody knows who held it. */
  readonly by: { readonly guestLinkId?: string };
}

export function traceOf(actor: Actor | Guest): Trace {
  if (actor.accountId === null) return { actorId: null, by: { guestLinkId: actor.guestLinkId } };
  return { actorId: actor.accountId, by: {} };
}
