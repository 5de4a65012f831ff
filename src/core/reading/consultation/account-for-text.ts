import type { SourceRange, SourceText } from '../../document/source-document.ts';
import type { Unplaced } from '../../exchange/open-plan.ts';

/** Sorts ranges and joins those that touch or overlap; empty ones are dropped. */
export function mergeRanges(ranges: readonly SourceRange[]): readonly SourceRange[] {
  const sorted = ranges.filter((range) => range.end > range.start).sort((a, b) => a.start - b.start);
  const merged: SourceRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/**
 * What of `pieces` stands in none of `placed`, as pieces of the text `document` in reading order. White space alone is
 * left out. Pieces that only white space parts within one paragraph are given as one.
 */
export function listUnplaced(
  pieces: readonly SourceText[],
  placed: readonly SourceRange[],
  document: string,
): readonly Unplaced[] {
  const taken = mergeRanges(placed);
  const found: Unplaced[] = [];
  for (const piece of pieces) {
    const holes = piece.place.ranges.flatMap((range) => subtract(range, taken)).flatMap((hole) => trim(hole, document));
    for (const hole of joinAcrossSpace(holes, document)) {
      found.push({
        text: document.slice(hole.start, hole.end).replace(/\s+/gu, ' '),
        at: { start: hole.start, end: hole.end, page: piece.place.page },
      });
    }
  }
  return found;
}

function subtract(range: SourceRange, taken: readonly SourceRange[]): readonly SourceRange[] {
  const holes: SourceRange[] = [];
  let start = range.start;
  for (let at = firstEndingAfter(taken, range.start); at < taken.length; at += 1) {
    const next = taken[at];
    if (!next || next.start >= range.end) break;
    if (next.start > start) holes.push({ start, end: next.start });
    start = Math.max(start, next.end);
  }
  if (start < range.end) holes.push({ start, end: range.end });
  return holes;
}

function firstEndingAfter(taken: readonly SourceRange[], position: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function trim(hole: SourceRange, document: string): readonly SourceRange[] {
  const text = document.slice(hole.start, hole.end);
  if (text.trim() === '') return [];
  const start = hole.start + (text.length - text.trimStart().length);
  return [{ start, end: start + text.trim().length }];
}

function joinAcrossSpace(holes: readonly SourceRange[], document: string): readonly SourceRange[] {
  const joined: SourceRange[] = [];
  for (const hole of holes) {
    const last = joined.at(-1);
    if (last && hole.start >= last.end && document.slice(last.end, hole.start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: hole.end };
    else joined.push(hole);
  }
  return joined;
}
