import { type ColumnRole, findColumns, headRoles } from '../columns.ts';
import { areaWordLength, subHeading } from '../headings.ts';
import { canFollow, leadingNumber } from '../number-labels.ts';
import { beginsUpper, endsSentence, isHanging, longestPhrase } from '../words.ts';
import { canBegin, endsLineAt, type PlainText, sectionHeadingLength } from './text-context.ts';
import { plainText } from './word-stream.ts';

/** A place in the text where something begins that is told by its own form. `to` is the word after the mark itself. */
export type Anchor =
  | {
      readonly kind: 'head';
      readonly from: number;
      readonly to: number;
      readonly columns: readonly ColumnRole[];
      readonly heads: readonly (readonly [number, number])[];
    }
  | { readonly kind: 'area' | 'sub' | 'section'; readonly from: number; readonly to: number }
  | { readonly kind: 'bullet' | 'numbered'; readonly from: number; readonly to: number; readonly marker: string }
  | { readonly kind: 'measure'; readonly from: number; readonly to: number };

const HEADS_MAX = 8;
const TITLE_WORDS_MAX = 40;

/** All anchors of a text in order, found in one pass: what a number means depends on the list or table that it stands in. */
export function findAnchors(plain: PlainText): Anchor[] {
  const anchors: Anchor[] = [];
  const dashes = dashBullets(plain);
  let inTable = false;
  let lastNumber: string | null = null;
  let lastItem = 0;
  for (let at = 0; at < plain.words.length; ) {
    const anchor: Anchor | null =
      headAt(plain, at) ??
      areaAt(plain, at) ??
      subAt(plain, at) ??
      sectionAt(plain, at, inTable) ??
      bulletAt(plain, at, dashes) ??
      numberedAt(plain, at, lastItem, inTable) ??
      (inTable ? measureAt(plain, at, lastNumber, anchors.at(-1)) : null);
    if (anchor === null) {
      at += 1;
      continue;
    }
    anchors.push(anchor);
    if (anchor.kind === 'head') inTable = true;
    else if (anchor.kind === 'measure') lastNumber = numberAt(plain, at);
    else if (anchor.kind !== 'bullet') inTable = false;
    lastItem =
      anchor.kind === 'numbered' ? Number.parseInt(anchor.marker, 10) : anchor.kind === 'bullet' ? lastItem : 0;
    at = Math.max(anchor.to, at + 1);
  }
  return anchors;
}

/** The head of a table of measures written as words in a row: "Åtgärd Samordnare Delansvarig". */
function headAt(plain: PlainText, at: number): Anchor | null {
  if (!beginsUpper(plain.words[at]?.text ?? '') || headRolesAt(plain, at, 1).length === 0) return null;
  const heads: [number, number][] = [];
  let to = at;
  while (heads.length < HEADS_MAX) {
    const length = headLength(plain, to);
    if (length === 0 || (heads.length > 0 && plain.words[to]?.afterBlank)) break;
    heads.push([to, to + length]);
    to += length;
  }
  const columns = findColumns(
    heads.map(([from, end]) => plainText(plain.words, from, end)),
    plain.vocabulary,
  );
  if (columns === null || columns.filter((role) => role === 'measure').length !== 1) return null;
  return { kind: 'head', from: at, to, columns, heads };
}

function headLength(plain: PlainText, at: number): number {
  if (!beginsUpper(plain.words[at]?.text ?? '') || /[.,:;]$/.test(plain.words[at]?.text ?? '')) return 0;
  const { measure, coordinator, coResponsible, due, otherField, indicator } = plain.vocabulary;
  const phrase = longestPhrase(plain.folded, at, [
    ...measure,
    ...coordinator,
    ...coResponsible,
    ...due,
    ...otherField,
    ...indicator,
  ]);
  return phrase > 0 ? phrase : headRolesAt(plain, at, 1).includes('number') ? 1 : 0;
}

function headRolesAt(plain: PlainText, at: number, words: number): ColumnRole[] {
  return headRoles(plainText(plain.words, at, at + words), plain.vocabulary);
}

function areaAt(plain: PlainText, at: number): Anchor | null {
  const word = plain.words[at];
  if (word === undefined || !beginsUpper(word.text) || !canBegin(plain, at)) return null;
  const length = areaWordLength(plain.folded, at, plain.vocabulary);
  if (length === 0) return null;
  const hasNumber = /^(?:\d{1,2}|[IVX]+|[A-Z])[.:]?$/.test(plain.words[at + length]?.text ?? '');
  const title = at + length + (hasNumber ? 1 : 0);
  if (
    !beginsUpper(plain.words[title]?.text ?? '') ||
    (!hasNumber && !word.startsLine) ||
    plain.words[title]?.afterBlank
  )
    return null;
  return { kind: 'area', from: at, to: titleEnd(plain, at, title) };
}

/** Where an area's title ends: as the area is listed elsewhere, else where its line ends and the next does not go on. */
function titleEnd(plain: PlainText, heading: number, from: number): number {
  const listed = Math.max(listedEnd(plain, heading), listedEnd(plain, from));
  if (listed > 0) return listed;
  for (let to = from + 1; to <= from + TITLE_WORDS_MAX; to += 1) {
    const next = plain.words[to];
    const before = plain.words[to - 1]?.text ?? '';
    if (next === undefined) return to;
    const hangs = isHanging(before);
    if (next.afterBlank || next.text === '•') return to;
    if (next.startsLine && !hangs && /^[^\p{Ll}]/u.test(next.text)) return to;
    if (endsSentence(before) && beginsUpper(next.text)) return to;
    if (!next.startsLine && !hangs && beginsUpper(next.text) && lineGoesOn(plain, to)) return to;
  }
  return from + 1;
}

