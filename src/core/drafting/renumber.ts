import type { Block } from '../plan/block.ts';
import { inDocumentOrder } from '../plan/document-order.ts';
import {
  detectPattern,
  labelsFor,
  type NumberedKind,
  type NumberingPattern,
  numberedKinds,
  type OutlineItem,
} from '../plan/numbering.ts';

type Labelled = OutlineItem & { readonly label: string | null };

/**
 * Numbers the blocks of a plan anew after a change. The numbers that stood before tell the pattern; a kind that had no block before
 * takes it from `usual`. Where the numbers before follow no pattern they are kept as they are written, and what is new has none.
 */
export function renumber(before: readonly Block[], after: readonly Block[], usual: NumberingPattern): readonly Block[] {
  const detected = detectPattern(outlineOf(before));
  if (detected === null) return after;
  const had = new Set(before.map(({ kind }) => kind));
  const pattern = Object.fromEntries(
    numberedKinds.map((kind) => [kind, had.has(kind) ? detected.pattern[kind] : usual[kind]]),
  ) as Record<NumberedKind, string | null>;
  return withNumbers(after, pattern, detected.marks);
}

/** Numbers every block by the pattern that its plan says; the blocks' own parts are taken from the numbers before where those follow a pattern. */
export function renumberBy(
  before: readonly Block[],
  after: readonly Block[],
  pattern: NumberingPattern,
): readonly Block[] {
  return withNumbers(after, pattern, detectPattern(outlineOf(before))?.marks);
}

/** Numbers every block by a pattern. `marks` are the blocks' own parts of their numbers, where the pattern has any. */
export function withNumbers(
  blocks: readonly Block[],
  pattern: NumberingPattern,
  marks: ReadonlyMap<string, string> = new Map(),
): readonly Block[] {
  const outline = outlineOf(blocks).map((item) => ({ ...item, mark: marks.get(item.id) ?? null }));
  const labels = labelsFor(pattern, outline);
  return blocks.map((block) => {
    const label = labels.get(block.id);
    return label === undefined || label === block.label ? block : { ...block, label };
  });
}

/** The blocks that can be numbered, in document order. */
export function outlineOf(blocks: readonly Block[]): readonly Labelled[] {
  const areas = new Map<string, number>();
  const kinds: readonly string[] = numberedKinds;
  return inDocumentOrder(blocks).flatMap((block): Labelled[] => {
    if (!kinds.includes(block.kind)) return [];
    if (block.kind === 'area') areas.set(block.id, areas.size);
    const areaIndex = areas.get(block.kind === 'area' ? block.id : (block.parentId ?? '')) ?? 0;
    return [{ kind: block.kind as NumberedKind, id: block.id, areaIndex, label: block.label }];
  });
}
