import { confirmImport } from '../../app/importing/confirm-import.ts';
import { discardImport } from '../../app/importing/discard-import.ts';
import type { ImportDraft } from '../../app/importing/ports.ts';
import type { ImportRefusal } from '../../app/importing/refusals.ts';
import { reviewImport } from '../../app/importing/review-import.ts';
import { uploadPlan } from '../../app/importing/upload-plan.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { type LabelSuggestion, listRoleLabels, suggestBodies } from '../../core/exchange/body-labels.ts';
import type { CorrectionRefusal } from '../../core/exchange/change-reading.ts';
import { listReviewItems, type ReviewGroup } from '../../core/exchange/review-items.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { isId, parseForm, readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { readGroupForm } from './group-form.ts';
import { BodiesPage, ImportHome, readBodyChoices } from './import-pages.tsx';
import { importSentence } from './refusal-text.ts';
import {
  GroupPage,
  type GroupPageProps,
  groupsOf,
  groupTitle,
  ReviewOverview,
  reviewPath,
  type Written,
} from './review-pages.tsx';
import { settleConflict } from './settle-conflict.ts';
import { importingTexts } from './texts.ts';

const MEGABYTE_BYTES = 1024 * 1024;
const UPLOAD_LIMIT_BYTES = 26 * MEGABYTE_BYTES;
const FORM_LIMIT_BYTES = 8 * MEGABYTE_BYTES;

type Handler = (c: WebContext) => Response | Promise<Response>;

export function importingRoutes(deps: WebDeps): readonly Route[] {
  const access = 'import-plan' as const;
  const withDraft = (handle: (c: WebContext, draft: ImportDraft) => Response | Promise<Response>): Handler => {
    return async (c) => {
      const id = c.req.param('id');
      const draft = isId(id) ? await deps.store.read.getImportDraft(actorOf(c).municipality, id) : null;
      return draft === null ? notFoundPage(c) : handle(c, draft);
    };
  };
  return [
    { method: 'GET', path: '/import', access, handle: (c) => importHome(deps, c, {}, 200) },
    {
      method: 'POST',
      path: '/import',
      access,
      bodyLimitBytes: UPLOAD_LIMIT_BYTES,
      costly: true,
      handle: (c) => upload(deps, c),
    },
    { method: 'GET', path: '/import/:id', access, handle: withDraft(overview) },
    {
      method: 'GET',
      path: '/import/:id/delar/:group',
      access,
      handle: withDraft((c, draft) => groupPage(c, draft, {})),
    },
    {
      method: 'POST',
      path: '/import/:id/delar/:group',
      access,
      bodyLimitBytes: FORM_LIMIT_BYTES,
      handle: withDraft((c, draft) => saveGroup(deps, c, draft)),
    },
    {
      method: 'GET',
      path: '/import/:id/organ',
      access,
      handle: withDraft((c, draft) => bodiesPage(deps, c, draft, {}, {}, 200)),
    },
    {
      method: 'POST',
      path: '/import/:id/organ',
      access,
      bodyLimitBytes: FORM_LIMIT_BYTES,
      handle: withDraft((c, draft) => confirm(deps, c, draft)),
    },
    { method: 'POST', path: '/import/:id/kasta', access, handle: withDraft((c, draft) => discard(deps, c, draft)) },
  ];
}

async function importHome(deps: WebDeps, c: WebContext, errors: Written, status: PageStatus): Promise<Response> {
  const view = viewOf(c);
  const t = importingTexts[view.language];
  const waiting = await deps.store.read.listImportDrafts(actorOf(c).municipality);
  const notice = c.req.query('klart') === 'slangd' ? t.discarded : null;
  const title = titleWithErrors(view.language, t.title, Object.keys(errors).length);
  const page = { title, menu: 'imports' as const, islands: ['upload.js'], unlisted: true };
  return respond(c, page, <ImportHome view={view} waiting={waiting} errors={errors} notice={notice} />, status);
}

async function upload(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const { fil } = await parseForm(c);
  if (!(fil instanceof File) || fil.size === 0) {
    return importHome(deps, c, { fil: importingTexts[language].fileRequired }, 422);
  }
  const file = { name: fil.name, bytes: new Uint8Array(await fil.arrayBuffer()) };
  const done = await uploadPlan(deps)(actorOf(c), { file, language, requestId: c.get('requestId') });
  if (!done.ok) return importHome(deps, c, { fil: importSentence(language, done.refusal) }, 422);
  return seeOther(c, reviewPath(done.value.draftId));
}

function overview(c: WebContext, draft: ImportDraft): Response | Promise<Response> {
  const view = viewOf(c);
  const t = importingTexts[view.language];
  const crumbs = [{ text: t.title, path: '/import' }];
  const page = { title: t.reviewTitle(draft.fileName), menu: 'imports' as const, crumbs, unlisted: true };
  return respond(c, page, <ReviewOverview view={view} draft={draft} />);
}

interface GroupState {
  readonly errors?: GroupPageProps['errors'];
  readonly written?: Written;
  readonly conflict?: boolean;
}

