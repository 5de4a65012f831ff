import type { Finding } from '../../core/exchange/open-plan.ts';
import { toOpenPlan } from '../../core/exchange/plan-blocks.ts';
import { withFormerNames } from '../../core/organisation/labels.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Block, BlockKind, PlanFacts } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { WholePlan } from '../plan/ports.ts';
import type { Store } from '../store.ts';
import { lintReading } from './lint-reading.ts';

/** A stored plan looked over. */
export interface LintedStoredPlan {
  readonly facts: PlanFacts;
  readonly findings: readonly Finding[];
  /** The block that a finding's path leads to; null where it leads to none (the memo, the whole plan). */
  readonly blockIdOf: (path: string) => string | null;
}

/** Looks over a plan in the database as it stands now, memo and consultation included. */
export function lintStoredPlan({ store }: { store: Store }) {
  return async (
    actor: Actor,
    slug: string,
    language: 'sv' | 'en',
  ): Promise<Result<LintedStoredPlan, { kind: 'not-allowed' | 'no-such-plan' }>> => {
    const { municipality } = actor;
    if (!may(actor, 'lint-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const whole = await store.read.getPlanBySlug(municipality, slug);
    if (whole === null) return refuse({ kind: 'no-such-plan' });
    const [planCase, bodies, wordRules] = await Promise.all([
      store.read.getPlanCase(municipality, whole.facts.id),
      store.read.listBodies(municipality),
      store.read.listWordRules(municipality),
    ]);
    const plan = openPlanOf(whole, planCase ?? { memo: null, consultation: null });
    const names = withFormerNames(bodies);
    const findings = lintReading({ plan, places: {} }, null, { bodies: names, wordRules, language });
    return ok({ facts: whole.facts, findings, blockIdOf: (path) => blockIdAt(whole.blocks, path) });
  };
}

/** A stored plan in the open plan format. */
export function openPlanOf(whole: WholePlan, planCase: Parameters<typeof toOpenPlan>[2]) {
  const roles = whole.commitments.map(({ measureId, bodyLabel: label, role, position }) => ({
    measureId,
    label,
    role,
    position,
  }));
  return toOpenPlan(whole.facts, { blocks: whole.blocks, roles }, planCase);
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  sections: 'section',
  areas: 'area',
  paragraphs: 'paragraph',
  text: 'paragraph',
  objectives: 'objective',
  measures: 'measure',
  indicators: 'indicator',
  relatedDocuments: 'related-document',
};

/** Follows "/areas/1/measures/4/text" through the blocks: each name followed by a number leads one step down. */
function blockIdAt(blocks: readonly Block[], path: string): string | null {
  const parts = path.split('/').slice(1);
  let parentId: string | null = null;
  for (let at = 0; at + 1 < parts.length && /^\d+$/.test(parts[at + 1] ?? ''); at += 2) {
    const kind = KINDS[parts[at] ?? ''];
    const siblings = blocks.filter((block) => block.parentId === parentId && block.kind === kind);
    const block = siblings.sort((a, b) => a.position - b.position)[Number(parts[at + 1])];
    if (block === undefined) return parentId;
    parentId = block.id;
  }
  return parentId;
}
