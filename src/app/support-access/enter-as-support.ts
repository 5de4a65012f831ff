import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { hashToken } from '../identity/session-token.ts';
import { type StartedSession, startSession } from '../identity/start-session.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { SupportAccess } from './ports.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
}

/** One refusal for a link that is unknown, used or over, so that nobody can tell which. */
export type NoSuchSupportLink = { readonly kind: 'no-such-link' };

/** The access that a link opens, without using it up; null when it opens none. */
export function findSupportLink({ store, clock, sha256 }: Pick<Deps, 'store' | 'clock' | 'sha256'>) {
  return (municipality: string, token: string): Promise<SupportAccess | null> =>
    store.read.findSupportLink(municipality, hashToken(sha256, token), clock.now());
}

/** Signs support in by a link, which works once. The session ends when the access does. */
export function enterAsSupport(deps: Deps) {
  const { store, clock, sha256 } = deps;
  return async (command: {
    municipality: string;
    token: string;
    oldToken: string | null;
    requestId: string | null;
  }): Promise<Result<StartedSession, NoSuchSupportLink>> => {
    const { municipality, token, oldToken, requestId } = command;
    const access = await findSupportLink(deps)(municipality, token);
    if (access === null) return refuse({ kind: 'no-such-link' });
    const { accountId, endsAt } = access;
    const at = clock.now();
    return store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      if (!(await tx.useSupportLink(municipality, hashToken(sha256, token), at)))
        return refuse({ kind: 'no-such-link' });
      const start = { municipality, accountId, method: 'support-link', oldToken, at, endsAt } as const;
      return ok(await startSession(deps)(tx, start));
    });
  };
}
