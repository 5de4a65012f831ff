import type { Finding } from '../../exchange/open-plan.ts';
import type { LintContext } from '../context.ts';
import { findPlace } from '../find-place.ts';
import type { Rule, RuleId, Severity } from '../rule.ts';
import type { LintedPlan } from '../subject.ts';
import { englishLintTexts } from '../texts.en.ts';
import { swedishLintTexts } from '../texts.sv.ts';
import type { LintTexts } from '../texts.ts';
import { abbreviationUnexplained } from './abbreviation-unexplained.ts';
import { additionMisplaced } from './addition-misplaced.ts';
import { areaTitleDiffers } from './area-title-differs.ts';
import { areaWithoutIndicator } from './area-without-indicator.ts';
import { countAgainstLists } from './count-against-lists.ts';
import { duplicateMeasure } from './duplicate-measure.ts';
import { duplicateObjective } from './duplicate-objective.ts';
import { impossibleDate } from './impossible-date.ts';
import { invitedUnaccounted } from './invited-unaccounted.ts';
import { measureWithoutBody } from './measure-without-body.ts';
import { measureWithoutYear } from './measure-without-year.ts';
import { numberSeries } from './number-series.ts';
import { periodAgainstProse } from './period-against-prose.ts';
import { promiseNotKept } from './promise-not-kept.ts';
import { referenceMissing } from './reference-missing.ts';
import { referenceMixesLevels } from './reference-mixes-levels.ts';
import { replyUnaccounted } from './reply-unaccounted.ts';
import { spellingSlip } from './spelling-slip.ts';
import { unknownCode } from './unknown-code.ts';
import { wordRule } from './word-rule.ts';

const texts: Readonly<Record<LintContext['language'], LintTexts>> = { sv: swedishLintTexts, en: englishLintTexts };

/** A rule with its texts: it gives findings in the language asked for. */
export interface ListedRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly run: (subject: LintedPlan, context: LintContext) => readonly Finding[];
}

function listed<R extends RuleId>(rule: Rule<R>): ListedRule {
  return {
    id: rule.id,
    severity: rule.severity,
    run(subject, context) {
      const settings: Readonly<Partial<Record<RuleId, Severity | 'off'>>> = context.settings;
      const setting = settings[rule.id as RuleId];
      if (setting === 'off') return [];
      const { message } = texts[context.language][rule.id];
      return rule.check(subject, context).map(({ data, at, severity }) => ({
        rule: rule.id,
        severity: setting ?? severity ?? rule.severity,
        message: message(data),
        at: at.map((place) => findPlace(subject, place)),
      }));
    },
  };
}

/** Every rule, in the order in which its findings are shown. Listed by hand: a rule that is not here does not run. */
export const lintRules: readonly ListedRule[] = [
  listed(impossibleDate),
  listed(promiseNotKept),
  listed(measureWithoutBody),
  listed(measureWithoutYear),
  listed(areaWithoutIndicator),
  listed(numberSeries),
  listed(unknownCode),
  listed(wordRule),
  listed(countAgainstLists),
  listed(invitedUnaccounted),
  listed(replyUnaccounted),
  listed(periodAgainstProse),
  listed(areaTitleDiffers),
  listed(additionMisplaced),
  listed(referenceMissing),
  listed(referenceMixesLevels),
  listed(duplicateMeasure),
  listed(duplicateObjective),
  listed(abbreviationUnexplained),
  listed(spellingSlip),
];
