import { englishLintTexts } from '../../core/lint/texts.en.ts';
import { swedishLintTexts } from '../../core/lint/texts.sv.ts';
import type { LintTexts as RuleTexts } from '../../core/lint/texts.ts';
import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type LintTexts, sv } from './texts.sv.ts';

export const lintTexts: Texts<LintTexts> = { sv, en };

/** What each rule is called, why it matters and an example. */
export const ruleTexts: Texts<RuleTexts> = { sv: swedishLintTexts, en: englishLintTexts };
