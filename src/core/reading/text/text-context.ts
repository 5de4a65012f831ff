import type { Joiner } from '../join-text.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { beginsUpper, endsSentence, foldWords, isHanging, isPhrase, longestPhrase } from '../words.ts';
import { plainText, type Word } from './word-stream.ts';

/** A plain text under recovery. `folded` are the words in the form in which they are compared, one for each word. */
export interface PlainText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly folded: readonly string[];
  readonly vocabulary: ReadingVocabulary;
  readonly join: Joiner;
  /** Headings promised by a table of contents, folded into words, longest first. */
  readonly promised: readonly (readonly string[])[];
  /** Texts of list items, folded into words: the areas are often listed before they come. */
  readonly listed: readonly (readonly string[])[];
}

/** Whether the line that begins at `at` ends before word `to`, or the text does. */
export function endsLineAt(plain: PlainText, to: number): boolean {
  return to >= plain.words.length || plain.words[to]?.startsLine === true;
}

/** Whether a new statement can begin at `at`: a line begins there, or a sentence ends before it. */
export function canBegin(plain: PlainText, at: number): boolean {
  const word = plain.words[at];
  return word !== undefined && (word.startsLine || at === 0 || endsSentence(plain.words[at - 1]?.text ?? ''));
}

/** The length in words of a heading of a section at `at`, by the table of contents, the vocabulary or its place alone on a line; 0 when none. */
export function sectionHeadingLength(plain: PlainText, at: number): number {
  const word = plain.words[at];
  if (word === undefined || !beginsUpper(word.text)) return 0;
  if (!word.startsLine) return plain.words[at + 1]?.afterBlank ? memoHeadingLength(plain, at) : 0;
  return promisedLength(plain, at) || memoHeadingLength(plain, at) || knownHeadingLength(plain, at);
}

function promisedLength(plain: PlainText, at: number): number {
  for (const title of plain.promised) {
    const length = matchLength(plain, at, title);
    if (length > 0 && beginsAfter(plain, at + length)) return length;
  }
  return 0;
}

/** How many words a list of folded words takes at `at`; a word that a hyphen parts may take two. */
function matchLength(plain: PlainText, at: number, title: readonly string[]): number {
  let to = at;
  for (const part of title) {
    const folded = plain.folded[to] ?? '';
    if (folded === part) to += 1;
    else if (/-$/.test(plain.words[to]?.text ?? '') && `${folded}-${plain.folded[to + 1] ?? ''}` === part) to += 2;
    else return 0;
  }
  return to - at;
}

function beginsAfter(plain: PlainText, to: number): boolean {
  const next = plain.words[to];
  return next === undefined || next.startsLine || /^[”"“•(]?\p{Lu}|^[•"”“]|^\d/u.test(next.text);
}

function memoHeadingLength(plain: PlainText, at: number): number {
  const { proposedDecision, attachments, memoSection } = plain.vocabulary;
  const length = longestPhrase(plain.folded, at, [...proposedDecision, ...attachments, ...memoSection]);
  return length > 0 && beginsAfter(plain, at + length) && !/[.,;:]$/.test(plain.words[at + length - 1]?.text ?? '')
    ? length
    : 0;
}

const HEADING_WORDS_MAX = 9;

/** A heading that begins with a word that sections commonly begin with: to the line's end, or to the capital that begins the text. */
function knownHeadingLength(plain: PlainText, at: number): number {
  if (longestPhrase(plain.folded, at, plain.vocabulary.section) === 0) return 0;
  for (let to = at + 1; to <= at + HEADING_WORDS_MAX && to <= plain.words.length; to += 1) {
    const last = plain.words[to - 1]?.text ?? '';
    if (/[.!?:;]$/.test(last)) return 0;
    const next = plain.words[to];
    const ends = next === undefined || /^[”"“]?\p{Lu}/u.test(next.text) || next.text === '•';
    if (ends && !isHanging(last) && (endsLineAt(plain, to) || plain.words[at]?.afterBlank)) return to - at;
    if (ends) return 0;
  }
  return 0;
}

/** Whether a whole line can be a heading by its shape: short, no full stop, a capital first, text that begins anew before and after. */
export function isHeadingLine(plain: PlainText, from: number, to: number, widthChars: number): boolean {
  const text = plainText(plain.words, from, to);
  const next = plain.words[to];
  if (next === undefined || to - from > HEADING_WORDS_MAX || text.length > 75 || !beginsUpper(text)) return false;
  if (endsSentence(text) || isHanging(text) || /\d{4}-|[;,]$|[@…_:]/.test(text) || !/^[”"“]?\p{Lu}/u.test(next.text))
    return false;
  if (/:$/.test(plain.words[from - 1]?.text ?? '')) return false;
  if (from > 0 && !endsSentence(plain.words[from - 1]?.text ?? '') && !plain.words[from]?.afterBlank) return false;
  return (
    text.length + 1 + next.text.length <= widthChars || longestPhrase(plain.folded, from, plain.vocabulary.section) > 0
  );
}

/** Whether a folded label is one of a title page. */
export function isPageLabel(label: string, vocabulary: ReadingVocabulary): boolean {
  return isPhrase(foldWords(label), Object.values(vocabulary.labels).flat());
}
