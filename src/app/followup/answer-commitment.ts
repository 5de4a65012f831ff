import type { Commitment } from '../../core/followup/commitment.ts';
import type { Guest } from '../../core/permission/guest.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { traceOf } from '../shared/trace.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { answerForm, type FollowupFault, followupFaults } from './forms.ts';
import { type CommitmentRefusal, openOwnCommitment } from './open-commitment.ts';

/** Somebody answered after the form was opened; `current` is how it stands now. */
export type AnsweredMeanwhile = { readonly kind: 'answered-meanwhile'; readonly current: Commitment | null };
export type AnswerRefusal = CommitmentRefusal | Invalid<FollowupFault> | AnsweredMeanwhile;

interface AnswerCommand {
  readonly commitmentId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

/** A body accepts its role in a measure, or comments it for the strategist to read. */
export function answerCommitment({ store, clock }: { store: Store; clock: Clock }) {
  return async (actor: Actor | Guest, command: AnswerCommand): Promise<Result<null, AnswerRefusal>> => {
    const { municipality } = actor;
    const { actorId, by } = traceOf(actor);
    const { commitmentId, requestId } = command;
    const opened = await openOwnCommitment({ store })(actor, 'answer-commitment', commitmentId);
    if (!opened.ok) return opened;
    const form = validate(answerForm, followupFaults, command.form);
    if (!form.ok) return form;
    const { bodyId, whole } = opened.value;
    const context = { municipality, actorId, at: clock.now(), requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.answerCommitment(municipality, bodyId, { commitmentId, ...form.value });
      if (answer.done)
        await tx.event({
          kind: 'commitment-answered',
          thingKind: 'commitment',
          thingId: commitmentId,
          before: { stance: whole.commitment.stance, comment: marked(whole.commitment.comment) },
          after: { ...by, stance: form.value.stance, comment: marked(form.value.comment) },
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'answered-meanwhile', current: written.current });
  };
}
