import type { LetterKind } from '../../app/mail/letter-kinds.ts';
import type { MailSetting, News, NewsSpan, Receiver } from '../../app/mail/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { heldOnDay } from './account-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const settingColumns = `night_from as "nightFrom", night_until as "nightUntil", weekends, row_version as "rowVersion"`;

export async function getMailSetting(session: Session): Promise<MailSetting | null> {
  return session.first(
    written<MailSetting>(`select ${settingColumns} from mail_setting where municipality = $1`, [session.municipality]),
  );
}

/** The first choice of a municipality adds the row: whoever saw none says version 0. */
export async function changeMailSetting(session: Session, change: MailSetting): Promise<VersionedWrite<MailSetting>> {
  const { nightFrom, nightUntil, weekends, rowVersion } = change;
  const touched = await session.write(
    written(
      `insert into mail_setting (municipality, night_from, night_until, weekends, row_version)
       select $1, $2, $3, $4, 1 where $5 = 0
       on conflict (municipality) do nothing`,
      [session.municipality, nightFrom, nightUntil, weekends, rowVersion],
    ),
  );
  const changed =
    touched === 1 ||
    (await session.write(
      written(
        `update mail_setting set night_from = $2, night_until = $3, weekends = $4, row_version = row_version + 1
         where municipality = $1 and row_version = $5`,
        [session.municipality, nightFrom, nightUntil, weekends, rowVersion],
      ),
    )) === 1;
  return changed ? { done: true } : { done: false, current: await getMailSetting(session) };
}

const rolesOn = `select m.role, m.body_id as "bodyId", m.position from membership m
    where m.municipality = a.municipality and m.account_id = a.account_id and ${heldOnDay('$2')}
  union all
  select m.role, m.body_id, 1000 + m.position from claimed_membership m
    where m.municipality = a.municipality and m.account_id = a.account_id`;

export async function listReceivers(session: Session, day: string): Promise<Receiver[]> {
  return session.all(
    written<Receiver>(
      `select a.account_id as "accountId", a.name, a.email as address,
         coalesce((select json_agg(json_build_object('role', r.role, 'bodyId', r."bodyId") order by r.position)
           from (${rolesOn}) r), '[]'::json) as roles,
         array(select d.kind from declined_letter d
           where d.municipality = a.municipality and d.account_id = a.account_id) as declined
       from account a
       where a.municipality = $1 and not a.disabled and coalesce(a.left_on >= $2::date, true)
       order by a.name collate "sv-SE-x-icu", a.account_id`,
      [session.municipality, day],
    ),
  );
}

const topicOfEvent = `case e.kind when 'plan-adopted' then 'new-commitments'
  when 'commitment-answered' then 'answered' else 'reported' end`;

const news = `with told as materialized (
    select e.sequence, e.kind, e.actor_id, e.thing_id::uuid as thing_id from event e
    where e.municipality = $1 and e.sequence > $2 and e.sequence <= $3
      and e.kind in ('plan-adopted', 'commitment-answered', 'status-reported')
  )
  select ${topicOfEvent} as topic, e.actor_id as "actorId", c.body_id as "bodyId",
    json_build_object('commitmentId', c.commitment_id, 'planTitle', p.title, 'bodyName', coalesce(o.name, c.body_label),
      'label', b.label, 'text', b.text) as part
  from told e
  cross join lateral (
    select * from commitment where e.kind <> 'plan-adopted' and municipality = $1 and commitment_id = e.thing_id
    union all
    select * from commitment where e.kind = 'plan-adopted' and municipality = $1 and plan_id = e.thing_id
  ) c
  join plan p on p.municipality = c.municipality and p.plan_id = c.plan_id and p.state = 'adopted'
  join block b on b.municipality = c.municipality and b.block_id = c.measure_id
  left join body o on o.municipality = c.municipality and o.body_id = c.body_id
  order by e.sequence, c.position, c.commitment_id`;

export async function listNews(session: Session, { after, upTo }: NewsSpan): Promise<News[]> {
  return session.all(written<News>(news, [session.municipality, after, upTo]));
}

export async function listDeclined(session: Session, accountId: string): Promise<LetterKind[]> {
  if (!isUuid(accountId)) return [];
  const rows = await session.all(
    written<{ kind: LetterKind }>(
      'select kind from declined_letter where municipality = $1 and account_id = $2 order by kind',
      [session.municipality, accountId],
    ),
  );
  return rows.map(({ kind }) => kind);
}

/** Any number that nothing else locks by. */
const ROUND_LOCK = 20_260;

export async function beginMailRound(session: Session, day: string, now: Date): Promise<NewsSpan | null> {
  const { municipality } = session;
  await session.all(written('select pg_advisory_xact_lock($1, $2)', [ROUND_LOCK, Number(municipality)]));
  const last = await session.first(
    written<{ goneOn: string; sequence: number }>(
      `select gone_on as "goneOn", trail_sequence::integer as sequence from mail_round where municipality = $1`,
      [municipality],
    ),
  );
  if (last !== null && last.goneOn >= day) return null;
  return session.first(
    written<NewsSpan>(
      `select coalesce($2::integer, (select coalesce(max(sequence), 0)::integer from event
           where municipality = $1 and happened_at < $3::timestamptz - interval '7 days')) as after,
         coalesce((select sequence::integer from trail_head where municipality = $1), 0) as "upTo"`,
      [municipality, last?.sequence ?? null, now],
    ),
  );
}

export async function endMailRound(session: Session, day: string, span: NewsSpan): Promise<void> {
  const noted = { gone_on: day, trail_sequence: span.upTo };
  await session.write(
    query
      .insertInto('mail_round')
      .values({ municipality: session.municipality, ...noted })
      .onConflict((there) => there.column('municipality').doUpdateSet(noted)),
  );
}

export async function declineLetters(
  session: Session,
  accountId: string,
  kind: LetterKind,
  declined: boolean,
  now: Date,
): Promise<boolean> {
  if (!isUuid(accountId)) return false;
  const row = [session.municipality, accountId, kind];
  const touched = await session.write(
    declined
      ? written(
          `insert into declined_letter (municipality, account_id, kind, declined_at)
           select a.municipality, a.account_id, $3, $4 from account a
           where a.municipality = $1 and a.account_id = $2 and a.removed_at is null
           on conflict do nothing`,
          [...row, now],
        )
      : written('delete from declined_letter where municipality = $1 and account_id = $2 and kind = $3', row),
  );
  return touched === 1;
}
