import type { TrailFilter, TrailPlace } from '../../app/trail/ports.ts';
import { type EventRow, eventColumns } from './event-columns.ts';
import { type WrittenStatement, written } from './session.ts';

/** Puts a value among a statement's parameters; gives its mark. */
type Mark = (value: unknown) => string;

/** What every way of finding an event asks for: each condition on `e`, the event. */
interface Asked {
  readonly mark: Mark;
  readonly conditions: readonly string[];
  readonly most: string;
}

/**
 * The statement behind the filters. Every way reads an index in the order of the page and stops when the page is full, so
 * that what it costs depends on the page and on how many things a body has in its plans, never on the size of the trail.
 */
export function findEvents(
  municipality: string,
  filter: TrailFilter,
  page: { readonly olderThan: TrailPlace | null; readonly most: number },
): WrittenStatement<EventRow> {
  const parameters: unknown[] = [municipality];
  const mark: Mark = (value) => `$${parameters.push(value)}`;
  const asked = { mark, conditions: conditionsOf(filter, page.olderThan, mark), most: mark(page.most) };
  const found = foundBy(filter, asked);
  return written<EventRow>(
    `with found as (${found} order by happened_at desc, sequence desc limit ${asked.most})
     select ${eventColumns} from found f join event e on e.municipality = $1 and e.sequence = f.sequence
     order by e.happened_at desc, e.sequence desc`,
    parameters,
  );
}

function conditionsOf(filter: TrailFilter, olderThan: TrailPlace | null, mark: Mark): string[] {
  const conditions: string[] = [];
  if (filter.kind !== null) conditions.push(`e.kind = ${mark(filter.kind)}`);
  if (filter.requestId !== null) conditions.push(`e.request_id = ${mark(filter.requestId)}`);
  if (filter.from !== null) conditions.push(`e.happened_at >= ${mark(filter.from)}`);
  if (filter.until !== null) conditions.push(`e.happened_at < ${mark(filter.until)}`);
  if (olderThan !== null)
    conditions.push(`(e.happened_at, e.sequence) < (${mark(olderThan.happenedAt)}, ${mark(olderThan.sequence)})`);
  return conditions;
}

function foundBy(filter: TrailFilter, asked: Asked): string {
  const { personId } = filter;
  const things = thingsOf(filter, asked.mark);
  if (things !== null) return aboutThings(things, personId, asked);
  if (personId === null) return eventsWhere([], asked);
  const person = asked.mark(personId);
  return `select * from (
      select * from (${eventsWhere([`e.actor_id = ${person}::uuid`], asked)}
        order by happened_at desc, sequence desc limit ${asked.most}) did
      union
      select * from (${aboutThing(`${person}::uuid::text`, asked)}) concerned) either`;
}

function eventsWhere(more: readonly string[], { conditions }: Asked): string {
  const all = ['e.municipality = $1', ...more, ...conditions];
  return `select e.happened_at, e.sequence from event e where ${all.join(' and ')}`;
}

/** The page's worth of events about one thing. The time is asked of the index, which holds it as the event does. */
function aboutThing(thing: string, { conditions, most }: Asked, more: readonly string[] = []): string {
  const rest = [...conditions, ...more];
  const ofIndex = rest
    .filter((condition) => /^\(?e\.happened_at/.test(condition))
    .map((each) => each.replaceAll('e.', 's.'));
  const ofEvent = rest.filter((condition) => !/^\(?e\.happened_at/.test(condition));
  const event =
    ofEvent.length === 0 ? '' : `join event e on e.municipality = s.municipality and e.sequence = s.sequence`;
  const all = ['s.municipality = $1', `s.subject_id = ${thing}`, ...ofIndex, ...ofEvent];
  return `select s.happened_at, s.sequence from event_subject s ${event} where ${all.join(' and ')}
    order by s.happened_at desc, s.sequence desc limit ${most}`;
}

function aboutThings(things: string, personId: string | null, asked: Asked): string {
  const person = personId === null ? null : asked.mark(personId);
  const byPerson =
    person === null
      ? []
      : [
          `(e.actor_id = ${person}::uuid or exists (select from event_subject m where m.municipality = e.municipality
              and m.subject_id = ${person}::uuid::text and m.happened_at = e.happened_at and m.sequence = e.sequence))`,
        ];
  return `select distinct n.happened_at, n.sequence from (${things}) t
    cross join lateral (${aboutThing('t.id', asked, byPerson)}) n`;
}

/** Ids of the things that a body, a plan and a measure together stand for; null when none of them is asked for. */
function thingsOf({ bodyId, planId, measure }: TrailFilter, mark: Mark): string | null {
  if (bodyId === null && planId === null && measure === null) return null;
  const body = bodyId === null ? null : `${mark(bodyId)}::uuid`;
  const plan = planId === null ? null : `${mark(planId)}::uuid`;
  const label = measure === null ? null : mark(measure);
  const inPlan = plan === null ? '' : `and b.plan_id = ${plan}`;
  const ofMeasure = label === null ? '' : `and b.kind = 'measure' and b.label = ${label}`;
  const ofBody = body === null ? '' : `and c.body_id = ${body}`;
  const parts = `select c.commitment_id::text as id from commitment c
    join block b on b.municipality = c.municipality and b.block_id = c.measure_id
    where c.municipality = $1 ${ofBody} ${inPlan} ${ofMeasure}`;
  const sets = [parts];
  if (body === null) sets.push(`select b.block_id::text from block b where b.municipality = $1 ${inPlan} ${ofMeasure}`);
  if (body === null && plan !== null && label === null) sets.push(`select ${plan}::text`);
  if (body !== null && plan === null && label === null) sets.push(`select ${body}::text`);
  return sets.join(' union ');
}
