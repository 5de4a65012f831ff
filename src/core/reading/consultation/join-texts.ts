import type { SourcePlace, SourceText } from '../../document/source-document.ts';

/** One text of several that stand after each other, joined by one space; ranges kept in order, page of the first. Refuses an empty list by throwing. */
export function joinTexts(first: SourceText, ...rest: readonly SourceText[]): SourceText {
  if (rest.length === 0) return first;
  const all = [first, ...rest];
  return {
    text: all
      .map((piece) => piece.text.trim())
      .filter((text) => text !== '')
      .join(' '),
    place: joinPlaces(
      first.place,
      rest.map((piece) => piece.place),
    ),
  };
}

/** One place of several: all ranges in order, page of the first, and one box when all stand on that page. */
export function joinPlaces(first: SourcePlace, rest: readonly SourcePlace[]): SourcePlace {
  const all = [first, ...rest];
  const boxes = all.flatMap((place) => (place.page === first.page && place.box ? [place.box] : []));
  const ranges = all.flatMap((place) => place.ranges);
  if (boxes.length !== all.length) return { ranges, page: first.page, box: null };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { ranges, page: first.page, box: { x, y, width: right - x, height: bottom - y } };
}
