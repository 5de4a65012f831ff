import { isOpenOn } from '../../core/account/account-state.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids, Passwords, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { Account } from './ports.ts';
import { type StartedSession, startSession } from './start-session.ts';

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

/** Signs a person in with a local account and starts a new session. A failure is told in the trail, without what was written. */
export function signIn(ports: SignInPorts) {
  const { store, clock, passwords } = ports;
  return async (command: SignInCommand): Promise<Result<StartedSession, SignInRefusal>> => {
    const { municipality, requestId, oldToken } = command;
    const account = await store.read.findAccountByEmail(municipality, command.email.trim().toLowerCase());
    const right = await passwords.verify(command.password, account?.passwordHash ?? null);
    const at = clock.now();
    if (account === null || !right || !isOpenOn(account, swedishDay(at))) {
      const reason = account === null ? 'unknown-address' : right ? 'account-closed' : 'wrong-password';
      await tellRefusal(store, { municipality, account, reason, at, requestId });
      return refuse({ kind: 'wrong-email-or-password' });
    }
    const context = { municipality, actorId: account.id, at, requestId };
    const start = { municipality, accountId: account.id, method: 'password', oldToken, at } as const;
    return ok(await store.change(context, (tx) => startSession(ports)(tx, start)));
  };
}

interface RefusedPassword {
  readonly municipality: string;
  readonly account: Account | null;
  readonly reason: 'unknown-address' | 'account-closed' | 'wrong-password';
  readonly at: Date;
  readonly requestId: string | null;
}

async function tellRefusal(store: Store, refused: RefusedPassword): Promise<void> {
  const { municipality, account, reason, at, requestId } = refused;
  const thing = account === null ? { kind: 'municipality', id: municipality } : { kind: 'account', id: account.id };
  const after = { method: 'password', reason };
  await store.change({ municipality, actorId: null, at, requestId }, (tx) =>
    tx.event({ kind: 'sign-in-refused', thingKind: thing.kind, thingId: thing.id, before: null, after }),
  );
}
