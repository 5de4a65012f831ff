import type { SourceDocument, SourceRange } from '../document/source-document.ts';
import type { Unplaced } from '../exchange/open-plan.ts';

/**
 * What of a stretch of the source stands in none of the given ranges, as pieces in reading order. White space, and
 * pieces without a letter or figure, are left out: a comma between two bodies says nothing by itself.
 */
export function unplacedText(
  document: SourceDocument,
  within: SourceRange,
  placed: readonly SourceRange[],
): Unplaced[] {
  const pieces: Unplaced[] = [];
  let at = within.start;
  const sorted = [...placed]
    .filter((range) => range.end > within.start && range.start < within.end)
    .sort((one, other) => one.start - other.start);
  for (const range of [...sorted, { start: within.end, end: within.end }]) {
    if (range.start > at) pieces.push(...meaningful(document, at, range.start));
    at = Math.max(at, range.end);
  }
  return pieces;
}

/** Parts the stretch at empty lines, so that what does not belong together is not listed as one. */
function meaningful(document: SourceDocument, start: number, end: number): Unplaced[] {
  const pieces: Unplaced[] = [];
  let from = start;
  for (const part of document.text.slice(start, end).split(/(\n\s*\n|\f)/)) {
    const text = part.trim();
    if (/[\p{L}\d]/u.test(text)) {
      const at = from + part.indexOf(text);
      pieces.push({ text, at: { start: at, end: at + text.length, page: pageAt(document, at) } });
    }
    from += part.length;
  }
  return pieces;
}

function pageAt(document: SourceDocument, at: number): number | null {
  for (const block of document.blocks)
    if (block.place.ranges.some((range) => range.start <= at && at < range.end)) return block.place.page;
  return null;
}
