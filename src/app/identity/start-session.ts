import type { Ids, Sha256 } from '../shared/world.ts';
import type { Writer } from '../store.ts';
import { newSession, type SignInMethod } from './ports.ts';
import { SESSION_MS } from './session-time.ts';
import { hashToken } from './session-token.ts';

/** Who has shown who they are, and how. */
export interface SessionStart {
  readonly municipality: string;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly providerId?: string;
  readonly sealedIdToken?: string;
  /** Token of the session that the browser already had; it ends, so that nobody can plant a session beforehand. */
  readonly oldToken: string | null;
  readonly at: Date;
  /** When the session ends at the latest, if that may be before its usual time. */
  readonly endsAt?: Date;
}

export interface StartedSession {
  readonly accountId: string;
  /** Goes to the browser; only its hash is kept here. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Starts a session within a change, and tells that somebody has signed in. */
export function startSession({ ids, sha256 }: { readonly ids: Ids; readonly sha256: Sha256 }) {
  return async (tx: Writer, start: SessionStart): Promise<StartedSession> => {
    const { municipality, accountId, method, at } = start;
    const providerId = start.providerId ?? null;
    if (start.oldToken !== null) await tx.removeSession(municipality, hashToken(sha256, start.oldToken));
    const token = ids.token(32);
    const id = ids.next();
    const usual = at.getTime() + SESSION_MS;
    const expiresAt = new Date(Math.min(usual, start.endsAt?.getTime() ?? usual));
    const tokenHash = hashToken(sha256, token);
    const session = newSession({ id, municipality, tokenHash, accountId, createdAt: at, expiresAt });
    await tx.addSession({ ...session, method, providerId, sealedIdToken: start.sealedIdToken ?? null });
    const after = { session: id, method, provider: providerId };
    await tx.event({ kind: 'signed-in', thingKind: 'account', thingId: accountId, before: null, after });
    return { accountId, token, expiresAt };
  };
}
