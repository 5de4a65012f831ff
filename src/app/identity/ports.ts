import type { Actor, Membership } from '../../core/permission/role.ts';

/** A local account. The e-mail address is kept in lower case and is unique in its municipality. */
export interface Account {
  readonly id: string;
  readonly municipality: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly memberships: readonly Membership[];
  readonly disabled: boolean;
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
  /** The person behind a session that is neither expired nor ended, of an account that is not disabled; one query. */
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
