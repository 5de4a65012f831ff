import type { Finding } from '../exchange/open-plan.ts';
import { defaultLintContext, type LintContext } from './context.ts';
import { lintRules } from './rules/index.ts';
import { type LintSubject, prepareSubject } from './subject.ts';

/**
 * What the rules notice in a plan, its memo and its consultation, rule by rule. Nothing is mended. Places carry source
 * positions where the subject has places and source. Refuses nothing: a plan without findings gives an empty list.
 */
export function lintPlan(subject: LintSubject, context: LintContext = defaultLintContext): Finding[] {
  const prepared = prepareSubject(subject);
  return lintRules.flatMap((rule) => rule.run(prepared, context));
}
