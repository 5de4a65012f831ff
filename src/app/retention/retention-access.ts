import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { keptSince, type OwnDays, type RetentionClass } from '../../core/retention/retention.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Reader, Store, Writer } from '../store.ts';

/** What retention needs from outside. */
export interface RetentionPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

/** Whoever may not look after personal data is told no more than that. */
export interface NotAllowed {
  readonly kind: 'not-allowed';
}

/** Whether somebody looks after the municipality's personal data. */
export function mayKeepPersonalData(actor: Actor): boolean {
  return may(actor, 'change-personal-data', { municipality: actor.municipality, bodyId: null });
}

/** What the municipality has chosen instead of the program's own days. */
export async function getOwnDays(read: Pick<Reader, 'listRetentionChoices'>, municipality: string): Promise<OwnDays> {
  const choices = await read.listRetentionChoices(municipality);
  return Object.fromEntries(choices.map(({ recordClass, days }) => [recordClass, days]));
}

/** Records of one class that have been removed: how many, after how many days, and which, as a proof. */
export interface RemovedRecords {
  readonly recordClass: RetentionClass;
  readonly count: number;
  readonly days: number;
  /** What `proofOf` makes of the ids. */
  readonly proof: string;
}

/** Tells that records were removed. Whoever has their ids, as the trail has, can show that it was these and no others. */
export async function tellRemoved(
  tx: Writer,
  { recordClass, count, days, proof }: RemovedRecords,
  today: string,
): Promise<void> {
  await tx.event({
    kind: 'records-removed',
    thingKind: 'retention-class',
    thingId: recordClass,
    before: null,
    after: { recordClass, count, days, endedBefore: keptSince(days, today), proof },
  });
}

/** SHA-256 of ids in their order as texts, with a comma between. */
export function proofOf(sha256: Sha256, ids: readonly string[]): string {
  const text = [...ids].sort().join(',');
  return sha256(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}
