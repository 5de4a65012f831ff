import { findBody } from '../../organisation/body.ts';
import type { LintContext } from '../context.ts';
import { measuresOf, type PlacedMeasure, rolesOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { hasStem } from '../sentences.ts';
import type { LintedPlan } from '../subject.ts';
import { type WordRule, wordsThatFit } from '../word-rule.ts';

type Found = RuleFinding<'word-rule'>;

/** The municipality's own rules: a measure with certain words must name a certain body. One finding for each measure and body. */
export const wordRule: Rule<'word-rule'> = {
  id: 'word-rule',
  severity: 'warning',
  check(subject, context) {
    const labels = labelsInUse(subject);
    return measuresOf(subject.plan).flatMap((placed) => {
      if (rolesOf(placed).length === 0) return [];
      const asked = new Set<string>();
      return context.wordRules.flatMap((rule): Found[] => {
        const words = wordsConcerned(rule, placed);
        const body = rule.bodyLabels.join('|');
        if (words.length === 0 || asked.has(body) || namesBody(rule, placed, context)) return [];
        asked.add(body);
        return [foundFor(rule, placed, words, labels.find((label) => isMeant(rule, label, context)) ?? null)];
      });
    });
  },
};

function foundFor(rule: WordRule, { measure, path }: PlacedMeasure, words: string[], label: string | null): Found {
  return {
    data: { number: measure.number, words, ruleId: rule.id, concern: rule.concern, label, body: rule.bodyName },
    at: [{ path, quote: measure.text }],
  };
}

/** The words that make the rule speak; none where the rule's second list is not met. */
function wordsConcerned(rule: WordRule, { measure, area }: PlacedMeasure): string[] {
  const objectives = rule.appliesTo === 'measures-and-objectives' ? area.objectives : [];
  const text = [measure.text, ...objectives].join(' ');
  const words = wordsThatFit(text, rule.words);
  const together = wordsThatFit(text, rule.together);
  if (words.length === 0 || (rule.together.length > 0 && together.length === 0)) return [];
  return [...new Set([...words, ...together])];
}

function namesBody(rule: WordRule, placed: PlacedMeasure, context: LintContext): boolean {
  return rolesOf(placed).some(
    ({ label }) => hasStem(label, context.vocabulary.genericBody) || isMeant(rule, label, context),
  );
}

/** Whether a code or name is the body of the rule: by the register where it is known there, else by the rule's own codes and beginnings of names. */
function isMeant(rule: WordRule, label: string, { bodies }: LintContext): boolean {
  const known = findBody(bodies, label);
  const names = known ? [known.name, known.abbreviation ?? ''] : [label];
  return names.some((name) =>
    rule.bodyLabels.some((wanted) => (isCapitals(wanted) ? name.trim() === wanted : hasStem(name, [wanted]))),
  );
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('sv');
}

function labelsInUse({ plan }: LintedPlan): string[] {
  const lists = plan.consultation;
  const inMeasures = measuresOf(plan).flatMap((placed) => rolesOf(placed).map((role) => role.label));
  const inReplies = lists ? [...lists.withRemarks, ...lists.approving, ...lists.abstaining, ...lists.noAnswer] : [];
  return [...new Set([...inMeasures, ...inReplies])];
}
