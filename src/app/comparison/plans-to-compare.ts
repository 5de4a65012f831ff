import { may } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { contentOf } from '../drafting/freeze-version.ts';
import { getVersion } from '../drafting/get-version.ts';
import type { VersionFacts } from '../drafting/ports.ts';
import { getPlanOutline, type NoPlan } from '../plan/get-plan.ts';
import type { PartView, WholePlan } from '../plan/ports.ts';
import type { Store } from '../store.ts';

/** One side of a comparison: a stored plan with all that its text says. */
export interface PlanToCompare {
  readonly facts: PlanFacts;
  readonly content: PlanContent;
  /** The frozen version that it is; null for the plan as it stands now. */
  readonly version: VersionFacts | null;
}

const REVISION = '@revidering';

/**
 * What is compared: the address of a plan ("trygghetsplan"), of one of its frozen versions ("trygghetsplan@2"), or of the revision
 * that it is under ("trygghetsplan@revidering").
 */
export function versionIn(reference: string): { readonly slug: string; readonly number: number | null } {
  if (reference.endsWith(REVISION)) return { slug: reference.slice(0, -REVISION.length), number: null };
  const [, slug, number] = /^(.+)@([1-9]\d{0,8})$/.exec(reference) ?? [];
  return slug === undefined ? { slug: reference, number: null } : { slug, number: Number(number) };
}

/** Gives two plans or versions by their addresses, if the asker may read both; otherwise the same answer as for those that are not there. */
export function plansToCompare(deps: { store: Store }) {
  return async (
    actor: Asker,
    references: { readonly before: string; readonly after: string },
  ): Promise<Result<{ before: PlanToCompare; after: PlanToCompare }, NoPlan>> => {
    const before = await sideOf(deps, actor, references.before);
    if (!before.ok) return before;
    const after = await sideOf(deps, actor, references.after);
    if (!after.ok) return after;
    return ok({ before: before.value, after: after.value });
  };
}

async function sideOf(deps: { store: Store }, actor: Asker, reference: string): Promise<Result<PlanToCompare, NoPlan>> {
  const { slug, number } = versionIn(reference);
  if (number === null) {
    const plan = await getPlanOutline(deps)(actor, slug);
    if (!plan.ok || !reference.endsWith(REVISION)) return plan.ok ? ok(toCompare(plan.value)) : plan;
    return revisionOf(deps, actor, plan.value.facts);
  }
  const found = await getVersion(deps)(actor, slug, number);
  if (!found.ok) return refuse({ kind: 'no-such-plan' });
  const { facts, version } = found.value;
  return ok({ facts, content: version.content, version });
}

/** The revision of a plan, for those who may read drafts. */
async function revisionOf(
  { store }: { store: Store },
  actor: Asker,
  { id }: PlanFacts,
): Promise<Result<PlanToCompare, NoPlan>> {
  const { municipality } = actor;
  if (!may(actor, 'read-draft-plan', { municipality, bodyId: null })) return refuse({ kind: 'no-such-plan' });
  const revision = await store.read.getRevision(municipality, id);
  if (revision === null) return refuse({ kind: 'no-such-plan' });
  return ok({ facts: revision.facts, content: contentOf(revision), version: null });
}

/** The plans that the asker may read, and so compare, in the order of the list of plans. */
export function listPlansToCompare({ store }: { store: Store }) {
  return async (actor: Asker): Promise<readonly PlanFacts[]> => {
    const { municipality } = actor;
    const plans = await store.read.listPlans(municipality);
    return plans.filter(({ state }) =>
      may(actor, state === 'adopted' ? 'read-public-plan' : 'read-draft-plan', { municipality, bodyId: null }),
    );
  };
}

function toCompare({ facts, blocks, commitments }: WholePlan<PartView>): PlanToCompare {
  const roles = commitments.map(({ measureId, bodyLabel: label, role, position }) => ({
    ...{ measureId, label, role, position },
  }));
  return { facts, content: { facts, blocks, roles }, version: null };
}
