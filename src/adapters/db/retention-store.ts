import type {
  DueBefore,
  DueRecords,
  PastRemoval,
  ProposedClass,
  RemovedRows,
  RetentionChoice,
  RowClass,
} from '../../app/retention/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { RetentionClass } from '../../core/retention/retention.ts';
import { jsonRow, jsonRows } from './plan-columns.ts';
import { type Session, written } from './session.ts';

const choiceColumns = 'record_class as "recordClass", days, row_version as "rowVersion"';

export async function listRetentionChoices(session: Session): Promise<RetentionChoice[]> {
  return session.all(
    written<RetentionChoice>(`select ${choiceColumns} from retention_rule where municipality = $1`, [
      session.municipality,
    ]),
  );
}

/** The first choice of a class adds the row: whoever saw none says version 0. */
export async function changeRetentionChoice(
  session: Session,
  { recordClass, days, rowVersion }: RetentionChoice,
): Promise<VersionedWrite<RetentionChoice>> {
  const values = [session.municipality, recordClass, days, rowVersion];
  const added = await session.write(
    written(
      `insert into retention_rule (municipality, record_class, days, row_version) select $1, $2, $3, 1 where $4 = 0
       on conflict (municipality, record_class) do nothing`,
      values,
    ),
  );
  if (added === 1) return { done: true };
  const changed = await session.write(
    written(
      `update retention_rule set days = $3, row_version = row_version + 1
       where municipality = $1 and record_class = $2 and row_version = $4`,
      values,
    ),
  );
  return changed === 1 ? { done: true } : { done: false, current: await getChoice(session, recordClass) };
}

async function getChoice(session: Session, recordClass: RetentionClass): Promise<RetentionChoice | null> {
  return session.first(
    written<RetentionChoice>(
      `select ${choiceColumns} from retention_rule where municipality = $1 and record_class = $2`,
      [session.municipality, recordClass],
    ),
  );
}

/** The day in Sweden on which a moment fell. */
const dayOf = (moment: string): string => `((${moment}) at time zone 'Europe/Stockholm')::date`;

/** Each class's table, the name of its id, and on which day a record ended; null while it has not. Whoever is past the day of `$1` is due. */
const due: Readonly<Record<ProposedClass, { readonly from: string; readonly id: string; readonly ended: string }>> = {
  letters: { from: `letter where municipality = $1 and state <> 'waiting'`, id: 'letter_id', ended: dayOf('ended_at') },
  'account-links': {
    from: 'account_link where municipality = $1',
    id: 'account_link_id',
    ended: dayOf('least(expires_at, used_at, withdrawn_at)'),
  },
  'guest-links': {
    from: 'guest_link where municipality = $1',
    id: 'guest_link_id',
    ended: `least(last_day, ${dayOf('withdrawn_at')})`,
  },
  'support-accesses': {
    from: 'support_access where municipality = $1',
    id: 'support_access_id',
    ended: dayOf('least(ends_at, ended_at)'),
  },
  // An account that was made for support goes with its access.
  accounts: {
    from: `account a where municipality = $1 and removed_at is null and not exists (select from support_access s
      where s.municipality = a.municipality and s.account_id = a.account_id)`,
    id: 'account_id',
    ended: 'left_on',
  },
};
const classes = Object.keys(due) as ProposedClass[];

/** The due records of a class, `id` in each row; `before` is the mark of the parameter. */
function dueRows(recordClass: ProposedClass, before: string, more = ''): string {
  const { from, id, ended } = due[recordClass];
  return `select ${id} as id${more} from ${from} and ${ended} < ${before}::date`;
}

function dueQuery(lock: '' | ' for update'): string {
  const counted = classes.map((recordClass, at) => {
    const rows = dueRows(recordClass, `$${at + 2}`) + lock;
    return `${jsonRow(`select count(*)::integer as count, encode(sha256(convert_to(
      coalesce(string_agg(id::text, ',' order by id::text), ''), 'UTF8')), 'hex') as proof
      from (${rows}) due_rows`)} as "${recordClass}"`;
  });
  const people = dueRows('accounts', `$${classes.indexOf('accounts') + 2}`, ', name, left_on');
  return `select ${counted.join(', ')}, ${jsonRows(
    `select p.id as "accountId", p.name, to_char(p.left_on, 'YYYY-MM-DD') as "leftOn" from (${people}) p
     order by p.name collate "sv-SE-x-icu", p.id`,
  )} as people`;
}

type DueRow = DueRecords['classes'] & { readonly people: DueRecords['people'] };

async function readDue(session: Session, sql: string, endedBefore: DueBefore): Promise<DueRecords> {
  const days = classes.map((recordClass) => endedBefore[recordClass]);
  const row = await session.first(written<DueRow>(sql, [session.municipality, ...days]));
  if (row === null) throw new Error('Bug: a query of one row gave none');
  const { people, ...counted } = row;
  return { classes: counted, people };
}

export function listDue(session: Session, endedBefore: DueBefore): Promise<DueRecords> {
  return readDue(session, dueQuery(''), endedBefore);
}

export function holdDue(session: Session, endedBefore: DueBefore): Promise<DueRecords> {
  return readDue(session, dueQuery(' for update'), endedBefore);
}

export async function removeDue(session: Session, recordClass: RowClass, endedBefore: string): Promise<RemovedRows> {
  const { id } = due[recordClass];
  const [table = ''] = due[recordClass].from.split(' ');
  const values = [session.municipality, endedBefore];
  const gone = `delete from ${table} where municipality = $1 and ${id} in (${dueRows(recordClass, '$2')})`;
  if (recordClass !== 'support-accesses') return { count: await session.write(written(gone, values)), accountIds: [] };
  const rows = await session.writeReturning(
    written<{ accountId: string; isRemoved: boolean }>(
      `with gone as (${gone} returning account_id)
       select a.account_id as "accountId", a.removed_at is not null as "isRemoved" from gone
       join account a on a.municipality = $1 and a.account_id = gone.account_id`,
      values,
    ),
  );
  return { count: rows.length, accountIds: rows.filter(({ isRemoved }) => !isRemoved).map((row) => row.accountId) };
}

export async function listRemovals(session: Session): Promise<PastRemoval[]> {
  return session.all(
    written<PastRemoval>(
      `select e.sequence::integer as sequence, e.happened_at as at, a.name as "actorName", e.thing_id as "recordClass",
         (e.after->>'count')::integer as count, (e.after->>'days')::integer as days,
         e.after->>'endedBefore' as "endedBefore", e.after->>'proof' as proof
       from event e left join account a on a.municipality = e.municipality and a.account_id = e.actor_id
       where e.municipality = $1 and e.kind = 'records-removed' order by e.happened_at desc, e.sequence desc`,
      [session.municipality],
    ),
  );
}