/** Whether so much follows on the line that it cannot be the title's own line. */
function lineGoesOn(plain: PlainText, at: number): boolean {
  for (let to = at + 1; to < at + 14; to += 1) if (plain.words[to]?.startsLine) return false;
  return true;
}

function listedEnd(plain: PlainText, from: number): number {
  let best = 0;
  for (const title of [...plain.promised, ...plain.listed]) {
    let length = 0;
    while (length < title.length && plain.folded[from + length] === title[length]) length += 1;
    const next = plain.words[from + length];
    const ends = next === undefined || next.startsLine || /^[^\p{Ll}]/u.test(next.text);
    const enough = length === title.length ? length >= 2 : length >= 4;
    if (enough && ends && !isHanging(plain.words[from + length - 1]?.text ?? '')) best = Math.max(best, from + length);
  }
  return best;
}

function subAt(plain: PlainText, at: number): Anchor | null {
  if (!beginsUpper(plain.words[at]?.text ?? '')) return null;
  const isSure = canBegin(plain, at);
  for (let length = isSure ? 6 : 1; length >= 1; length -= 1) {
    if (
      at + length > plain.words.length ||
      subHeading(plainText(plain.words, at, at + length), plain.vocabulary) === null
    )
      continue;
    const next = plain.words[at + length];
    if (!isSure && !next?.afterBlank && next?.text !== '•') continue;
    if (!isSure) return { kind: 'sub', from: at, to: at + length };
    const startsLine = plain.words[at]?.startsLine === true;
    const promised = startsLine && sectionHeadingLength(plain, at) === length;
    const ends = startsLine && endsLineAt(plain, at + length) && !goesOnInLowerCase(plain, at + length);
    if (
      ends ||
      promised ||
      next === undefined ||
      next.text === '•' ||
      (next !== undefined && headAt(plain, at + length) !== null)
    )
      return { kind: 'sub', from: at, to: at + length };
  }
  return null;
}

function goesOnInLowerCase(plain: PlainText, at: number): boolean {
  return /^\p{Ll}/u.test(plain.words[at]?.text ?? '');
}

function sectionAt(plain: PlainText, at: number, inTable: boolean): Anchor | null {
  const length = sectionHeadingLength(plain, at);
  if (length === 0 || (inTable && !endsLineAt(plain, at + length))) return null;
  return { kind: 'section', from: at, to: at + length };
}

/** Hyphens at the starts of lines are bullets where the text has no round ones; a dash in the middle of a sentence never is. */
function dashBullets(plain: PlainText): ReadonlySet<string> {
  if (plain.words.some((word) => /^[•●▪\uF0B7]$/.test(word.text))) return new Set(['•', '●', '▪', '\uF0B7']);
  const count = (sign: string) => plain.words.filter((word) => word.startsLine && word.text === sign).length;
  return new Set(['-', '*', 'o', '–', '·', '‣'].filter((sign) => count(sign) >= (sign === '-' ? 2 : 4)));
}

function bulletAt(plain: PlainText, at: number, signs: ReadonlySet<string>): Anchor | null {
  const word = plain.words[at];
  if (word === undefined || !signs.has(word.text)) return null;
  if (!/^[•●▪\uF0B7]$/.test(word.text) && (!word.startsLine || /^(?:och|eller)$/.test(plain.words[at + 1]?.text ?? '')))
    return null;
  return { kind: 'bullet', from: at, to: at + 1, marker: word.text };
}

/** "1." at a line's start, in order from 1. */
function numberedAt(plain: PlainText, at: number, last: number, inTable: boolean): Anchor | null {
  const word = plain.words[at];
  const hit = /^(\d{1,2})[.)]$/.exec(word?.text ?? '');
  if (inTable || !hit || !word || Number(hit[1]) !== last + 1) return null;
  const goesOn = last > 0 && endsSentence(plain.words[at - 1]?.text ?? '');
  if (!word.startsLine && !(goesOn && beginsUpper(plain.words[at + 1]?.text ?? ''))) return null;
  return { kind: 'numbered', from: at, to: at + 1, marker: word.text };
}

/** A measure's number in a table: it goes on in the series, and text that begins with a capital follows it. */
function measureAt(plain: PlainText, at: number, before: string | null, last: Anchor | undefined): Anchor | null {
  const label = numberAt(plain, at);
  if (label === null || (before !== null && label !== before && !canFollow(before, label))) return null;
  const words = /^\p{Lu}$/u.test(plain.words[at]?.text ?? '') ? 2 : 1;
  const glued = (plain.words[at]?.text.length ?? 0) > label.length + 2;
  if (!glued && !beginsUpper(plain.words[at + words]?.text ?? '')) return null;
  const previous = plain.words[at - 1]?.text ?? '';
  const begins =
    plain.words[at]?.startsLine === true
      ? !isHanging(previous) || /[,]$/.test(previous)
      : endsSentence(previous) || /\p{Lu}$/u.test(previous);
  const afterHead = last?.kind === 'head' && last.to === at;
  return begins || afterHead || at === 0 ? { kind: 'measure', from: at, to: at + words } : null;
}

function numberAt(plain: PlainText, at: number): string | null {
  const word = plain.words[at]?.text ?? '';
  const joined = /^\p{Lu}$/u.test(word) ? `${word} ${plain.words[at + 1]?.text ?? ''}` : word;
  return leadingNumber(joined)?.label ?? null;
}
