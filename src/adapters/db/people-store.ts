import type { AccountLink, LinkPurpose, Person, PersonChange } from '../../app/people/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { insertMemberships, rolePeriods } from './account-store.ts';
import { jsonRow } from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const invitation = jsonRow(`select i.account_link_id as id,
    to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt",
    to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt"
  from account_link i where i.municipality = a.municipality and i.account_id = a.account_id
    and i.purpose = 'invitation' and i.used_at is null and i.withdrawn_at is null
  order by i.created_at desc limit 1`);

const claimed = `coalesce((
  select json_agg(distinct jsonb_build_object('role', c.role, 'bodyId', c.body_id)) from claimed_membership c
  where c.municipality = a.municipality and c.account_id = a.account_id
), '[]'::json) as claimed`;

const people = `select a.account_id as id, a.email, a.name, a.password_hash is not null as "hasPassword", a.disabled,
    to_char(a.left_on, 'YYYY-MM-DD') as "leftOn", a.row_version as "rowVersion", ${rolePeriods}, ${claimed},
    ${invitation} as invitation
  from account a where a.municipality = $1 and a.removed_at is null`;

export async function listPeople(session: Session): Promise<Person[]> {
  return session.all(
    written<Person>(`${people} order by a.name collate "sv-SE-x-icu", a.account_id`, [session.municipality]),
  );
}

export async function getPerson(session: Session, accountId: string): Promise<Person | null> {
  if (!isUuid(accountId)) return null;
  return session.first(written<Person>(`${people} and a.account_id = $2`, [session.municipality, accountId]));
}

/** A lock that nobody but changes of people takes: what refers to the municipality goes on beside it. */
export async function holdPeople(session: Session): Promise<void> {
  await session.all(
    written('select municipality from municipality where municipality = $1 for no key update', [session.municipality]),
  );
}

export async function changePerson(session: Session, change: PersonChange): Promise<VersionedWrite<Person>> {
  const { municipality } = session;
  if (!isUuid(change.id)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('account')
      .set({
        name: change.name,
        email: change.email,
        disabled: change.disabled,
        left_on: change.leftOn,
        row_version: change.rowVersion + 1,
      })
      .where('municipality', '=', municipality)
      .where('account_id', '=', change.id)
      .where('row_version', '=', change.rowVersion),
  );
  if (touched !== 1) return { done: false, current: await getPerson(session, change.id) };
  await session.write(
    query.deleteFrom('membership').where('municipality', '=', municipality).where('account_id', '=', change.id),
  );
  if (change.memberships.length > 0)
    await session.write(insertMemberships(municipality, change.id, change.memberships));
  return { done: true };
}

export async function setPassword(session: Session, accountId: string, passwordHash: string): Promise<void> {
  await session.write(
    query
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('municipality', '=', session.municipality)
      .where('account_id', '=', accountId),
  );
}

export async function addLink(session: Session, link: AccountLink): Promise<void> {
  await session.write(
    query.insertInto('account_link').values({
      municipality: session.municipality,
      account_link_id: link.id,
      account_id: link.accountId,
      purpose: link.purpose,
      token_hash: link.tokenHash,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
      withdrawn_at: null,
    }),
  );
}

const works = 'purpose = $2 and token_hash = $3 and used_at is null and withdrawn_at is null and expires_at > $4';

export async function findLink(
  session: Session,
  purpose: LinkPurpose,
  tokenHash: string,
  now: Date,
): Promise<{ accountId: string } | null> {
  return session.first(
    written<{ accountId: string }>(
      `select account_id as "accountId" from account_link where municipality = $1 and ${works}`,
      [session.municipality, purpose, tokenHash, now],
    ),
  );
}

export async function useLink(
  session: Session,
  purpose: LinkPurpose,
  tokenHash: string,
  now: Date,
): Promise<{ accountId: string } | null> {
  const used = await session.writeReturning(
    written<{ accountId: string }>(
      `update account_link set used_at = $4 where municipality = $1 and ${works} returning account_id as "accountId"`,
      [session.municipality, purpose, tokenHash, now],
    ),
  );
  return used[0] ?? null;
}

export async function withdrawLinks(
  session: Session,
  accountId: string,
  purpose: LinkPurpose | null,
  now: Date,
): Promise<number> {
  if (!isUuid(accountId)) return 0;
  return session.write(
    written(
      `update account_link set withdrawn_at = $4 where municipality = $1 and account_id = $2
       and purpose = coalesce($3, purpose) and used_at is null and withdrawn_at is null`,
      [session.municipality, accountId, purpose, now],
    ),
  );
}
