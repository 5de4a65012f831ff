import type { TextPart } from '../document/compare-text.ts';
import type { Block, BlockKind } from '../plan/block.ts';
import type { MeasureFields } from './compared-node.ts';

/**
 * What can have happened to a block. `moved`: under another parent, or out of the order of its siblings; `renumbered`: another
 * number; `fields`: roles, year or kind; `merged`: several blocks became one, told on all of them; `split`: one became several,
 * told on all of them. A block can have changed in several ways.
 */
export const blockChanges = ['added', 'removed', 'text', 'moved', 'renumbered', 'fields', 'merged', 'split'] as const;
export type BlockChange = (typeof blockChanges)[number];

/** A block where it stands in one of the plans. */
export interface ComparedBlock {
  readonly block: Block;
  /** JSON Pointer to the item in that plan in the open plan format: "/areas/0/measures/2". */
  readonly path: string;
  /** The area or section that it stands under; null at the top. */
  readonly parent: Block | null;
  readonly fields: MeasureFields;
}

/** A field that differs; "" where the plan states nothing. `kind`: a paragraph that became a bullet, told by kind of block. */
export interface FieldChange {
  readonly name: keyof MeasureFields | 'kind';
  readonly before: string;
  readonly after: string;
}

/** One block of either plan, or the same block in both. */
export interface BlockComparison {
  readonly kind: BlockKind;
  /** Null for what was added, and for what a block has been cut into. */
  readonly before: ComparedBlock | null;
  /** Null for what was removed, and for what has been joined with another block. */
  readonly after: ComparedBlock | null;
  /** None when the block is the same, where it was. */
  readonly changes: readonly BlockChange[];
  /** True where the two were taken for the same, or for parts of the same, by likeness alone and it could be otherwise. */
  readonly uncertain: boolean;
  /** For `merged` and `split`, the blocks of the other plan that this one consists of, or has become part of; else none. */
  readonly related: readonly ComparedBlock[];
  /**
   * The words of both texts in reading order. Joining every `before` gives the text in the earlier plan and every `after` the
   * text in the later. What was joined is compared with its sources together, a line break between them; what was cut
   * carries the words of the source that it took over.
   */
  readonly text: readonly TextPart[];
  /** True where the texts were too long or too unlike to be compared in words: what differs is shown as replaced in one piece. */
  readonly coarse: boolean;
  readonly fields: readonly FieldChange[];
}

/** A line of the comparison as it is read. */
export interface ComparedRow {
  /** 0 at the top of the plan, 1 under a section or an area. */
  readonly depth: 0 | 1;
  /**
   * `after`: the block stands here in the later plan. `before`: it stood here in the earlier one and is gone from here: removed,
   * moved away, or joined with another.
   */
  readonly stands: 'after' | 'before';
  readonly comparison: BlockComparison;
}

/** A fact of the plan as a whole that differs; "" where it is not stated. */
export interface FactChange {
  readonly name: 'title' | 'registrationNumber' | 'decisionMaker' | 'documentOwner' | 'period';
  readonly text: readonly TextPart[];
}

/**
 * Two versions of a plan compared. `rows` are in the order of the later plan, with what is gone where it stood: leaving out the
 * rows that stand `before` gives the later plan whole, and the rows of `before` blocks that have not moved away, or stand
 * where they were, give the earlier one. A moved block has two rows with the same comparison.
 */
export interface PlanComparison {
  readonly facts: readonly FactChange[];
  readonly rows: readonly ComparedRow[];
  /** Blocks that are the same in both. */
  readonly unchanged: number;
  /** Blocks whose texts were too long or too unlike to be compared in words. */
  readonly coarse: number;
}
