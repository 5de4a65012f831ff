import type { Actor } from '../../core/permission/role.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { type BadPassword, hashNewPassword, type PasswordPorts, tellPasswordChanged } from './new-password.ts';

/** `wrong-password`: not the one that counts now. `no-password`: the account has none to change. */
export type ChangePasswordRefusal = BadPassword | { readonly kind: 'wrong-password' | 'no-password' };

interface ChangePasswordCommand {
  readonly current: string;
  readonly password: string;
  /** The session that goes on; all others end. */
  readonly sessionId: string | null;
  readonly language: 'sv' | 'en';
  readonly requestId: string | null;
}

/** A person changes their own password. Their other sign-ins end, and a letter tells of the change. */
export function changePassword(ports: PasswordPorts) {
  const { store, clock, passwords } = ports;
  return async (actor: Actor, command: ChangePasswordCommand): Promise<Result<null, ChangePasswordRefusal>> => {
    const { municipality, accountId } = actor;
    const account = await store.read.getAccount(municipality, accountId);
    assert(account, 'a signed-in person has an account');
    if (account.passwordHash === null) return refuse({ kind: 'no-password' });
    if (!(await passwords.verify(command.current, account.passwordHash))) return refuse({ kind: 'wrong-password' });
    const hash = await hashNewPassword(ports, municipality, account, command.password);
    if (!hash.ok) return hash;
    const at = clock.now();
    const { language, requestId, sessionId } = command;
    await store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      await tx.setPassword(municipality, accountId, hash.value);
      await tx.withdrawLinks(municipality, accountId, 'password-reset', at);
      const ended = await tx.removeSessionsOf(municipality, accountId, sessionId === null ? {} : { except: sessionId });
      await tellPasswordChanged(tx, ports, { municipality, account, language, at });
      const after = { endedSessions: ended.length };
      await tx.event({ kind: 'password-changed', thingKind: 'account', thingId: accountId, before: null, after });
    });
    return ok(null);
  };
}
