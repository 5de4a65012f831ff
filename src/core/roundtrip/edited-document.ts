/** Who made a tracked change or a comment, and when, as the file tells it; null where it does not. Whatever a file says of this can be made up. */
export interface Signature {
  readonly author: string | null;
  /** ISO 8601, as the file writes it. */
  readonly date: string | null;
}

/** What a tracked change does to a piece of text: `inserted` is only in the result, `deleted` only in the original. */
export type Fate = 'kept' | 'inserted' | 'deleted';

export interface EditedPiece {
  readonly text: string;
  readonly fate: Fate;
}

/** One paragraph of an edited file, before anything is accepted or rejected. */
export interface EditedParagraph {
  readonly pieces: readonly EditedPiece[];
  /** The fate of the sign that ends it: where that is not in a view, the paragraph becomes one with the next. */
  readonly end: Fate;
  /** Anchors (`EditableItem.anchor`) of the content controls around it, outermost first. */
  readonly controls: readonly string[];
  /** Anchors, without their signs of punctuation, of the bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  /** 1–9 for a heading, 0 for the title, null for other text. */
  readonly level: number | null;
  /** True for an item of a list. */
  readonly list: boolean;
  /** Where it stands: only what stands in the running text can become part of a plan. */
  readonly place: 'body' | 'table' | 'box' | 'note';
  /** Of the tracked changes in it, each once. */
  readonly signatures: readonly Signature[];
}

export interface EditedComment extends Signature {
  readonly text: string;
  /** Index of the paragraph where what is commented on begins; null where the file does not tell. */
  readonly paragraph: number | null;
}

/** What the file says that it was made from. */
export interface ExportMark {
  readonly planId: string;
  /** SHA-256 of the content, see `hashedText` in `core/drafting/version.ts`. */
  readonly contentHash: string;
}

/** A Word file that came back, as data: every paragraph with every tracked change, none of them accepted. */
export interface EditedDocument {
  readonly mark: ExportMark | null;
  readonly paragraphs: readonly EditedParagraph[];
  readonly comments: readonly EditedComment[];
  /** Pictures in the running text, which a plan does not hold. */
  readonly pictures: number;
  /** The program that last saved the file, as it says; null where it does not. */
  readonly program: string | null;
}
