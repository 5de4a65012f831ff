import type { SourceDocument } from '../../core/document/source-document.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import type { Result } from '../../core/shared/result.ts';

/** A file as it came in. `name` is what the sender called it: it never decides what the file is, and never becomes a path. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds: a document whose meaning is still to be read, or a plan that is already data. */
export type ReadFile =
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'open-plan'; readonly plan: OpenPlan };

/** What a file was recognised as when it is none of the kinds that can be read. */
export type ForeignFormat =
  | 'spreadsheet'
  | 'presentation'
  | 'opendocument'
  | 'rich-text'
  | 'web-page'
  | 'image'
  | 'program'
  | 'archive'
  | 'json'
  | 'email';

/** The kinds of file that some reader reads. */
export type KnownFormat = 'docx' | 'pdf' | 'text' | 'json';

/** Why a file cannot be read. Plain data; the sentences are in `web/reading/texts.*.ts`. Source: spec/documents.md, "Refuse". */
export type ReadRefusal =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly limitMegabytes: number }
  | { readonly kind: 'password-protected' }
  | { readonly kind: 'old-office-format' }
  | { readonly kind: 'macros' }
  /** A PDF of pictures: fewer letters than any page of text has. */
  | { readonly kind: 'scanned-pdf'; readonly pages: number }
  /** An archive that would unfold to far more than it says, or than any document needs. */
  | { readonly kind: 'zip-bomb' }
  | { readonly kind: 'damaged-file' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'unknown-format'; readonly found: ForeignFormat | null }
  /** Its name ends as that of another kind of file than `found`, which it is. */
  | { readonly kind: 'name-differs'; readonly found: KnownFormat }
  | { readonly kind: 'unreadable-encoding' }
  | { readonly kind: 'too-slow'; readonly limitSeconds: number }
  | { readonly kind: 'too-much-memory'; readonly limitMegabytes: number }
  /** JSON with the format key of the open plan format, but not of its shape. `pointer` is a JSON Pointer, "" for the whole. */
  | { readonly kind: 'invalid-open-plan'; readonly pointer: string; readonly reason: OpenPlanFault };

/** What is wrong at the place in an open plan. */
export type OpenPlanFault =
  | 'not-json'
  | 'unknown-version'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'bad-value'
  | 'too-long';

/** The cells of a table as its own program shows them, row by row from the top; empty cells are "". Dates are ISO dates. */
export type TableCells = readonly (readonly string[])[];

/** Why a file cannot be read as a table. */
export type TableRefusal =
  | Extract<
      ReadRefusal,
      {
        kind:
          | 'empty-file'
          | 'too-large'
          | 'password-protected'
          | 'old-office-format'
          | 'macros'
          | 'zip-bomb'
          | 'damaged-file'
          | 'unreadable-encoding'
          | 'too-slow'
          | 'too-much-memory';
      }
    >
  | { readonly kind: 'not-a-table' }
  /** A text whose quotation marks do not match; `line` counts from 1. */
  | { readonly kind: 'quotes-unmatched'; readonly line: number };

/**
 * Reads a table from an Excel file (the first sheet) or from text with semicolons, tabs or commas. Refuses with plain data
 * and keeps nothing; reading happens apart from the calling process, with a limit on time and memory.
 */
export interface TableReader {
  readTable(file: IncomingFile): Promise<Result<TableCells, TableRefusal>>;
}

/**
 * Reads a file that came in from outside. Refuses with plain data and keeps nothing; throws only when our own machinery
 * fails. Reading happens apart from the calling process, with a limit on time and memory.
 */
export interface SourceReader {
  read(file: IncomingFile): Promise<Result<ReadFile, ReadRefusal>>;
}
