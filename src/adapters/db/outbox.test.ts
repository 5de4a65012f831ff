import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createTestStore, quietLog } from '../../../test/database.ts';
import { contextOf, madeUpMunicipality } from '../../../test/followup-world.ts';
import { letterExamples } from '../../../test/letter-examples.ts';
import { addLetters, createSender, type LetterRow, letterOf, rowsOf } from '../../../test/outbox-world.ts';
import { listenForLetters } from './letter-bell.ts';
import { createPool } from './pool.ts';

const { store, pool, connection, ids } = await createTestStore();
/** A Wednesday at noon. */
const noon = new Date('2026-05-13T10:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
let made = 0;

/** A municipality of its own for each test, with a sender. */
async function newOutbox(start = noon) {
  made += 1;
  const municipality = madeUpMunicipality(`${9100 + made}`);
  const { code } = municipality;
  const event = { kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null };
  await store.change(contextOf(code), async (tx) => {
    await tx.addMunicipality(municipality);
    await tx.event(event);
  });
  const sender = createSender(pool, start, municipality);
  const letters = () => rowsOf<LetterRow>(pool, code, 'select * from letter order by created_at, letter_id');
  const one = async () => (await letters())[0];
  const events = () =>
    rowsOf<{ kind: string; after: unknown }>(pool, code, 'select kind, after from event order by sequence');
  const add = (...added: Parameters<typeof letterOf>[]) =>
    addLetters(store, code, start, ...added.map(([kind, changes]) => letterOf(kind, changes)));
  return { ...sender, code, municipality, letters, one, events, add };
}

const nothing = { sent: 0, delayed: 0, failed: 0, serverFault: null };

test('a letter that the server takes is sent once, and told of', async () => {
  const box = await newOutbox();
  await box.add(['invitation']);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1 });
  expect(await box.deliver()).toEqual(nothing);
  expect(box.taken).toMatchObject([
    { receiver: { name: 'Åsa Öberg', address: 'asa@exempel.se' }, senderName: box.municipality.name, language: 'sv' },
  ]);
  expect(await box.one()).toMatchObject({ state: 'sent', attempts: 1, fault: null, ended_at: noon });
  expect((await box.events()).at(-1)).toEqual({
    kind: 'letter-sent',
    after: { letterKind: 'invitation', state: 'sent' },
  });
});

test('a letter of a change that came to nothing is never there', async () => {
  const box = await newOutbox();
  const broken = store.change(contextOf(box.code), async (tx) => {
    await tx.addLetter(box.code, letterOf('invitation'));
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  expect(await box.deliver()).toEqual(nothing);
});

test('what may pass is tried again, after a wait that grows', async () => {
  const box = await newOutbox();
  await box.add(['invitation']);
  box.answers.next = async () => 'try-later';
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    expect(await box.deliver()).toEqual({ ...nothing, delayed: 1 });
    const { due_at, attempts, fault, state } = (await box.one()) ?? {};
    expect([attempts, fault, state]).toEqual([attempt, 'try-later', 'waiting']);
    waits.push(((due_at?.getTime() ?? 0) - box.clock.at.getTime()) / MINUTE_MS);
    expect(await box.deliver()).toEqual(nothing);
    box.clock.at = due_at ?? noon;
  }
  expect(waits).toEqual([1, 4, 16, 64, 240, 240]);
  box.answers.next = async () => null;
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1 });
  expect(await box.one()).toMatchObject({ state: 'sent', attempts: 7, fault: null });
});

test('after five days of trying a letter has failed', async () => {
  const box = await newOutbox();
  await box.add(['password-changed']);
  box.answers.next = async () => 'try-later';
  for (let attempt = 0; (await box.one())?.state === 'waiting' && attempt < 100; attempt += 1) {
    box.clock.at = (await box.one())?.due_at ?? noon;
    await box.deliver();
  }
  expect(await box.one()).toMatchObject({ state: 'failed', fault: 'try-later' });
  const days = (box.clock.at.getTime() - noon.getTime()) / DAY_MS;
  expect(days).toBeGreaterThan(5);
  expect(days).toBeLessThan(5.2);
});

