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
import { bodyWithoutAcceptance } from './body-without-acceptance.ts';
import { coordinatorAlsoCoResponsible } from './coordinator-also-co-responsible.ts';
import { countAgainstLists } from './count-against-lists.ts';
import { documentFactsDiffer } from './document-facts-differ.ts';
import { duplicateMeasure } from './duplicate-measure.ts';
import { duplicateObjective } from './duplicate-objective.ts';
import { finalReportWithoutYear } from './final-report-without-year.ts';
import { heavyWord } from './heavy-word.ts';
import { impossibleDate } from './impossible-date.ts';
import { indicatorCountsActivity } from './indicator-counts-activity.ts';
import { invitedUnaccounted } from './invited-unaccounted.ts';
import { longSentence } from './long-sentence.ts';
import { measureWithoutBody } from './measure-without-body.ts';
import { measureWithoutIndicator } from './measure-without-indicator.ts';
import { measureWithoutYear } from './measure-without-year.ts';
import { numberSeries } from './number-series.ts';
import { objectiveWithoutMeasure } from './objective-without-measure.ts';
import { periodAgainstProse } from './period-against-prose.ts';
import { promiseNotKept } from './promise-not-kept.ts';
import { referenceMissing } from './reference-missing.ts';
import { referenceMixesLevels } from './reference-mixes-levels.ts';
import { replyUnaccounted } from './reply-unaccounted.ts';
import { spellingSlip } from './spelling-slip.ts';
import { twoWordings } from './two-wordings.ts';
import { unknownCode } from './unknown-code.ts';
import { vagueVerb } from './vague-verb.ts';
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
  listed(documentFactsDiffer),
  listed(measureWithoutBody),
  listed(coordinatorAlsoCoResponsible),
  listed(bodyWithoutAcceptance),
  listed(measureWithoutYear),
  listed(finalReportWithoutYear),
  listed(areaWithoutIndicator),
  listed(measureWithoutIndicator),
  listed(objectiveWithoutMeasure),
  listed(indicatorCountsActivity),
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
  listed(twoWordings),
  listed(duplicateObjective),
  listed(vagueVerb),
  listed(abbreviationUnexplained),
  listed(spellingSlip),
  listed(heavyWord),
  listed(longSentence),
];
