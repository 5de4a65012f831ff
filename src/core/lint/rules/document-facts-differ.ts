import { oneEdit } from '../edit-distance.ts';
import { comparableTitle } from '../repeated-texts.ts';
import type { Rule, RuleFinding, RulePlace } from '../rule.ts';
import { literal } from '../sentences.ts';
import type { LintedPlan } from '../subject.ts';

type Found = RuleFinding<'document-facts-differ'>;

/** The plan's title or number, where another of the documents has it otherwise. Not what is shorter on purpose, nor a slip in a single letter, which the rule of slips tells. */
export const documentFactsDiffer: Rule<'document-facts-differ'> = {
  id: 'document-facts-differ',
  severity: 'warning',
  check: (subject) => [...otherTitles(subject), ...otherNumbers(subject)],
};

/** Where the memo names the plan in full: in what is to be decided and in its list of attachments. */
const FORMAL = /^\/memo\/(?:proposedDecision|attachments)\//;
/** Words at the start that must be the same for a name to be meant as the plan's. */
const SAME_START = 2;
/** Least share of the title's words for a name to be the whole title and no short form of it. */
const SAME_SHARE = 0.6;

function otherTitles({ plan, pieces }: LintedPlan): Found[] {
  const own = wordsOf(plan.title ?? '');
  if (own.length < SAME_START + 1) return [];
  const start = new RegExp(own.slice(0, SAME_START).map(literal).join('[\\s,–-]+'), 'iu');
  return pieces
    .filter(({ path }) => FORMAL.test(path))
    .flatMap(({ text, path }): Found[] => {
      const hit = start.exec(text);
      if (hit === null) return [];
      const other = text.slice(hit.index);
      if (!isOtherTitle(own, wordsOf(other))) return [];
      return [
        {
          data: { of: 'title', own: plan.title ?? '', other },
          at: [
            { path: '/title', quote: plan.title },
            { path, quote: other },
          ],
        },
      ];
    });
}

/** Whether a text that begins as the title goes on as another: most of its words are there, but not all of them in their order. */
function isOtherTitle(own: readonly string[], other: readonly string[]): boolean {
  const same = own.every((word, index) => word === other[index] || isSlip(word, other[index] ?? ''));
  if (same) return false;
  const there = own.filter((word) => other.includes(word)).length;
  return there / own.length >= SAME_SHARE;
}

function isSlip(word: string, other: string): boolean {
  return word.length > 3 && !/\d/.test(word) && oneEdit(word, other) !== null;
}

function wordsOf(text: string): string[] {
  return comparableTitle(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The other documents' own numbers, and in their texts those that differ from the plan's in one sign, or two that have changed places: another case differs in more. */
function otherNumbers({ plan, pieces, sourceFacts }: LintedPlan): Found[] {
  const own = plan.registrationNumber;
  if (own === null || !/\d/.test(own)) return [];
  const found = new Map<string, Found>();
  const note = (written: string, place: RulePlace) => {
    const at = [...(found.get(written)?.at ?? [{ path: '/registrationNumber', quote: own }]), place];
    if (written !== own) found.set(written, { data: { of: 'registration-number', own, other: written }, at });
  };
  for (const { kind, document, raw, place } of sourceFacts)
    if (kind === 'registration-number' && document !== 'plan')
      note(raw, { path: '', quote: raw, start: place.ranges[0]?.start ?? 0 });
  const shape = shapeOf(own);
  for (const { part, path, text } of pieces)
    for (const [written] of part === 'memo' || part === 'consultation' ? text.matchAll(shape) : [])
      if (oneEdit(own, written) !== null) note(written, { path, quote: written });
  return [...found.values()];
}

/** A pattern for numbers that are written as this one: letters for letters and figures for figures. */
function shapeOf(number: string): RegExp {
  const sign = (part: string) => (/\d/.test(part) ? '\\d' : /\p{L}/u.test(part) ? '\\p{L}' : literal(part));
  return new RegExp(`(?<![\\p{L}\\p{N}-])${[...number].map(sign).join('')}(?![\\p{L}\\p{N}-])`, 'gu');
}
