import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids, Passwords, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { Account } from './ports.ts';
import { hashToken } from './session-token.ts';

/** How long a session lasts, in milliseconds: a working day with room. */
export const SESSION_MS = 12 * 60 * 60 * 1000;

interface SignInPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly sha256: Sha256;
}

export interface SignInCommand {
  readonly municipality: string;
  readonly email: string;
  readonly password: string;
  /** Token of the session that the browser already had; it ends, so that nobody can plant a session beforehand. */
  readonly oldToken: string | null;
  readonly requestId: string | null;
}

/** One refusal for unknown address, wrong password, no password, and an account that is closed, so that nobody can tell which accounts exist. */
export type SignInRefusal = { readonly kind: 'wrong-email-or-password' };

export interface SignedIn {
  readonly accountId: string;
  /** Goes to the browser; only its hash is kept here. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs a person in with a local account and starts a new session. */
export function signIn(ports: SignInPorts) {
  const { store, clock, ids, passwords, sha256 } = ports;
  return async (command: SignInCommand): Promise<Result<SignedIn, SignInRefusal>> => {
    const { municipality, requestId } = command;
    const email = command.email.trim().toLowerCase();
    const account = await store.read.findAccountByEmail(municipality, email);
    const right = await passwords.verify(command.password, account?.passwordHash ?? null);
    const now = clock.now();
    if (account === null || !right || !isOpen(account, swedishDay(now)))
      return refuse({ kind: 'wrong-email-or-password' });
    const token = ids.token(32);
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    const context = { municipality, actorId: account.id, at: now, requestId };
    await store.change(context, async (tx) => {
      if (command.oldToken !== null) await tx.removeSession(municipality, hashToken(sha256, command.oldToken));
      const tokenHash = hashToken(sha256, token);
      await tx.addSession({ municipality, tokenHash, accountId: account.id, createdAt: now, expiresAt });
      await tx.event({ kind: 'signed-in', thingKind: 'account', thingId: account.id, before: null, after: null });
    });
    return ok({ accountId: account.id, token, expiresAt });
  };
}

/** Whether an account may be used on a day (ISO date): it is neither closed nor past its last day. */
export function isOpen({ disabled, leftOn }: Pick<Account, 'disabled' | 'leftOn'>, day: string): boolean {
  return !disabled && (leftOn === null || day <= leftOn);
}
