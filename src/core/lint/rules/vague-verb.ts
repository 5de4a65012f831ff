import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding, RulePlace } from '../rule.ts';
import { hasStem, oneOf } from '../sentences.ts';
import type { LintVocabulary } from '../vocabulary.ts';

/** A measure or an objective that says a direction ("utveckla") and nothing by which anybody can see that it has been reached. */
export const vagueVerb: Rule<'vague-verb'> = {
  id: 'vague-verb',
  severity: 'note',
  check({ plan }, { vocabulary }) {
    const pattern = vaguePattern(vocabulary);
    const found = (of: 'measure' | 'objective', number: string | null, text: string, place: RulePlace) => {
      const verb = pattern.exec(text)?.[1];
      if (verb === undefined || hasStem(text, vocabulary.results) || isCounted(text, vocabulary)) return [];
      return [{ data: { of, number, text, verb }, at: [place] } satisfies RuleFinding<'vague-verb'>];
    };
    const measures = measuresOf(plan).flatMap(({ measure, path }) =>
      found('measure', measure.number, measure.text, { path, quote: measure.text }),
    );
    const objectives = plan.areas.flatMap((area, areaIndex) =>
      area.objectives.flatMap((text, index) =>
        found('objective', null, text, { path: `/areas/${areaIndex}/objectives/${index}`, quote: text }),
      ),
    );
    return [...measures, ...objectives];
  },
};

/** Whether a text says how many: in figures, or in words from two. */
function isCounted(text: string, { numberWords }: LintVocabulary): boolean {
  const words = text.toLocaleLowerCase('sv').split(/[^\p{L}\d]+/u);
  return words.some((word) => /\d/.test(word) || (numberWords[word] ?? 1) > 1);
}

/** The verb as the first word of the text, or directly after its first word of duty. */
function vaguePattern({ vagueVerbs, modals }: LintVocabulary): RegExp {
  const modal = `(?<!\\p{L})${oneOf(modals)}\\s+`;
  return new RegExp(`^(?:(?:(?!${modal}).)*${modal})?(${oneOf(vagueVerbs)})(?!\\p{L})`, 'isu');
}