test.each(['receiver-refused', 'content-refused', 'address-unusable'] as const)(
  'what the server refuses for good (%s) has failed, and is told of without the address',
  async (fault) => {
    const box = await newOutbox();
    await box.add(['invitation']);
    box.answers.next = async () => fault;
    expect(await box.deliver()).toEqual({ ...nothing, failed: 1 });
    box.clock.at = new Date(noon.getTime() + DAY_MS);
    expect(await box.deliver()).toEqual(nothing);
    expect(await box.one()).toMatchObject({ state: 'failed', fault, ended_at: noon });
    const after = { letterKind: 'invitation', state: 'failed', fault };
    expect((await box.events()).at(-1)).toEqual({ kind: 'letter-failed', after });
  },
);

test.each(['no-contact', 'encryption-refused', 'sign-in-refused', 'sender-refused'] as const)(
  'a server of no use (%s) is not tried with letter after letter',
  async (fault) => {
    const box = await newOutbox();
    await box.add(['invitation'], ['invitation'], ['invitation']);
    let asked = 0;
    box.answers.next = async () => {
      asked += 1;
      return fault;
    };
    expect(await box.deliver()).toEqual({ ...nothing, delayed: 1, serverFault: fault });
    expect(asked).toBe(1);
    expect((await box.letters()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  },
);

test('one letter that a server chokes on does not stop those behind it', async () => {
  const box = await newOutbox();
  const bad = letterOf('invitation');
  await addLetters(store, box.code, noon, bad, letterOf('invitation'), letterOf('invitation'));
  box.answers.next = async ({ id }) => (id === bad.id ? 'no-contact' : null);
  for (let round = 0; round < 3; round += 1) await box.deliver();
  expect(box.taken).toHaveLength(2);
});

test('letters that can wait do so in quiet hours; urgent ones leave, and first', async () => {
  const evening = new Date('2026-05-13T19:00:00Z');
  const box = await newOutbox(evening);
  await box.add(['report-reminder'], ['invitation'], ['report-reminder'], ['password-reset']);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 2 });
  box.clock.at = new Date('2026-05-14T05:00:00Z');
  await box.add(['password-changed']);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 3 });
  expect(box.taken.map(({ letter }) => letter.subject)).toEqual([
    'invitation',
    'password-reset',
    'password-changed',
    'report-reminder',
    'report-reminder',
  ]);
});

test('a letter for later waits until then', async () => {
  const box = await newOutbox();
  await box.add(['invitation', { sendAfter: new Date(noon.getTime() + MINUTE_MS) }]);
  expect(await box.deliver()).toEqual(nothing);
  box.clock.at = new Date(noon.getTime() + MINUTE_MS);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1 });
});

test('a letter whose link has ended, or that has lain for weeks, is not sent', async () => {
  const box = await newOutbox();
  await box.add(['invitation'], ['report-reminder']);
  box.clock.at = new Date(letterExamples.invitation.validUntil);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1, failed: 1 });
  await box.add(['report-reminder']);
  box.clock.at = new Date('2026-05-28T10:00:00Z');
  expect(await box.deliver()).toEqual({ ...nothing, failed: 1 });
  expect((await box.letters()).map(({ fault }) => fault).sort()).toEqual([null, 'too-old', 'too-old']);
  expect(box.taken).toHaveLength(1);
});

test('a letter that cannot be made has failed, and those behind it leave', async () => {
  const box = await newOutbox();
  await box.add(['invitation'], ['invitation']);
  const render = vi.fn(() => ({ subject: 's', text: 't', html: 'h', attachments: [], unsubscribe: null }));
  render.mockImplementationOnce(() => {
    throw new Error('bug');
  });
  expect(await box.deliver(undefined, undefined, render)).toEqual({ ...nothing, sent: 1, failed: 1 });
  expect(box.unwritable).toHaveLength(1);
  expect((await box.letters()).map(({ fault }) => fault).sort()).toEqual([null, 'unwritable']);
});

