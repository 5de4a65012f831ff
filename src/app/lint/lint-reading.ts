import type { SourceDocument } from '../../core/document/source-document.ts';
import type { Finding } from '../../core/exchange/open-plan.ts';
import type { PlanReading } from '../../core/exchange/plan-reading.ts';
import { defaultLintContext, type LintContext, type RoleAnswer } from '../../core/lint/context.ts';
import { severityOf } from '../../core/lint/grade.ts';
import { lintPlan } from '../../core/lint/lint-plan.ts';
import type { WordRule as LintWordRule } from '../../core/lint/word-rule.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { WordRule } from '../organisation/ports.ts';
import type { RuleGrade } from './ports.ts';

/** The municipality's own settings for a lint. */
export interface LintOptions {
  readonly bodies: readonly Body[];
  readonly wordRules: readonly WordRule[];
  readonly ruleGrades: readonly RuleGrade[];
  /** What bodies have answered about their parts; null of a file. */
  readonly answers: readonly RoleAnswer[] | null;
  readonly language: 'sv' | 'en';
}

/** Looks over a plan with the municipality's register and rules beside the common ones; with the source, findings point into it. */
export function lintReading(
  reading: Pick<PlanReading, 'plan' | 'places'>,
  source: SourceDocument | null,
  options: LintOptions,
): Finding[] {
  const { plan, places } = reading;
  const subject = source === null ? { plan, places } : { plan, places, source: source.text };
  return lintPlan(subject, contextOf(options));
}

function contextOf({ bodies, wordRules, ruleGrades, answers, language }: LintOptions): LintContext {
  const own = wordRules.map((rule) => toLintRule(rule, bodies));
  const settings = Object.fromEntries(ruleGrades.map(({ rule, grade }) => [rule, severityOf(grade) ?? 'off']));
  const all = [...defaultLintContext.wordRules, ...own];
  return { ...defaultLintContext, language, bodies, wordRules: all, answers, settings };
}

function toLintRule(rule: WordRule, bodies: readonly Body[]): LintWordRule {
  const label = rule.bodyLabel;
  const body = bodies.find(({ name, abbreviation }) => name === label || abbreviation === label);
  const concern = rule.words.join(', ');
  return {
    id: rule.id,
    words: rule.words.map((word) => `${word}*`),
    together: [],
    bodyLabels: body?.abbreviation ? [label, body.name, body.abbreviation] : [label],
    bodyName: { sv: body?.name ?? label, en: body?.name ?? label },
    concern: { sv: concern, en: concern },
    appliesTo: 'measures',
  };
}
