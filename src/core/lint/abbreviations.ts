import type { LintContext } from './context.ts';
import { literal } from './sentences.ts';
import type { LintedPlan } from './subject.ts';

const CODE = /^\p{Lu}[\p{Lu}\d]{1,6}$/u;
const IN_TEXT = /(?<![\p{L}\p{N}§/-])\p{Lu}{2,5}(?![\p{L}\p{N}]|[-–:]\d|\/\d)/gu;

/** Whether a label is written as a code: two to seven capitals or digits, first a capital. */
export function isCode(label: string): boolean {
  return CODE.test(label);
}

/** All texts of the plan and what stands outside its items, joined by line ends: where an explanation may stand. */
export function wholeText(subject: LintedPlan): string {
  return [...subject.pieces, ...subject.rest].map((piece) => piece.text).join('\n');
}

/** Abbreviations in the running text of the plan, memo and consultation, with the path and times of each. */
export function abbreviationsInText(subject: LintedPlan, { vocabulary }: LintContext): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const piece of subject.pieces) {
    if (isShouted(piece.text)) continue;
    for (const hit of piece.text.match(IN_TEXT) ?? []) {
      if (vocabulary.commonAbbreviations.includes(hit) || ROMAN.test(hit)) continue;
      found.set(hit, [...(found.get(hit) ?? []), piece.path]);
    }
  }
  return found;
}

/** A list's item is no longer than this. */
const LIST_ITEM_MAX = 100;

const ROMAN = /^[IVXLC]+$/;

/** A text in capitals throughout holds no abbreviations that can be told. */
function isShouted(text: string): boolean {
  return text.length > 8 && text === text.toUpperCase();
}

/**
 * Tells, of one text, whether it says what an abbreviation means: "Full name (ABC)", "ABC (full name)", "ABC = full name",
 * "ABC – full name", "ABC står för …", or an item of a list of such: "ABC Full name, DEF Full name".
 */
export function explainedIn(text: string): (code: string) => boolean {
  const listed = listedIn(text);
  return (code) => listed.has(code) || isExplained(code, text);
}

function isExplained(code: string, text: string): boolean {
  const abc = literal(code);
  const inBrackets = new RegExp(`\\p{L}{2,}["”]?\\s*\\((?:\\p{Ll}+\\s+){0,3}${abc}[,;)]`, 'u');
  if (inBrackets.test(text)) return true;
  const followed = new RegExp(
    `(?<![\\p{L}\\p{N}-])${abc}\\s*(?:\\(|=|:|[–-]\\s|,\\s|\\p{Ll}+\\s\\p{Ll}+\\s)([^()\\n]{4,90})`,
    'gu',
  );
  return [...text.matchAll(followed)].some((hit) => spells(code, hit[1] ?? ''));
}

/** "ABC Full name", parted by a sign or only a space. */
const CODE_FIRST = /^(\p{Lu}[\p{Lu}\d]{1,6})(?:\s*[=:–-]\s*|\s+)(\p{L}\p{Ll}[^:=]*)$/u;
/** "Full name = ABC", always with a sign. */
const CODE_LAST = /^(\p{Lu}\p{Ll}[^:=]*?)\s*[=:–]\s*(\p{Lu}[\p{Lu}\d]{1,6})$/u;

/**
 * The abbreviations that stand in a list of explanations: beside words that can be what its letters stand for, with
 * another such item before or after it. One alone may be chance, as the bodies of a row in a table are.
 */
function listedIn(text: string): ReadonlySet<string> {
  const explains = text.split(/[\n,;]/).map((item) => explainedBy(item));
  const besideOther = explains.filter(
    (own, at) => own !== null && (isOther(explains[at - 1], own) || isOther(explains[at + 1], own)),
  );
  return new Set(besideOther.flatMap((code) => (code === null ? [] : [code])));
}

function isOther(explained: string | null | undefined, code: string): boolean {
  return typeof explained === 'string' && explained !== code;
}

/** The abbreviation that an item explains ("ABC Full name" or "Full name = ABC", a heading before it); null for any other text. */
function explainedBy(item: string): string | null {
  const whole = item.replace(/^[\s•*–-]+|[\s.]+$/gu, '');
  if (whole.length > LIST_ITEM_MAX) return null;
  const last = CODE_LAST.exec(whole);
  if (last && spells(last[2] ?? '', last[1] ?? '')) return last[2] ?? null;
  const own = whole.replace(/^[^:]*\p{Ll}{3,}:\s+/u, '');
  const first = CODE_FIRST.exec(own);
  return first && spells(first[1] ?? '', first[2] ?? '') ? (first[1] ?? null) : null;
}

/** Whether the words can be what the letters stand for: they begin with the first letter and hold the others in order at the beginnings of words or parts of words. */
function spells(code: string, words: string): boolean {
  const lower = words.trim().toLocaleLowerCase('sv');
  const letters = code.toLocaleLowerCase('sv');
  if (lower[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
