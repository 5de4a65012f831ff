import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createTestStore, type TestStore } from '../../../test/database.ts';
import { storeWorld } from '../../../test/followup-world.ts';
import type { EventEntry } from '../../app/store.ts';
import type { TrailFilter, TrailPlace } from '../../app/trail/ports.ts';

const M = '9901';
const none: TrailFilter = {
  personId: null,
  bodyId: null,
  planId: null,
  measure: null,
  kind: null,
  from: null,
  until: null,
  requestId: null,
};
const [anna, bo] = [randomUUID(), randomUUID()];
let made: TestStore;
let world: Awaited<ReturnType<typeof storeWorld>>;

interface Told extends Partial<EventEntry> {
  readonly day: string;
  readonly by?: string;
  readonly requestId?: string;
}

async function tell(municipality: string, { day, by, requestId, ...event }: Told): Promise<void> {
  const at = new Date(`2026-03-${day}T12:00:00Z`);
  await made.store.change({ municipality, actorId: by ?? null, at, requestId: requestId ?? null }, (tx) =>
    tx.event({ kind: 'tested', thingKind: 'municipality', thingId: municipality, before: null, after: null, ...event }),
  );
}

const measure = (label: string) => world.plan.blocks.find((block) => block.label === label)?.id ?? '';
const part = (label: string, body: number) =>
  world.plan.commitments.find((each) => each.measureId === measure(label) && each.bodyId === world.bodies[body]?.id)
    ?.id ?? '';

beforeAll(async () => {
  made = await createTestStore();
  world = await storeWorld(made.store, made.ids, { municipality: M, measures: 4, state: 'adopted' });
  const other = await storeWorld(made.store, made.ids, { municipality: '9902', measures: 2, state: 'adopted' });
  await tell('9902', { day: '01', by: anna, kind: 'answered', thingId: other.plan.commitments[0]?.id ?? '' });
  const activity = randomUUID();
  const [first, second] = world.bodies;
  // Number 1 is the making of the world, in January.
  await tell(M, { day: '01', by: anna, kind: 'signed-in', thingKind: 'account', thingId: anna, requestId: 'r-2' });
  await tell(M, { day: '02', by: anna, kind: 'answered', thingId: part('1.1', 0), requestId: 'r-3' });
  await tell(M, { day: '03', by: bo, kind: 'answered', thingId: part('1.1', 1), requestId: 'r-3' });
  await tell(M, { day: '04', by: bo, kind: 'added', thingId: activity, after: { commitmentId: part('1.2', 0) } });
  await tell(M, { day: '05', kind: 'role-given', thingId: anna, after: { roles: [{ bodyId: second?.id }] } });
  await tell(M, {
    day: '06',
    by: bo,
    kind: 'changed',
    thingId: measure('2.1'),
    before: { planId: world.plan.facts.id },
  });
  await tell(M, { day: '07', by: anna, kind: 'renamed', thingId: first?.id ?? '' });
  await tell(M, { day: '08', by: anna, kind: 'adopted', thingId: world.plan.facts.id });
});

const numbersOf = async (filter: Partial<TrailFilter>, olderThan: TrailPlace | null = null, most = 50) =>
  (await made.store.read.listEvents(M, { ...none, ...filter }, { olderThan, most })).map(({ sequence }) => sequence);

const body = (index: number) => world.bodies[index]?.id ?? '';
const march = (day: number) => new Date(Date.UTC(2026, 2, day));

