import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { hashToken } from '../identity/session-token.ts';
import { type StartedSession, startSession } from '../identity/start-session.ts';
import { type BadPassword, hashNewPassword, type PasswordPorts } from './new-password.ts';
import { type NoSuchLink, openLink } from './open-link.ts';

interface AcceptCommand {
  readonly municipality: string;
  readonly token: string;
  readonly password: string;
  /** Token of the session that the browser already had; it ends. */
  readonly oldToken: string | null;
  readonly requestId: string | null;
}

/** The one who was invited chooses a password and is signed in. The link works once. */
export function acceptInvitation(ports: PasswordPorts) {
  const { store, clock, sha256 } = ports;
  return async (command: AcceptCommand): Promise<Result<StartedSession, NoSuchLink | BadPassword>> => {
    const { municipality, token, oldToken, requestId } = command;
    const account = await openLink(ports)(municipality, 'invitation', token);
    if (account === null) return refuse({ kind: 'no-such-link' });
    const hash = await hashNewPassword(ports, municipality, account, command.password);
    if (!hash.ok) return hash;
    const at = clock.now();
    const { id } = account;
    return store.change({ municipality, actorId: id, at, requestId }, async (tx) => {
      const used = await tx.useLink(municipality, 'invitation', hashToken(sha256, token), at);
      if (used === null) return refuse({ kind: 'no-such-link' });
      await tx.withdrawLinks(municipality, id, null, at);
      await tx.setPassword(municipality, id, hash.value);
      await tx.event({ kind: 'invitation-accepted', thingKind: 'account', thingId: id, before: null, after: null });
      return ok(await startSession(ports)(tx, { municipality, accountId: id, method: 'password', oldToken, at }));
    });
  };
}
