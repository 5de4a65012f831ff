import { type Block, type BlockKind, seriesOf } from '../plan/block.ts';
import type { PlanContent, StatedFacts, StatedRole } from '../plan/plan-content.ts';
import { isShown } from './comparable.ts';
import { rolesText } from './roles-text.ts';

/** The words that a file for editing has beside the plan's own text. Kept with the export, so that a change of them is known. */
export interface EditableWords {
  /** How to edit the file, as its first page says. */
  readonly howTo: string;
  readonly objectives: string;
  readonly measures: string;
  readonly indicators: string;
  readonly relatedDocuments: string;
  readonly coordinator: string;
  readonly coResponsible: string;
  readonly dueYear: string;
  readonly registrationNumber: string;
  readonly decisionMaker: string;
  readonly documentOwner: string;
  readonly period: string;
}

/**
 * One paragraph of a plan as it is written for editing, with the anchor that finds it again: a block's id, or an id and what
 * of it ("id:a" the roles and year of a measure, "id:o", "id:m", "id:i" a heading in an area), or "plan:…".
 */
export interface EditableItem {
  readonly anchor: string;
  readonly look: 'title' | 'note' | 'heading' | 'subheading' | 'paragraph' | 'bullet' | 'measure' | 'roles';
  /** Null for what is no block of the plan. */
  readonly block: Block | null;
  /** What a list or a control calls it: "1.1"; "" where it has no number. Written before the text, with a tab between. */
  readonly label: string;
  readonly text: string;
}

/** The whole plan as paragraphs, in reading order: sections, areas with their parts, related documents. */
export function editablePlan({ facts, blocks, roles }: PlanContent, words: EditableWords): readonly EditableItem[] {
  const children = new Map<string | null, Block[]>();
  for (const block of blocks) children.set(block.parentId, [...(children.get(block.parentId) ?? []), block]);
  const under = (id: string | null, kind: BlockKind) =>
    (children.get(id) ?? []).filter((block) => block.kind === kind).sort((a, b) => a.position - b.position);
  const rolesOf = new Map<string, StatedRole[]>();
  for (const role of roles) rolesOf.set(role.measureId, [...(rolesOf.get(role.measureId) ?? []), role]);
  // A table of responsibilities is computed from the measures, so there is nothing in it to edit.
  const prose = (id: string) =>
    (children.get(id) ?? [])
      .filter(({ kind }) => seriesOf(kind) === 'paragraph' && kind !== 'responsibility-table')
      .sort((a, b) => a.position - b.position)
      .map((block) => itemOf(block, block.kind === 'bullet' ? 'bullet' : 'paragraph'));
  const related = under(null, 'related-document');
  return [
    fixed('plan:title', 'title', facts.title),
    fixed('plan:facts', 'note', factsText(facts, words)),
    fixed('plan:note', 'note', words.howTo),
    ...under(null, 'section').flatMap((section) => [itemOf(section, 'heading'), ...prose(section.id)]),
    ...under(null, 'area').flatMap((area) => [
      itemOf(area, 'heading'),
      ...prose(area.id),
      fixed(`${area.id}:o`, 'subheading', words.objectives),
      ...under(area.id, 'objective').map((block) => itemOf(block, 'bullet')),
      fixed(`${area.id}:m`, 'subheading', words.measures),
      ...under(area.id, 'measure').flatMap((measure) => [
        itemOf(measure, 'measure'),
        fixed(`${measure.id}:a`, 'roles', rolesText(rolesOf.get(measure.id) ?? [], measure.dueYear, words)),
      ]),
      fixed(`${area.id}:i`, 'subheading', words.indicators),
      ...under(area.id, 'indicator').map((block) => itemOf(block, 'bullet')),
    ]),
    fixed('plan:related', 'heading', words.relatedDocuments),
    ...related.map((block) => itemOf(block, 'bullet')),
  ];
}

/** What stands for a heading that is empty in the plan: an empty paragraph could not be told from one that was struck. */
const NOTHING = '–';

function itemOf(block: Block, look: EditableItem['look']): EditableItem {
  const label = block.label ?? '';
  return { anchor: block.id, look, block, label, text: isShown(label + block.text) ? block.text : NOTHING };
}

function fixed(anchor: string, look: EditableItem['look'], text: string): EditableItem {
  return { anchor, look, block: null, label: '', text };
}

function factsText(facts: StatedFacts, words: EditableWords): string {
  const { registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo } = facts;
  const period = periodFrom === null || periodTo === null ? null : `${periodFrom}–${periodTo}`;
  const lines: readonly (readonly [string, string | null])[] = [
    [words.registrationNumber, registrationNumber],
    [words.decisionMaker, decisionMaker],
    [words.documentOwner, documentOwner],
    [words.period, period],
  ];
  return lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join('\n');
}

/** The anchor as a bookmark can hold it: Word takes letters and digits, and no more than forty signs. */
export function bookmarkName(anchor: string): string {
  return anchor.replace(/[^0-9A-Za-z]/g, '');
}
