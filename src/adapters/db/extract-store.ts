import type { RegisterExtract } from '../../app/retention/register-extract.ts';
import { jsonRow, jsonRows } from './plan-columns.ts';
import { type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

// Every column is named: a column that is added to a table one day stays inside until somebody lets it out here.
const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
const own = (alias: string): string => `where ${alias}.municipality = $1 and ${alias}.account_id = $2`;

const account = `select a.account_id as id, a.name, a.email, a.password_hash is not null as "hasPassword", a.disabled,
    ${day('a.left_on')} as "leftOn" from account a ${own('a')}`;

const bodyOf = (alias: string): string =>
  `left join body o on o.municipality = ${alias}.municipality and o.body_id = ${alias}.body_id`;

const roles = `select * from (
    select m.role, o.name as body, ${day('m.valid_from')} as "validFrom", ${day('m.valid_to')} as "validTo",
      s.name as "substituteFor", null as provider
    from membership m ${bodyOf('m')}
    left join account s on s.municipality = m.municipality and s.account_id = m.substitute_for ${own('m')}
    order by m.position) given
  union all select * from (
    select c.role, o.name, null, null, null, p.label from claimed_membership c ${bodyOf('c')}
    join login_provider p on p.municipality = c.municipality and p.login_provider_id = c.login_provider_id ${own('c')}
    order by p.label, c.position) claimed`;

const substitutes = `select s.name, m.role, o.name as body, ${day('m.valid_from')} as "validFrom",
    ${day('m.valid_to')} as "validTo"
  from membership m ${bodyOf('m')}
  join account s on s.municipality = m.municipality and s.account_id = m.account_id
  where m.municipality = $1 and m.substitute_for = $2 order by m.valid_from, s.account_id, m.position`;

const sessions = `select ${moment('s.created_at')} as "createdAt", ${moment('s.last_seen_at')} as "lastSeenAt",
    ${moment('s.expires_at')} as "expiresAt", s.method, p.label as provider
  from session s left join login_provider p
    on p.municipality = s.municipality and p.login_provider_id = s.login_provider_id
  ${own('s')} order by s.created_at, s.session_id`;

const passkeys = `select k.name, ${moment('k.created_at')} as "createdAt", ${moment('k.last_used_at')} as "lastUsedAt"
  from passkey k ${own('k')} order by k.created_at, k.passkey_id`;

const identities = `select i.issuer, i.subject, ${moment('i.linked_at')} as "linkedAt" from login_identity i ${own('i')}
  order by i.linked_at, i.issuer, i.subject`;

const accountLinks = `select l.purpose, ${moment('l.created_at')} as "createdAt", ${moment('l.expires_at')} as "expiresAt",
    ${moment('l.used_at')} as "usedAt", ${moment('l.withdrawn_at')} as "withdrawnAt"
  from account_link l ${own('l')} order by l.created_at, l.account_link_id`;

const letters = `select l.kind, l.address, l.language, l.state, ${moment('l.created_at')} as "createdAt",
    ${moment('l.ended_at')} as "endedAt"
  from letter l ${own('l')} order by l.created_at, l.letter_id`;

const declined = `select d.kind, ${moment('d.declined_at')} as "declinedAt" from declined_letter d ${own('d')} order by d.kind`;

const guestLinks = `select g.label, g.operation, coalesce(p.title, cp.title) as plan, b.label as measure,
    ${moment('g.created_at')} as "createdAt", ${day('g.last_day')} as "lastDay", ${moment('g.withdrawn_at')} as "withdrawnAt"
  from guest_link g
  left join plan p on p.municipality = g.municipality and p.plan_id = g.plan_id
  left join commitment c on c.municipality = g.municipality and c.commitment_id = g.commitment_id
  left join plan cp on cp.municipality = c.municipality and cp.plan_id = c.plan_id
  left join block b on b.municipality = c.municipality and b.block_id = c.measure_id
  where g.municipality = $1 and g.created_by = $2 order by g.created_at, g.guest_link_id`;

const inPlan = `join plan p on p.municipality = c.municipality and p.plan_id = c.plan_id
  join block b on b.municipality = c.municipality and b.block_id = c.measure_id ${bodyOf('c')}`;

const reports = `select p.title as plan, b.label as measure, coalesce(o.name, c.body_label) as body,
    ${day('r.reported_on')} as "reportedOn", r.status, r.text, r.author_name as "authorName"
  from report r join commitment c on c.municipality = r.municipality and c.commitment_id = r.commitment_id ${inPlan}
  where r.municipality = $1 and r.author_id = $2 order by r.reported_on, r.report_id`;

const ofPlan = (alias: string): string =>
  `join plan p on p.municipality = ${alias}.municipality and p.plan_id = ${alias}.plan_id`;

const planChanges = `select p.title as plan, c.op, c.cause, ${moment('c.changed_at')} as "changedAt"
  from plan_change c ${ofPlan('c')}
  where c.municipality = $1 and c.changed_by = $2 order by c.changed_at, c.change_id`;

const planVersions = `select p.title as plan, v.number, v.kind, ${moment('v.frozen_at')} as "frozenAt"
  from plan_version v ${ofPlan('v')}
  where v.municipality = $1 and v.frozen_by = $2 order by v.frozen_at, p.plan_id, v.number`;

const acknowledgements = `select p.title as plan, f.rule, f.reason, ${moment('f.acknowledged_at')} as "acknowledgedAt"
  from finding_acknowledgement f ${ofPlan('f')} ${own('f')} order by f.acknowledged_at, f.finding_key`;

const overlapVerdicts = `select x.text as first, y.text as second, v.verdict, v.reason, ${moment('v.settled_at')} as "settledAt"
  from overlap_verdict v
  join block x on x.municipality = v.municipality and x.block_id = v.first_id
  join block y on y.municipality = v.municipality and y.block_id = v.second_id
  where v.municipality = $1 and v.settled_by = $2 order by v.settled_at, v.first_id, v.second_id`;

const commitments = `select p.title as plan, b.label as measure, b.text, coalesce(o.name, c.body_label) as body, c.role
  from commitment c ${inPlan}
  where c.municipality = $1 and c.responsible_account_id = $2 order by p.title, b.position, c.commitment_id`;

const watchedItems = `select w.title, w.kind, w.state from watched_item w
  where w.municipality = $1 and w.owner_account_id = $2 order by w.title, w.watched_item_id`;

const uploads = `select d.file_name as "fileName", ${moment('d.created_at')} as "createdAt",
    ${moment('d.expires_at')} as "expiresAt"
  from import_draft d where d.municipality = $1 and d.created_by = $2::uuid::text
  union all select e.file_name, ${moment('e.received_at')}, null from edited_file e
  where e.municipality = $1 and e.received_by = $2::uuid order by 2, 1`;

const supportAccesses = `select s.reason_class as "reasonClass", s.reason, ${moment('s.opened_at')} as "openedAt",
    ${moment('s.ends_at')} as "endsAt", ${moment('s.ended_at')} as "endedAt"
  from support_access s ${own('s')} order by s.opened_at`;

const events = `select e.sequence as number, ${moment('e.happened_at')} as at, e.kind, e.thing_kind as "thingKind",
    e.thing_id as "thingId", e.actor_id is not distinct from $2::uuid as "didIt"
  from (
    select sequence from event where municipality = $1 and actor_id = $2
    union select sequence from event_subject where municipality = $1 and subject_id = $2::uuid::text
  ) found join event e on e.municipality = $1 and e.sequence = found.sequence
  order by e.sequence`;

const groups: Readonly<Record<Exclude<keyof RegisterExtract, 'account'>, string>> = {
  roles,
  substitutes,
  sessions,
  passkeys,
  identities,
  accountLinks,
  letters,
  declined,
  guestLinks,
  reports,
  planChanges,
  planVersions,
  acknowledgements,
  overlapVerdicts,
  commitments,
  watchedItems,
  uploads,
  supportAccesses,
  events,
};

const extract = `select ${jsonRow(account)} as account,
  ${Object.entries(groups)
    .map(([name, rows]) => `${jsonRows(rows)} as "${name}"`)
    .join(',\n  ')}
  where exists (select from account a ${own('a')} and a.removed_at is null)`;

export async function getRegisterExtract(session: Session, accountId: string): Promise<RegisterExtract | null> {
  if (!isUuid(accountId)) return null;
  return session.first(written<RegisterExtract>(extract, [session.municipality, accountId]));
}
