import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { getPlan } from '../plan/get-plan.ts';
import { compareMeasures, type OverlapDeps, type Reach, type Similarity } from './compare-measures.ts';
import type { PlacedMeasure } from './ports.ts';

export type NoSimilar = { readonly kind: 'no-such-measure' | 'not-allowed' };

const forOne: Reach = { places: 20_000, most: 5, least: 0.15 };
const forPlan: Reach = { places: 6000, most: 3, least: 0.35 };
/** The measures of other plans that are most like one, the likest first, and all that it has a verdict with. Drafts only for those who may read them. */
export function findSimilar(deps: OverlapDeps) {
  return async (
    actor: Actor,
    { slug, measureId }: { slug: string; measureId: string },
  ): Promise<Result<{ facts: PlanFacts; measure: PlacedMeasure; similar: Similarity[] }, NoSimilar>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-overlap', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await getPlan(deps)(actor, slug);
    if (!plan.ok) return refuse({ kind: 'no-such-measure' });
    const [measure] = await deps.store.read.listMeasuresById(municipality, [measureId]);
    const { facts } = plan.value;
    if (measure === undefined || measure.planId !== facts.id) return refuse({ kind: 'no-such-measure' });
    return ok({ facts, measure, similar: await compareMeasures(deps, actor, [measure], forOne) });
  };
}

/** The pairs of a plan's measures with those of other plans, the likest first, and all that have a verdict. */
export function findOverlap(deps: OverlapDeps) {
  return async (
    actor: Actor,
    slug: string,
  ): Promise<Result<{ facts: PlanFacts; measures: number; pairs: Similarity[] }, NoSimilar>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-overlap', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await getPlan(deps)(actor, slug);
    if (!plan.ok) return refuse({ kind: 'no-such-measure' });
    const { facts } = plan.value;
    const measures = await deps.store.read.listPlacedMeasures(municipality, facts.id);
    return ok({ facts, measures: measures.length, pairs: await compareMeasures(deps, actor, measures, forPlan) });
  };
}
