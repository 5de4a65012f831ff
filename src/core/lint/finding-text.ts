import type { Finding } from '../exchange/open-plan.ts';
import { normaliseText } from '../shared/text.ts';

/**
 * What makes a finding the same finding: its rule, and each block with the words found in it. A change elsewhere in the plan
 * leaves it as it is; a change of its own words makes it another. `blockIdOf` gives the block that a path leads to, or null.
 * The order of the places and how spaces are written do not count.
 */
export function findingText(finding: Pick<Finding, 'rule' | 'at'>, blockIdOf: (path: string) => string | null): string {
  const places = finding.at.map(({ path, quote }) =>
    JSON.stringify([blockIdOf(path) ?? path, quote === null ? null : normaliseText(quote)]),
  );
  return [finding.rule, ...places.sort()].join('\n');
}
