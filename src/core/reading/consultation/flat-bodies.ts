import type { ConsultationWords } from './consultation-words.ts';
import { endsName } from './flat-names.ts';
import { isKindOf } from './flat-voices.ts';
import { endsSentence, type FlatText, type FlatWord } from './flat-words.ts';
import { beginsWithWord } from './match-words.ts';

/** Where a body's reply begins: its name stands in the words `at`…`from`−1, what it says begins at `from`. */
export interface BodyStart {
  readonly at: number;
  readonly from: number;
  readonly name: string;
  /** True where a listed name stands alone, so that what follows may be of that body: it is left for a person. */
  readonly unsure?: boolean;
}

/** So many words may a name hold that stands before itself ("Parkföreningen i Österbad län Parkföreningen vill"). */
const NAME_WORDS_MAX = 8;
/** A sign of a sentence within a supposed name. */
const IN_SENTENCE = /[.!?:;]$/u;

/**
 * Where replies begin. A name that stands twice in a row shows it by itself; a name of `known` (those of the lists and of
 * the register) also where it only stands before a new sentence, at the start of a line.
 */
export function findBodies(
  text: FlatText,
  known: readonly string[],
  words: ConsultationWords,
  first = 0,
): readonly BodyStart[] {
  const starts: BodyStart[] = [];
  for (let at = first; at < text.words.length; at += 1) {
    const found = mayBegin(text, at, words)
      ? (doubledAt(text, at, words, known) ?? knownAt(text, at, known) ?? introducedAt(text, at, words))
      : null;
    if (!found) continue;
    starts.push(found);
    at = found.from;
  }
  return starts;
}

/**
 * The starts with a place for each body of `listed` that has none: the first paragraph or sentence at a line's start that
 * begins with its name, before all between the replies of its neighbours in the list. So its text is not taken for
 * another body's.
 */
export function addMissing(
  text: FlatText,
  starts: readonly BodyStart[],
  listed: readonly string[],
): readonly BodyStart[] {
  const startOf = (name: string | undefined) =>
    name === undefined ? undefined : starts.find((start) => sameStart(start.name, name));
  const begin = starts[0]?.from ?? text.words.length;
  const alone = listed.flatMap((name, index): readonly BodyStart[] => {
    if (startOf(name)) return [];
    const from = startOf(listed[index - 1])?.from ?? begin;
    const to = startOf(listed[index + 1])?.at ?? text.words.length;
    const at = findAlone(text, name, from, to) ?? findAlone(text, name, begin, text.words.length);
    return at === null ? [] : [{ at, from: at, name, unsure: true }];
  });
  return [...starts, ...alone].sort((a, b) => a.at - b.at);
}

function findAlone(text: FlatText, name: string, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    const word = text.words[at];
    if (!word || word.gap === 'space' || !standsAt(text, at, name)) continue;
    if (word.gap !== 'line' || endsSentence(text.words[at - 1], word)) return at;
  }
  return null;
}

function standsAt(text: FlatText, at: number, name: string): boolean {
  return name.split(/\s+/u).every((part, index) => text.words[at + index]?.text === part);
}

/** A reply begins with a line or after a sentence, or after the heading of a group of bodies. */
function mayBegin(text: FlatText, at: number, words: ConsultationWords): boolean {
  const word = text.words[at];
  const before = text.words[at - 1];
  if (!word || !/^\p{Lu}/u.test(word.text) || isHeadingWord(word.text, words)) return false;
  return word.gap !== 'space' || endsSentence(before, word) || beginsWithWord(before?.text ?? '', words.groups);
}

/** A word of the headings or of a group of bodies begins no name. */
function isHeadingWord(token: string, words: ConsultationWords): boolean {
  if (endsName(token, words)) return false;
  const { body, remark, handling } = words.columns;
  return beginsWithWord(token, [...words.groups, ...body.clear, ...remark.clear, ...handling.clear]);
}

