/**
 * The neutral tree that every reader (DOCX, PDF, plain text) gives. It says what stands where in the file and nothing
 * about what it means: meaning is given by `core/reading`.
 *
 * `text` is the whole text of the file in reading order, one character per character. Every piece of every block points
 * into it by ranges, so that "every source character is placed or listed" can be checked by counting: each character
 * that is not white space lies in exactly one range of exactly one block.
 *
 * What each reader gives:
 * - DOCX: the file's own paragraphs, headings, list items and tables, with tracked changes accepted. Numbers and bullets
 *   that the word processor computes are in `text` as a reader of the page sees them. Footnotes and endnotes stand
 *   last, as paragraphs; page headers, page footers and the table of contents are furniture.
 * - PDF: the same from the structure tree, else from ruling lines and positions.
 * - Markers of list items stand in `SourceDocument.text` and inside the item's range, but not in the item's own `text`.
 *   The number of a numbered heading or of a numbered paragraph in a cell is part of its `text` ("1.1 Title").
 * - Plain text: **one block for each line that is not blank**, a paragraph with the line trimmed, never joined with its
 *   neighbours: layout-free text must be read by its words and not by its blank lines. A line that starts with a bullet
 *   ("•", "-", "–", "*", "") is a list item with its marker; continuation lines stay paragraphs. A line that holds
 *   several "•" is a folded list and gives one item each. Headings are never guessed. Lines repeated as page header or
 *   footer are furniture. Text in aligned columns (two or more columns, held over several lines or told by a header
 *   line) is a table, also where line breaks have been folded into single spaces. `page` is counted by form feeds,
 *   null in a file without them.
 */
export interface SourceDocument {
  readonly format: SourceFormat;
  /** Whole text in reading order; lines are separated by "\n", pages by "\f". */
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  /** Title from the file's own properties, where it has one. */
  readonly title: string | null;
  /** Changes that nobody has accepted or rejected yet. `text` above is the text with every change accepted. */
  readonly trackedChanges: readonly SourceTrackedChange[];
  /** Comments in the margin. Their text is not part of `text`. */
  readonly comments: readonly SourceComment[];
}

/**
 * A tracked change of a word processor. The place of an insertion holds the inserted text; a deletion has the empty
 * range where its text stood. Empty for formats that have no tracked changes.
 */
export interface SourceTrackedChange {
  readonly kind: 'insertion' | 'deletion';
  readonly text: string;
  /** As the file names the author; null where it does not. */
  readonly author: string | null;
  /** As the file writes it, ISO 8601 in Word; null where it is missing. */
  readonly date: string | null;
  readonly place: SourcePlace;
}

/** A comment in the margin, with the place of the words that it is about. */
export interface SourceComment {
  readonly text: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly place: SourcePlace;
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

/** A heading with the level that the file itself states: 1 is the highest, 0 is what the file marks as the document's title. */
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
