import { bodiesNamed, mayBeCivilSociety } from '../body-names.ts';
import type { LintContext } from '../context.ts';
import { numberOf, numberPattern } from '../numbers.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { hasStem, oneOf, sentencesOf } from '../sentences.ts';

type Found = RuleFinding<'invited-unaccounted'>;

/** The memo says how many bodies of civil society were invited; the compilation names fewer. */
export const invitedUnaccounted: Rule<'invited-unaccounted'> = {
  id: 'invited-unaccounted',
  severity: 'warning',
  check(subject, context) {
    const { consultation } = subject.plan;
    if (consultation === null) return [];
    const named = bodiesNamed(consultation).filter((body) => mayBeCivilSociety(body.name, subject, context));
    return statedInvitations(subject.pieces, context)
      .filter(({ stated }) => stated > named.length)
      .map(
        ({ stated, written, path }): Found => ({
          data: { written, stated, named: named.map((body) => body.name), missing: stated - named.length },
          at: [{ path, quote: written }, ...named.map((body) => ({ path: body.path, quote: body.name }))],
        }),
      );
  },
};

function statedInvitations(
  pieces: readonly { readonly part: string; readonly text: string; readonly path: string }[],
  { vocabulary }: LintContext,
) {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<number>${numberPattern(vocabulary)})\\s+(?:\\p{L}+\\s+){0,2}?${oneOf(vocabulary.civilSociety)}(?!\\p{L})`,
    'giu',
  );
  return pieces
    .filter((piece) => piece.part === 'memo')
    .flatMap((piece) =>
      sentencesOf(piece.text)
        .filter((sentence) => hasStem(sentence.text, vocabulary.inviting))
        .flatMap((sentence) =>
          [...sentence.text.matchAll(pattern)].map((hit) => ({
            written: hit[0],
            stated: numberOf(hit.groups?.number ?? '', vocabulary) ?? 0,
            path: piece.path,
          })),
        ),
    );
}
