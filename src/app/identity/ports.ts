import type { Actor } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';

/** A local account. The e-mail address is kept in lower case and is unique in its municipality. */
export interface Account {
  readonly id: string;
  readonly municipality: string;
  readonly email: string;
  readonly name: string;
  /** Null for somebody who signs in without a password, or has not chosen one yet. */
  readonly passwordHash: string | null;
  /** All roles, past and coming ones too. */
  readonly memberships: readonly RolePeriod[];
  /** True for an account that has been closed, whatever its dates say. */
  readonly disabled: boolean;
  /** The person's last day, an ISO date: they may sign in on that day and never after. Null when no end is set. */
  readonly leftOn: string | null;
  readonly rowVersion: number;
}

/** An account as it begins: open, without an end. */
export function newAccount(account: Omit<Account, 'disabled' | 'leftOn' | 'rowVersion'>): Account {
  return { ...account, disabled: false, leftOn: null, rowVersion: 1 };
}

/** A signed-in browser. Only the hash of its token is kept. */
export interface Session {
  readonly municipality: string;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Reads accounts and sessions. */
export interface AccountReader {
  findAccountByEmail(municipality: string, email: string): Promise<Account | null>;
  listAccounts(municipality: string): Promise<Account[]>;
  getAccount(municipality: string, accountId: string): Promise<Account | null>;
  /**
   * The person behind a session that is neither expired nor ended, of an account that is neither disabled nor past its last
   * day, with the roles that are held on that day in Sweden; one query.
   */
  findActor(municipality: string, tokenHash: string, now: Date): Promise<Actor | null>;
}

/** Writes accounts and sessions. */
export interface AccountWriter {
  addAccount(account: Account): Promise<void>;
  addSession(session: Session): Promise<void>;
  removeSession(municipality: string, tokenHash: string): Promise<void>;
  /** Removes what has expired; gives how many. */
  removeExpiredSessions(municipality: string, now: Date): Promise<number>;
}
