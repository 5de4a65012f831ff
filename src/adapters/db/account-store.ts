import type { Account } from '../../app/identity/ports.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import { query, type Session, type Statement, written } from './session.ts';
import { isUuid } from './uuid.ts';

/** All roles of the account `a`, with their dates. */
export const rolePeriods = `coalesce((
  select json_agg(json_build_object('role', m.role, 'bodyId', m.body_id, 'validFrom', m.valid_from,
    'validTo', m.valid_to, 'substituteFor', m.substitute_for) order by m.position)
  from membership m where m.municipality = a.municipality and m.account_id = a.account_id
), '[]'::json) as memberships`;

/** Whether the role `m` is held on a day, given as a parameter of the statement. */
export function heldOnDay(day: string): string {
  return `coalesce(m.valid_from, ${day}::date) <= ${day}::date and coalesce(m.valid_to, ${day}::date) >= ${day}::date`;
}

/** Everything of the account `a`. */
export const accountColumns = `a.account_id as id, a.municipality, a.email, a.name, a.password_hash as "passwordHash",
  a.disabled, to_char(a.left_on, 'YYYY-MM-DD') as "leftOn", a.row_version as "rowVersion", ${rolePeriods}`;

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
      `select ${accountColumns} from account a where a.municipality = $1 and a.removed_at is null
       order by a.name collate "sv-SE-x-icu", a.account_id`,
      [session.municipality],
    ),
  );
}

export async function getAccount(session: Session, accountId: string): Promise<Account | null> {
  if (!isUuid(accountId)) return null;
  return session.first(
    written<Account>(
      `select ${accountColumns} from account a
       where a.municipality = $1 and a.account_id = $2 and a.removed_at is null`,
      [session.municipality, accountId],
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
      left_on: account.leftOn,
      row_version: account.rowVersion,
    }),
  );
  if (account.memberships.length > 0)
    await session.write(insertMemberships(session.municipality, account.id, account.memberships));
}

/** Puts an account's roles in, in their order. `memberships` is not empty. */
export function insertMemberships(
  municipality: string,
  accountId: string,
  memberships: readonly RolePeriod[],
): Statement<unknown> {
  return query.insertInto('membership').values(
    memberships.map((membership, position) => ({
      municipality,
      account_id: accountId,
      position,
      role: membership.role,
      body_id: membership.bodyId,
      valid_from: membership.validFrom,
      valid_to: membership.validTo,
      substitute_for: membership.substituteFor,
    })),
  );
}
