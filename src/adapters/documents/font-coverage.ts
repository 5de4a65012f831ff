/**
 * The code points that a TrueType or OpenType font has a glyph for, as a question. Reads the font's `cmap` table (formats
 * 4 and 12, OpenType 1.9). Throws when the file has no such table: then the font is not one we can print with.
 */
export function fontCoverage(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const offset = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    return { offset, format: view.getUint16(offset) };
  });
  const wide = subtables.find(({ format }) => format === 12);
  if (wide) return groupsCoverage(view, wide.offset);
  const narrow = subtables.find(({ format }) => format === 4);
  if (narrow) return segmentsCoverage(view, narrow.offset);
  throw new Error('The font has no Unicode table of characters');
}

function tableOffset(view: DataView, wanted: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table «${wanted}»`);
}

function groupsCoverage(view: DataView, offset: number): (codePoint: number) => boolean {
  const ranges = Array.from({ length: view.getUint32(offset + 12) }, (_, index): [number, number] => {
    const group = offset + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function segmentsCoverage(view: DataView, offset: number): (codePoint: number) => boolean {
  const doubledCount = view.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + doubledCount + 2;
  const ranges = Array.from({ length: doubledCount / 2 }, (_, index): [number, number] => [
    view.getUint16(starts + index * 2),
    view.getUint16(ends + index * 2),
  ]);
  return (codePoint) => codePoint < 0xffff && ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
