import type { Block, BlockKind } from '../plan/block.ts';
import type { StatedFacts, StatedRole } from '../plan/plan-content.ts';
import type { OpenArea, OpenConsultation, OpenMeasure, OpenMemo, OpenPlan, OpenSection } from './open-plan.ts';

/** A plan taken apart into blocks with new ids, and its roles by the document's own labels. */
export interface PlanBlocks {
  readonly blocks: readonly Block[];
  readonly roles: readonly StatedRole[];
}

/** How a bullet stands among the paragraphs of the open format. */
const BULLET = '• ';

/** Takes an open plan apart. `nextId` gives a new opaque id at each call; nothing of the plan's text is changed. */
export function toBlocks(plan: OpenPlan, nextId: () => string): PlanBlocks {
  const blocks: Block[] = [];
  const roles: StatedRole[] = [];
  const add = (kind: BlockKind, position: number, text: string, more: Partial<Block> = {}): string => {
    const id = nextId();
    blocks.push({ id, parentId: null, kind, position, label: null, text, dueYear: null, rowVersion: 1, ...more });
    return id;
  };
  const addProse = (position: number, paragraph: string, parentId: string) => {
    const isBullet = paragraph.startsWith(BULLET);
    add(isBullet ? 'bullet' : 'paragraph', position, isBullet ? paragraph.slice(BULLET.length) : paragraph, {
      parentId,
    });
  };
  for (const [position, section] of plan.sections.entries()) {
    const parentId = add('section', position, section.heading);
    for (const [index, text] of section.paragraphs.entries()) addProse(index, text, parentId);
  }
  for (const [position, area] of plan.areas.entries()) {
    const parentId = add('area', position, area.title, { label: area.number });
    for (const [index, text] of area.text.entries()) addProse(index, text, parentId);
    for (const [index, text] of area.objectives.entries()) add('objective', index, text, { parentId });
    for (const [index, measure] of area.measures.entries()) {
      const { number: label, dueYear, text, time } = measure;
      const more = { parentId, label, dueYear, ...(time === undefined ? {} : { time }) };
      roles.push(...statedRoles(measure, add('measure', index, text, more)));
    }
    for (const [index, text] of area.indicators.entries()) add('indicator', index, text, { parentId });
  }
  for (const [position, text] of plan.relatedDocuments.entries()) add('related-document', position, text);
  return { blocks, roles };
}

function statedRoles(measure: OpenMeasure, measureId: string): StatedRole[] {
  const coordinator = measure.coordinator === null ? [] : [measure.coordinator];
  return [
    ...coordinator.map((label) => ({ measureId, label, role: 'coordinator' as const })),
    ...measure.coResponsible.map((label) => {
      const role = measure.supporting?.includes(label) ? ('supporting' as const) : ('co-responsible' as const);
      return { measureId, label, role };
    }),
  ].map((role, position) => ({ ...role, position }));
}

/** Puts a stored plan together again as an open plan; the reverse of `toBlocks`. Roles keep the document's labels. */
export function toOpenPlan(
  facts: StatedFacts,
  { blocks, roles }: PlanBlocks,
  planCase: { memo: OpenMemo | null; consultation: OpenConsultation | null },
): OpenPlan {
  const children = groupBy(blocks, (block) => block.parentId);
  const rolesOf = groupBy(roles, (role) => role.measureId);
  const top = children.get(null) ?? [];
  const { periodFrom, periodTo } = facts;
  return {
    format: 'handlingskraft-plan/1',
    title: facts.title,
    registrationNumber: facts.registrationNumber,
    decisionMaker: facts.decisionMaker,
    documentOwner: facts.documentOwner,
    period: periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo },
    sections: ofKind(top, 'section').map((section) => toSection(section, children.get(section.id) ?? [])),
    areas: ofKind(top, 'area').map((area) => toArea(area, children.get(area.id) ?? [], rolesOf)),
    relatedDocuments: ofKind(top, 'related-document').map((block) => block.text),
    memo: planCase.memo,
    consultation: planCase.consultation,
    findings: [],
    unplaced: [],
  };
}

function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function ofKind(blocks: readonly Block[], kind: BlockKind): Block[] {
  return blocks.filter((block) => block.kind === kind).sort((a, b) => a.position - b.position);
}

/** The running text as the open format has it. A table of responsibilities says nothing that the measures do not, and is left out. */
function proseOf(children: readonly Block[]): string[] {
  return children
    .filter(({ kind }) => kind === 'paragraph' || kind === 'bullet')
    .sort((a, b) => a.position - b.position)
    .map(({ kind, text }) => (kind === 'bullet' ? `${BULLET}${text}` : text));
}

function toSection(section: Block, children: readonly Block[]): OpenSection {
  return { heading: section.text, paragraphs: proseOf(children) };
}

type RolesByMeasure = ReadonlyMap<string, readonly StatedRole[]>;

function toArea(area: Block, children: readonly Block[], roles: RolesByMeasure): OpenArea {
  const texts = (kind: BlockKind) => ofKind(children, kind).map((block) => block.text);
  return {
    number: area.label,
    title: area.text,
    text: proseOf(children),
    objectives: texts('objective'),
    measures: ofKind(children, 'measure').map((measure) => toMeasure(measure, roles.get(measure.id) ?? [])),
    indicators: texts('indicator'),
  };
}

function toMeasure(measure: Block, roles: readonly StatedRole[]): OpenMeasure {
  const own = [...roles].sort((a, b) => a.position - b.position);
  const supporting = own.filter((role) => role.role === 'supporting').map((role) => role.label);
  return {
    number: measure.label,
    text: measure.text,
    coordinator: own.find((role) => role.role === 'coordinator')?.label ?? null,
    coResponsible: own.filter((role) => role.role !== 'coordinator').map((role) => role.label),
    ...(supporting.length > 0 ? { supporting } : {}),
    dueYear: measure.dueYear,
    ...(measure.time === undefined ? {} : { time: measure.time }),
  };
}
