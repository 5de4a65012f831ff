import { readPlanForExport } from '../../app/export/plan-for-export.ts';
import { type ExportFormat, exportFormats, renderPlan } from '../../app/export/render-plan.ts';
import { may } from '../../core/permission/may.ts';
import { viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Alert } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { exportSentence, exportTexts } from './refusal-text.ts';

/** Downloads of a plan; open for adopted plans, and for drafts, memo and consultation to those who may take a draft out. */
export function exportRoutes(deps: WebDeps): readonly Route[] {
  const path = '/planer/:slug/ladda-ner/:file' as const;
  return [{ method: 'GET', path, access: 'open', gives: 'file', costly: true, handle: (c) => download(deps, c) }];
}

async function download(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language, actor, municipality } = viewOf(c);
  const format = formatOf(c.req.param('file') ?? '');
  if (format === null) return notFoundPage(c);
  const own = { municipality: municipality.code, bodyId: null };
  const withCase = may(actor, 'export-draft-plan', own);
  const found = await readPlanForExport(deps)(own.municipality, c.req.param('slug') ?? '', { language, withCase });
  if (found === null) return notFoundPage(c);
  const { facts, plan, context } = found;
  if (facts.state === 'draft' && !withCase) return notFoundPage(c);
  const made = await renderPlan(deps.renderers)(plan, context, format);
  if (!made.ok) {
    const t = exportTexts[language];
    const body = (
      <div class="hk-stack">
        <h1>{t.title}</h1>
        <Alert tone="warning">
          <p>{exportSentence(language, made.refusal)}</p>
        </Alert>
      </div>
    );
    return respond(c, { title: t.title, unlisted: true }, body, 422);
  }
  const { content, mediaType } = made.value;
  return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${facts.slug}.${format}"`,
    'Cache-Control': withCase ? 'private, no-store' : 'no-cache',
  });
}

function formatOf(file: string): ExportFormat | null {
  return exportFormats.find((format) => file === `plan.${format}`) ?? null;
}
