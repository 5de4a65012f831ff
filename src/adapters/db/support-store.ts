import type { NewSupportAccess, SupportAccess } from '../../app/support-access/ports.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const columns = `s.support_access_id as id, s.account_id as "accountId", a.name, s.reason_class as "reasonClass", s.reason,
  s.opened_at as "openedAt", s.ends_at as "endsAt", s.ended_at as "endedAt", s.link_used_at as "linkUsedAt"`;
const joined = `support_access s join account a on a.municipality = s.municipality and a.account_id = s.account_id`;

/** Those that are open at the moment given as the statement's second parameter, the one that ends first before the others. */
export const openSupport = `select ${columns} from ${joined}
  where s.municipality = $1 and s.ended_at is null and s.ends_at > $2 order by s.ends_at, s.support_access_id`;

/** An access as JSON gives it: with texts instead of moments. */
export type JsonSupport = Record<keyof SupportAccess, string | null>;

/** The access with its moments. */
export function supportOfJson(row: JsonSupport): SupportAccess {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  const { openedAt, endsAt, endedAt, linkUsedAt } = row;
  const times = { openedAt: moment(openedAt), endsAt: moment(endsAt), endedAt: moment(endedAt) };
  return { ...row, ...times, linkUsedAt: moment(linkUsedAt) } as SupportAccess;
}

export async function getSupportOf(session: Session, accountId: string): Promise<SupportAccess | null> {
  if (!isUuid(accountId)) return null;
  return session.first(
    written<SupportAccess>(`select ${columns} from ${joined} where s.municipality = $1 and s.account_id = $2`, [
      session.municipality,
      accountId,
    ]),
  );
}

const works = `link_hash = $2 and link_used_at is null and link_ends_at > $3 and ended_at is null and ends_at > $3`;

export async function findSupportLink(session: Session, linkHash: string, now: Date): Promise<SupportAccess | null> {
  return session.first(
    written<SupportAccess>(`select ${columns} from ${joined} where s.municipality = $1 and ${works}`, [
      session.municipality,
      linkHash,
      now,
    ]),
  );
}

export async function addSupportAccess(session: Session, access: NewSupportAccess): Promise<void> {
  await session.write(
    query.insertInto('support_access').values({
      municipality: session.municipality,
      support_access_id: access.id,
      account_id: access.accountId,
      reason_class: access.reasonClass,
      reason: access.reason,
      link_hash: access.linkHash,
      link_ends_at: access.linkEndsAt,
      link_used_at: null,
      opened_at: access.openedAt,
      ends_at: access.endsAt,
      ended_at: null,
    }),
  );
}

export async function useSupportLink(session: Session, linkHash: string, now: Date): Promise<boolean> {
  const used = await session.write(
    written(`update support_access set link_used_at = $3 where municipality = $1 and ${works}`, [
      session.municipality,
      linkHash,
      now,
    ]),
  );
  return used === 1;
}

/** One statement ends the access, closes its account and takes its sessions. */
const endWhere = (which: string): string => `with ended as (
    update support_access set ended_at = $2 where municipality = $1 and ended_at is null and ${which}
    returning support_access_id, account_id, reason_class, reason, opened_at, ends_at, ended_at, link_used_at
  ), closed as (
    update account a set disabled = true, row_version = a.row_version + 1 from ended
    where a.municipality = $1 and a.account_id = ended.account_id
  ), gone as (
    delete from session x using ended where x.municipality = $1 and x.account_id = ended.account_id
  )
  select ${columns} from ended s join account a on a.municipality = $1 and a.account_id = s.account_id
  order by s.support_access_id`;

export async function endSupport(session: Session, accessId: string, now: Date): Promise<SupportAccess | null> {
  if (!isUuid(accessId)) return null;
  const ended = await session.writeReturning(
    written<SupportAccess>(endWhere('support_access_id = $3 and ends_at > $2'), [session.municipality, now, accessId]),
  );
  return ended[0] ?? null;
}

export async function endDueSupport(session: Session, now: Date): Promise<SupportAccess[]> {
  return session.writeReturning(written<SupportAccess>(endWhere('ends_at <= $2'), [session.municipality, now]));
}
