import type { PlanChange } from '../../app/drafting/ports.ts';
import { type CauseFault, setCause } from '../../app/drafting/set-cause.ts';
import { undoChange } from '../../app/drafting/undo-change.ts';
import { needsCauses } from '../../core/drafting/version.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { CausePage } from './cause-page.tsx';
import { ChangesPage } from './changes-page.tsx';
import { answerRefusal, type DraftView, draftCrumbs, openDraft, openForReaders } from './draft-view.tsx';

/** More than these are not shown on one page. */
const MOST = 200;

/** The list of changes of a plan, with their causes, and the way to take one back. */
export function changeRoutes(deps: WebDeps): readonly Route[] {
  const list = '/planer/:slug/andringar' as const;
  return [
    { method: 'GET', path: list, access: 'read-draft-plan', handle: (c) => showChanges(deps, c) },
    { method: 'POST', path: `${list}/:changeId/angra`, access: 'change-plan', handle: (c) => doUndo(deps, c) },
    { method: 'GET', path: `${list}/:changeId/orsak`, access: 'change-plan', handle: (c) => showCause(deps, c) },
    { method: 'POST', path: `${list}/:changeId/orsak`, access: 'change-plan', handle: (c) => doCause(deps, c) },
  ];
}

async function showChanges(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  const { view, plan, t } = draft;
  const { code } = view.municipality;
  const [changes, versions] = await Promise.all([
    deps.store.read.listChanges(code, plan.facts.id, { afterVersion: 0, most: MOST + 1 }),
    deps.store.read.listVersions(code, plan.facts.id),
  ]);
  const since = versions.find(({ kind }) => needsCauses([kind])) ?? null;
  const page = { title: t.changes, crumbs: crumbsOf(view, plan.facts), unlisted: true };
  const done = c.req.query('klart') ?? null;
  const parts = {
    draft,
    changes: changes.slice(0, MOST),
    hasMore: changes.length > MOST,
    versions,
    since,
    done,
    most: MOST,
  };
  return respond(c, page, <ChangesPage {...parts} />);
}

async function doUndo(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const changeId = c.req.param('changeId');
  if (!isId(changeId)) return notFoundPage(c);
  const command = { slug: draft.plan.facts.slug, cause: null, requestId: c.get('requestId') };
  const result = await undoChange(deps)(actorOf(c), command, changeId);
  if (result.ok) return seeOther(c, `${draft.base}/andringar?klart=angrat`);
  return answerRefusal(c, draft, result.refusal, `${draft.base}/andringar`);
}

async function openCause(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const changeId = c.req.param('changeId');
  if (!isId(changeId)) return notFoundPage(c);
  const change = await deps.store.read.getChange(draft.view.municipality.code, draft.plan.facts.id, changeId);
  return change === null ? notFoundPage(c) : { draft, change };
}

async function showCause(deps: WebDeps, c: WebContext) {
  const opened = await openCause(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, change } = opened;
  const values = { cause: change.cause?.kind ?? '', note: change.cause?.note ?? '' };
  return answerCause(c, draft, change, { values, faults: {}, conflict: false }, 200);
}

interface CauseState {
  readonly values: { readonly cause: string; readonly note: string };
  readonly faults: Readonly<Record<string, CauseFault>>;
  readonly conflict: boolean;
}

function answerCause(c: WebContext, draft: DraftView, change: PlanChange, state: CauseState, status: PageStatus) {
  const { t, base } = draft;
  const crumbs = draftCrumbs(draft, [{ text: t.changes, path: `${base}/andringar` }]);
  const page = { title: t.giveCause, crumbs, unlisted: true };
  return respond(c, page, <CausePage draft={draft} change={change} {...state} />, status);
}

async function doCause(deps: WebDeps, c: WebContext) {
  const opened = await openCause(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, change } = opened;
  const { cause = '', note = '', rowVersion = '' } = await readForm(c);
  const command = {
    ...{ slug: draft.plan.facts.slug, changeId: change.id },
    ...{ form: { cause, note, rowVersion }, requestId: c.get('requestId') },
  };
  const result = await setCause(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `${draft.base}/andringar?klart=orsak#c-${change.id}`);
  const { refusal } = result;
  const values = { cause, note };
  if (refusal.kind === 'invalid')
    return answerCause(c, draft, change, { values, faults: refusal.faults, conflict: false }, 422);
  if (refusal.kind === 'changed-meanwhile' && refusal.current !== null)
    return answerCause(c, draft, refusal.current, { values, faults: {}, conflict: true }, 409);
  return refusal.kind === 'no-such-change' ? notFoundPage(c) : refusePage(c, 'forbidden');
}
