import type { SourceText } from '../../document/source-document.ts';
import type { SourceFact } from '../../exchange/plan-reading.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { beginsWithWord, hasWord } from './match-words.ts';

const DATE =
  /(?<![\d-])\d{4,6}-\d{1,2}-\d{1,2}(?![\d-])|(?<!\d)\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4,6}(?!\d)/gu;
const CODED_NUMBER =
  /(?<![\p{L}\d])\p{Lu}{1,6}\d{0,3}[ /-]?\d{4}[-/:]\d{1,6}(?!\d)|(?<![\p{L}\d])\p{Lu}\d{3}-\d{1,5}\/\d{2,4}(?!\d)/gu;
const BARE_NUMBER = /(?<![\p{L}\d-])\d{1,6}\/\d{2,4}(?!\d)/gu;
const HEADER_LENGTH_MAX = 160;

/** A short piece of the document with whether it stands as a heading. */
export interface HeaderPiece {
  readonly piece: SourceText;
  readonly heading: boolean;
}

/**
 * The compilation's title, dates and registration numbers as they are written, each once, in reading order. A date is
 * taken as it stands, also when it cannot be one. Only headings, page headers and other short pieces are looked at.
 */
export function findHeaderFacts(
  pieces: readonly HeaderPiece[],
  words: ConsultationWords,
  document: string,
): readonly SourceFact[] {
  const facts: SourceFact[] = [];
  const seen = new Set<string>();
  const add = (kind: SourceFact['kind'], raw: string, piece: SourceText) => {
    const key = kind === 'title' ? kind : `${kind} ${raw}`;
    if (seen.has(key)) return;
    seen.add(key);
    facts.push({ kind, raw, document: 'consultation', path: null, place: placeOf(raw, piece, document) });
  };
  for (const { piece, heading } of pieces) {
    const text = piece.text.trim();
    if (isTitle(text, heading, words)) add('title', text, piece);
    if (text.length > HEADER_LENGTH_MAX) continue;
    for (const [raw] of text.matchAll(DATE)) add('date', raw, piece);
    for (const [raw] of text.matchAll(CODED_NUMBER)) add('registration-number', raw, piece);
    if (hasWord(text, words.registrationLabels))
      for (const [raw] of text.matchAll(BARE_NUMBER)) add('registration-number', raw, piece);
  }
  return facts;
}

/** True for a title of a compilation; an appendix number may stand before it. */
export function isTitle(text: string, heading: boolean, words: ConsultationWords): boolean {
  if (/[.!?]$/u.test(text)) return false;
  return heading ? hasWord(text, words.title) : beginsWithWord(text.replace(/^\p{L}+ \d+[,:.]? ?/u, ''), words.title);
}

function placeOf(raw: string, piece: SourceText, document: string): SourceText['place'] {
  for (const range of piece.place.ranges) {
    const at = document.slice(range.start, range.end).indexOf(raw);
    if (at >= 0)
      return { ...piece.place, ranges: [{ start: range.start + at, end: range.start + at + raw.length }], box: null };
  }
  return piece.place;
}
