import { type Block, type BlockKind, seriesOf } from '../../core/plan/block.ts';
import type { CommitmentView, PartView, WholePlan } from './ports.ts';

/** A measure with the parts that bodies have in it, in the document's order. */
export interface MeasureNode<Part extends PartView = CommitmentView> {
  readonly block: Block;
  readonly commitments: readonly Part[];
}

/** An area with what stands under it. */
export interface AreaNode<Part extends PartView = CommitmentView> {
  readonly block: Block;
  /** The running text: paragraphs, bullets and tables of responsibilities. */
  readonly paragraphs: readonly Block[];
  readonly objectives: readonly Block[];
  readonly measures: readonly MeasureNode<Part>[];
  readonly indicators: readonly Block[];
}

/** A plan as it is read: sections, areas, related documents, each in the document's order. */
export interface PlanTree<Part extends PartView = CommitmentView> {
  readonly sections: readonly { readonly block: Block; readonly paragraphs: readonly Block[] }[];
  readonly areas: readonly AreaNode<Part>[];
  readonly relatedDocuments: readonly Block[];
}

/** Builds the tree of a plan in one pass over its blocks. */
export function treeOf<Part extends PartView>({
  blocks,
  commitments,
}: Pick<WholePlan<Part>, 'blocks' | 'commitments'>): PlanTree<Part> {
  const children = groupBy(blocks, (block) => block.parentId ?? '');
  const parts = groupBy(commitments, (commitment) => commitment.measureId);
  const under = (id: string, kind: BlockKind) => inOrder(children.get(id) ?? [], kind);
  return {
    sections: under('', 'section').map((block) => ({ block, paragraphs: under(block.id, 'paragraph') })),
    areas: under('', 'area').map((block) => ({
      block,
      paragraphs: under(block.id, 'paragraph'),
      objectives: under(block.id, 'objective'),
      measures: under(block.id, 'measure').map((measure) => ({
        block: measure,
        commitments: (parts.get(measure.id) ?? []).sort((a, b) => a.position - b.position),
      })),
      indicators: under(block.id, 'indicator'),
    })),
    relatedDocuments: under('', 'related-document'),
  };
}

function inOrder(blocks: readonly Block[], kind: BlockKind): Block[] {
  return blocks.filter((block) => seriesOf(block.kind) === kind).sort((a, b) => a.position - b.position);
}

/** Groups a list by a key; the order within a group is the list's. */
export function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
