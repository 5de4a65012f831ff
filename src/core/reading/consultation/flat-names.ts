import type { ConsultationWords } from './consultation-words.ts';
import type { FlatWord } from './flat-words.ts';

/** A name among words: `from`…`to`−1. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
}

/** Letters of a word that can end a name but begin one as well ("AB Parkbad", "Parkbad AB"). */
const COMPANY = /^(?:ab|aktiebolag|aktiebolaget)$/iu;
/** A name that ends so goes on. */
const CONNECTS = /^(?:och|&|i|för|av|på|med|mot|till|samt|\+)$|[-–]$/iu;

/**
 * The names that stand after each other among the words `from`…`to`−1. Names of `known` are taken whole; others are told
 * apart by their last words, capital letters, line ends, and words that other names begin with. A name that ends with
 * "och", "&" or a hyphen goes on over a line end.
 */
export function splitNames(
  text: readonly FlatWord[],
  from: number,
  to: number,
  known: readonly string[],
  words: ConsultationWords,
): readonly NameSpan[] {
  const openers = openingWords(text, from, to, words);
  const names: { from: number; to: number }[] = [];
  for (let at = from; at < to; ) {
    const length = knownLength(text, at, to, known);
    const last = names.at(-1);
    const begins = !last || beginsName(text, last, at, openers, words) || (length > 1 && !connects(text, at));
    if (begins || (isWhole(text, last, known) && /^\p{Lu}/u.test(text[at]?.text ?? '') && !connects(text, at)))
      names.push({ from: at, to: at + Math.max(1, length) });
    else last.to = at + Math.max(1, length);
    at += Math.max(1, length);
  }
  return names;
}

/** True when a name as it stands is known, so that what follows is another. */
function isWhole(text: readonly FlatWord[], { from, to }: NameSpan, known: readonly string[]): boolean {
  const name = text
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  return known.includes(name);
}

/** True when a word ends a body's name. */
export function endsName(token: string, words: ConsultationWords): boolean {
  const lower = token.toLocaleLowerCase('sv');
  return words.bodyEndings.some((ending) => (ending.length > 2 ? lower.endsWith(ending) : lower === ending));
}

/** Words of a known name that stand at a place; 0 when none does. */
function knownLength(text: readonly FlatWord[], at: number, to: number, known: readonly string[]): number {
  let best = 0;
  for (const name of known) {
    const parts = name.split(/\s+/u);
    if (parts.length > best && at + parts.length <= to && parts.every((part, index) => same(text[at + index], part)))
      best = parts.length;
  }
  return best;
}

function same(word: FlatWord | undefined, part: string): boolean {
  return word?.text.toLocaleLowerCase('sv') === part.toLocaleLowerCase('sv');
}

function connects(text: readonly FlatWord[], at: number): boolean {
  return CONNECTS.test(text[at - 1]?.text ?? '') || /^[&+]$/u.test(text[at]?.text ?? '');
}

/** Words with a capital that begin a line or follow a name's last word, and so are likely to begin other names too. */
function openingWords(
  text: readonly FlatWord[],
  from: number,
  to: number,
  words: ConsultationWords,
): ReadonlySet<string> {
  const openers = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const word = text[at];
    const before = text[at - 1];
    if (!word || !/^\p{Lu}/u.test(word.text) || connects(text, at)) continue;
    if (at === from || word.gap === 'blank' || word.gap === 'page' || endsName(before?.text ?? '', words))
      openers.add(word.text);
  }
  return openers;
}

function beginsName(
  text: readonly FlatWord[],
  last: NameSpan,
  at: number,
  openers: ReadonlySet<string>,
  words: ConsultationWords,
): boolean {
  const word = text[at];
  const token = word?.text ?? '';
  const before = text[at - 1]?.text ?? '';
  if (!/^[\p{Lu}\d]/u.test(token) || connects(text, at)) return false;
  const ends = endsName(before, words) && !(COMPANY.test(before) && last.to - last.from === 1);
  if (COMPANY.test(token)) return ends && !COMPANY.test(before) && word?.gap === 'space' && /(?:en|et)$/u.test(before);
  // "Fastighetsbolaget Österbad AB" is one company.
  if (/bolaget$/iu.test(before) && COMPANY.test(text[at + 1]?.text ?? '')) return false;
  if (ends) return !isIndefinite(before, words) || endsName(token, words) || openers.has(token);
  if (word?.gap === 'blank' || word?.gap === 'page') return true;
  if (word?.gap === 'line' && !word.soft) return true;
  const long = last.to - last.from > 1;
  const low = /^\p{Ll}{4,}$/u.test(before);
  return (endsName(token, words) && (low || (long && token.length > 9))) || ((long || low) && openers.has(token));
}

/** "Socialnämnd Norr": a kind without its article is followed by the rest of the name. */
function isIndefinite(token: string, words: ConsultationWords): boolean {
  const lower = token.toLocaleLowerCase('sv');
  return words.bodyEndings.some((ending) => lower.endsWith(ending) && /(?:nämnd|styrelse|förvaltning)$/u.test(lower));
}
