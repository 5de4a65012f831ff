import type { Pool } from 'pg';
import { createOutbox } from '../src/adapters/db/outbox.ts';
import { createIds } from '../src/adapters/ids.ts';
import { deliverLetters } from '../src/app/mail/deliver-letters.ts';
import type { LetterKind } from '../src/app/mail/letter-kinds.ts';
import type { MailTransport, NewLetter, OutgoingMail, RenderLetter } from '../src/app/mail/ports.ts';
import type { Municipality } from '../src/app/organisation/ports.ts';
import type { Store } from '../src/app/store.ts';
import type { DeliveryFault } from '../src/core/mail/letter-state.ts';
import { usualQuietHours } from '../src/core/mail/quiet-hours.ts';
import { letterExamples } from './letter-examples.ts';

const ids = createIds();

/** A letter of a kind to somebody; `changes` replaces what a test cares about. */
export function letterOf(kind: LetterKind, changes: Partial<NewLetter> = {}): NewLetter {
  const data = letterExamples[kind];
  const head = {
    id: ids.next(),
    accountId: null,
    address: 'asa@exempel.se',
    language: 'sv',
    sendAfter: null,
  } as const;
  return { ...head, kind, data, ...changes } as NewLetter;
}

/** Puts letters in the outbox. */
export async function addLetters(store: Store, municipality: string, at: Date, ...letters: NewLetter[]): Promise<void> {
  await store.change({ municipality, actorId: null, at, requestId: null }, async (tx) => {
    for (const letter of letters) await tx.addLetter(municipality, letter);
    await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
  });
}

/** A letter as it stands in the database. */
export interface LetterRow {
  readonly letter_id: string;
  readonly state: string;
  readonly fault: string | null;
  readonly attempts: number;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly address: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly kind: string;
}

/** Rows of a municipality by a query on the pool, which sees nothing without saying which municipality it is. */
export async function rowsOf<T extends object>(pool: Pool, municipality: string, sql: string): Promise<T[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${municipality}', true)`);
    const { rows } = await client.query<T>(sql);
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}

const plain: RenderLetter = ({ kind }) => ({
  subject: kind,
  text: kind,
  html: kind,
  attachments: [],
  unsubscribe: null,
});

/** A sender with a clock that can be set and a mail server that answers as it is told. */
export function createSender(pool: Pool, start: Date, municipality: Municipality) {
  const clock = { at: start, now: () => clock.at };
  const taken: OutgoingMail[] = [];
  const unwritable: string[] = [];
  const answers = { next: async (_mail: OutgoingMail): Promise<DeliveryFault | null> => null };
  const transport: MailTransport = {
    send: async (mail) => {
      const fault = await answers.next(mail);
      if (fault === null) taken.push(mail);
      return fault;
    },
  };
  const outbox = createOutbox({ pool, ids, sessions: { namedStatements: false }, clock });
  const ports = {
    outbox,
    transport,
    clock,
    chance: () => 0,
    onUnwritable: ({ id }: { id: string }) => void unwritable.push(id),
  };
  const deliver = (quiet = usualQuietHours, goOn = () => true, render = plain) =>
    deliverLetters({ ...ports, render })(municipality, quiet, goOn);
  return { clock, taken, unwritable, answers, outbox, deliver };
}
