import type { SourcePlace, SourceText } from '../document/source-document.ts';

const CONJUNCTION = /^(?:och|eller|samt|respektive|till|men|inte|som|liksom|inklusive|resp)$/u;

/** Joins pieces that stood on different lines into one text with one place. */
export type Joiner = (pieces: readonly SourceText[]) => SourceText;

/**
 * A joiner for one document. Lines are joined by one space. A hyphen at a line's end is taken away, or kept without the
 * space, only where the document's own words show which; else where both halves are plain words and no conjunction
 * follows ("risk- och …" keeps its space).
 */
export function makeJoiner(documentText: string): Joiner {
  let known: ReadonlySet<string> | null = null;
  const words = (): ReadonlySet<string> => {
    known ??= new Set(documentText.toLocaleLowerCase('sv').match(/[\p{L}][\p{L}-]*/gu) ?? []);
    return known;
  };
  return (pieces) => {
    let text = '';
    for (const piece of pieces) text = text === '' ? piece.text : text + glue(text, piece.text, words) + piece.text;
    return { text: mendHyphens(text), place: joinPlaces(pieces.map((piece) => piece.place)) };
  };
}

/** Marks in the joined text where a hyphen is to go; taken away at the end, so that the text is built once. */
const DROP = '\u0000';

function glue(before: string, after: string, words: () => ReadonlySet<string>): string {
  const stem = /([\p{L}\d]+)-$/u.exec(before)?.[1];
  const next = /^[\p{L}]+/u.exec(after)?.[0];
  if (stem === undefined || next === undefined || CONJUNCTION.test(next)) return ' ';
  const lowerStem = stem.toLocaleLowerCase('sv');
  const lowerNext = next.toLocaleLowerCase('sv');
  if (words().has(`${lowerStem}-${lowerNext}`)) return '';
  if (words().has(lowerStem + lowerNext)) return DROP;
  if (!/^\p{Ll}/u.test(next)) return /\d$/.test(stem) ? '' : ' ';
  if (/\p{Lu}$|\d$/u.test(stem)) return '';
  return stem.length >= 3 && next.length >= 3 ? DROP : ' ';
}

function mendHyphens(text: string): string {
  return text.includes(DROP) ? text.replaceAll(`-${DROP}`, '') : text;
}

/** The ranges of all places in order, with the first page and no box when there is more than one place. */
export function joinPlaces(places: readonly SourcePlace[]): SourcePlace {
  const [first] = places;
  if (first === undefined) return { ranges: [], page: null, box: null };
  if (places.length === 1) return first;
  return {
    ranges: places.flatMap((place) => place.ranges),
    page: places.find((place) => place.page !== null)?.page ?? null,
    box: null,
  };
}
