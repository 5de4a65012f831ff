import { may } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { PlanVersion } from './ports.ts';

interface FoundVersion {
  /** The plan as it stands now. */
  readonly facts: PlanFacts;
  readonly version: PlanVersion;
  /** Whether everybody may read it: what was adopted. */
  readonly isPublic: boolean;
}

/**
 * Gives a frozen version by its lasting address: an adopted one to everybody, the others to those who may read drafts. One that the
 * asker may not know of is the same as one that is not there.
 */
export function getVersion({ store }: { readonly store: Store }) {
  return async (
    actor: Asker,
    slug: string,
    number: number,
  ): Promise<Result<FoundVersion, { readonly kind: 'no-such-version' }>> => {
    const { municipality } = actor;
    const facts = await store.read.getPlanFacts(municipality, slug);
    const version = facts && (await store.read.getVersion(municipality, facts.id, number));
    if (!facts || !version) return refuse({ kind: 'no-such-version' });
    const isPublic = version.kind === 'adopted' || version.kind === 'revised';
    const operation = isPublic ? 'read-public-plan' : 'read-draft-plan';
    if (!may(actor, operation, { municipality, bodyId: null })) return refuse({ kind: 'no-such-version' });
    return ok({ facts, version, isPublic });
  };
}
