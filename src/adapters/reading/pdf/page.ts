/** A run of text as the PDF draws it, in points from the page's top left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Id of the marked content that the structure tree names; null for what stands outside it. */
  readonly mark: string | null;
  /** Told by the file itself to be page furniture. */
  readonly artifact: boolean;
}

/** A drawn line of a table's frame, as a thin box. */
export interface Ruling {
  readonly upright: boolean;
  /** x of an upright ruling, y of a level one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A node of the structure tree; leaves name marked content. */
export interface Structure {
  readonly role: string;
  readonly children: readonly (Structure | { readonly mark: string })[];
}

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
  readonly structure: Structure | null;
}

/** Pieces that stand on one baseline, from left to right. `range` is set when the document's text is written. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly page: number;
  range: { start: number; end: number };
}

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly level: number;
  readonly depth: number;
  readonly lines: Line[];
  readonly furniture: boolean;
}

export interface GridCell {
  readonly columnSpan: number;
  rowSpan: number;
  /** Paragraphs, each a list of lines. */
  readonly paragraphs: Line[][];
}

export interface GridRow {
  header: boolean;
  readonly cells: GridCell[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: GridRow[];
  /** Where the columns begin and end, in points; rounded positions by which a table is known on the next page. */
  readonly edges: readonly number[];
  /** Row by row as the structure tree has it, rows of other pages empty. */
  readonly tagged: boolean;
}

export type PageBlock = TextBlock | TableBlock;

export function blockLines(block: PageBlock): Line[] {
  if (block.kind !== 'table') return block.lines;
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flat()));
}
