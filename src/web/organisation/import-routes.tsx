import { importRegister, previewRegister, type RegisterRefusal } from '../../app/organisation/import-register.ts';
import type { TableCells } from '../../app/reading/ports.ts';
import type { RegisterFault } from '../../core/organisation/register-fault.ts';
import { registerCsv } from '../../core/organisation/write-register.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { refusePage } from '../errors/pages.tsx';
import { parseForm, readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { IMPORT, PreviewPage, UploadPage } from './import-pages.tsx';
import { tableSentence } from './import-sentences.ts';
import { organisationTexts } from './texts.ts';
import { REGISTER, registerCrumbs } from './view-parts.tsx';

const MEGABYTE_BYTES = 1024 * 1024;
const UPLOAD_LIMIT_BYTES = 5 * MEGABYTE_BYTES;
const CONFIRM_LIMIT_BYTES = 8 * MEGABYTE_BYTES;

type Answer = Response | Promise<Response>;

/** The pages on which the register is read from a file: choose, look at what would change, confirm. */
export function registerImportRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-bodies' as const;
  const confirm = `${IMPORT}/bekrafta` as const;
  return [
    { method: 'GET', path: IMPORT, access, handle: (c) => uploadPage(c, {}) },
    {
      method: 'POST',
      path: IMPORT,
      access,
      costly: true,
      bodyLimitBytes: UPLOAD_LIMIT_BYTES,
      handle: (c) => upload(deps, c),
    },
    { method: 'POST', path: confirm, access, bodyLimitBytes: CONFIRM_LIMIT_BYTES, handle: (c) => doImport(deps, c) },
    { method: 'GET', path: `${REGISTER}/mall.csv`, access, gives: 'file', handle: (c) => csv(c, registerCsv([], [])) },
    { method: 'GET', path: `${REGISTER}/register.csv`, access, gives: 'file', handle: (c) => download(deps, c) },
  ];
}

function uploadPage(
  c: WebContext,
  state: { readonly errors?: FieldErrors; readonly faults?: readonly RegisterFault[] },
): Answer {
  const view = viewOf(c);
  const { errors = {}, faults = null } = state;
  const count = Object.keys(errors).length + (faults?.length ?? 0);
  const title = titleWithErrors(view.language, organisationTexts[view.language].importTitle, count);
  const page = { title, menu: 'administration', crumbs: registerCrumbs(view), unlisted: true } as const;
  return respond(c, page, <UploadPage view={view} errors={errors} faults={faults} />, count > 0 ? 422 : 200);
}

async function upload(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const { fil } = await parseForm(c);
  if (!(fil instanceof File) || fil.size === 0)
    return uploadPage(c, { errors: { fil: organisationTexts[language].fileRequired } });
  const file = { name: fil.name, bytes: new Uint8Array(await fil.arrayBuffer()) };
  const read = await previewRegister(deps)(actorOf(c), file);
  return read.ok ? previewPage(c, read.value, 200) : refused(c, read.refusal);
}

function previewPage(c: WebContext, preview: Parameters<typeof PreviewPage>[0]['preview'], status: PageStatus): Answer {
  const view = viewOf(c);
  const title = organisationTexts[view.language].previewTitle;
  const page = { title, menu: 'administration', crumbs: registerCrumbs(view), unlisted: true } as const;
  return respond(c, page, <PreviewPage view={view} preview={preview} conflict={status === 409} />, status);
}

function refused(c: WebContext, refusal: RegisterRefusal): Answer {
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'register-changed') return previewPage(c, refusal.preview, 409);
  if (refusal.kind === 'register-faults') return uploadPage(c, { faults: refusal.faults });
  return uploadPage(c, { errors: { fil: tableSentence(viewOf(c).language, refusal) } });
}

async function doImport(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const cells = readCells(form.cells ?? '');
  if (cells === null) return refusePage(c, 'bad-request');
  const command = { cells, fingerprint: form.fingerprint ?? '', requestId: c.get('requestId') };
  const done = await importRegister(deps)(actorOf(c), command);
  return done.ok ? seeOther(c, `${REGISTER}?klart=inlast`) : refused(c, done.refusal);
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
  const { municipality } = actorOf(c);
  const [bodies, worksFor] = await Promise.all([
    deps.store.read.listBodies(municipality),
    deps.store.read.listWorksFor(municipality),
  ]);
  return csv(c, registerCsv(bodies, worksFor));
}

function csv(c: WebContext, text: string): Response {
  const name = c.req.path.split('/').at(-1) ?? 'register.csv';
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  });
}
