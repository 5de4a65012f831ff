import type { Municipality } from '../src/app/organisation/ports.ts';
import type { NewPlan } from '../src/app/plan/ports.ts';
import type { Ids } from '../src/app/shared/world.ts';
import type { ChangeContext, Store } from '../src/app/store.ts';
import type { Body } from '../src/core/organisation/body.ts';
import type { Block } from '../src/core/plan/block.ts';
import { defaultHouse } from '../src/core/plan/house.ts';

/** A made-up municipality with the code given. */
export function madeUpMunicipality(code: string): Municipality {
  return {
    code,
    name: `Kommun ${code}`,
    hosts: [],
    words: {
      area: 'målområde',
      areas: 'målområden',
      objective: 'delmål',
      objectives: 'delmål',
      measure: 'åtgärd',
      measures: 'åtgärder',
      indicator: 'indikator',
      indicators: 'indikatorer',
      coordinator: 'samordnare',
      coResponsible: 'delansvariga',
    },
    house: defaultHouse,
    reportDueDays: ['04-30'],
    theme: 'plain',
    rowVersion: 1,
  };
}

/** The context of a change by the program itself. */
export function contextOf(municipality: string): ChangeContext {
  return { municipality, actorId: null, at: new Date('2026-01-15T09:00:00Z'), requestId: null };
}

/** An adopted or draft plan with areas of two measures each, coordinated by one body and shared by another. */
export function madeUpPlan(
  ids: Ids,
  bodies: readonly Body[],
  options: { readonly slug: string; readonly measures: number; readonly state: 'draft' | 'adopted' },
): NewPlan {
  const planId = ids.next();
  const blocks: Block[] = [];
  const add = (block: Omit<Block, 'id' | 'rowVersion'>): string => {
    const id = ids.next();
    blocks.push({ ...block, id, rowVersion: 1 });
    return id;
  };
  const plain = { parentId: null, label: null, dueYear: null };
  const section = add({ ...plain, kind: 'section', position: 0, text: 'Inledning' });
  add({ ...plain, parentId: section, kind: 'paragraph', position: 0, text: 'Ett första stycke.' });
  const commitments: NewPlan['commitments'][number][] = [];
  for (let index = 0; index < options.measures; index += 1) {
    const areaNumber = Math.floor(index / 2);
    if (index % 2 === 0)
      add({
        ...plain,
        kind: 'area',
        position: areaNumber,
        label: `${areaNumber + 1}`,
        text: `Område ${areaNumber + 1}`,
      });
    const area = blocks.findLast((block) => block.kind === 'area');
    const label = `${areaNumber + 1}.${(index % 2) + 1}`;
    const parentId = area?.id ?? null;
    const text = `Åtgärd ${label}`;
    const measureId = add({ parentId, kind: 'measure', position: index % 2, label, text, dueYear: 2027 });
    for (const [position, body] of bodies.slice(0, 2).entries())
      commitments.push({
        id: ids.next(),
        planId,
        measureId,
        bodyId: body.id,
        bodyLabel: body.abbreviation ?? body.name,
        role: position === 0 ? 'coordinator' : 'co-responsible',
        position,
        stance: 'unanswered',
        comment: '',
        rowVersion: 1,
      });
  }
  return {
    facts: {
      id: planId,
      slug: options.slug,
      title: `Plan ${options.slug}`,
      registrationNumber: null,
      decisionMaker: null,
      documentOwner: null,
      periodFrom: 2025,
      periodTo: 2028,
      state: options.state,
      words: null,
      settings: null,
      adoptedOn: options.state === 'adopted' ? '2025-02-01' : null,
      rowVersion: 1,
    },
    blocks,
    commitments,
    planCase: null,
    sourceFile: null,
  };
}

/** Stores a municipality with two bodies and one plan; gives what was stored. */
export async function storeWorld(
  store: Store,
  ids: Ids,
  options: { readonly municipality: string; readonly measures: number; readonly state: 'draft' | 'adopted' },
): Promise<{ readonly bodies: readonly Body[]; readonly plan: NewPlan }> {
  const bodies: Body[] = [
    { id: ids.next(), kind: 'board', name: 'Teknisk nämnd', abbreviation: 'TN' },
    { id: ids.next(), kind: 'company', name: 'Ångfärjan AB', abbreviation: null },
  ];
  const plan = madeUpPlan(ids, bodies, { slug: 'plan', measures: options.measures, state: options.state });
  await store.change(contextOf(options.municipality), async (tx) => {
    await tx.addMunicipality(madeUpMunicipality(options.municipality));
    for (const body of bodies) await tx.addBody(options.municipality, body);
    await tx.addPlan(options.municipality, plan);
    await tx.event({ kind: 'world-made', thingKind: 'plan', thingId: plan.facts.id, before: null, after: null });
  });
  return { bodies, plan };
}
