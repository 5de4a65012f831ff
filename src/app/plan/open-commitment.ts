import type { Commitment } from '../../core/followup/commitment.ts';
import type { StatedRole } from '../../core/plan/plan-content.ts';

/** A commitment as it begins: a role that a plan states, with the body that its label stands for, and no answer yet. */
export function openCommitment(
  role: StatedRole,
  { id, planId, bodyId }: Pick<Commitment, 'id' | 'planId' | 'bodyId'>,
): Commitment {
  const { measureId, label, role: kind, position } = role;
  const unanswered = { stance: 'unanswered', comment: '', rowVersion: 1 } as const;
  return { id, planId, measureId, bodyId, bodyLabel: label, role: kind, position, ...unanswered };
}
