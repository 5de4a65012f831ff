import type { Commitment } from '../../core/followup/commitment.ts';
import type { Guest } from '../../core/permission/guest.ts';
import { may, type Operation, type Thing } from '../../core/permission/may.ts';
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
  return async (actor: Actor | Guest, commitmentId: string): Promise<Result<CommitmentWhole, CommitmentRefusal>> => {
    const whole = await store.read.getCommitment(actor.municipality, commitmentId);
    if (whole === null) return refuse({ kind: 'no-such-commitment' });
    if (!may(actor, 'read-commitments', thingOf(actor.municipality, whole.commitment)))
      return refuse({ kind: 'no-such-commitment' });
    return ok(whole);
  };
}

/** A commitment as the rules of permission see it. */
export function thingOf(municipality: string, { id, bodyId }: Pick<Commitment, 'id' | 'bodyId'>): Thing {
  return { municipality, bodyId, guestThing: { kind: 'commitment', id } };
}

/** A commitment that is about to be changed, with the body that it belongs to. */
export interface OwnCommitment {
  readonly whole: CommitmentWhole;
  readonly bodyId: string;
}

/** Gives a commitment in an adopted plan to those who may do `operation` to it. */
export function openOwnCommitment({ store }: { store: Store }) {
  return async (
    actor: Actor | Guest,
    operation: Operation,
    commitmentId: string,
  ): Promise<Result<OwnCommitment, CommitmentRefusal>> => {
    const opened = await openCommitment({ store })(actor, commitmentId);
    if (!opened.ok) return opened;
    const { commitment } = opened.value;
    const { bodyId } = commitment;
    if (bodyId === null || !may(actor, operation, thingOf(actor.municipality, commitment)))
      return refuse({ kind: 'not-allowed' });
    if (opened.value.plan.state !== 'adopted') return refuse({ kind: 'plan-not-adopted' });
    return ok({ whole: opened.value, bodyId });
  };
}
