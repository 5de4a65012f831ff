import type { PlanFacts } from '../../core/plan/block.ts';
import type { StatusWords } from '../../core/plan/house.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type PlanTexts, sv } from './texts.sv.ts';

export const planTexts: Texts<PlanTexts> = { sv, en };

/** The words to use for the levels of a plan: its own, else the municipality's; fixed ones in English. */
export function wordsOf(view: View, plan: Pick<PlanFacts, 'words'> | null): PlanWords {
  return planTexts[view.language].words(plan?.words ?? view.municipality.words);
}

/** The words for the states of a report: the municipality's in Swedish, fixed ones in English. */
export function statusWordsOf({ language, municipality }: Pick<View, 'language' | 'municipality'>): StatusWords {
  return language === 'sv' ? municipality.house.statuses : planTexts[language].status;
}
