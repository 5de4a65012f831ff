import { getPlan } from '../../app/plan/get-plan.ts';
import type { TableCells } from '../../app/reading/ports.ts';
import {
  importMeasures,
  previewMeasures,
  type SheetPreview,
  type SheetRefusal,
} from '../../app/roundtrip/import-measures.ts';
import { measuresAsSheet, sheetFormats } from '../../app/roundtrip/measures-as-sheet.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { parseForm, readForm } from '../form-data.ts';
import { tableSentence } from '../organisation/import-sentences.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { SheetHome, SheetPreviewPage, sheetPath, sheetTexts } from './sheet-pages.tsx';

const MEGABYTE_BYTES = 1024 * 1024;
const UPLOAD_LIMIT_BYTES = 5 * MEGABYTE_BYTES;
const CONFIRM_LIMIT_BYTES = 12 * MEGABYTE_BYTES;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The measures of a draft out as a spreadsheet, and in again by way of a preview. */
export function sheetRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-plan' as const;
  const home = '/planer/:slug/kalkylblad' as const;
  return [
    { method: 'GET', path: home, access, handle: (c) => showHome(deps, c, {}) },
    {
      method: 'POST',
      path: home,
      access,
      bodyLimitBytes: UPLOAD_LIMIT_BYTES,
      costly: true,
      handle: (c) => upload(deps, c),
    },
    {
      method: 'POST',
      path: `${home}/bekrafta`,
      access,
      bodyLimitBytes: CONFIRM_LIMIT_BYTES,
      handle: (c) => confirm(deps, c),
    },
    { method: 'GET', path: `${home}/:file`, access, gives: 'file', handle: (c) => download(deps, c) },
  ];
}

const slugOf = (c: WebContext) => c.req.param('slug') ?? '';

async function draftFacts(deps: WebDeps, c: WebContext): Promise<PlanFacts | null> {
  const plan = await getPlan(deps)(actorOf(c), slugOf(c));
  return plan.ok ? plan.value.facts : null;
}

interface HomeState {
  readonly errors?: Readonly<Record<string, string>>;
  readonly faults?: Extract<SheetRefusal, { kind: 'sheet-faults' }>['faults'];
}

async function showHome(deps: WebDeps, c: WebContext, { errors = {}, faults }: HomeState): Promise<Response> {
  const facts = await draftFacts(deps, c);
  if (facts === null) return notFoundPage(c);
  if (facts.state !== 'draft') return refusePage(c, 'forbidden');
  const view = viewOf(c);
  const t = sheetTexts[view.language];
  const count = Object.keys(errors).length + (faults?.length ?? 0);
  const done = c.req.query('klart') ?? '';
  const notice = /^\d{1,6}$/.test(done) ? t.done(done) : null;
  const page = { title: titleWithErrors(view.language, t.title, count), crumbs: crumbsOf(view, facts), unlisted: true };
  const body = <SheetHome view={view} facts={facts} notice={notice} errors={errors} faults={faults ?? null} />;
  return respond(c, page, body, count > 0 ? 422 : 200);
}

async function upload(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const { fil } = await parseForm(c);
  if (!(fil instanceof File) || fil.size === 0)
    return showHome(deps, c, { errors: { fil: sheetTexts[language].fileRequired } });
  const file = { name: fil.name, bytes: new Uint8Array(await fil.arrayBuffer()) };
  const read = await previewMeasures(deps)(actorOf(c), slugOf(c), file);
  return read.ok ? showPreview(deps, c, read.value, null, 200) : refused(deps, c, read.refusal);
}

async function showPreview(
  deps: WebDeps,
  c: WebContext,
  preview: SheetPreview,
  conflict: string | null,
  status: PageStatus,
): Promise<Response> {
  const facts = await draftFacts(deps, c);
  if (facts === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = sheetTexts[view.language];
  const crumbs = crumbsOf(view, facts, [{ text: t.title, path: sheetPath(facts) }]);
  const page = { title: t.previewTitle, crumbs, unlisted: true };
  return respond(c, page, <SheetPreviewPage view={view} facts={facts} preview={preview} conflict={conflict} />, status);
}

async function refused(deps: WebDeps, c: WebContext, refusal: SheetRefusal): Promise<Response> {
  const t = sheetTexts[viewOf(c).language];
  switch (refusal.kind) {
    case 'no-such-plan':
      return notFoundPage(c);
    case 'not-allowed':
    case 'adopted':
      return refusePage(c, 'forbidden');
    case 'sheet-faults':
      return showHome(deps, c, { faults: refusal.faults });
    case 'plan-changed':
      return showPreview(deps, c, refusal.preview, t.refusals['plan-changed'], 409);
    case 'in-use':
      return showHome(deps, c, { errors: { fil: t.refusals['in-use'] } });
    default:
      return showHome(deps, c, { errors: { fil: tableSentence(viewOf(c).language, refusal) } });
  }
}

async function confirm(deps: WebDeps, c: WebContext): Promise<Response> {
  // Whose plan it is comes before whether the form is whole.
  if ((await draftFacts(deps, c)) === null) return notFoundPage(c);
  const form = await readForm(c);
  const cells = readCells(form.cells ?? '');
  if (cells === null) return refusePage(c, 'bad-request');
  const command = { slug: slugOf(c), cells, fingerprint: form.fingerprint ?? '', requestId: c.get('requestId') };
  const done = await importMeasures(deps)(actorOf(c), command);
  return done.ok
    ? seeOther(c, `${sheetPath({ slug: slugOf(c) })}?klart=${done.value}`)
    : refused(deps, c, done.refusal);
}

/** The cells that a preview sent along; null for what no preview of ours has sent. */
function readCells(text: string): TableCells | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const isRow = (row: unknown): row is string[] => Array.isArray(row) && row.every((cell) => typeof cell === 'string');
  return Array.isArray(value) && value.every(isRow) ? value : null;
}

async function download(deps: WebDeps, c: WebContext): Promise<Response> {
  const format = sheetFormats.find((each) => c.req.param('file') === `atgarder.${each}`);
  if (format === undefined) return notFoundPage(c);
  const { language } = viewOf(c);
  const made = await measuresAsSheet(deps)(actorOf(c), { slug: slugOf(c), format, language });
  if (!made.ok) return made.refusal.kind === 'no-such-plan' ? notFoundPage(c) : refusePage(c, 'forbidden');
  return c.body(typeof made.value === 'string' ? made.value : new Uint8Array(made.value), 200, {
    'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    'Content-Disposition': `attachment; filename="${slugOf(c)}-atgarder.${format}"`,
    'Cache-Control': 'private, no-store',
  });
}
