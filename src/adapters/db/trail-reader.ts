import type { NamedThing, SilentPart, TrailChoices, TrailFilter, TrailPlace } from '../../app/trail/ports.ts';
import { type ChainedEvent, TRAIL_START, type TrailHead } from '../../core/trail/chain.ts';
import { type EventRow, eventColumns, toEvent } from './event-columns.ts';
import { jsonRows } from './plan-columns.ts';
import { type Session, written } from './session.ts';
import { type JsonSupport, openSupport, supportOfJson } from './support-store.ts';
import { findEvents } from './trail-filter.ts';
import { isUuid } from './uuid.ts';

export async function listEvents(
  session: Session,
  filter: TrailFilter,
  page: { readonly olderThan: TrailPlace | null; readonly most: number },
): Promise<ChainedEvent[]> {
  const ids = [filter.personId, filter.bodyId, filter.planId].filter((id) => id !== null);
  if (!ids.every(isUuid)) return [];
  const rows = await session.all(findEvents(session.municipality, filter, page));
  return rows.map(toEvent);
}

export async function listEventsAfter(session: Session, sequence: number, most: number): Promise<ChainedEvent[]> {
  const rows = await session.all(
    written<EventRow>(
      `select ${eventColumns} from event e where e.municipality = $1 and e.sequence > $2 order by e.sequence limit $3`,
      [session.municipality, sequence, most],
    ),
  );
  return rows.map(toEvent);
}

export async function getTrailHead(session: Session): Promise<TrailHead> {
  const head = await session.first(
    written<TrailHead>('select sequence::integer as sequence, hash from trail_head where municipality = $1', [
      session.municipality,
    ]),
  );
  return head ?? { sequence: 0, hash: TRAIL_START };
}

const inPlan = `join block b on b.municipality = c.municipality and b.block_id = c.measure_id
  join plan p on p.municipality = c.municipality and p.plan_id = c.plan_id
  left join body o on o.municipality = c.municipality and o.body_id = c.body_id`;
const partFacts = `coalesce(o.name, c.body_label), p.title, p.slug, p.state, b.kind, b.label, b.block_id, c.commitment_id`;
const none = (count: number): string => Array.from({ length: count }, () => 'null').join(', ');

const thingRows = `
  select a.account_id as id, 'account' as kind, a.name as "personName",
      exists (select from support_access s where s.municipality = a.municipality and s.account_id = a.account_id) as "isSupport",
      null as "bodyName", null as "planTitle",
      null as "planSlug", null as "planState", null as "blockKind", null as label, null::uuid as "measureId",
      null::uuid as "commitmentId"
    from account a where a.municipality = $1 and a.account_id = any($2::uuid[])
  union all select o.body_id, 'body', null, false, o.name, ${none(7)} from body o
    where o.municipality = $1 and o.body_id = any($2::uuid[])
  union all select p.plan_id, 'plan', null, false, null, p.title, p.slug, p.state, ${none(4)} from plan p
    where p.municipality = $1 and p.plan_id = any($2::uuid[])
  union all select b.block_id, 'block', null, false, null, p.title, p.slug, p.state, b.kind, b.label,
      case b.kind when 'measure' then b.block_id end, null from block b
    join plan p on p.municipality = b.municipality and p.plan_id = b.plan_id
    where b.municipality = $1 and b.block_id = any($2::uuid[])
  union all select c.commitment_id, 'commitment', null, false, ${partFacts} from commitment c ${inPlan}
    where c.municipality = $1 and c.commitment_id = any($2::uuid[])
  union all select v.activity_id, 'activity', null, false, ${partFacts} from activity v
    join commitment c on c.municipality = v.municipality and c.commitment_id = v.commitment_id ${inPlan}
    where v.municipality = $1 and v.activity_id = any($2::uuid[])
  union all select r.report_id, 'report', null, false, ${partFacts} from report r
    join commitment c on c.municipality = r.municipality and c.commitment_id = r.commitment_id ${inPlan}
    where r.municipality = $1 and r.report_id = any($2::uuid[])
  union all select g.guest_link_id, 'guest-link', null, false, g.label, ${none(7)} from guest_link g
    where g.municipality = $1 and g.guest_link_id = any($2::uuid[])`;

