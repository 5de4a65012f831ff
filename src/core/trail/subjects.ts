import type { TrailEvent } from './chain.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What an event can be found by beside who did it: the thing itself, and every id that its before and after mention, each
 * once. So an event about a role is found by its body, and one about an activity by its commitment.
 */
export function subjectsOf(event: Pick<TrailEvent, 'thingId' | 'before' | 'after'>): readonly string[] {
  return [...new Set([event.thingId, ...idsIn(event.before), ...idsIn(event.after)])];
}

/** Every id in a plain JSON value, in its order, repeated as it is repeated there. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