/** A group's page; 404 when the reading has no such part. */
function groupPage(c: WebContext, draft: ImportDraft, state: GroupState): Response | Promise<Response> {
  const group = groupOf(c, draft);
  if (group === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = importingTexts[view.language];
  const crumbs = [
    { text: t.title, path: '/import' },
    { text: t.reviewTitle(draft.fileName), path: reviewPath(draft.id) },
  ];
  const { errors = {}, written = {}, conflict = false } = state;
  const faults = Object.keys(errors).length;
  const title = titleWithErrors(view.language, groupTitle(view, draft.reading.plan, group), faults);
  const status = conflict ? 409 : faults > 0 ? 422 : 200;
  const props = { view, draft, group, errors, written, conflict };
  return respond(c, { title, menu: 'imports', crumbs, wide: true, unlisted: true }, <GroupPage {...props} />, status);
}

function groupOf(c: WebContext, draft: ImportDraft): ReviewGroup | null {
  const asked = c.req.param('group');
  return groupsOf(listReviewItems(draft.reading)).find((group) => group === asked) ?? null;
}

async function saveGroup(deps: WebDeps, c: WebContext, draft: ImportDraft): Promise<Response> {
  const group = groupOf(c, draft);
  if (group === null) return notFoundPage(c);
  const { language } = viewOf(c);
  const form = await readForm(c);
  const rowVersion = Number(form.rowVersion);
  const labels = importingTexts[language].fields;
  const settled = (now: ImportDraft) => {
    return groupPage(c, now, { written: settleConflict(now, group, form, labels), conflict: true });
  };
  if (rowVersion !== draft.rowVersion) return settled(draft);
  const told = (refusals: readonly CorrectionRefusal[]) => {
    const errors = Object.fromEntries(refusals.map((each) => [each.path, importSentence(language, each)]));
    return groupPage(c, draft, { written: form, errors });
  };
  const read = readGroupForm(draft, group, form, labels);
  if (read.refusals.length > 0) return told(read.refusals);
  const command = { draftId: draft.id, rowVersion, steps: read.steps, requestId: c.get('requestId') };
  const done = await reviewImport(deps)(actorOf(c), command);
  if (done.ok) return afterSaving(c, done.value, group, form.do ?? '');
  if ('path' in done.refusal) return told([done.refusal]);
  const current = await deps.store.read.getImportDraft(actorOf(c).municipality, draft.id);
  return current === null ? notFoundPage(c) : settled(current);
}

/** Stays on the part while something is left in it, and goes to the next part that is not done. */
function afterSaving(c: WebContext, draft: ImportDraft, group: ReviewGroup, action: string): Response {
  const items = listReviewItems(draft.reading);
  const left = items.filter((item) => !draft.confirmed.includes(item.path));
  // With its last area gone, an area's part is no more.
  if (!groupsOf(items).includes(group)) return seeOther(c, reviewPath(draft.id));
  if (action.startsWith('remove ') || left.some((item) => item.group === group)) {
    return seeOther(c, reviewPath(draft.id, group));
  }
  const next = left[0]?.group;
  return seeOther(c, next === undefined ? reviewPath(draft.id) : reviewPath(draft.id, next));
}

async function bodiesPage(
  deps: WebDeps,
  c: WebContext,
  draft: ImportDraft,
  errors: Written,
  written: Written,
  status: PageStatus,
): Promise<Response> {
  const view = viewOf(c);
  const t = importingTexts[view.language];
  const { municipality } = actorOf(c);
  const [bodies, successions] = await Promise.all([
    deps.store.read.listBodies(municipality),
    deps.store.read.listSuccessions(municipality),
  ]);
  const today = swedishDay(deps.clock.now());
  const labels = suggestBodies(draft.reading.plan, { bodies, successions, today });
  const current = bodies.filter((body) => timeOf(body, today) !== 'past' || isSuggested(labels, body.id));
  const crumbs = [
    { text: t.title, path: '/import' },
    { text: t.reviewTitle(draft.fileName), path: reviewPath(draft.id) },
  ];
  const title = titleWithErrors(view.language, t.bodiesTitle, Object.keys(errors).length);
  const page = { title, menu: 'imports' as const, crumbs, unlisted: true };
  return respond(c, page, <BodiesPage {...{ view, draft, bodies: current, labels, errors, written }} />, status);
}

async function confirm(deps: WebDeps, c: WebContext, draft: ImportDraft): Promise<Response> {
  const form = await readForm(c);
  const command = {
    draftId: draft.id,
    rowVersion: Number(form.rowVersion),
    choices: readBodyChoices(form),
    requestId: c.get('requestId'),
  };
  const done = await confirmImport(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `/planer/${done.value.slug}?klart=inford`);
  const { refusal } = done;
  const sentence = importSentence(viewOf(c).language, refusal);
  return bodiesPage(deps, c, draft, { [fieldOf(draft, form, refusal)]: sentence }, form, statusOf(refusal));
}

/** The field that a refusal is about, so that the error summary leads to it. */
function fieldOf(draft: ImportDraft, form: Written, refusal: ImportRefusal): string {
  const labels = listRoleLabels(draft.reading.plan).map(({ label }) => label);
  const index = labels.findIndex((label, at) => {
    if (refusal.kind === 'body-choice-missing') return label === refusal.label;
    return refusal.kind === 'body-name-taken' && form[`name${at}`]?.trim() === refusal.name;
  });
  return index < 0 ? 'organ' : `is${index}`;
}

function statusOf(refusal: ImportRefusal): PageStatus {
  return refusal.kind === 'draft-changed' ? 409 : refusal.kind === 'not-allowed' ? 403 : 422;
}

async function discard(deps: WebDeps, c: WebContext, draft: ImportDraft): Promise<Response> {
  await discardImport(deps)(actorOf(c), { draftId: draft.id, requestId: c.get('requestId') });
  return seeOther(c, '/import?klart=slangd');
}

function isSuggested(labels: readonly LabelSuggestion[], bodyId: string): boolean {
  return labels.some(({ suggestion }) => suggestion.kind === 'known' && suggestion.bodyId === bodyId);
}
