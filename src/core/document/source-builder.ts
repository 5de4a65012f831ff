import { assert } from '../shared/result.ts';
import type { SourceBlock, SourceDocument, SourcePlace, SourceRange } from './source-document.ts';

const NOWHERE: SourcePlace = { ranges: [], page: null, box: null };

/** The place of nothing: no range, page or box. */
export function nowhere(): SourcePlace {
  return NOWHERE;
}

/** The ranges of all places in order; page and box of the first that has them. */
export function joinPlaces(places: readonly SourcePlace[]): SourcePlace {
  return {
    ranges: places.flatMap((place) => place.ranges),
    page: places.find((place) => place.page !== null)?.page ?? null,
    box: joinBoxes(places),
  };
}

function joinBoxes(places: readonly SourcePlace[]): SourcePlace['box'] {
  const page = places.find((place) => place.box !== null)?.page ?? null;
  const boxes = places.filter((place) => place.page === page).flatMap((place) => (place.box ? [place.box] : []));
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Every range of a document's blocks, as they stand in the blocks. */
export function blockRanges(blocks: readonly SourceBlock[]): SourceRange[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) =>
          row.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => [...paragraph.place.ranges])),
        )
      : [...block.place.ranges],
  );
}

/** Stretches of text that are not white space and lie in no range (`missing`) or in more than one (`twice`). */
export function checkCover(document: SourceDocument): { missing: SourceRange[]; twice: SourceRange[] } {
  const count = new Uint8Array(document.text.length);
  for (const { start, end } of blockRanges(document.blocks)) {
    assert(0 <= start && start <= end && end <= count.length, `range ${start}–${end} outside the text`);
    for (let at = start; at < end; at += 1) count[at] = Math.min(2, (count[at] ?? 0) + 1);
  }
  return { missing: stretches(document.text, count, 0), twice: stretches(document.text, count, 2) };
}

function stretches(text: string, count: Uint8Array, wanted: number): SourceRange[] {
  const found: SourceRange[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (count[at] !== wanted || /\s/.test(text[at] ?? '')) continue;
    const last = found.at(-1);
    if (last && text.slice(last.end, at).trim() === '' && isEvenly(count, last.end, at, wanted))
      found[found.length - 1] = { start: last.start, end: at + 1 };
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}

function isEvenly(count: Uint8Array, from: number, to: number, wanted: number): boolean {
  for (let at = from; at < to; at += 1) if (count[at] !== wanted) return false;
  return true;
}
