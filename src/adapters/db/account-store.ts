import type { Account, Session as BrowserSession } from '../../app/identity/ports.ts';
import type { Actor } from '../../core/permission/role.ts';
import { query, type Session, type Statement, written } from './session.ts';

const memberships = `coalesce((
  select json_agg(json_build_object('role', m.role, 'bodyId', m.body_id) order by m.position)
  from membership m where m.municipality = a.municipality and m.account_id = a.account_id
), '[]'::json) as memberships`;

const accountColumns = `a.account_id as id, a.municipality, a.email, a.name, a.password_hash as "passwordHash",
  a.disabled, ${memberships}`;

export async function findAccountByEmail(session: Session, email: string): Promise<Account | null> {
  return session.first(
    written<Account>(`select ${accountColumns} from account a where a.municipality = $1 and a.email = $2`, [
      session.municipality,
      email.trim().toLowerCase(),
    ]),
  );
}

export async function listAccounts(session: Session): Promise<Account[]> {
  return session.all(
    written<Account>(
      `select ${accountColumns} from account a where a.municipality = $1
       order by a.name collate "sv-SE-x-icu", a.account_id`,
      [session.municipality],
    ),
  );
}

export async function findActor(session: Session, tokenHash: string, now: Date): Promise<Actor | null> {
  return session.first(
    written<Actor>(
      `select a.municipality, a.account_id as "accountId", a.name, ${memberships}
       from session s
       join account a on a.municipality = s.municipality and a.account_id = s.account_id
       where s.municipality = $1 and s.token_hash = $2 and s.expires_at > $3 and not a.disabled`,
      [session.municipality, tokenHash, now],
    ),
  );
}

export async function addAccount(session: Session, account: Account): Promise<void> {
  await session.write(
    query.insertInto('account').values({
      municipality: session.municipality,
      account_id: account.id,
      email: account.email,
      name: account.name,
      password_hash: account.passwordHash,
      disabled: account.disabled,
    }),
  );
  if (account.memberships.length > 0) await session.write(insertMemberships(session.municipality, account));
}

function insertMemberships(municipality: string, account: Account): Statement<unknown> {
  return query.insertInto('membership').values(
    account.memberships.map((membership, position) => ({
      municipality,
      account_id: account.id,
      position,
      role: membership.role,
      body_id: membership.bodyId,
    })),
  );
}

export async function addSession(session: Session, added: BrowserSession): Promise<void> {
  await session.write(
    query.insertInto('session').values({
      municipality: session.municipality,
      token_hash: added.tokenHash,
      account_id: added.accountId,
      created_at: added.createdAt,
      expires_at: added.expiresAt,
    }),
  );
}

export async function removeSession(session: Session, tokenHash: string): Promise<void> {
  await session.write(
    query.deleteFrom('session').where('municipality', '=', session.municipality).where('token_hash', '=', tokenHash),
  );
}

export async function removeExpiredSessions(session: Session, now: Date): Promise<number> {
  return session.write(
    query.deleteFrom('session').where('municipality', '=', session.municipality).where('expires_at', '<=', now),
  );
}
