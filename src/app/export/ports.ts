import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import type { Result } from '../../core/shared/result.ts';

/** Why a document could not be made. All of them are for the person who asked to mend. */
export type RenderRefusal =
  /** The plan has characters that the document's font cannot draw (emoji, scripts other than Latin, Greek and Cyrillic). */
  | { readonly kind: 'character-without-glyph'; readonly characters: readonly string[] }
  /** The template is not a Word document that we can read. */
  | { readonly kind: 'template-not-docx' }
  /** The template carries macros. */
  | { readonly kind: 'template-with-macros' }
  /** The template is larger than we open; `limitBytes` counts it unpacked. */
  | { readonly kind: 'template-too-large'; readonly limitBytes: number };

/** Makes a PDF/UA-1 file. The same document gives the same bytes. Throws when the file could not be made or does not carry the whole text. */
export interface PdfRenderer {
  renderPdf(document: PlanDocument): Promise<Result<Uint8Array, RenderRefusal>>;
}

/** Makes a Word document; `template` is the municipality's own DOCX, null for our own look. */
export interface DocxRenderer {
  renderDocx(document: PlanDocument, template: Uint8Array | null): Promise<Result<Uint8Array, RenderRefusal>>;
}

/** Makes one self-contained HTML page, without script. */
export interface HtmlRenderer {
  renderHtml(document: PlanDocument): string;
}
