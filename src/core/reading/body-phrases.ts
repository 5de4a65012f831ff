import type { ReadingVocabulary } from './vocabulary.ts';
import { foldWords } from './words.ts';

const CODE = /^[\p{Lu}]{2,6}$/u;
const CAPITAL = /^\p{Lu}[\p{L}\p{N}&.-]*$/u;
const JOINERS = new Set(['och', 'samt', '&']);
const LONGEST_NAME_WORDS = 10;

/** A body's own words with the positions of its first word and of the word after its last, and whether a comma or "och" follows. */
export interface BodyHit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly separated: boolean;
}

/** Tells which words of a document are bodies: by the register, by the way in which names of organs end, and as codes. */
export interface BodyFinder {
  /** Whether the text is, as a whole, the code or name of one body or one class of bodies. */
  isBody(text: string): boolean;
  /** Bodies standing one after the other from `from`; stops at the first word that cannot be part of one. */
  scan(words: readonly string[], from: number): BodyHit[];
}

/**
 * A finder for one document. `codes` are abbreviations that the document itself has shown to be bodies; a short word in
 * capitals that is not among them is no body. `phrases` are cells that stood alone in a column of bodies.
 */
export function bodyFinder(
  vocabulary: ReadingVocabulary,
  codes: ReadonlySet<string>,
  phrases: ReadonlySet<string>,
): BodyFinder {
  const known = new Set(
    vocabulary.bodies.flatMap((body) => [body.name, ...(body.abbreviation ? [body.abbreviation] : [])]).map(foldWords),
  );
  const shapes = bodyShapes(vocabulary);
  const isBody = (raw: string): boolean => {
    const text = raw
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.,;:]+$/, '');
    if (text === '') return false;
    if (CODE.test(text)) return codes.has(text) || known.has(foldWords(text));
    const startsWithCode = /^\p{Lu}{2,6} /u.test(text) && codes.has(text.slice(0, text.indexOf(' ')));
    if (startsWithCode && !known.has(foldWords(text))) return false;
    return known.has(foldWords(text)) || phrases.has(foldWords(text)) || shapes.some((shape) => shape.test(text));
  };
  return { isBody, scan: (words, from) => scanBodies(words, from, isBody) };
}

function scanBodies(words: readonly string[], from: number, isBody: (text: string) => boolean): BodyHit[] {
  const hits: BodyHit[] = [];
  let at = from;
  while (at < words.length) {
    const to = longestBody(words, at, isBody);
    if (to === at) break;
    const last = words[to - 1] ?? '';
    const joiner = JOINERS.has(words[to] ?? '') && longestBody(words, to + 1, isBody) > to + 1;
    hits.push({ text: clean(words.slice(at, to)), from: at, to, separated: /[,;]$/.test(last) || joiner });
    at = joiner ? to + 1 : to;
  }
  return hits;
}

function longestBody(words: readonly string[], at: number, isBody: (text: string) => boolean): number {
  for (let to = Math.min(words.length, at + LONGEST_NAME_WORDS); to > at; to -= 1)
    if (isBody(words.slice(at, to).join(' '))) return to;
  return at;
}

function clean(words: readonly string[]): string {
  return words.join(' ').replace(/[.,;:]+$/, '');
}

/** The shapes of a body's name, built from the endings that the vocabulary knows. */
function bodyShapes(vocabulary: ReadingVocabulary): RegExp[] {
  const ends = vocabulary.bodyEnding.join('|');
  const place = '\\p{Lu}[\\p{L}-]*';
  const places = `(?: ${place}(?:, ${place})*(?:,? (?:och|samt) ${place})?)`;
  const owner = '(?:\\p{Lu}\\p{L}+s (?:kommuns |[Ss]tads )?)';
  const lead = '(?:(?:\\p{L}+ samt )?(?:\\p{L}+-? och |[\\p{L}]+-, (?:\\p{L}+-,? )?(?:och )?)?)';
  const named = `\\p{L}[\\p{L}/-]*(?:${ends})`;
  const quantity =
    '(?:[Bb]erörda?|[Ss]amtliga|[Aa]lla|[Öö]vriga|[Rr]espektive|[Aa]nsvariga?|[Vv]arje|[Ff]lera|[Vv]issa)';
  const many =
    '(?:nämnder|nämnderna|styrelser|styrelsen|styrelserna|bolagsstyrelser|bolag|bolagen|förvaltningar|verksamheter)';
  const one = '(?:nämnd|styrelse|bolag|förvaltning)';
  const relative = '(?: som \\p{Ll}+(?: (?:för|av|med|i|inom))? [\\p{Ll}-]+)';
  const within = '(?: (?:i|inom) (?:\\p{Lu}\\p{L}*(?: [Ss]tad| kommun)?|kommunen|staden))';
  const joined = (noun: string) => `${noun}(?:(?:,| och| samt| eller|/) ?${noun})*`;
  return [
    `(?:${quantity} )${joined(`(?:${many}|${one})`)}${relative}?${within}?`,
    `\\p{Lu}?\\p{L}*${joined(many)}(?:${relative}|${within})`,
    `(?:Nämnder|Styrelser|Bolag|nämnder|styrelser)(?:(?:,| och| samt) (?:${many}))+`,
    `[Öö]vriga${relative}`,
    `\\p{L}{3,}a (?:nämnd|styrelse|förvaltning|kontor)(?:en|n|et)`,
    '[Nn]ämnden för (?:[\\p{L}-]+,? ){0,3}(?:[\\p{L}-]+ (?:och|samt) )?[\\p{L}-]+',
    `${owner}?${lead}${named}(?:en|n|et|t)?(?: ${place})?`,
    `${owner}?${lead}${named}(?:erna|arna|na|er|ar|r)${places}?`,
    '(?:\\p{Lu}[\\p{L}&-]* (?:& )?)*AB(?: \\p{Lu}[\\p{L}-]*)*',
    '(?:\\p{Lu}[\\p{L}-]* )+[Aa]ktiebolag(?:et)?',
  ].map((shape) => new RegExp(`^(?:${shape})$`, 'u'));
}

/** Whether a word is written like an abbreviation of a body (KS, SCN, ÄLN). */
export function isCode(word: string): boolean {
  return CODE.test(word);
}

/** Whether a word begins with a capital and could be a name. */
export function isCapitalised(word: string): boolean {
  return CAPITAL.test(word);
}
