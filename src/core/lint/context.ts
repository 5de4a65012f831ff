import type { Body } from '../organisation/body.ts';
import type { RuleId, Severity } from './rule.ts';
import { swedishLintVocabulary } from './vocabulary.sv.ts';
import type { LintVocabulary } from './vocabulary.ts';
import type { WordRule } from './word-rule.ts';
import { starterWordRules } from './word-rules.sv.ts';

/** Whether a body has accepted its part in a measure. */
export interface RoleAnswer {
  /** JSON Pointer of the measure. */
  readonly path: string;
  /** The body as the plan writes it. */
  readonly label: string;
  readonly accepted: boolean;
}

/** What a lint needs to know besides the plan. All of it is a municipality's own setting. */
export interface LintContext {
  /** Language of the messages. */
  readonly language: 'sv' | 'en';
  /** The register of bodies; may be empty, since a first import comes before the register. */
  readonly bodies: readonly Body[];
  readonly wordRules: readonly WordRule[];
  /** The words by which the rules understand the documents. */
  readonly vocabulary: LintVocabulary;
  /** What bodies have answered about their parts; null where that is not stored, as of a file: then no answer is missed. */
  readonly answers: readonly RoleAnswer[] | null;
  /** Rules turned off or given another severity. A rule that is not named is on, with its own severity. */
  readonly settings: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
}

/** Swedish, every rule on, no register, the starter word rules: what the command line uses when nothing is set. */
export const defaultLintContext: LintContext = {
  language: 'sv',
  bodies: [],
  wordRules: starterWordRules,
  vocabulary: swedishLintVocabulary,
  answers: null,
  settings: {},
};
