import { type Block, type BlockKind, seriesOf } from '../plan/block.ts';
import { writtenTime } from '../plan/measure-time.ts';
import type { PlanContent, StatedRole } from '../plan/plan-content.ts';
import { normaliseText } from '../shared/text.ts';

/** The kinds of block that stand at the top of a plan, and those that stand under each, in the order in which a plan is read. */
const ORDER: Readonly<Partial<Record<BlockKind | 'plan', readonly BlockKind[]>>> = {
  plan: ['section', 'area', 'related-document'],
  section: ['paragraph'],
  area: ['paragraph', 'objective', 'measure', 'indicator'],
};

/** Kinds that stand under a kind of block, or at the top of the plan, in reading order. */
export function kindsUnder(kind: BlockKind | 'plan'): readonly BlockKind[] {
  return ORDER[kind] ?? [];
}

/** Fields of a measure beside its text; "" where the plan states nothing. */
export interface MeasureFields {
  readonly coordinator: string;
  readonly coResponsible: string;
  readonly dueYear: string;
}

/** A block as comparison sees it: with its place in the reading order and its text in comparable form. */
export interface ComparedNode {
  /** Place in the reading order of its plan, from 0. */
  readonly index: number;
  readonly block: Block;
  readonly parent: ComparedNode | null;
  /** Place among the siblings that it is ordered with, from 0. */
  readonly place: number;
  /** JSON Pointer to the same item in the plan written in the open plan format. */
  readonly path: string;
  readonly text: string;
  readonly label: string;
  readonly fields: MeasureFields;
}

/** A plan as a tree to compare: every block in reading order, and the children of each by kind. */
export interface ComparedTree {
  readonly nodes: readonly ComparedNode[];
  /** The children that are ordered together with those of a kind. */
  children(parent: ComparedNode | null, kind: BlockKind): readonly ComparedNode[];
}

const FOLDERS: Readonly<Record<BlockKind, string>> = {
  section: 'sections',
  area: 'areas',
  'related-document': 'relatedDocuments',
  paragraph: 'paragraphs',
  bullet: 'paragraphs',
  'responsibility-table': 'paragraphs',
  objective: 'objectives',
  measure: 'measures',
  indicator: 'indicators',
};

/** Puts the blocks of a plan in reading order. A block whose parent is not there has no place in a plan and is left out. */
export function comparedTree({ blocks, roles }: Pick<PlanContent, 'blocks' | 'roles'>): ComparedTree {
  const byParent = groupBy(blocks, (block) => `${block.parentId ?? ''} ${seriesOf(block.kind)}`);
  const ofMeasure = groupBy(roles, (role) => role.measureId);
  const nodes: ComparedNode[] = [];
  const lists = new Map<string, ComparedNode[]>();
  const walk = (parent: ComparedNode | null) => {
    for (const kind of kindsUnder(parent === null ? 'plan' : parent.block.kind)) {
      const own = byParent.get(`${parent?.block.id ?? ''} ${kind}`) ?? [];
      const list: ComparedNode[] = [];
      lists.set(`${parent?.index ?? ''} ${kind}`, list);
      for (const [place, block] of own.sort((a, b) => a.position - b.position).entries()) {
        const node: ComparedNode = {
          ...{ index: nodes.length, block, parent, place, path: pathOf(parent, kind, place) },
          text: normaliseText(block.text),
          label: normaliseText(block.label ?? ''),
          fields: fieldsOf(block, ofMeasure.get(block.id) ?? []),
        };
        nodes.push(node);
        list.push(node);
        walk(node);
      }
    }
  };
  walk(null);
  return { nodes, children: (parent, kind) => lists.get(`${parent?.index ?? ''} ${seriesOf(kind)}`) ?? [] };
}

function pathOf(parent: ComparedNode | null, kind: BlockKind, place: number): string {
  const folder = kind === 'paragraph' && parent?.block.kind === 'area' ? 'text' : FOLDERS[kind];
  return `${parent?.path ?? ''}/${folder}/${place}`;
}

function fieldsOf(block: Block, roles: readonly StatedRole[]): MeasureFields {
  const inOrder = [...roles].sort((a, b) => a.position - b.position);
  const labels = (wanted: StatedRole['role']) =>
    inOrder.filter(({ role }) => role === wanted).map(({ label }) => label);
  return {
    coordinator: labels('coordinator').join(', '),
    coResponsible: [...labels('co-responsible'), ...labels('supporting')].join(', '),
    dueYear: writtenTime(block) ?? '',
  };
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
