import type { LintContext } from './context.ts';
import type { LintedPlan } from './subject.ts';

/** How grave a finding is: `error` must be mended before a decision, `warning` should be looked at, `note` is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A part of a wording comparison that a text can show: what stood, and what stands instead. */
export interface WordingChange {
  readonly before: string;
  readonly after: string;
}

/**
 * What each rule tells, in plain data. The texts of each language turn it into a sentence. Labels such as `number` are
 * the document's own and null where the item has none.
 */
export interface FindingData {
  'measure-without-year':
    | { readonly every: true; readonly promise: string | null; readonly count: number }
    | { readonly every: false; readonly number: string | null; readonly text: string };
  'measure-without-body': { readonly number: string | null; readonly text: string };
  'area-without-indicator':
    | { readonly every: true; readonly count: number }
    | { readonly every: false; readonly number: string | null; readonly title: string };
  'impossible-date': {
    readonly written: string;
    readonly why: 'year-digits' | 'no-such-month' | 'no-such-day' | 'far-from-plan';
    /** The date probably meant, year-month-day; null where nothing can be said. */
    readonly likely: string | null;
  };
  'number-series': {
    readonly of: 'area' | 'measure';
    readonly why: 'gap' | 'duplicate' | 'order' | 'other-area';
    readonly numbers: readonly string[];
    readonly before: string | null;
    readonly after: string | null;
  };
  'unknown-code': { readonly code: string; readonly number: string | null; readonly likely: string | null };
  'abbreviation-unexplained': { readonly abbreviations: readonly string[] };
  'period-against-prose': {
    readonly written: string;
    readonly from: number;
    readonly to: number;
    readonly why: 'length' | 'years';
  };
  'promise-not-kept': {
    readonly bodies: readonly string[];
    readonly number: string | null;
    readonly promised: string;
    readonly adopted: string;
    readonly changes: readonly WordingChange[];
  };
  'count-against-lists': {
    readonly written: string;
    readonly stated: number;
    readonly counted: number;
    readonly of: 'replies' | 'with-remarks' | 'approving' | 'abstaining' | 'areas' | 'measures' | 'indicators';
    readonly withRemarks: number;
    readonly approving: number;
    readonly abstaining: number;
  };
  'invited-unaccounted': {
    readonly written: string;
    readonly stated: number;
    readonly named: readonly string[];
    readonly missing: number;
  };
  'reply-unaccounted': { readonly body: string; readonly why: 'listed-without-reply' | 'reply-without-listing' };
  'area-title-differs': {
    readonly number: string | null;
    readonly heading: string;
    readonly listed: string;
  };
  'duplicate-objective': { readonly text: string; readonly areas: readonly (string | null)[] };
  'duplicate-measure': { readonly text: string; readonly numbers: readonly (string | null)[] };
  'word-rule': {
    readonly number: string | null;
    readonly words: readonly string[];
    readonly ruleId: string;
    readonly concern: { readonly sv: string; readonly en: string };
    /** The body as this plan writes it, or null where the documents do not name one. */
    readonly label: string | null;
    readonly body: { readonly sv: string; readonly en: string };
  };
  'objective-without-measure': {
    readonly number: string | null;
    readonly title: string;
    readonly objectives: readonly string[];
    /** Whether the area has no measures at all; else it has, but none with a word of these objectives. */
    readonly noMeasures: boolean;
  };
  'measure-without-indicator': {
    readonly number: string | null;
    readonly title: string;
    readonly measures: readonly { readonly number: string | null; readonly text: string }[];
  };
  'indicator-counts-activity': { readonly text: string; readonly word: string };
  'final-report-without-year': { readonly promise: string | null };
  'coordinator-also-co-responsible': {
    readonly number: string | null;
    readonly text: string;
    readonly label: string;
  };
  'body-without-acceptance':
    | { readonly every: true; readonly count: number }
    | {
        readonly every: false;
        readonly body: string;
        readonly measures: readonly { readonly number: string | null; readonly text: string }[];
      };
  'two-wordings': {
    readonly number: string | null;
    readonly text: string;
    readonly other: string;
    readonly changes: readonly WordingChange[];
    readonly where: 'measure' | 'plan' | 'memo';
  };
  'document-facts-differ': {
    readonly of: 'title' | 'registration-number';
    readonly own: string;
    readonly other: string;
  };
  'vague-verb': {
    readonly of: 'measure' | 'objective';
    readonly number: string | null;
    readonly text: string;
    readonly verb: string;
  };
  'long-sentence': {
    readonly heading: string;
    readonly count: number;
    readonly longest: number;
    readonly limit: number;
  };
  'heavy-word': { readonly word: string; readonly instead: string; readonly times: number };
  'addition-misplaced': { readonly written: string; readonly added: string; readonly area: string };
  'reference-mixes-levels': { readonly written: string; readonly number: string; readonly areaTitle: string | null };
  'reference-missing': { readonly written: string; readonly number: string };
  'spelling-slip': {
    readonly word: string;
    readonly likely: string | null;
    readonly why: 'near-common-word' | 'run-together' | 'wrong-form' | 'missing-space';
    readonly times: number;
  };
}

/** The stable name of a rule. */
export type RuleId = keyof FindingData;

/** Where a rule found something: an item of the plan, the words concerned, and the source position where only that is known. */
export interface RulePlace {
  /** JSON Pointer into the plan; "" for the document as a whole. */
  readonly path: string;
  readonly quote: string | null;
  /** Position in the source text, for words that stand in no item of the plan. */
  readonly start?: number;
}

/** What a rule noticed, before it is put into words. */
export interface RuleFinding<R extends RuleId> {
  readonly data: FindingData[R];
  readonly at: readonly RulePlace[];
  /** Graver or milder than the rule's own severity; a municipality's setting goes before both. */
  readonly severity?: Severity;
}

/** A rule: a plain function over a plan, with its name and how grave its findings are unless somebody says otherwise. Its explanation and example stand in the texts. */
export interface Rule<R extends RuleId> {
  readonly id: R;
  readonly severity: Severity;
  readonly check: (subject: LintedPlan, context: LintContext) => readonly RuleFinding<R>[];
}
