import type { TrackedRenderer } from '../../app/comparison/ports.ts';
import type { DocxRenderer, HtmlRenderer, PdfRenderer, RenderRefusal } from '../../app/export/ports.ts';
import { ok, refuse } from '../../core/shared/result.ts';
import { type ChildLimits, compiledEntry, runChild } from '../process/run-child.ts';
import { makeDocx } from './docx.ts';
import { makeDocxInTemplate } from './docx-template.ts';
import { makeTrackedDocx } from './docx-tracked.ts';
import { makeHtml } from './html.ts';

const PDF_CHILD = compiledEntry(import.meta.url, './pdf-child.ts');
const PDF_LIMITS: ChildLimits = { seconds: 60, megabytes: 1200, outputMegabytes: 100 };
const MARK = Buffer.from('pdf\n');

/** Makes each PDF in a process of its own, since the compiler keeps memory from one document to the next. */
export const childPdfRenderer: PdfRenderer = {
  async renderPdf(document) {
    const input = new TextEncoder().encode(JSON.stringify(document));
    const outcome = await runChild(PDF_CHILD, [], input, PDF_LIMITS);
    if (outcome.kind !== 'done') {
      throw new Error(`The PDF could not be made: ${outcome.kind === 'crashed' ? outcome.detail : outcome.kind}`);
    }
    const { output } = outcome;
    if (output.subarray(0, MARK.length).equals(MARK)) return ok(new Uint8Array(output.subarray(MARK.length)));
    return refuse(JSON.parse(output.toString('utf8')) as RenderRefusal);
  },
};

export const docxRenderer: DocxRenderer = {
  async renderDocx(document, template) {
    return template === null ? ok(makeDocx(document)) : makeDocxInTemplate(document, template);
  },
};

export const htmlRenderer: HtmlRenderer = { renderHtml: makeHtml };

export const trackedRenderer: TrackedRenderer = { renderTracked: makeTrackedDocx };