export async function nameThings(session: Session, ids: readonly string[]): Promise<NamedThing[]> {
  const known = ids.filter(isUuid);
  return session.all(written<NamedThing>(thingRows, [session.municipality, known]));
}

const choiceRows = `select
  ${jsonRows(`select account_id as id, name from account where municipality = $1 order by name collate "sv-SE-x-icu", account_id`)} as people,
  ${jsonRows(`select body_id as id, name from body where municipality = $1 order by name collate "sv-SE-x-icu", body_id`)} as bodies,
  ${jsonRows(`select plan_id as id, title from plan where municipality = $1 order by title collate "sv-SE-x-icu", plan_id`)} as plans,
  ${jsonRows(openSupport)} as support`;

type ChoiceRow = Omit<TrailChoices, 'support'> & { readonly support: readonly JsonSupport[] };

export async function getTrailChoices(session: Session, now: Date): Promise<TrailChoices> {
  const row = await session.first(written<ChoiceRow>(choiceRows, [session.municipality, now]));
  const { people, bodies, plans, support } = row ?? { people: [], bodies: [], plans: [], support: [] };
  return { people, bodies, plans, support: support.map(supportOfJson) };
}

/** The newest event of a kind about a thing, with who did it. */
const newestOf = (kind: string, thing: string, alias: string): string => `left join lateral (
    select e.happened_at, a.name from event_subject s
    join event e on e.municipality = s.municipality and e.sequence = s.sequence and e.kind = '${kind}'
    left join account a on a.municipality = e.municipality and a.account_id = e.actor_id
    where s.municipality = $1 and s.subject_id = ${thing}::text
    order by s.happened_at desc, s.sequence desc limit 1) ${alias} on true`;

const silentRows = `select p.title as "planTitle", p.slug as "planSlug", to_char(p.adopted_on, 'YYYY-MM-DD') as "adoptedOn",
    adopted.name as "adoptedBy", b.block_id as "measureId", b.label as "measureLabel", b.text as "measureText",
    b.due_year as "dueYear", c.commitment_id as "commitmentId", coalesce(o.name, c.body_label) as "bodyName", c.role, c.stance,
    answered.happened_at as "answeredAt", answered.name as "answeredBy",
    to_char(r.reported_on, 'YYYY-MM-DD') as "reportedOn", r.status as "reportedStatus",
    coalesce(author.name, r.author_name) as "reportedBy"
  from plan p
  join block b on b.municipality = p.municipality and b.plan_id = p.plan_id and b.kind = 'measure'
  left join block area on area.municipality = b.municipality and area.block_id = b.parent_id
  left join commitment c on c.municipality = b.municipality and c.plan_id = b.plan_id and c.measure_id = b.block_id
  left join body o on o.municipality = c.municipality and o.body_id = c.body_id
  left join report r on r.municipality = c.municipality and r.commitment_id = c.commitment_id
    and r.sequence = c.report_count
  left join account author on author.municipality = r.municipality and author.account_id = r.author_id
  ${newestOf('plan-adopted', 'p.plan_id', 'adopted')}
  ${newestOf('commitment-answered', 'c.commitment_id', 'answered')}
  where p.municipality = $1 and p.state = 'adopted' and p.adopted_on < $2::date
    and not exists (select from commitment x
      join report y on y.municipality = x.municipality and y.commitment_id = x.commitment_id and y.reported_on >= $2::date
      where x.municipality = b.municipality and x.plan_id = b.plan_id and x.measure_id = b.block_id)
  order by p.title collate "sv-SE-x-icu", p.plan_id, area.position, b.position, c.position`;

export async function listSilentParts(session: Session, since: string): Promise<SilentPart[]> {
  return session.all(written<SilentPart>(silentRows, [session.municipality, since]));
}
