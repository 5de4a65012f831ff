/** What stands before the first event of a municipality. */
export const TRAIL_START = '0'.repeat(64);

/** One event as it is chained. Times are ISO with milliseconds in UTC; `before` and `after` are plain JSON values. */
export interface TrailEvent {
  readonly municipality: string;
  /** 1 for the first event of the municipality, without gaps. */
  readonly sequence: number;
  readonly eventId: string;
  readonly happenedAt: string;
  /** Account that did it; null for the program itself. */
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly kind: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An event with its place in the chain. Hashes are SHA-256, 64 lower-case hex digits. */
export interface ChainedEvent extends TrailEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain ends: the number of its last event (0 for none) and that event's hash. */
export interface TrailHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The text whose SHA-256 is an event's hash: a JSON list of the format's name and every field, with the keys of objects
 * sorted, so that the same event gives the same text in every program. Numbers are written as JavaScript writes them.
 */
export function trailText(event: TrailEvent, previousHash: string): string {
  return JSON.stringify([
    'handlingskraft-trail/1',
    event.municipality,
    event.sequence,
    previousHash,
    event.eventId,
    event.happenedAt,
    event.actorId,
    event.requestId,
    event.kind,
    event.thingKind,
    event.thingId,
    sortKeys(event.before),
    sortKeys(event.after),
  ]);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

/** Puts events after `head`, in the order given; their own `sequence` is set here. `sha256` gives lower-case hex of a text. */
export function chainAfter(
  head: TrailHead,
  events: readonly Omit<TrailEvent, 'sequence'>[],
  sha256: (text: string) => string,
): readonly ChainedEvent[] {
  let { sequence, hash } = head;
  return events.map((event) => {
    const numbered = { ...event, sequence: sequence + 1 };
    const chained = { ...numbered, previousHash: hash, hash: sha256(trailText(numbered, hash)) };
    ({ sequence, hash } = chained);
    return chained;
  });
}

/**
 * What is wrong with a chain. `event-altered`: a field or hash of the event was changed. `event-removed`: the numbers jump
 * to this event. `chain-broken`: the event does not hold the hash of the one before it. `end-removed`: the last events, up
 * to `sequence`, are gone or the noted end was changed.
 */
export interface TrailFault {
  readonly kind: 'event-altered' | 'event-removed' | 'chain-broken' | 'end-removed';
  readonly sequence: number;
  /** The event at fault; null where it is gone. */
  readonly eventId: string | null;
}

/** Goes through events in their order and tells every fault. Feed it page by page: `next` carries on where the last page ended. */
export interface TrailCheck {
  readonly last: TrailHead;
  readonly faults: readonly TrailFault[];
}

/** A check that has seen nothing yet. */
export const freshCheck: TrailCheck = { last: { sequence: 0, hash: TRAIL_START }, faults: [] };

/** Checks further events, sorted by `sequence`, after those already seen. */
export function checkEvents(
  seen: TrailCheck,
  events: readonly ChainedEvent[],
  sha256: (text: string) => string,
): TrailCheck {
  let { last } = seen;
  const faults = [...seen.faults];
  for (const event of events) {
    const { sequence, eventId, previousHash } = event;
    if (sequence !== last.sequence + 1) faults.push({ kind: 'event-removed', sequence, eventId });
    else if (previousHash !== last.hash) faults.push({ kind: 'chain-broken', sequence, eventId });
    if (sha256(trailText(event, previousHash)) !== event.hash)
      faults.push({ kind: 'event-altered', sequence, eventId });
    last = { sequence, hash: event.hash };
  }
  return { last, faults };
}

/** Ends a check against the noted end of the chain. */
export function endCheck(seen: TrailCheck, head: TrailHead): readonly TrailFault[] {
  const same = seen.last.sequence === head.sequence && seen.last.hash === head.hash;
  return same ? seen.faults : [...seen.faults, { kind: 'end-removed', sequence: head.sequence, eventId: null }];
}
