/**
 * The neutral tree that every reader (DOCX, PDF, plain text) gives. It says what stands where in the file and nothing
 * about what it means: meaning is given by `core/reading`.
 *
 * `text` is the whole text of the file in reading order, one character per character. Every piece of every block points
 * into it by ranges, so that "every source character is placed or listed" can be checked by counting.
 */
export interface SourceDocument {
  readonly format: SourceFormat;
  /** Whole text in reading order; lines are separated by "\n", pages by "\f". */
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  /** Title from the file's own properties, where it has one. */
  readonly title: string | null;
}

export type SourceFormat = 'docx' | 'pdf' | 'text';

/** Half-open range of UTF-16 positions in `SourceDocument.text`. `0 <= start <= end <= text.length`. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a piece of text stands: one or more ranges in reading order (a cell that is wrapped in a text file has one range
 * per line), and page (counted from 1) where the format has pages. Box in PDF points from the page's top left corner.
 */
export interface SourcePlace {
  readonly ranges: readonly SourceRange[];
  readonly page: number | null;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

/** A run of text with its place. `text` has wrapped lines joined by one space, and hyphens of the typesetter mended. */
export interface SourceText {
  readonly text: string;
  readonly place: SourcePlace;
}

export type SourceBlock = SourceHeading | SourceParagraph | SourceListItem | SourceTable;

/** A heading with the level that the file itself states (1 = highest). */
export interface SourceHeading extends SourceText {
  readonly kind: 'heading';
  readonly level: number;
}

export interface SourceParagraph extends SourceText {
  readonly kind: 'paragraph';
  /** True for what repeats on pages: header, footer, page number. It counts as placed, as page furniture. */
  readonly furniture: boolean;
}

export interface SourceListItem extends SourceText {
  readonly kind: 'list-item';
  /** 0 for the outermost list. */
  readonly depth: number;
  /** The marker as written or computed ("•", "-", "1."); null where the file hides it. */
  readonly marker: string | null;
}

/** A table with cells; a header row that repeats over pages is given once. */
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
  readonly place: SourcePlace;
}

export interface SourceRow {
  readonly header: boolean;
  readonly cells: readonly SourceCell[];
}

/** A cell; `paragraphs` in reading order. Merged columns are told by `columnSpan`, a cell merged downwards stands in its first row only. */
export interface SourceCell {
  readonly paragraphs: readonly SourceText[];
  readonly columnSpan: number;
  readonly rowSpan: number;
}
