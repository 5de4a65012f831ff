import { adoptRevision, discardRevision, type ReviseRefusal, startRevision } from '../../app/drafting/revise-plan.ts';
import { may } from '../../core/permission/may.ts';
import type { Result } from '../../core/shared/result.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { type DraftView, openForReaders } from './draft-view.tsx';

/** How an adopted plan is revised: begun, thrown away, and decided on. */
export function revisionRoutes(deps: WebDeps): readonly Route[] {
  const path = '/planer/:slug/revidera' as const;
  return [
    { method: 'GET', path, access: 'change-plan', handle: (c) => showRevision(deps, c) },
    { method: 'POST', path, access: 'change-plan', handle: (c) => doStart(deps, c) },
    { method: 'POST', path: `${path}/kasta`, access: 'change-plan', handle: (c) => doDiscard(deps, c) },
    { method: 'POST', path: `${path}/besluta`, access: 'publish-plan', handle: (c) => doAdopt(deps, c) },
  ];
}

async function showRevision(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  if (draft.plan.facts.state === 'draft') return notFoundPage(c);
  return answerRevision(c, draft, { value: '', error: null, message: null }, 200);
}

interface FormState {
  readonly value: string;
  readonly error: string | null;
  readonly message: string | null;
}

function answerRevision(c: WebContext, draft: DraftView, state: FormState, status: PageStatus) {
  const { view, t, plan } = draft;
  const title = titleWithErrors(view.language, t.revision.title, state.error === null ? 0 : 1);
  return respond(
    c,
    { title, crumbs: crumbsOf(view, plan.facts), unlisted: true },
    <div class="hk-stack">
      <h1>{t.revision.title}</h1>
      <p class="hk-lead">{draft.isOpen ? t.revision.openLead : t.revision.lead}</p>
      {state.message !== null && (
        <Alert tone="warning">
          <p>{state.message}</p>
        </Alert>
      )}
      {draft.isOpen ? <OpenRevision draft={draft} state={state} /> : <StartForm draft={draft} />}
    </div>,
    status,
  );
}

function StartForm({ draft: { view, t, base } }: { readonly draft: DraftView }) {
  return (
    <form method="post" action={view.href(`${base}/revidera`)} class="hk-form">
      <p class="hk-row">
        <SubmitButton>{t.revision.start}</SubmitButton>
        <a href={view.href(base)}>{t.cancel}</a>
      </p>
    </form>
  );
}

function OpenRevision({ draft, state }: { readonly draft: DraftView; readonly state: FormState }) {
  const { view, t, base, plan } = draft;
  const { language } = view;
  const mayDecide = may(view.actor, 'publish-plan', { municipality: view.municipality.code, bodyId: null });
  const query = new URLSearchParams({ av: plan.facts.slug, med: `${plan.facts.slug}@revidering` });
  return (
    <>
      <ul class="hk-row hk-plain">
        <li>
          <a href={view.href(`${base}/redigera`)}>{t.revision.write}</a>
        </li>
        <li>
          <a href={view.href(`/jamfor?${query}`)}>{t.revision.compare}</a>
        </li>
        <li>
          <a href={view.href(`${base}/andringar`)}>{t.changes}</a>
        </li>
        <li>
          <a href={view.href(`${base}/granska`)}>{t.lint}</a>
        </li>
      </ul>
      {mayDecide && (
        <section class="hk-panel hk-stack">
          <h2>{t.revision.decide}</h2>
          <p>{t.revision.decideLead}</p>
          <form method="post" action={view.href(`${base}/revidera/besluta#fel`)} class="hk-form" novalidate>
            <ErrorSummary language={language} errors={state.error === null ? {} : { decidedOn: state.error }} />
            <TextField
              language={language}
              name="decidedOn"
              type="date"
              label={t.revision.day}
              value={state.value}
              error={state.error ?? undefined}
              short
            />
            <SubmitButton>{t.revision.decideButton}</SubmitButton>
          </form>
        </section>
      )}
      <section class="hk-panel hk-stack">
        <h2>{t.revision.discard}</h2>
        <p>{t.revision.discardLead}</p>
        <form method="post" action={view.href(`${base}/revidera/kasta`)}>
          <SubmitButton quiet>{t.revision.discardButton}</SubmitButton>
        </form>
      </section>
    </>
  );
}

async function doStart(deps: WebDeps, c: WebContext) {
  const slug = c.req.param('slug') ?? '';
  const result = await startRevision(deps)(actorOf(c), { slug, requestId: c.get('requestId') });
  return after(deps, c, result, `/planer/${slug}/redigera`, '');
}

async function doDiscard(deps: WebDeps, c: WebContext) {
  const slug = c.req.param('slug') ?? '';
  const result = await discardRevision(deps)(actorOf(c), { slug, requestId: c.get('requestId') });
  return after(deps, c, result, `/planer/${slug}`, '');
}

async function doAdopt(deps: WebDeps, c: WebContext) {
  const slug = c.req.param('slug') ?? '';
  const { decidedOn = '' } = await readForm(c);
  const result = await adoptRevision(deps)(actorOf(c), { slug, decidedOn, requestId: c.get('requestId') });
  return after(deps, c, result, `/planer/${slug}?klart=reviderad`, decidedOn);
}

async function after(deps: WebDeps, c: WebContext, result: Result<null, ReviseRefusal>, next: string, value: string) {
  if (result.ok) return seeOther(c, next);
  const { refusal } = result;
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  const { t } = draft;
  if (refusal.kind === 'date-not-a-date' || refusal.kind === 'date-in-the-future')
    return answerRevision(c, draft, { value, error: t.errors[refusal.kind], message: null }, 422);
  const message =
    refusal.kind === 'causes-missing' ? t.causesMissingLead(refusal.count) : t.revision.refusals[refusal.kind];
  return answerRevision(c, draft, { value, error: null, message }, 409);
}
