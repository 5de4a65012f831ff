import { letterSchemas, letterTraits } from '../../app/mail/letter-kinds.ts';
import type { NewLetter, OutboxCounts, OutboxRow } from '../../app/mail/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { LetterState } from '../../core/mail/letter-state.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

/** So many letters go in one statement; it takes 65,535 values at most. */
const AT_ONCE = 1000;

/** A letter whose unique key is taken is passed by. */
export async function addLetters(session: Session, added: readonly NewLetter[], now: Date): Promise<number> {
  let count = 0;
  for (let start = 0; start < added.length; start += AT_ONCE) {
    const rows = added.slice(start, start + AT_ONCE).map((letter) => rowOf(session.municipality, letter, now));
    const insert = query.insertInto('letter').values(rows);
    count += await session.write(insert.onConflict((c) => c.columns(['municipality', 'unique_key']).doNothing()));
  }
  return count;
}

function rowOf(municipality: string, letter: NewLetter, now: Date) {
  const { duty, urgent } = letterTraits[letter.kind];
  const due = letter.sendAfter ?? now;
  return {
    municipality,
    letter_id: letter.id,
    account_id: letter.accountId,
    address: letter.address,
    language: letter.language,
    kind: letter.kind,
    data: JSON.stringify(letterSchemas[letter.kind].parse(letter.data)),
    duty,
    created_at: now,
    send_after: letter.sendAfter,
    state: 'waiting',
    urgent,
    attempts: 0,
    first_due_at: due,
    due_at: due,
    fault: null,
    ended_at: null,
    unique_key: letter.uniqueKey ?? null,
  };
}

export async function countLetters(session: Session, sentSince: Date): Promise<OutboxCounts> {
  const counted = await session.first(
    written<OutboxCounts>(
      `select count(*) filter (where state = 'waiting')::integer as waiting,
         count(*) filter (where state = 'failed' and address is not null)::integer as failed,
         count(*) filter (where state = 'sent' and ended_at >= $2)::integer as sent
       from letter where municipality = $1 and (state in ('waiting', 'failed') or ended_at >= $2)`,
      [session.municipality, sentSince],
    ),
  );
  return counted ?? { waiting: 0, failed: 0, sent: 0 };
}

const outboxRow = `l.letter_id as id, l.kind, coalesce(a.name, l.data->>'receiverName') as "receiverName", l.state, l.fault,
  l.attempts, l.urgent, l.created_at as "createdAt", l.due_at as "dueAt", l.ended_at as "endedAt"`;

export async function listLetters(
  session: Session,
  { state, endedSince, most }: { readonly state: LetterState; readonly endedSince: Date; readonly most: number },
): Promise<OutboxRow[]> {
  return session.all(
    written<OutboxRow>(
      `select ${outboxRow} from letter l
       left join account a on a.municipality = l.municipality and a.account_id = l.account_id
       where l.municipality = $1 and l.state = $2 and (l.ended_at is null or l.ended_at >= $3)
       order by coalesce(l.ended_at, l.created_at) desc, l.letter_id desc limit $4`,
      [session.municipality, state, endedSince, most],
    ),
  );
}

export async function retryLetter(session: Session, letterId: string, at: Date): Promise<VersionedWrite<LetterState>> {
  return moveLetter(
    session,
    letterId,
    `state = 'failed' and address is not null`,
    `state = 'waiting', fault = null, ended_at = null, attempts = 0, first_due_at = $3, due_at = $3`,
    at,
  );
}

export async function withdrawLetter(
  session: Session,
  letterId: string,
  at: Date,
): Promise<VersionedWrite<LetterState>> {
  const wasOpen = `state in ('waiting', 'failed')`;
  return moveLetter(session, letterId, wasOpen, `state = 'withdrawn', ended_at = $3`, at);
}

/** A letter that is being sent is locked by its sender, and passed by. */
async function moveLetter(
  session: Session,
  letterId: string,
  from: string,
  change: string,
  at: Date,
): Promise<VersionedWrite<LetterState>> {
  if (!isUuid(letterId)) return { done: false, current: null };
  const touched = await session.write(
    written(
      `update letter set ${change} where municipality = $1 and letter_id = (
         select letter_id from letter where municipality = $1 and letter_id = $2 and ${from} for update skip locked)`,
      [session.municipality, letterId, at],
    ),
  );
  if (touched === 1) return { done: true };
  const found = await session.first(
    written<{ state: LetterState }>('select state from letter where municipality = $1 and letter_id = $2', [
      session.municipality,
      letterId,
    ]),
  );
  return { done: false, current: found?.state ?? null };
}

export async function clearLetters(session: Session, endedBefore: Date): Promise<number> {
  return session.write(
    written(
      `update letter set address = null, data = '{}'
       where municipality = $1 and state <> 'waiting' and ended_at < $2 and address is not null`,
      [session.municipality, endedBefore],
    ),
  );
}
