import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  type ChainedEvent,
  chainAfter,
  checkEvents,
  endCheck,
  freshCheck,
  TRAIL_START,
  type TrailFault,
  trailText,
} from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const event = (id: string) => ({
  municipality: '0001',
  eventId: id,
  happenedAt: '2026-05-15T09:00:00.000Z',
  actorId: 'anna',
  requestId: null,
  kind: 'status-reported',
  thingKind: 'commitment',
  thingId: 'c1',
  before: null,
  after: { b: 1, a: [{ d: 2, c: 3 }] },
});

const chain = chainAfter({ sequence: 0, hash: TRAIL_START }, ['e1', 'e2', 'e3', 'e4'].map(event), sha256);
const head = { sequence: 4, hash: chain[3]?.hash ?? '' };

function faultsOf(events: readonly ChainedEvent[], end = head): readonly TrailFault[] {
  return endCheck(checkEvents(freshCheck, events, sha256), end);
}

test('an untouched chain has no fault, whole or page by page', () => {
  expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(faultsOf(chain)).toEqual([]);
  const paged = checkEvents(checkEvents(freshCheck, chain.slice(0, 2), sha256), chain.slice(2), sha256);
  expect(endCheck(paged, head)).toEqual([]);
});

test('the order of keys makes no difference, every other thing does', () => {
  const [first] = chain;
  if (!first) throw new Error('no event');
  expect(trailText({ ...first, after: { a: [{ c: 3, d: 2 }], b: 1 } }, TRAIL_START)).toBe(
    trailText(first, TRAIL_START),
  );
  const letters = (after: object) => trailText({ ...first, after }, TRAIL_START);
  expect(letters({ å: 1, a: 'ö', z: 2 })).toBe(letters({ z: 2, å: 1, a: 'ö' }));
  expect(letters({ å: 1 })).not.toBe(letters({ ä: 1 }));
});

const changes: readonly (readonly [string, Partial<ChainedEvent>])[] = [
  ['municipality', { municipality: '0002' }],
  ['id', { eventId: 'x' }],
  ['time', { happenedAt: '2026-05-15T09:00:00.001Z' }],
  ['actor', { actorId: null }],
  ['request', { requestId: 'r' }],
  ['kind', { kind: 'status-reporteD' }],
  ['kind of thing', { thingKind: 'plan' }],
  ['thing', { thingId: 'c2' }],
  ['before', { before: {} }],
  ['after', { after: { b: 1, a: [{ d: 2, c: 4 }] } }],
  ['hash', { hash: 'f'.repeat(64) }],
  ['hash of the one before', { previousHash: 'f'.repeat(64) }],
];

test.each(changes)('a changed %s is found and named', (_, change) => {
  const altered = chain.map((each, index) => (index === 1 ? { ...each, ...change } : each));
  const faults = faultsOf(altered);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toMatchObject({ sequence: 2, eventId: altered[1]?.eventId });
});

test('an event that is altered and hashed anew breaks the chain after it', () => {
  const [, second] = chain;
  if (!second) throw new Error('no event');
  const forged = { ...second, actorId: 'bert' };
  const hashed = { ...forged, hash: sha256(trailText(forged, forged.previousHash)) };
  expect(faultsOf(chain.map((each, index) => (index === 1 ? hashed : each)))).toEqual([
    { kind: 'chain-broken', sequence: 3, eventId: 'e3' },
  ]);
});

test.each([0, 1, 2, 3])('a removed event is noticed: %i', (index) => {
  expect(faultsOf(chain.filter((_, at) => at !== index)).length).toBe(1);
});
