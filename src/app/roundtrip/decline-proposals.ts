import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { ProposalDecision } from './ports.ts';

/** A proposal that a person has chosen, with the versions that the page showed. */
export interface ChosenProposal {
  readonly position: number;
  /** Of the proposal. */
  readonly rowVersion: number;
}

export type DeclineRefusal = {
  readonly kind:
    | 'not-allowed'
    | 'no-such-file'
    | 'nothing-chosen'
    /** Somebody has decided one of them meanwhile. */
    | 'decided-meanwhile';
};

interface DeclineCommand {
  readonly slug: string;
  readonly fileId: string;
  readonly chosen: readonly ChosenProposal[];
  readonly requestId: string | null;
}

/** Says no to proposals: they are kept, and the plan is left as it is. */
export function declineProposals({ store, clock }: { store: Store; clock: Clock }) {
  return async (actor: Actor, command: DeclineCommand): Promise<Result<null, DeclineRefusal>> => {
    const { municipality, accountId } = actor;
    const { slug, fileId, chosen, requestId } = command;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanBySlug(municipality, slug);
    const file = plan && (await store.read.getEditedFile(municipality, plan.facts.id, fileId));
    if (!file) return refuse({ kind: 'no-such-file' });
    if (chosen.length === 0) return refuse({ kind: 'nothing-chosen' });
    const at = clock.now();
    const decisions = chosen.map(({ position, rowVersion }): ProposalDecision => {
      return { fileId, position, rowVersion, state: 'declined', resultId: null, decidedAt: at, decidedBy: accountId };
    });
    return store.change<Result<null, DeclineRefusal>>(
      { municipality, actorId: accountId, at, requestId },
      async (tx) => {
        const written = await tx.decideProposals(municipality, decisions);
        if (!written.done) return refuse({ kind: 'decided-meanwhile' });
        await tx.event({
          kind: 'proposals-declined',
          thingKind: 'edited-file',
          thingId: fileId,
          before: null,
          after: { planId: file.planId, proposals: chosen.map(({ position }) => position) },
        });
        return ok(null);
      },
    );
  };
}