test.each<[string, () => Partial<TrailFilter>, readonly number[]]>([
  ['nothing', () => ({}), [9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ['a person who acted or whom it concerned', () => ({ personId: anna }), [9, 8, 6, 3, 2]],
  ['another person', () => ({ personId: bo }), [7, 5, 4]],
  ['a body, its parts, their activities and its people', () => ({ bodyId: body(0) }), [8, 5, 3]],
  ['another body', () => ({ bodyId: body(1) }), [6, 4]],
  ['a plan and all in it', () => ({ planId: world.plan.facts.id }), [9, 7, 5, 4, 3, 1]],
  ['a measure', () => ({ measure: '1.1' }), [4, 3]],
  ['a measure of a plan', () => ({ planId: world.plan.facts.id, measure: '2.1' }), [7]],
  ['a measure of a body', () => ({ bodyId: body(1), measure: '1.1' }), [4]],
  ['a body in a plan', () => ({ bodyId: body(0), planId: world.plan.facts.id }), [5, 3]],
  ['a kind', () => ({ kind: 'answered' }), [4, 3]],
  ['a request', () => ({ requestId: 'r-3' }), [4, 3]],
  ['from a day', () => ({ from: march(7) }), [9, 8]],
  ['up to a day', () => ({ until: march(3) }), [3, 2, 1]],
  ['days', () => ({ from: march(3), until: march(5) }), [5, 4]],
  ['a person and a body', () => ({ personId: anna, bodyId: body(0) }), [8, 3]],
  ['a person whom it concerned and a body', () => ({ personId: anna, bodyId: body(1) }), [6]],
  ['a person and a kind', () => ({ personId: bo, kind: 'answered' }), [4]],
  ['a body, a kind and days', () => ({ bodyId: body(0), kind: 'answered', from: march(2), until: march(3) }), [3]],
  ['a plan and a request', () => ({ planId: world.plan.facts.id, requestId: 'r-3' }), [4, 3]],
  [
    'everything at once',
    () => ({ personId: bo, bodyId: body(1), measure: '1.1', kind: 'answered', requestId: 'r-3' }),
    [4],
  ],
  ['a measure that is not there', () => ({ measure: '9.9' }), []],
  ['a body of no municipality', () => ({ bodyId: randomUUID() }), []],
  ['what is no id', () => ({ personId: 'anna' }), []],
])('filter by %s', async (_name, filter, expected) => {
  made.takeQueries();
  expect(await numbersOf(filter())).toEqual(expected);
  expect(made.takeQueries().length).toBeLessThanOrEqual(1);
  for (const most of [1, 2]) expect(await page(filter(), most)).toEqual(expected);
});

/** All the numbers that a filter gives, page after page. */
async function page(filter: Partial<TrailFilter>, most: number): Promise<number[]> {
  const seen: number[] = [];
  let olderThan: TrailPlace | null = null;
  for (;;) {
    const events = await made.store.read.listEvents(M, { ...none, ...filter }, { olderThan, most });
    const last = events.at(-1);
    if (!last) return seen;
    seen.push(...events.map(({ sequence }) => sequence));
    olderThan = { happenedAt: new Date(last.happenedAt), sequence: last.sequence };
  }
}

test('another municipality’s events are none of ours, whatever is asked for', async () => {
  const theirs = await made.store.read.listEvents('9902', none, { olderThan: null, most: 50 });
  expect(theirs.map(({ kind }) => kind)).toEqual(['answered', 'world-made']);
  const stranger = { ...none, personId: anna, bodyId: body(0) };
  expect(await made.store.read.listEvents('9902', stranger, { olderThan: null, most: 50 })).toEqual([]);
  expect(await made.store.read.nameThings('9902', [body(0), part('1.1', 0), world.plan.facts.id])).toEqual([]);
});

test('paging while others write neither skips nor repeats what was there', async () => {
  const before = await numbersOf({});
  const writing = (async () => {
    // Late ones too: an event of a slow transaction may carry an earlier time than one that is seen already.
    for (let turn = 0; turn < 30; turn += 1) await tell(M, { day: turn % 3 === 0 ? '05' : '09', kind: 'meanwhile' });
  })();
  const seen: number[] = [];
  let olderThan: TrailPlace | null = null;
  do {
    const events = await made.store.read.listEvents(M, none, { olderThan, most: 2 });
    seen.push(...events.map(({ sequence }) => sequence));
    const last = events.at(-1);
    olderThan = last ? { happenedAt: new Date(last.happenedAt), sequence: last.sequence } : null;
  } while (olderThan !== null);
  await writing;
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((sequence) => before.includes(sequence))).toEqual(before);
});

test('things are named as the registers say, and what is not there is left out', async () => {
  const named = await made.store.read.nameThings(M, [part('1.2', 0), measure('2.1'), body(1), randomUUID(), 'no-id']);
  expect(named.map(({ kind, label, bodyName }) => [kind, label, bodyName]).sort()).toEqual([
    ['block', '2.1', null],
    ['body', null, 'Ångfärjan AB'],
    ['commitment', '1.2', 'Teknisk nämnd'],
  ]);
});

test('measures without a report: by the newest report of any part, and only in plans that are old enough', async () => {
  const since = '2026-02-01';
  const silent = async (day: string) => [
    ...new Set((await made.store.read.listSilentParts(M, day)).map(({ measureLabel }) => measureLabel)),
  ];
  expect(await silent('2025-02-01')).toEqual([]);
  expect(await silent(since)).toEqual(['1.1', '1.2', '2.1', '2.2']);
  const report = (label: string, reportedOn: string) =>
    made.store.change(
      { municipality: M, actorId: null, at: new Date(`${reportedOn}T12:00:00Z`), requestId: null },
      async (tx) => {
        const id = randomUUID();
        await tx.addReport(M, body(0), {
          id,
          commitmentId: part(label, 0),
          status: 'in-progress',
          text: 'Pågår.',
          reportedOn,
          authorId: null,
          authorName: 'Bo',
          requestKey: id,
          basedOn: null,
        });
        await tx.event({
          kind: 'reported',
          thingKind: 'commitment',
          thingId: part(label, 0),
          before: null,
          after: null,
        });
      },
    );
  await report('1.1', '2026-02-01');
  await report('2.2', '2026-01-31');
  expect(await silent(since)).toEqual(['1.2', '2.1', '2.2']);
  made.takeQueries();
  const parts = await made.store.read.listSilentParts(M, since);
  expect(made.takeQueries()).toHaveLength(1);
  expect(
    parts
      .filter(({ measureLabel }) => measureLabel === '2.2')
      .map((each) => [each.bodyName, each.reportedOn, each.reportedBy]),
  ).toEqual([
    ['Teknisk nämnd', '2026-01-31', 'Bo'],
    ['Ångfärjan AB', null, null],
  ]);
});
