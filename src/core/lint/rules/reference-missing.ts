import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { oneOf } from '../sentences.ts';

type Found = RuleFinding<'reference-missing'>;

/** A reference to a measure number that the plan does not have. */
export const referenceMissing: Rule<'reference-missing'> = {
  id: 'reference-missing',
  severity: 'warning',
  check({ plan, pieces }, { vocabulary }) {
    const numbers = new Set(measuresOf(plan).flatMap(({ measure }) => measure.number ?? []));
    if (![...numbers].some((number) => /\d[.:]\d/.test(number))) return [];
    const pattern = new RegExp(
      `(?<!\\p{L})${oneOf(vocabulary.measure)}\\s+(?<number>\\d{1,2}[.:]\\d{1,2})(?![\\d])`,
      'giu',
    );
    return pieces.flatMap((piece) =>
      [...piece.text.matchAll(pattern)]
        .filter((hit) => !numbers.has(hit.groups?.number ?? ''))
        .map(
          (hit): Found => ({
            data: { written: hit[0], number: hit.groups?.number ?? '' },
            at: [{ path: piece.path, quote: hit[0] }],
          }),
        ),
    );
  },
};
