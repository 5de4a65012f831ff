import { ok, type Result } from '../../core/shared/result.ts';
import type { ChainedEvent } from '../../core/trail/chain.ts';
import type { Store } from '../store.ts';
import type { VerifiedExport, VerifyRefusal, verifyExport } from './verify-export.ts';

/** How a database differs from an earlier export of its trail, at the first event where it does. */
export interface HistoryFault {
  /** `history-rewritten`: another event stands at the number. `history-missing`: none does. */
  readonly kind: 'history-rewritten' | 'history-missing';
  readonly sequence: number;
}

/** An earlier export held against the database. `fault` counts only where the export has no faults of its own. */
export interface ComparedExport extends VerifiedExport {
  readonly fault: HistoryFault | null;
}

interface Deps {
  readonly store: Pick<Store, 'read'>;
  readonly verify: ReturnType<typeof verifyExport>;
}

/**
 * Compares the trail in the database with an export that was signed earlier. A chain that somebody has computed anew from
 * end to end is sound in itself; only what is kept elsewhere can tell that it is another.
 */
export function compareWithExport({ store, verify }: Deps) {
  return async (file: string, key: string | null): Promise<Result<ComparedExport, VerifyRefusal>> => {
    let fault: HistoryFault | null = null;
    const verified = await verify(file, key, async (municipality, events) => {
      fault ??= await firstDifference(store, municipality, events);
    });
    return verified.ok ? ok({ ...verified.value, fault }) : verified;
  };
}

async function firstDifference(
  store: Pick<Store, 'read'>,
  municipality: string,
  events: readonly ChainedEvent[],
): Promise<HistoryFault | null> {
  const [first] = events;
  if (first === undefined) return null;
  const ours = await store.read.listEventsAfter(municipality, first.sequence - 1, events.length);
  const hashes = new Map(ours.map(({ sequence, hash }) => [sequence, hash]));
  const differing = events.find(({ sequence, hash }) => hashes.get(sequence) !== hash);
  if (differing === undefined) return null;
  const { sequence } = differing;
  return { kind: hashes.has(sequence) ? 'history-rewritten' : 'history-missing', sequence };
}
