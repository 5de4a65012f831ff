import type { DocumentTable } from '../../core/exchange/plan-document.ts';

const CELL_PADDING_EM = 2.2;
const LARGEST_LABEL_SHARE = 0.4;
const LARGEST_YEAR_SHARE = 0.12;
const LARGEST_BODY_SHARE = 0.62;
const COMMON_BODY_SHARE = 0.2;

/**
 * Widths of a table's columns as shares of the full width, summing to 1. A column of bodies is at least as wide as its
 * longest word, so that no name is broken inside a word; the text gets what is left. `fullWidthEm` is the full width
 * measured in the table's own letter size.
 */
export function columnShares(table: DocumentTable, fullWidthEm: number): readonly number[] {
  const bodies = table.columns.filter((column) => column.holds === 'body').length;
  const fixed = table.columns.map((column, index): number | null => {
    if (column.holds === 'text') return null;
    const strings = [column.title, ...table.rows.flatMap((row) => row[index]?.paragraphs ?? [])];
    const widest = (share(longestWordEm(strings)) * fullWidthEm + CELL_PADDING_EM) / fullWidthEm;
    const natural = share(Math.max(...strings.map(widthEm)) + CELL_PADDING_EM);
    if (column.holds === 'label') return Math.min(natural, LARGEST_LABEL_SHARE);
    if (column.holds === 'year')
      return Math.max(widest, Math.min(share(widthEm(column.title) + CELL_PADDING_EM), LARGEST_YEAR_SHARE));
    return Math.min(Math.max(widest, Math.min(natural, COMMON_BODY_SHARE)), LARGEST_BODY_SHARE / bodies);
  });
  const left = 1 - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const texts = fixed.filter((width) => width === null).length;
  return fixed.map((width) => width ?? left / texts);

  function share(em: number): number {
    return em / fullWidthEm;
  }
}

function longestWordEm(strings: readonly string[]): number {
  return Math.max(...strings.flatMap((text) => text.split(/\s+/)).map(widthEm));
}

/** Width of a text in a plain sans serif (Arial and its likes), rounded up a little. */
function widthEm(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[ijlItf.,:;'’|!()[\]\s-]/.test(character)) width += 0.35;
    else if (/[mwMWÅ@%–—]/.test(character)) width += 0.9;
    else if (/\p{Lu}/u.test(character)) width += 0.74;
    else width += 0.58;
  }
  return width;
}
