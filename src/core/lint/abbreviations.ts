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

const ROMAN = /^[IVXLC]+$/;

/** A text in capitals throughout holds no abbreviations that can be told. */
function isShouted(text: string): boolean {
  return text.length > 8 && text === text.toUpperCase();
}

/**
 * Whether the documents say what an abbreviation means: "Full name (ABC)", "ABC (full name)", "ABC = full name",
 * "ABC – full name" or "ABC står för …".
 */
export function isExplained(code: string, text: string): boolean {
  const abc = literal(code);
  const inBrackets = new RegExp(`\\p{L}{2,}["”]?\\s*\\((?:\\p{Ll}+\\s+){0,3}${abc}[,;)]`, 'u');
  if (inBrackets.test(text)) return true;
  const followed = new RegExp(
    `(?<![\\p{L}\\p{N}-])${abc}\\s*(?:\\(|=|:|[–-]\\s|,\\s|\\p{Ll}+\\s\\p{Ll}+\\s)([^()\\n]{4,90})`,
    'gu',
  );
  return [...text.matchAll(followed)].some((hit) => spells(code, hit[1] ?? ''));
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
