import type { Delivery, Outbox, WaitingLetter } from '../../app/mail/ports.ts';
import type { Clock } from '../../app/shared/world.ts';
import type { EventEntry, Writer } from '../../app/store.ts';
import { query, type Session, written } from './session.ts';
import type { StoreParts } from './store.ts';
import { addEvents } from './trail-writer.ts';
import { inSingleChange } from './transactions.ts';

// The row's lock is what keeps other senders away; it goes with the transaction, also when the process is killed.
const takeNext = `select l.letter_id as id, l.account_id as "accountId", l.address, l.language, l.kind, l.data, l.attempts,
    l.created_at as "createdAt", l.first_due_at as "firstDueAt",
    exists (select from account a where a.municipality = l.municipality and a.account_id = l.account_id
      and (a.removed_at is not null or not l.urgent
        and (a.disabled or a.left_on < ($2::timestamptz at time zone 'Europe/Stockholm')::date)))
    or not l.duty and exists (select from declined_letter d where d.municipality = l.municipality
      and d.account_id = l.account_id and d.kind = l.kind) as unwanted
  from letter l
  where l.municipality = $1 and l.state = 'waiting' and l.due_at <= $2 and (l.urgent or not $3)
  order by l.urgent desc, l.due_at, l.letter_id limit 1
  for update of l skip locked`;

/** The outbox of the database. A letter is sent inside the transaction that holds it. */
export function createOutbox({ pool, ids, sessions, clock }: StoreParts & { readonly clock: Clock }): Outbox {
  return {
    handOver: (municipality, due, deliver) =>
      inSingleChange(pool, municipality, sessions, async (session) => {
        const letter = await session.first(written<WaitingLetter>(takeNext, [municipality, due.now, due.urgentOnly]));
        if (letter === null) return null;
        const delivery = await deliver(letter);
        const at = clock.now();
        await note(session, letter, delivery, at);
        const context = { municipality, actorId: null, at, requestId: null };
        const event = async (entry: EventEntry) => {
          await addEvents(session, context, [{ ...entry, id: ids.next() }]);
        };
        await tell({ event }, letter, delivery);
        return delivery;
      }),
  };
}

async function note(session: Session, letter: WaitingLetter, delivery: Delivery, at: Date): Promise<void> {
  await session.write(
    query
      .updateTable('letter')
      .set({ ...changesOf(delivery, at), attempts: letter.attempts + (delivery.kind === 'unwanted' ? 0 : 1) })
      .where('municipality', '=', session.municipality)
      .where('letter_id', '=', letter.id),
  );
}

function changesOf(delivery: Delivery, at: Date) {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', fault: null, ended_at: at };
    case 'unwanted':
      // Nobody will try it again, so that there is nothing to keep its address and content for.
      return { state: 'withdrawn', fault: null, ended_at: at, address: null, data: '{}' };
    case 'failed':
      return { state: 'failed', fault: delivery.fault, ended_at: at };
    case 'later':
      return { fault: delivery.fault, due_at: delivery.at };
  }
}

/** An attempt that did not succeed and is made again has changed nothing that anybody will ask about. */
async function tell(trail: Pick<Writer, 'event'>, { id, kind }: WaitingLetter, delivery: Delivery): Promise<void> {
  const letter = { thingKind: 'letter', thingId: id, before: { state: 'waiting' } };
  switch (delivery.kind) {
    case 'sent':
      return trail.event({ kind: 'letter-sent', ...letter, after: { letterKind: kind, state: 'sent' } });
    case 'unwanted':
      return trail.event({ kind: 'letter-withdrawn', ...letter, after: { letterKind: kind, state: 'withdrawn' } });
    case 'failed': {
      const after = { letterKind: kind, state: 'failed', fault: delivery.fault };
      return trail.event({ kind: 'letter-failed', ...letter, after });
    }
    case 'later':
      return;
  }
}
