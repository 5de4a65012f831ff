import { comparePlans } from '../../src/core/comparison/compare-plans.ts';
import type { BlockComparison } from '../../src/core/comparison/comparison.ts';
import { contentOfOpenPlan } from '../../src/core/comparison/open-plan-content.ts';
import type { RevisedPlan } from './made-up-plans.ts';

/** How one old measure was told, against what is known of it. */
export interface Told {
  readonly number: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly right: boolean;
  readonly uncertain: boolean;
}

/** What the comparison says of every old measure of a plan. */
export function tellMeasures({ before, after, truth }: RevisedPlan): readonly Told[] {
  const { rows } = comparePlans(contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after'));
  const comparisons = [...new Set(rows.map(({ comparison }) => comparison))].filter(({ kind }) => kind === 'measure');
  return [...truth].map(([number, expected]) => {
    const about = comparisons.filter((each) => sourcesOf(each).includes(number));
    const found = about.flatMap(({ after: now }) => (now?.block.label ? [now.block.label] : []));
    const right = [...found].sort().join() === [...expected].sort().join();
    return { number, expected, found, right, uncertain: about.some(({ uncertain }) => uncertain) };
  });
}

/** Numbers of the old measures that a comparison is about. */
function sourcesOf({ before, related, changes }: BlockComparison): readonly string[] {
  const merged = changes.includes('merged') && before !== null && related.length > 1;
  const cut = changes.includes('split') && before === null;
  const blocks = merged || cut ? related : before === null ? [] : [before];
  return blocks.map(({ block }) => block.label ?? '');
}
