import { isOpenOn } from '../../core/account/account-state.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { hashToken } from '../identity/session-token.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type BadPassword, hashNewPassword, type PasswordPorts, tellPasswordChanged } from './new-password.ts';
import { type NoSuchLink, openLink } from './open-link.ts';
import { sendLink } from './send-link.ts';

interface AskCommand {
  readonly municipality: string;
  readonly email: string;
  readonly language: 'sv' | 'en';
  readonly requestId: string | null;
}

/**
 * Sends a link for choosing a new password, when the address belongs to an open account that has a password. Says nothing
 * of whether it did: nobody shall learn which accounts exist.
 */
export function askForNewPassword(ports: PasswordPorts) {
  const { store, clock } = ports;
  return async ({ municipality, email, language, requestId }: AskCommand): Promise<void> => {
    const account = await store.read.findAccountByEmail(municipality, email);
    const at = clock.now();
    if (account === null || account.passwordHash === null || !isOpenOn(account, swedishDay(at))) return;
    await store.change({ municipality, actorId: null, at, requestId }, async (tx) => {
      await sendLink(ports)(tx, { municipality, purpose: 'password-reset', account, language, at });
      const facts = { thingKind: 'account', thingId: account.id, before: null, after: null };
      await tx.event({ kind: 'password-reset-asked', ...facts });
    });
  };
}

interface ResetCommand {
  readonly municipality: string;
  readonly token: string;
  readonly password: string;
  readonly language: 'sv' | 'en';
  readonly requestId: string | null;
}

/** Sets a new password by a link, which works once. All the person's sign-ins end, and a letter tells of the change. Gives the address. */
export function resetPassword(ports: PasswordPorts) {
  const { store, clock, sha256 } = ports;
  return async (command: ResetCommand): Promise<Result<{ readonly email: string }, NoSuchLink | BadPassword>> => {
    const { municipality, token, language, requestId } = command;
    const account = await openLink(ports)(municipality, 'password-reset', token);
    if (account === null) return refuse({ kind: 'no-such-link' });
    const hash = await hashNewPassword(ports, municipality, account, command.password);
    if (!hash.ok) return hash;
    const at = clock.now();
    const { id, email } = account;
    return store.change({ municipality, actorId: id, at, requestId }, async (tx) => {
      const used = await tx.useLink(municipality, 'password-reset', hashToken(sha256, token), at);
      if (used === null) return refuse({ kind: 'no-such-link' });
      await tx.withdrawLinks(municipality, id, null, at);
      await tx.setPassword(municipality, id, hash.value);
      const ended = await tx.removeSessionsOf(municipality, id, {});
      await tellPasswordChanged(tx, ports, { municipality, account, language, at });
      const after = { endedSessions: ended.length };
      await tx.event({ kind: 'password-reset', thingKind: 'account', thingId: id, before: null, after });
      return ok({ email });
    });
  };
}