test('a reminder to somebody whose account has been closed is withdrawn; what is urgent is not', async () => {
  const box = await newOutbox();
  const accountId = ids.next();
  const gone = { id: accountId, municipality: box.code, email: 'asa@exempel.se', name: 'Åsa', passwordHash: null };
  await store.change(contextOf(box.code), async (tx) => {
    await tx.addAccount({ ...gone, memberships: [], disabled: false, leftOn: '2026-05-12', rowVersion: 1 });
    await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
  });
  await box.add(['report-reminder', { accountId }], ['password-changed', { accountId }]);
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1 });
  expect((await box.letters()).map(({ state, kind }) => `${kind} ${state}`).sort()).toEqual([
    'password-changed sent',
    'report-reminder withdrawn',
  ]);
});

test('a sender that is told to stop finishes its letter and takes no other', async () => {
  const box = await newOutbox();
  await box.add(['invitation'], ['invitation']);
  let stopped = false;
  box.answers.next = async () => {
    stopped = true;
    return null;
  };
  expect(await box.deliver(undefined, () => !stopped)).toEqual({ ...nothing, sent: 1 });
  expect((await box.letters()).map(({ state }) => state).sort()).toEqual(['sent', 'waiting']);
});

test('a sender that breaks down leaves the letter as it was', async () => {
  const box = await newOutbox();
  await box.add(['invitation']);
  box.answers.next = async () => {
    throw new Error('disk full');
  };
  await expect(box.deliver()).rejects.toThrow('disk full');
  expect(await box.one()).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('a letter is not taken as sent when the database does not say so', async () => {
  const box = await newOutbox();
  await box.add(['invitation']);
  box.answers.next = async () => {
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where state = 'idle in transaction' and datname = current_database()`,
    );
    return null;
  };
  await expect(box.deliver()).rejects.toThrow();
  expect(await box.one()).toMatchObject({ state: 'waiting', attempts: 0 });
  box.answers.next = async () => null;
  expect(await box.deliver()).toEqual({ ...nothing, sent: 1 });
  expect(new Set(box.taken.map(({ id }) => id)).size).toBe(1);
});

test('several senders at once send each letter once', async () => {
  const box = await newOutbox();
  await box.add(...Array.from({ length: 40 }, () => ['invitation'] as Parameters<typeof letterOf>));
  const otherPool = createPool(connection, quietLog);
  const others = [pool, otherPool, otherPool].map((each) => createSender(each, noon, box.municipality));
  const under = new Set<string>();
  const all = [box, ...others];
  for (const { answers } of all)
    answers.next = async ({ id }) => {
      expect(under.has(id)).toBe(false);
      under.add(id);
      await wait(Math.random() * 10);
      under.delete(id);
      return null;
    };
  await Promise.all(all.map(({ deliver }) => deliver()));
  await otherPool.end();
  const sent = all.flatMap(({ taken }) => taken.map(({ id }) => id));
  expect(sent).toHaveLength(40);
  expect(new Set(sent).size).toBe(40);
  expect(all.filter(({ taken }) => taken.length > 0).length).toBeGreaterThan(1);
});

test('a municipality’s letters are not given to another’s sender', async () => {
  const [box, other] = [await newOutbox(), await newOutbox()];
  await box.add(['invitation']);
  expect(await other.deliver()).toEqual(nothing);
  expect(await other.letters()).toEqual([]);
});

test('the bell rings with the municipality when a change with a letter is kept, and finds its way back', async () => {
  const box = await newOutbox();
  const rung: string[] = [];
  const bell = listenForLetters(pool, (municipality) => rung.push(municipality));
  const listening = async () =>
    (
      await pool.query(
        `select pid from pg_stat_activity
         where query = 'listen handlingskraft_letter' and datname = current_database()`,
      )
    ).rows.length;
  await expect.poll(listening).toBe(1);
  await box.add(['invitation']);
  await expect.poll(() => rung).toEqual([box.code]);
  await bell.close();
  await expect.poll(listening).toBe(0);
});

test('very many letters go in together, and those whose key is taken are left out', async () => {
  const box = await newOutbox();
  const add = (count: number) =>
    store.change(contextOf(box.code), async (tx) => {
      const letters = Array.from({ length: count }, (_, at) => letterOf('report-reminder', { uniqueKey: `key ${at}` }));
      const added = await tx.addLetters(box.code, letters);
      if (added > 0) await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
      return added;
    });
  expect([await add(4000), await add(4001), await add(4001)]).toEqual([4000, 1, 0]);
});
