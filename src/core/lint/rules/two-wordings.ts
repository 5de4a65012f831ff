import { compareText, type TextPart } from '../../document/compare-text.ts';
import { measuresOf, type PlacedMeasure } from '../measures.ts';
import { comparableTitle } from '../repeated-texts.ts';
import type { Rule, RuleFinding, RulePlace, WordingChange } from '../rule.ts';
import { sentencesOf } from '../sentences.ts';
import type { LintedPlan } from '../subject.ts';

type Found = RuleFinding<'two-wordings'>;

/** A text that can be a measure in other words: another measure, or a sentence of the plan or the memo. */
interface Candidate {
  readonly text: string;
  readonly place: RulePlace;
  readonly where: 'measure' | 'plan' | 'memo';
  /** Position among the measures, for those. */
  readonly index: number | null;
}

/** Least share of a measure's words that the other wording must have, and most words that it may have for each of the measure's. */
const SHARED = 0.75;
const LONGEST = 1.4;
const FEWEST_WORDS = 6;
/** A word of more measures than this leads to none of them. */
const MOST_MEASURES = 12;

/** One measure in two wordings: nobody can say which was decided. Answers in the consultation have a rule of their own. */
export const twoWordings: Rule<'two-wordings'> = {
  id: 'two-wordings',
  severity: 'warning',
  check(subject, { vocabulary }) {
    const measures = measuresOf(subject.plan).map((placed) => ({ placed, words: wordsOf(placed.measure.text) }));
    const byWord = new Map<string, number[]>();
    for (const [index, { words }] of measures.entries())
      for (const word of words.size < FEWEST_WORDS ? [] : words) byWord.set(word, [...(byWord.get(word) ?? []), index]);
    const seen = new Set<string>();
    return candidatesOf(subject).flatMap((candidate): Found[] => {
      const at = likeliest(candidate, measures, byWord);
      const placed = at === null ? undefined : measures[at]?.placed;
      const key = `${at} ${comparableTitle(candidate.text)}`;
      if (placed === undefined || seen.has(key)) return [];
      seen.add(key);
      const found = foundFor(placed, candidate);
      return found.data.changes.some((change) => isOpposite(change, vocabulary.negations)) ? [] : [found];
    });
  },
};

function candidatesOf({ plan, pieces }: LintedPlan): Candidate[] {
  const measures = measuresOf(plan).map(({ measure, path }, index) => ({
    text: measure.text,
    place: { path, quote: measure.text },
    where: 'measure' as const,
    index,
  }));
  const sentences = pieces
    .filter(({ part, kind }) => kind === 'paragraph' && (part === 'plan' || part === 'memo'))
    .flatMap(({ part, path, text }) =>
      sentencesOf(text).map((sentence) => ({
        text: sentence.text,
        place: { path, quote: sentence.text },
        where: part === 'memo' ? ('memo' as const) : ('plan' as const),
        index: null,
      })),
    );
  return [...measures, ...sentences];
}

/** The measure that a text says in other words, by index; null when it says none, or one word for word. */
function likeliest(
  { text, index: own }: Candidate,
  measures: readonly { readonly placed: PlacedMeasure; readonly words: ReadonlySet<string> }[],
  byWord: ReadonlyMap<string, readonly number[]>,
): number | null {
  const words = wordsOf(text);
  if (words.size < FEWEST_WORDS) return null;
  const shared = new Map<number, number>();
  for (const word of words) {
    const known = byWord.get(word) ?? [];
    if (known.length <= MOST_MEASURES)
      for (const index of known) if (own === null || index < own) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const same = comparableTitle(text);
  for (const index of [...shared.keys()].sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0)).slice(0, 3)) {
    const { placed, words: wanted } = measures[index] ?? {};
    if (placed === undefined || wanted === undefined || words.size > wanted.size * LONGEST) continue;
    if (same.includes(comparableTitle(placed.measure.text))) return null;
    const both = [...wanted].filter((word) => words.has(word)).length;
    if (both >= SHARED * Math.max(wanted.size, words.size / LONGEST)) return index;
  }
  return null;
}

function foundFor({ measure, path }: PlacedMeasure, { text, place, where }: Candidate): Found {
  const changes = changesIn(compareText(measure.text, text).parts);
  return {
    data: { number: measure.number, text: measure.text, other: text, changes, where },
    at: [{ path: `${path}/text`, quote: measure.text }, place],
  };
}

/** Whether a "not" is the difference: then the two are about different things. */
function isOpposite({ before, after }: WordingChange, negations: readonly string[]): boolean {
  const words = `${before} ${after}`.toLocaleLowerCase('sv').split(/[^\p{L}]+/u);
  return words.some((word) => negations.includes(word));
}

function changesIn(parts: readonly TextPart[]): WordingChange[] {
  return parts.flatMap((part, index): WordingChange[] => {
    const next = parts[index + 1];
    if (part.kind === 'removed')
      return [{ before: part.before.trim(), after: next?.kind === 'added' ? next.after.trim() : '' }];
    return part.kind === 'added' && parts[index - 1]?.kind !== 'removed'
      ? [{ before: '', after: part.after.trim() }]
      : [];
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLocaleLowerCase('sv').match(/[\p{L}\p{M}\p{N}-]{2,}/gu) ?? []);
}
