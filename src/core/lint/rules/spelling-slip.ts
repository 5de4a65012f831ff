import type { LintContext } from '../context.ts';
import { oneEdit } from '../edit-distance.ts';
import type { FindingData, Rule, RuleFinding } from '../rule.ts';
import { oneOf } from '../sentences.ts';
import type { LintedPlan } from '../subject.ts';
import { countWords, type WordCounts, type WordUse } from '../word-counts.ts';

type Found = RuleFinding<'spelling-slip'>;
type Why = FindingData['spelling-slip']['why'];

/** A word used more often than this is no slip of the pen. */
const MOST_TIMES = 2;

/**
 * Words that look like slips, told from the documents' own words without a dictionary: one letter from a word used much
 * more often, two words run together, a form that cannot stand where it stands, a space lost after a hyphen. Meant to be
 * low on false alarms rather than to find every slip.
 */
export const spellingSlip: Rule<'spelling-slip'> = {
  id: 'spelling-slip',
  severity: 'note',
  check(subject, context) {
    const counts = countWords(subject);
    const rare = [...counts].filter(([, uses]) => uses.length <= MOST_TIMES && uses.some(isPlain));
    return [
      ...nearCommonWord(rare, counts),
      ...rare.flatMap(([word, uses]) => runTogether(word, uses, counts, context)),
      ...rare.flatMap(([word, uses]) => wrongForm(word, uses, counts, context)),
      ...missingSpace(subject, context),
    ];
  },
};

/** A word written as a common word, not as a name. */
function isPlain({ written }: WordUse): boolean {
  return written[0] === written[0]?.toLocaleLowerCase('sv');
}

function slip(word: string, likely: string | null, why: Why, uses: readonly WordUse[]): Found {
  return {
    data: { word, likely, why, times: uses.length },
    at: uses.map(({ path, written }) => ({ path, quote: written })),
  };
}

const SHORTEST = 7;

function nearCommonWord(rare: readonly (readonly [string, readonly WordUse[]])[], counts: WordCounts): Found[] {
  const byShape = new Map<string, string[]>();
  for (const [word, uses] of counts) {
    if (uses.length < 2 || word.length < SHORTEST - 1) continue;
    const shape = shapeOf(word, word.length);
    const alike = byShape.get(shape);
    if (alike) alike.push(word);
    else byShape.set(shape, [word]);
  }
  const times = (word: string) => counts.get(word)?.length ?? 0;
  return rare.flatMap(([word, uses]) => {
    if (word.length < SHORTEST || word.includes('-')) return [];
    const near = [-1, 0, 1]
      .flatMap((step) => byShape.get(shapeOf(word, word.length + step)) ?? [])
      .filter((other) => isLikelySlip(word, uses.length, other, times(other)))
      .sort((left, right) => times(right) - times(left));
    return near[0] === undefined ? [] : [slip(word, near[0], 'near-common-word', uses)];
  });
}

/** Words can only be taken for each other when they share their first letter and nearly their length. */
function shapeOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}

const VOWELS = 'aeiouyåäöéü';

/**
 * Whether a rare word is probably a slip for a common one. Changes in the last two letters are inflection, one vowel for
 * another is often inflection too, and short words have neighbours that are words of their own.
 */
function isLikelySlip(word: string, times: number, common: string, commonTimes: number): boolean {
  const longest = Math.max(word.length, common.length);
  const needed = longest >= 12 ? 2 : longest >= 9 ? 3 : 4;
  if (commonTimes < needed * times) return false;
  const edit = oneEdit(word, common);
  if (edit === null || edit.position < 1 || edit.position > word.length - 3) return false;
  if (edit.kind !== 'substitute') return true;
  const [from = '', to = ''] = [word[edit.position], common[edit.position]];
  return (
    longest >= 9 &&
    commonTimes >= 2 * needed * times &&
    VOWELS.includes(from) === false &&
    VOWELS.includes(to) === false
  );
}

function runTogether(word: string, uses: readonly WordUse[], counts: WordCounts, { vocabulary }: LintContext): Found[] {
  if (word.includes('-') || uses.length > 1) return [];
  for (const first of vocabulary.neverFirstInCompound) {
    const rest = word.slice(first.length);
    if (word.startsWith(first) && rest.length >= 4 && isWord(rest, counts, vocabulary.commonNouns))
      return [slip(word, `${first} ${rest}`, 'run-together', uses)];
  }
  for (const [first, nouns] of Object.entries(vocabulary.governing)) {
    const rest = word.slice(first.length);
    const governed = uses.some((use) => nouns.includes(use.before));
    if (governed && word.startsWith(first) && vocabulary.commonNouns.includes(rest))
      return [slip(word, `${first} ${rest}`, 'run-together', uses)];
  }
  return [];
}

function isWord(text: string, counts: WordCounts, commonNouns: readonly string[]): boolean {
  return commonNouns.includes(text) || (counts.get(text)?.length ?? 0) > 1;
}

/** A form of a known verb's stem that would have to be a noun's genitive, but stands before a preposition. */
function wrongForm(word: string, uses: readonly WordUse[], counts: WordCounts, { vocabulary }: LintContext): Found[] {
  for (const { ending, verbEndings, likely } of vocabulary.misreadEndings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const isVerb = verbEndings.some((verb) => counts.has(stem + verb));
    if (isVerb && uses.every((use) => vocabulary.prepositions.includes(use.after)))
      return [slip(word, stem + likely, 'wrong-form', uses)];
  }
  return [];
}

function missingSpace(subject: LintedPlan, { vocabulary }: LintContext): Found[] {
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?<first>\\p{L}{2,}-)(?<second>${oneOf(vocabulary.joining)})(?![\\p{L}-])`,
    'giu',
  );
  const found = new Map<string, Found>();
  for (const piece of subject.pieces)
    for (const hit of piece.text.matchAll(pattern)) {
      const at = [...(found.get(hit[0])?.at ?? []), { path: piece.path, quote: hit[0] }];
      const likely = `${hit.groups?.first} ${hit.groups?.second}`;
      found.set(hit[0], { data: { word: hit[0], likely, why: 'missing-space', times: at.length }, at });
    }
  return [...found.values()];
}
