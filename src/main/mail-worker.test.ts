import { afterEach, expect, test } from 'vitest';
import { createTestStore } from '../../test/database.ts';
import { contextOf, madeUpMunicipality } from '../../test/followup-world.ts';
import { addLetters, type LetterRow, letterOf, rowsOf } from '../../test/outbox-world.ts';
import { createOutbox } from '../adapters/db/outbox.ts';
import type { MailTransport, OutgoingMail } from '../app/mail/ports.ts';
import type { DeliveryFault } from '../core/mail/letter-state.ts';
import { type MailWorker, startMailWorker } from './mail-worker.ts';

const { store, pool, ids } = await createTestStore();
/** A Wednesday night: only urgent letters leave, and no round is made. */
const night = new Date('2026-05-13T21:00:00Z');
const codes = ['9201', '9202', '9203'];
const workers: MailWorker[] = [];

for (const code of codes)
  await store.change(contextOf(code), async (tx) => {
    await tx.addMunicipality(madeUpMunicipality(code));
    await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
  });

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

function start(answer: (mail: OutgoingMail) => Promise<DeliveryFault | null>, read = store.read) {
  const taken: string[] = [];
  const logged: string[] = [];
  const transport: MailTransport = {
    send: async (mail) => {
      const fault = await answer(mail);
      if (fault === null) taken.push(mail.id);
      return fault;
    },
  };
  const keep = (_fields: object, message: string) => void logged.push(message);
  const bell = { ring: (_municipality: string): void => undefined };
  const clock = { now: () => night };
  const worker = startMailWorker({
    store: { ...store, read },
    outbox: createOutbox({ pool, ids, sessions: { namedStatements: false }, clock }),
    transport,
    render: ({ kind }) => ({ subject: kind, text: kind, html: kind, attachments: [], unsubscribe: null }),
    clock,
    ids,
    log: { info: keep, warn: keep, error: keep },
    listen: (ring) => {
      bell.ring = ring;
      return { close: async () => undefined };
    },
  });
  workers.push(worker);
  return { worker, taken, logged, bell };
}

async function put(code: string): Promise<string> {
  const letter = letterOf('invitation');
  await addLetters(store, code, night, letter);
  return letter.id;
}

const stateOf = async (code: string, id: string) =>
  (await rowsOf<LetterRow>(pool, code, `select * from letter where letter_id = '${id}'`))[0]?.state;

test('letters of every municipality leave when the worker starts, and later ones when the bell rings', async () => {
  const first = await Promise.all(codes.map(put));
  const { taken, bell } = start(async () => null);
  await expect.poll(() => [...taken].sort()).toEqual([...first].sort());
  const later = await put('9202');
  bell.ring('9202');
  await expect.poll(() => taken).toContain(later);
});

test('stopping waits for the letter under way, and takes no other', async () => {
  const [one, two] = [await put('9201'), await put('9201')];
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  let answer: (fault: null) => void = () => undefined;
  const { worker, taken } = start(() => {
    arrive();
    return new Promise((done) => {
      answer = done;
    });
  });
  await arrived;
  const stopped = worker.stop();
  answer(null);
  await stopped;
  expect(taken).toEqual([one]);
  expect([await stateOf('9201', one), await stateOf('9201', two)]).toEqual(['sent', 'waiting']);
});

test('what is broken in one municipality does not stop the letters of the others', async () => {
  const id = await put('9203');
  const getMailSetting: typeof store.read.getMailSetting = async (code) => {
    if (code !== '9203') throw new Error('broken');
    return store.read.getMailSetting(code);
  };
  const { taken, logged } = start(async () => null, { ...store.read, getMailSetting });
  await expect.poll(() => taken).toContain(id);
  expect(logged.filter((message) => message === 'letters could not be delivered')).toHaveLength(2);
});

test('a mail server of no use is left alone for a while', async () => {
  await Promise.all(codes.map(put));
  let asked = 0;
  const { bell, logged } = start(async () => {
    asked += 1;
    return 'no-contact';
  });
  await expect.poll(() => logged).toEqual(['letters were delivered']);
  for (const code of codes) bell.ring(code);
  await new Promise((done) => setImmediate(done));
  expect(asked).toBe(1);
});
