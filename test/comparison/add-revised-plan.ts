import { randomUUID } from 'node:crypto';
import type { OpenArea, OpenPlan } from '../../src/core/exchange/open-plan.ts';
import { toBlocks } from '../../src/core/exchange/plan-blocks.ts';
import type { Commitment } from '../../src/core/followup/commitment.ts';
import { readDemoData } from '../../src/main/demo-files.ts';
import type { DemoSite } from '../demo-site.ts';
import { testNow } from '../web.ts';

/** Slug of the demo's first plan after a revision. */
export const REVISED = 'trygga-relationer-reviderad';

/** The demo's first plan, with something of every kind done to it: words changed, measures moved, joined, cut, removed and added. */
export function revisedDemoPlan(plan: OpenPlan): OpenPlan {
  const [first, second, ...others] = plan.areas;
  if (!first || !second) throw new Error('The demo plan has too few areas');
  const [one, two, three, ...rest] = first.measures;
  if (!one || !two || !three) throw new Error('The demo plan has too few measures');
  const joined = `${one.text.replace(/\.$/, '')} och ${two.text.slice(0, 1).toLowerCase()}${two.text.slice(1)}`;
  const added = { ...one, text: 'Prova nattöppet i en av kommunens träffpunkter under ett år.', coordinator: 'KFN' };
  const areas: OpenArea[] = [
    numbered({ ...first, title: `${first.title} och kunskap`, measures: [{ ...one, text: joined }, ...rest, added] }),
    numbered({ ...second, measures: [...second.measures.slice(1), { ...three, dueYear: 2027 }] }),
    ...others.map((area) => ({ ...area, text: area.text.map((text) => text.replace(/ och /, ' samt ')) })),
  ];
  return { ...plan, title: `${plan.title}, reviderad`, areas };
}

function numbered(area: OpenArea): OpenArea {
  return {
    ...area,
    measures: area.measures.map((measure, index) => ({ ...measure, number: `${area.number}.${index + 1}` })),
  };
}

/** Puts the revised plan beside the demo's own, as a draft that only those who may read drafts see, or adopted. */
export async function addRevisedPlan({ store, code }: DemoSite, state: 'draft' | 'adopted' = 'adopted'): Promise<void> {
  const data = await readDemoData();
  const open = data.plans['trygga-relationer'];
  if (!open) throw new Error('The demo has no plan to revise');
  const plan = revisedDemoPlan(open);
  const { blocks, roles } = toBlocks(plan, randomUUID);
  const planId = randomUUID();
  const commitments = roles.map(
    ({ measureId, label, role, position }): Commitment => ({
      ...{ id: randomUUID(), planId, measureId, bodyId: null, bodyLabel: label, role, position },
      ...{ stance: 'unanswered', comment: '', rowVersion: 1 },
    }),
  );
  const facts = {
    ...{ id: planId, slug: REVISED, title: plan.title ?? '', registrationNumber: plan.registrationNumber },
    ...{ decisionMaker: plan.decisionMaker, documentOwner: plan.documentOwner, words: null, rowVersion: 1 },
    ...{ periodFrom: plan.period?.from ?? null, periodTo: plan.period?.to ?? null, state },
    adoptedOn: state === 'adopted' ? '2026-05-01' : null,
  };
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addPlan(code, { facts, blocks, commitments, planCase: null, sourceFile: null });
    await tx.event({ kind: 'plan-added', thingKind: 'plan', thingId: facts.id, before: null, after: null });
  });
}
