import type { OpenPlan } from '../exchange/open-plan.ts';
import { toBlocks } from '../exchange/plan-blocks.ts';
import type { PlanContent } from '../plan/plan-content.ts';

/**
 * What a plan in the open format holds, to compare. The format has no lasting ids, so each block gets one that begins with
 * `name`: two plans with different names never share an id, and are paired by what they say.
 */
export function contentOfOpenPlan(plan: OpenPlan, name: string): PlanContent {
  let count = 0;
  const { blocks, roles } = toBlocks(plan, () => `${name}-${count++}`);
  const { title, registrationNumber, decisionMaker, documentOwner, period } = plan;
  return {
    facts: {
      ...{ title: title ?? '', registrationNumber, decisionMaker, documentOwner },
      ...{ periodFrom: period?.from ?? null, periodTo: period?.to ?? null },
    },
    blocks,
    roles,
  };
}
