import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { docxRenderer, htmlRenderer } from '../../adapters/documents/renderers.ts';
import { readPlanForExport } from '../../app/export/plan-for-export.ts';
import { type ExportFormat, exportFormats, renderPlan } from '../../app/export/render-plan.ts';
import { type DocumentContext, plainContext } from '../../core/exchange/document-context.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { exportSentence } from '../../web/export/refusal-text.ts';
import { importSentence } from '../../web/importing/refusal-text.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { readInput } from './read-input.ts';
import { readOpenPlan } from './read-open-plan.ts';

interface ToExport {
  readonly plan: OpenPlan;
  readonly context: DocumentContext;
}

/** `export PLAN --to FORMAT --out FILE`: a plan from a file in the open plan format, or from the database by its address name. */
export const exportPlan: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      template: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [name] = positionals;
  const extra = tooMuch(context, positionals, 1);
  if (extra !== null) return refuseInput(context, extra);
  const format = exportFormats.find((each) => each === values.to);
  if (name === undefined) return refuseInput(context, context.texts.fileMissing('export'));
  if (format === undefined) return refuseInput(context, context.texts.badFormat);
  if (values.out === undefined) return refuseInput(context, context.texts.outMissing);
  if (values.template !== undefined && format !== 'docx') return refuseInput(context, context.texts.templateOnlyDocx);
  const template = values.template === undefined ? null : await readInput(values.template);
  if (values.template !== undefined && template === null) {
    return refuseInput(context, context.texts.noSuchFile(values.template));
  }
  const found = await find(context, name, values.data);
  if (typeof found === 'number') return found;
  return write(context, found, { format, template: template?.bytes ?? null, out: values.out });
};

async function find(context: CommandContext, name: string, data: string | undefined): Promise<ToExport | number> {
  const file = await readInput(name);
  if (file !== null) {
    const read = await readOpenPlan(file);
    if (!read.ok) return refuseInput(context, importSentence(context.language, read.refusal));
    return { plan: read.value, context: plainContext(context.language) };
  }
  // An address name has neither; what has is a file that is missing.
  if (/[./\\]/.test(name)) return refuseInput(context, context.texts.noSuchFile(name));
  const { withStore } = await import('../with-store.ts');
  let found: ToExport | null = null;
  const code = await withStore(context, data, async ({ store, municipality }) => {
    found = await readPlanForExport({ store })(municipality, name, { language: context.language, withCase: true });
    return found === null ? refuseInput(context, context.texts.noSuchPlan(name)) : 0;
  });
  return found ?? code;
}

async function write(
  context: CommandContext,
  { plan, context: document }: ToExport,
  { format, template, out }: { format: ExportFormat; template: Uint8Array | null; out: string },
): Promise<number> {
  // A command makes one document and ends, so the compiler needs no process of its own here; it is loaded for PDF only.
  const pdf = {
    renderPdf: async (content: Parameters<typeof htmlRenderer.renderHtml>[0]) =>
      (await import('../../adapters/documents/pdf.ts')).compilePdf(content),
  };
  const made = await renderPlan({ pdf, docx: docxRenderer, html: htmlRenderer })(plan, document, format, template);
  if (!made.ok) return refuseInput(context, exportSentence(context.language, made.refusal));
  try {
    await writeFile(out, made.value.content);
  } catch {
    return refuseInput(context, context.texts.cannotWrite(out));
  }
  return 0;
}
