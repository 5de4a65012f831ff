import type { BlockKind } from '../../core/plan/block.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type DraftingTexts, sv } from './texts.sv.ts';

export const draftingTexts: Texts<DraftingTexts> = { sv, en };

/** What a kind of block is called in a plan: by the plan's own words where it has any. */
export function kindName(t: DraftingTexts, words: PlanWords, kind: BlockKind): string {
  const own: Partial<Record<BlockKind, string>> = {
    area: words.area,
    objective: words.objective,
    measure: words.measure,
    indicator: words.indicator,
  };
  return own[kind] ?? t.kinds[kind];
}