function doubledAt(text: FlatText, at: number, words: ConsultationWords, known: readonly string[]): BodyStart | null {
  const name = text.words[at]?.text.replace(/,$/u, '') ?? '';
  if (/[.!?:;]/u.test(name) || name.length < 3) return null;
  for (let length = 1; length <= NAME_WORDS_MAX; length += 1) {
    const before = text.words[at + length - 1]?.text ?? '';
    if (endsNameBefore(text, at, length, words)) return null;
    const again = text.words[at + length]?.text;
    if (again !== name && again !== `${name},`) continue;
    const own = nameOf(text.words, at, at + length);
    const whole = equalRun(text.words, at, length);
    const isBody =
      whole || endsName(name, words) || known.some((other) => sameStart(other, own)) || endsName(before, words);
    if (!isBody || !followsName(text.words, at, length, whole) || saysInName(own)) return null;
    return { at, from: at + length, name: own };
  }
  return null;
}

/** True when the last of `length` words cannot be of one name with those before: a blank line, a figure, a column's heading. */
function endsNameBefore(text: FlatText, at: number, length: number, words: ConsultationWords): boolean {
  const last = text.words[at + length - 1];
  if (!last || IN_SENTENCE.test(last.text) || /\d/u.test(last.text)) return true;
  const { remark, handling } = words.columns;
  const headings = [...remark.clear, ...handling.clear, ...handling.possible];
  return length > 1 && (last.gap === 'blank' || last.gap === 'page' || beginsWithWord(last.text, headings));
}

/** True when the whole name comes again, not only its first word. */
function equalRun(words: readonly FlatWord[], at: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (words[at + index]?.text !== words[at + length + index]?.text) return false;
  return true;
}

/** The name that comes again must begin a sentence: a small letter follows it, or the name goes on and then one does. */
function followsName(words: readonly FlatWord[], at: number, length: number, whole: boolean): boolean {
  const after = words[at + length + (whole ? length : 1)]?.text ?? '';
  return /^[\p{Ll}(]/u.test(after) || (!whole && /^\p{Lu}/u.test(after));
}

/** A verb within the supposed name tells of a sentence ("Parknämnden anser att Parknämnden"). */
function saysInName(name: string): boolean {
  return /\s\p{Ll}{3,}(?:ar|er|år|att|som)\s/u.test(`${name} `.slice(name.indexOf(' ') < 0 ? name.length : 0));
}

function knownAt(text: FlatText, at: number, known: readonly string[]): BodyStart | null {
  const { words } = text;
  if (words[at]?.gap === 'space' && !endsSentence(words[at - 1], words[at])) return null;
  let best: BodyStart | null = null;
  for (const name of known) {
    const parts = name.split(/\s+/u);
    if (!standsAt(text, at, name)) continue;
    const next = words[at + parts.length];
    const spoken =
      next !== undefined &&
      /^\p{Lu}\p{Ll}/u.test(next.text) &&
      /^\p{Ll}/u.test(words[at + parts.length + 1]?.text ?? '');
    if (spoken && parts.length > (best ? best.from - best.at : 0)) best = { at, from: at + parts.length, name };
  }
  return best;
}

/** A name before a word that stands for it ("Byns vägförening Föreningen anser", "Parkbad AB Bolaget har"). */
function introducedAt(text: FlatText, at: number, words: ConsultationWords): BodyStart | null {
  for (let length = 1; length <= NAME_WORDS_MAX; length += 1) {
    const before = text.words[at + length - 1]?.text ?? '';
    if (endsNameBefore(text, at, length, words)) return null;
    const speaker = text.words[at + length]?.text ?? '';
    if (!/^\p{Lu}\p{Ll}+$/u.test(speaker)) continue;
    const kind = speaker.toLocaleLowerCase('sv');
    const name = nameOf(text.words, at, at + length);
    const own = isKindOf(kind, name) || (words.speakers.includes(kind) && endsName(before, words));
    const after = text.words[at + length + 1]?.text ?? '';
    if (own && /^\p{Ll}/u.test(after) && !saysInName(name)) return { at, from: at + length, name };
  }
  return null;
}

function nameOf(words: readonly FlatWord[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
    .replace(/,$/u, '');
}

function sameStart(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}
