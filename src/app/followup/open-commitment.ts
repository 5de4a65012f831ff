import { may, type Operation } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { CommitmentWhole } from './ports.ts';

/**
 * `no-such-commitment`: not there, or not for the asker to know of. `not-allowed`: seen but not to be changed.
 * `plan-not-adopted`: nothing is reported on a draft.
 */
export type CommitmentRefusal = { readonly kind: 'no-such-commitment' | 'not-allowed' | 'plan-not-adopted' };

/** Gives a commitment with its surroundings to those who may read it. */
export function openCommitment({ store }: { store: Store }) {
  return async (actor: Actor, commitmentId: string): Promise<Result<CommitmentWhole, CommitmentRefusal>> => {
    const whole = await store.read.getCommitment(actor.municipality, commitmentId);
    if (whole === null) return refuse({ kind: 'no-such-commitment' });
    const thing = { municipality: actor.municipality, bodyId: whole.commitment.bodyId };
    if (!may(actor, 'read-commitments', thing)) return refuse({ kind: 'no-such-commitment' });
    return ok(whole);
  };
}

/** A commitment that is about to be changed, with the body that it belongs to. */
export interface OwnCommitment {
  readonly whole: CommitmentWhole;
  readonly bodyId: string;
}

/** Gives a commitment in an adopted plan to those who may do `operation` to it. */
export function openOwnCommitment({ store }: { store: Store }) {
  return async (
    actor: Actor,
    operation: Operation,
    commitmentId: string,
  ): Promise<Result<OwnCommitment, CommitmentRefusal>> => {
    const opened = await openCommitment({ store })(actor, commitmentId);
    if (!opened.ok) return opened;
    const { bodyId } = opened.value.commitment;
    if (bodyId === null || !may(actor, operation, { municipality: actor.municipality, bodyId }))
      return refuse({ kind: 'not-allowed' });
    if (opened.value.plan.state !== 'adopted') return refuse({ kind: 'plan-not-adopted' });
    return ok({ whole: opened.value, bodyId });
  };
}
