import type { Actor } from '../../core/permission/role.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Writer } from '../store.ts';
import { dueBefore, type ProposedRemoval, proposalOf, type RemovalProposal, termsOf } from './propose-removal.ts';
import { removeByPseudonym } from './remove-person.ts';
import {
  getOwnDays,
  mayKeepPersonalData,
  type NotAllowed,
  type RetentionPorts,
  tellRemoved,
} from './retention-access.ts';

export type ConfirmRefusal =
  | NotAllowed
  /** No class was chosen that has anything to remove. */
  | { readonly kind: 'nothing-chosen'; readonly proposal: RemovalProposal }
  /** What is due is no longer what was shown; nothing has been removed. */
  | { readonly kind: 'proposal-changed'; readonly proposal: RemovalProposal };

interface ConfirmCommand {
  /** Fingerprint of the proposal that was shown. */
  readonly fingerprint: string;
  /** Classes to remove, as the form names them; others are passed over. */
  readonly chosen: readonly string[];
  readonly requestId: string | null;
}

/** Removes what a proposal says of the chosen classes, all or nothing, and tells of each class. Gives how many records. */
export function confirmRemoval({ store, clock, sha256 }: RetentionPorts) {
  return async (actor: Actor, command: ConfirmCommand): Promise<Result<number, ConfirmRefusal>> => {
    const { municipality, accountId } = actor;
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'not-allowed' });
    const at = clock.now();
    const today = swedishDay(at);
    return store.change({ municipality, actorId: accountId, at, requestId: command.requestId }, async (tx) => {
      await tx.holdPeople(municipality);
      const terms = termsOf(await getOwnDays(tx, municipality), today);
      const proposal = proposalOf(sha256, terms, await tx.holdDue(municipality, dueBefore(terms)));
      if (proposal.fingerprint !== command.fingerprint) return refuse({ kind: 'proposal-changed', proposal });
      const chosen = proposal.classes.filter(
        ({ recordClass, count }) => count > 0 && command.chosen.includes(recordClass),
      );
      if (chosen.length === 0) return refuse({ kind: 'nothing-chosen', proposal });
      for (const each of chosen) {
        await removeClass(tx, municipality, each, proposal, at);
        await tellRemoved(tx, each, today);
      }
      return ok(chosen.reduce((sum, { count }) => sum + count, 0));
    });
  };
}

async function removeClass(
  tx: Writer,
  municipality: string,
  { recordClass, count, endedBefore }: ProposedRemoval,
  { people }: RemovalProposal,
  at: Date,
): Promise<void> {
  if (recordClass === 'accounts') {
    const ids = people.map(({ accountId }) => accountId);
    await removeByPseudonym(tx, municipality, ids, at);
    return;
  }
  const removed = await tx.removeDue(municipality, recordClass, endedBefore);
  assert(removed.count === count, 'what was held is what is removed');
  await removeByPseudonym(tx, municipality, removed.accountIds, at);
}
