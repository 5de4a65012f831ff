import type { BlockComparison, ComparedBlock } from '../../core/comparison/comparison.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import type { ComparisonChoice } from './choice.ts';
import type { ComparisonTexts } from './texts.sv.ts';

/** What the parts of a comparison's page share. */
export interface Scope {
  readonly view: View;
  readonly t: ComparisonTexts;
  readonly words: PlanWords;
  readonly choice: ComparisonChoice;
  /** The row where a comparison stands on one side; null where it has none there. */
  rowOf(comparison: BlockComparison, side: 'before' | 'after'): number | null;
  /** The row where a block stands, in either plan; null when it is not told. */
  rowOfBlock(block: ComparedBlock): number | null;
  /** The address of a row, on this page or another. */
  addressOf(row: number): string;
}
