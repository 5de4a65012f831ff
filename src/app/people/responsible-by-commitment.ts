import type { Store } from '../store.ts';
import type { CommitmentScope, Responsible } from './ports.ts';

/** Who is responsible on a day, by the commitment's id. A commitment of no body in the register has no entry. */
export async function responsibleByCommitment(
  store: Store,
  municipality: string,
  scope: CommitmentScope,
  day: string,
): Promise<ReadonlyMap<string, Responsible>> {
  const rows = await store.read.listResponsible(municipality, scope, day);
  return new Map(rows.map((row) => [row.commitmentId, row]));
}
