import type { HeldCounts, Removal, RemovalState, RemovedPerson } from '../../app/retention/ports.ts';
import { type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

export async function getRemovalState(session: Session, accountId: string): Promise<RemovalState | null> {
  if (!isUuid(accountId)) return null;
  return session.first(
    written<RemovalState>(
      `select account_id as "accountId", name, removed_at as "removedAt", disabled,
         to_char(left_on, 'YYYY-MM-DD') as "leftOn", row_version as "rowVersion"
       from account where municipality = $1 and account_id = $2`,
      [session.municipality, accountId],
    ),
  );
}

export async function listRemovedPeople(session: Session): Promise<RemovedPerson[]> {
  return session.all(
    written<RemovedPerson>(
      `select account_id as "accountId", name, removed_at as "removedAt" from account
       where municipality = $1 and removed_at is not null order by removed_at desc, account_id desc`,
      [session.municipality],
    ),
  );
}

/** Letters `l` that hold something of those named by `$2`: those to them, and those that a guest got with their name in. */
const lettersOf = `l.municipality = $1 and l.address is not null and (l.account_id = any($2::uuid[])
  or l.kind = 'guest-link' and l.data->>'linkId' in (select g.guest_link_id::text from guest_link g
    where g.municipality = $1 and g.created_by = any($2::uuid[])))`;

/** Every text that people write, as `text`. Files as they came are not looked through. */
const writtenTexts = `select text from block where municipality = $1
  union all select concat_ws(' ', title, decision_maker, document_owner) from plan where municipality = $1
  union all select concat_ws(' ', memo, consultation) from plan_case where municipality = $1
  union all select comment from commitment where municipality = $1
  union all select title from activity where municipality = $1
  union all select text from report where municipality = $1
  union all select concat_ws(' ', cause_note, before, after) from plan_change where municipality = $1
  union all select concat_ws(' ', note, content) from plan_version where municipality = $1
  union all select concat_ws(' ', content) from word_export where municipality = $1
  union all select concat_ws(' ', beside) from edited_file where municipality = $1
  union all select concat_ws(' ', proposal) from edit_proposal where municipality = $1
  union all select reason from finding_acknowledgement where municipality = $1
  union all select reason from overlap_verdict where municipality = $1
  union all select concat_ws(' ', title, summary) from watched_item where municipality = $1
  union all select label from guest_link where municipality = $1
  union all select reason from support_access where municipality = $1
  union all select reason from finding_acknowledgement where municipality = $1`;

/** A pattern for a name in small letters as words of their own: "Bo Ek" is not in "Bo Ekman". */
const asWords = (name: string): string =>
  `('(?<![[:alnum:]])' || regexp_replace(lower(${name}), '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '(?![[:alnum:]])')`;

const counted = (from: string, column = 'account_id'): string =>
  `(select count(*) from ${from} where municipality = $1 and ${column} = a.account_id)::integer`;

const held = `select ${counted('membership')} + ${counted('claimed_membership')} as roles,
    ${counted('session')} as sessions, ${counted('passkey')} as passkeys, ${counted('login_identity')} as identities,
    ${counted('account_link')} as "accountLinks", ${counted('declined_letter')} as declined,
    (select count(*) from letter l where ${lettersOf})::integer as letters,
    ${counted('report', 'author_id')} as reports,
    ${counted('plan_change', 'changed_by')} + ${counted('plan_version', 'frozen_by')}
      + ${counted('word_export', 'made_by')} + ${counted('edit_proposal', 'decided_by')}
      + ${counted('finding_acknowledgement')} + ${counted('overlap_verdict', 'settled_by')} as "planWork", ${counted('commitment', 'responsible_account_id')} as commitments,
    ${counted('guest_link', 'created_by')} as "guestLinks",
    ${counted('watched_item', 'owner_account_id')} as "watchedItems",
    ((select count(*) from import_draft where municipality = $1 and created_by = a.account_id::text)
      + (select count(*) from edited_file where municipality = $1 and received_by = a.account_id))::integer as uploads,
    (select count(*) from (
      select sequence from event where municipality = $1 and actor_id = a.account_id
      union select sequence from event_subject where municipality = $1 and subject_id = a.account_id::text
    ) e)::integer as events,
    (select count(*) from (${writtenTexts}) w where lower(w.text) ~ ${asWords('a.name')}
      or position(a.email in lower(w.text)) > 0)::integer as mentions
  from account a where a.municipality = $1 and a.account_id = any($2::uuid[]) and a.removed_at is null`;

export async function countHeld(session: Session, accountId: string): Promise<HeldCounts | null> {
  if (!isUuid(accountId)) return null;
  return session.first(written<HeldCounts>(held, [session.municipality, [accountId]]));
}

/** What belongs to an account alone, and goes with its owner. */
export const ownTables = [
  'session',
  'account_link',
  'membership',
  'claimed_membership',
  'login_identity',
  'passkey',
  'declined_letter',
] as const;

const removeOwn = `with ${ownTables
  .map((table) => `${table}_gone as (delete from ${table} where municipality = $1 and account_id = any($2::uuid[]))`)
  .join(', ')}
  select`;

const clearLetters = `update letter l set address = null, data = '{}',
    state = case l.state when 'waiting' then 'withdrawn' else l.state end, ended_at = coalesce(l.ended_at, $3)
  where ${lettersOf}`;

const named = `unnest($2::uuid[], $3::text[]) as n(account_id, name)`;

const renameReports = `update report r set author_name = n.name from ${named}
  where r.municipality = $1 and r.author_id = n.account_id`;

const renameAccounts = `update account a set name = n.name, email = null, password_hash = null, disabled = true,
    left_on = null, removed_at = $4, row_version = a.row_version + 1 from ${named}
  where a.municipality = $1 and a.account_id = n.account_id and a.removed_at is null`;

export async function removePeople(session: Session, removals: readonly Removal[], at: Date): Promise<void> {
  if (removals.length === 0) return;
  const { municipality } = session;
  const ids = removals.map(({ accountId }) => accountId);
  const names = removals.map(({ name }) => name);
  await session.write(written(clearLetters, [municipality, ids, at]));
  await session.all(written(removeOwn, [municipality, ids]));
  await session.write(written(renameReports, [municipality, ids, names]));
  const renamed = await session.write(written(renameAccounts, [municipality, ids, names, at]));
  if (renamed !== ids.length) throw new Error('Bug: somebody to be removed was not there');
}
