import type { ReadingVocabulary } from './vocabulary.ts';
import { foldWords, isHanging, isInflectionOf, isPhrase, phraseLength, splitFolded } from './words.ts';

/** What a heading opens. */
export type HeadingKind = 'area' | 'objectives' | 'measures' | 'indicators' | 'related' | 'contents' | 'section';

/** A heading as understood. `number` and `title` are those of an area, without the word for area itself. */
export interface Heading {
  readonly kind: HeadingKind;
  readonly number: string | null;
  readonly title: string;
}

const SUB_HEADING_WORDS_MAX = 3;

/** What a heading's text opens, by the vocabulary alone. */
export function readHeading(text: string, vocabulary: ReadingVocabulary): Heading {
  const plain = text.replace(/\s+/g, ' ').trim();
  const area = readAreaHeading(plain, vocabulary);
  if (area !== null) return { kind: 'area', ...(area.number === null ? splitAreaNumber(area.title) : area) };
  const { number, title } = splitNumber(plain);
  return { kind: subHeading(title, vocabulary) ?? 'section', number, title };
}

/** "1 barn och unga", "2 5 nya parker": in a heading a figure after the word for area is its number, whatever follows. */
function splitAreaNumber(title: string): { number: string | null; title: string } {
  const hit = /^(\d{1,2})[.:)]?\s+(?=\S)/.exec(title);
  return hit?.[1] === undefined ? { number: null, title } : { number: hit[1], title: title.slice(hit[0].length) };
}

/** The kind of a heading that stands inside an area or names a list, or null for any other. */
export function subHeading(text: string, vocabulary: ReadingVocabulary): HeadingKind | null {
  if (isPhrase(text, vocabulary.related)) return 'related';
  if (isPhrase(text, vocabulary.contents)) return 'contents';
  const words = splitFolded(text);
  if (words.length === 0 || words.length > SUB_HEADING_WORDS_MAX || /[.,;]/.test(text.replace(/[.:]\s*$/, '')))
    return null;
  const lists = [
    ['objectives', vocabulary.objective],
    ['measures', vocabulary.measure],
    ['indicators', vocabulary.indicator],
  ] as const;
  for (const [kind, phrases] of lists) if (endsWithPhrase(words, phrases)) return kind;
  return null;
}

/** Whether the last words are a phrase of the list and those before are adjectives (prioriterade, föreslagna, planerade). */
function endsWithPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    const from = words.length - phrase.split(' ').length;
    if (from < 0 || phraseLength(words, from, phrase) === 0) return false;
    return words.slice(0, from).every((word) => /(?:ade|na|ga|iga|ella|ska|de|ande|t|våra|dessa)$/.test(word));
  });
}

/** "Målområde 1 Titel", "Fokusområde: Titel": number and title of an area, or null when the text is no area's heading. */
export function readAreaHeading(
  text: string,
  vocabulary: ReadingVocabulary,
): { number: string | null; title: string } | null {
  const raw = text.split(' ');
  const words = raw.map(foldWords);
  const certain = areaWordLength(words, 0, vocabulary);
  const taken = certain || wordLength(words, 0, vocabulary.numberedArea);
  if (taken === 0 || !/^\p{Lu}/u.test(text)) return null;
  const rest = raw
    .slice(taken)
    .join(' ')
    .replace(/^[:.–-]\s*/, '');
  const hit = /^(\d{1,2}|[A-ZÅÄÖ]|[IVX]{1,4})[.:)]?(?:\s+[–-])?\s+(?=[\p{Lu}”"])/u.exec(rest);
  const number = hit?.[1] ?? null;
  if (certain === 0 && number === null) return null;
  const title = hit ? rest.slice(hit[0].length) : rest;
  if (title === '' || !/^[\p{Lu}”"\d]/u.test(title))
    return hit !== null ? null : (bareNumber(rest) ?? lowerTitle(title));
  return { number, title };
}

/** "Fokusområde vård och omsorg": a title without a number may go on in lower case when it is short and no sentence. */
function lowerTitle(title: string): { number: null; title: string } | null {
  const isName =
    /^\p{Ll}{3,}/u.test(title) &&
    title.split(' ').length <= 10 &&
    !/[.:]$/.test(title) &&
    !isHanging(title.split(/[ ,]/)[0] ?? '');
  return isName ? { number: null, title } : null;
}

function bareNumber(rest: string): { number: string; title: string } | null {
  const number = /^(\d{1,2})[.:]?$/.exec(rest)?.[1];
  return number === undefined ? null : { number, title: '' };
}

/** How many words a word for area takes at `at`, in the singular and indefinite form in which headings write it; 0 when none. */
export function areaWordLength(words: readonly string[], at: number, vocabulary: ReadingVocabulary): number {
  return wordLength(words, at, vocabulary.area);
}

function wordLength(words: readonly string[], at: number, phrases: readonly string[]): number {
  for (const phrase of phrases) {
    const parts = phrase.split(' ');
    if (parts.every((part, index) => isSingular(words[at + index] ?? '', part))) return parts.length;
  }
  return 0;
}

function isSingular(word: string, base: string): boolean {
  return word === base || (word !== '' && base.endsWith('t') && isInflectionOf(word, base) && word.endsWith('t'));
}

/** "2. Titel", "2.1 Titel" → number and title; the number is null where the heading has none. */
export function splitNumber(text: string): { number: string | null; title: string } {
  const hit = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=\p{L})/u.exec(text);
  return hit?.[1] ? { number: hit[1], title: text.slice(hit[0].length) } : { number: null, title: text };
}
