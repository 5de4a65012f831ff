import { judgePassword, type PasswordFault } from '../../core/account/password.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock, Ids, IsCommonPassword, Passwords, Secrets, Sha256 } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { municipalityName } from './send-link.ts';

/** What choosing a password needs from outside. */
export interface PasswordPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly isCommonPassword: IsCommonPassword;
  readonly secrets: Secrets;
  readonly sha256: Sha256;
}

export type BadPassword = { readonly kind: 'bad-password'; readonly fault: PasswordFault };

/** Whose password it is. */
interface Owner {
  readonly email: string;
  readonly name: string;
}

/** Judges a new password, and gives its hash when it will do. Slow by design, so never within a change. */
export async function hashNewPassword(
  { store, passwords, isCommonPassword }: PasswordPorts,
  municipality: string,
  owner: Owner,
  password: string,
): Promise<Result<string, BadPassword>> {
  const facts = { ...owner, municipalityName: await municipalityName(store.read, municipality) };
  const fault = judgePassword(password, facts, isCommonPassword);
  return fault === null ? ok(await passwords.hash(password)) : refuse({ kind: 'bad-password', fault });
}

/** Tells the owner by letter that the password was changed, so that a change by somebody else is noticed. */
export async function tellPasswordChanged(
  tx: Writer,
  { ids }: Pick<PasswordPorts, 'ids'>,
  change: {
    readonly municipality: string;
    readonly account: Owner & { readonly id: string };
    readonly language: 'sv' | 'en';
    readonly at: Date;
  },
): Promise<void> {
  const { municipality, account, language, at } = change;
  await tx.addLetter(municipality, {
    id: ids.next(),
    accountId: account.id,
    address: account.email,
    language,
    sendAfter: null,
    kind: 'password-changed',
    data: {
      receiverName: account.name,
      municipalityName: await municipalityName(tx, municipality),
      changedAt: at.toISOString(),
    },
  });
}
