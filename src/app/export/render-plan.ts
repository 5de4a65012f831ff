import type { DocumentContext } from '../../core/exchange/document-context.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { planCsv } from '../../core/exchange/plan-csv.ts';
import { planDocument } from '../../core/exchange/plan-document.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { DocxRenderer, HtmlRenderer, PdfRenderer, RenderRefusal } from './ports.ts';

export const exportFormats = ['pdf', 'docx', 'html', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file to be handed out; a text is sent as UTF-8. */
export interface RenderedFile {
  readonly content: Uint8Array | string;
  readonly mediaType: string;
}

export interface Renderers {
  readonly pdf: PdfRenderer;
  readonly docx: DocxRenderer;
  readonly html: HtmlRenderer;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Makes a file of a plan in one of the formats, all from the same data. `template` is the municipality's own Word file and counts for DOCX only. */
export function renderPlan(renderers: Renderers) {
  return async (
    plan: OpenPlan,
    context: DocumentContext,
    format: ExportFormat,
    template: Uint8Array | null = null,
  ): Promise<Result<RenderedFile, RenderRefusal>> => {
    const made = await render(renderers, plan, context, format, template);
    return made.ok ? ok({ content: made.value, mediaType: MEDIA_TYPES[format] }) : made;
  };
}

async function render(
  { pdf, docx, html }: Renderers,
  plan: OpenPlan,
  context: DocumentContext,
  format: ExportFormat,
  template: Uint8Array | null,
): Promise<Result<Uint8Array | string, RenderRefusal>> {
  switch (format) {
    case 'pdf':
      return pdf.renderPdf(planDocument(plan, context));
    case 'docx':
      return docx.renderDocx(planDocument(plan, context), template);
    case 'html':
      return ok(html.renderHtml(planDocument(plan, context)));
    case 'json':
      return ok(`${JSON.stringify(plan, null, 2)}\n`);
    case 'csv':
      return ok(planCsv(plan, context.language));
  }
}
