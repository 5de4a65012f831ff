import type { SourceRange, SourceText } from '../document/source-document.ts';
import type { BodyFinder } from './body-phrases.ts';
import type { Joiner } from './join-text.ts';
import type { ReadingVocabulary } from './vocabulary.ts';

/** What every rule of a reading needs to know about its document. */
export interface ReadingContext {
  /** Whole text of the file. */
  readonly text: string;
  readonly vocabulary: ReadingVocabulary;
  readonly join: Joiner;
  readonly bodies: BodyFinder;
  /** True where a paragraph of a cell is one that its author made, and no line that a narrow column broke. */
  readonly paragraphsAreWhole: boolean;
  /** True where some label of the document names a coordinator beyond doubt, so that a mere "ansvar" means taking part. */
  readonly namesCoordinator: boolean;
}

/**
 * Where a part of a piece stands: its ranges in the document, found sign by sign without regard to white space. The
 * whole piece's ranges where it cannot be found (a hyphen was mended inside it).
 */
export function locate(piece: SourceText, part: string, documentText: string): SourceText {
  const positions = piece.place.ranges.flatMap(({ start, end }) => inkPositions(documentText, start, end));
  const ink = positions.map((at) => documentText[at] ?? '').join('');
  const wanted = part.replace(/\s+/g, '');
  const from = wanted === '' ? -1 : ink.indexOf(wanted);
  if (from < 0) return { text: part, place: piece.place };
  const ranges = toRanges(positions.slice(from, from + wanted.length), documentText);
  return { text: part, place: { ...piece.place, ranges } };
}

function inkPositions(text: string, start: number, end: number): number[] {
  const positions: number[] = [];
  for (let at = start; at < end; at += 1) if (!/\s/.test(text.charAt(at))) positions.push(at);
  return positions;
}

function toRanges(positions: readonly number[], text: string): SourceRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const at of positions) {
    const last = ranges.at(-1);
    if (last && text.slice(last.end, at).trim() === '' && !text.slice(last.end, at).includes('\n')) last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}
