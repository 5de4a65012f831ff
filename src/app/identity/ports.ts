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

/** How somebody showed who they are. */
export const signInMethods = ['password', 'passkey', 'provider', 'support-link'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** A signed-in browser. Only the hash of its token is kept. */
export interface Session {
  /** Names the session to its owner; opens nothing. */
  readonly id: string;
  readonly municipality: string;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: Date;
  /** Behind the truth by at most `SEEN_EVERY_MS`. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly method: SignInMethod;
  /** Login provider, when the method is `provider`; else null. */
  readonly providerId: string | null;
  /** The provider's id token, sealed, for signing out there too. */
  readonly sealedIdToken: string | null;
}

/** A session by password, as it begins. */
export function newSession(
  session: Pick<Session, 'id' | 'municipality' | 'tokenHash' | 'accountId' | 'createdAt' | 'expiresAt'>,
): Session {
  return { ...session, lastSeenAt: session.createdAt, method: 'password', providerId: null, sealedIdToken: null };
}

/** The person behind a session, with the roles that hold in it. */
export interface SignedInPerson {
  readonly actor: Actor;
  readonly sessionId: string;
  /** When the person last showed who they are. */
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

/** A session as its owner sees it in the list. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly method: SignInMethod;
  /** What the login provider is called on its button; null for other methods. */
  readonly providerLabel: string | null;
}

/** A session that was just ended, with what is needed to end the one at the login provider too. */
export interface EndedSession {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string | null;
  readonly sealedIdToken: string | null;
}

/** The point in time, and how long ago somebody must at least have been seen for a session to hold. */
export interface SessionTime {
  readonly now: Date;
  readonly idleSince: Date;
}

/** Reads accounts and sessions. A person who has been removed has no account here. */
export interface AccountReader {
  findAccountByEmail(municipality: string, email: string): Promise<Account | null>;
  listAccounts(municipality: string): Promise<Account[]>;
  getAccount(municipality: string, accountId: string): Promise<Account | null>;
  /**
   * The person behind a session that is neither expired, idle nor ended, of an account that is neither disabled
   * nor past its last day, with the roles that are held on that day in Sweden; one query. Roles that a login provider gave
   * hold in sessions by that provider alone.
   */
  findSignedIn(municipality: string, tokenHash: string, time: SessionTime): Promise<SignedInPerson | null>;
  /** The sessions of an account that still hold, latest seen first. */
  listSessions(municipality: string, accountId: string, time: SessionTime): Promise<ListedSession[]>;
}

/** Writes accounts and sessions. */
export interface AccountWriter {
  addAccount(account: Account): Promise<void>;
  addSession(session: Session): Promise<void>;
  /** Notes that a session is in use. It changes nothing that the trail tells of, so it needs no event. */
  seeSession(municipality: string, sessionId: string, now: Date): Promise<void>;
  /** Ends the session behind a token; null when there is none. */
  removeSession(municipality: string, tokenHash: string): Promise<EndedSession | null>;
  /** Ends sessions of an account: the one named by `only`, or all, save `except`; gives the ids of those ended. */
  removeSessionsOf(
    municipality: string,
    accountId: string,
    which: { readonly only?: string; readonly except?: string },
  ): Promise<string[]>;
  /** Removes what has expired or been idle, and what was kept for minutes and is over; gives how many sessions. */
  removeExpiredSessions(municipality: string, time: SessionTime): Promise<number>;
}
