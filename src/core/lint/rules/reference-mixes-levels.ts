import type { LintContext } from '../context.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { oneOf, sentencesOf } from '../sentences.ts';

type Found = RuleFinding<'reference-mixes-levels'>;

/**
 * A reference to an objective by number ("delmål 3") in a plan whose objectives have no numbers of their own, in a
 * sentence that names no area. Where the sentence goes on to the objectives, the number must mean the area.
 */
export const referenceMixesLevels: Rule<'reference-mixes-levels'> = {
  id: 'reference-mixes-levels',
  severity: 'note',
  check({ plan, pieces }, context) {
    if (plan.areas.length < 2 || hasNumberedObjectives(plan.areas.flatMap((area) => area.objectives))) return [];
    const { reference, area } = patterns(context);
    return pieces
      .filter((piece) => piece.part !== 'plan')
      .flatMap((piece) =>
        sentencesOf(piece.text)
          .filter((sentence) => !area.test(sentence.text))
          .flatMap((sentence) => [...sentence.text.matchAll(reference)])
          .map((hit): Found => {
            const number = hit.groups?.number ?? '';
            const index = plan.areas.findIndex((one) => one.number === number);
            const meant = plan.areas[index];
            const there = meant ? [{ path: `/areas/${index}`, quote: meant.title }] : [];
            const data = { written: hit[0], number, areaTitle: meant?.title ?? null };
            return { data, at: [{ path: piece.path, quote: hit[0] }, ...there] };
          }),
      );
  },
};

function hasNumberedObjectives(objectives: readonly string[]): boolean {
  return objectives.some((text) => /^\s*\d{1,2}(?:[.:]\d+)?[.:)]?\s/u.test(text));
}

function patterns({ vocabulary }: LintContext) {
  const objective = oneOf(vocabulary.objective);
  return {
    reference: new RegExp(`(?<!\\p{L})${objective}\\s+(?<number>\\d{1,2})(?!\\d|[.:]\\d)`, 'giu'),
    area: new RegExp(`(?<!\\p{L})${oneOf(vocabulary.area)}\\s+\\d`, 'iu'),
  };
}
