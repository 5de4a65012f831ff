import { changeFacts } from '../../app/drafting/change-facts.ts';
import { createPlan } from '../../app/drafting/create-plan.ts';
import { readCause } from '../../app/drafting/set-cause.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { StatedFacts } from '../../core/plan/plan-content.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, Facts, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { sentences } from './block-routes.tsx';
import { asksForCauses, CauseFields, type DraftView, draftCrumbs, openDraft } from './draft-view.tsx';
import { draftingTexts } from './texts.ts';

export type Sent = Readonly<Record<string, string>>;
const NEW_PLAN = '/ny-plan';

/** The pages on which a plan begins, and says what it is. */
export function factsRoutes(deps: WebDeps): readonly Route[] {
  const facts = '/planer/:slug/uppgifter' as const;
  return [
    { method: 'GET', path: NEW_PLAN, access: 'change-plan', handle: (c) => answerNewPlan(c, {}, {}, 200) },
    { method: 'POST', path: NEW_PLAN, access: 'change-plan', handle: (c) => doCreate(deps, c) },
    { method: 'GET', path: facts, access: 'change-plan', handle: (c) => showFacts(deps, c) },
    { method: 'POST', path: facts, access: 'change-plan', handle: (c) => doChange(deps, c) },
  ];
}

function answerNewPlan(c: WebContext, values: Sent, errors: FieldErrors, status: PageStatus) {
  const view = viewOf(c);
  const t = draftingTexts[view.language];
  const page = {
    title: titleWithErrors(view.language, t.newPlan, Object.keys(errors).length),
    crumbs: crumbsOf(view, null),
    unlisted: true,
  };
  return respond(
    c,
    page,
    <div class="hk-stack">
      <h1>{t.newPlan}</h1>
      <p class="hk-lead">{t.newPlanLead}</p>
      <form method="post" action={view.href(NEW_PLAN)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <FactFields draft={{ view, t }} values={values} errors={errors} />
        <SubmitButton>{t.createPlan}</SubmitButton>
      </form>
    </div>,
    status,
  );
}

async function doCreate(deps: WebDeps, c: WebContext) {
  const form = formOf(await readForm(c));
  const result = await createPlan(deps)(actorOf(c), { form, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, `/planer/${result.value.slug}/redigera`);
  if (result.refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const t = draftingTexts[viewOf(c).language];
  return answerNewPlan(c, form, sentences(t, result.refusal.faults), 422);
}

/** The fields of a plan's facts in a sent form. */
export function formOf(sent: Sent) {
  const { title = '', registrationNumber = '', decisionMaker = '', documentOwner = '' } = sent;
  const { periodFrom = '', periodTo = '' } = sent;
  return { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo };
}

function valuesOf(facts: StatedFacts): Sent {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value === null ? '' : String(value)]));
}

export function FactFields(props: {
  readonly draft: Pick<DraftView, 'view' | 't'>;
  readonly values: Sent;
  readonly errors: FieldErrors;
}) {
  const { draft, values, errors } = props;
  const { view, t } = draft;
  const field = (name: string) => ({
    language: view.language,
    name,
    value: values[name] ?? '',
    error: errors[name],
    required: name === 'title',
  });
  return (
    <>
      <TextField {...field('title')} label={t.title} />
      <TextField {...field('registrationNumber')} label={t.registrationNumber} short />
      <TextField
        {...field('decisionMaker')}
        label={t.decisionMaker}
        suggestions={view.municipality.house.decisionMakers}
      />
      <TextField {...field('documentOwner')} label={t.documentOwner} />
      <TextField {...field('periodFrom')} label={t.periodFrom} short />
      <TextField {...field('periodTo')} label={t.periodTo} short />
    </>
  );
}

interface FactsState {
  readonly values: Sent;
  readonly errors: FieldErrors;
  /** How the facts stand now, when somebody else was first. */
  readonly theirs: PlanFacts | null;
}

async function showFacts(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  return answerFacts(deps, c, draft, { values: pickedValues(draft.plan.facts), errors: {}, theirs: null }, 200);
}

export function pickedValues({
  title,
  registrationNumber,
  decisionMaker,
  documentOwner,
  periodFrom,
  periodTo,
}: PlanFacts) {
  return valuesOf({ title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo });
}

async function answerFacts(deps: WebDeps, c: WebContext, draft: DraftView, state: FactsState, status: PageStatus) {
  const { view, t, base } = draft;
  const { values, errors, theirs } = state;
  const asksForCause = await asksForCauses(deps, draft);
  const rowVersion = (theirs ?? draft.plan.facts).rowVersion;
  const title = titleWithErrors(view.language, t.facts, Object.keys(errors).length);
  return respond(
    c,
    { title, crumbs: draftCrumbs(draft), unlisted: true },
    <div class="hk-stack">
      <h1>{t.facts}</h1>
      {theirs && <FactsConflict draft={draft} theirs={pickedValues(theirs)} yours={values} />}
      <form method="post" action={view.href(`${base}/uppgifter`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <FactFields draft={draft} values={values} errors={errors} />
        <CauseFields
          draft={draft}
          shown={asksForCause}
          values={{ cause: values.cause ?? '', note: values.note ?? '' }}
          errors={errors}
        />
        <p class="hk-row">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={view.href(`${base}/redigera`)}>{t.cancel}</a>
        </p>
      </form>
    </div>,
    status,
  );
}

function FactsConflict(props: { readonly draft: DraftView; readonly theirs: Sent; readonly yours: Sent }) {
  const { t } = props.draft;
  const names = ['title', 'registrationNumber', 'decisionMaker', 'documentOwner', 'periodFrom', 'periodTo'] as const;
  const pairs = (values: Sent) => names.map((name) => [t[name], values[name] || '–'] as const);
  return (
    <Alert tone="warning">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <h3>{t.theirs}</h3>
      <Facts pairs={pairs(props.theirs)} />
      <h3>{t.yours}</h3>
      <Facts pairs={pairs(props.yours)} />
    </Alert>
  );
}

async function doChange(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const sent = await readForm(c);
  const form = formOf(sent);
  const { cause = '', note = '' } = sent;
  const values = { ...form, cause, note };
  const why = readCause({ cause, note });
  if (!why.ok)
    return answerFacts(deps, c, draft, { values, errors: sentences(draft.t, why.refusal.faults), theirs: null }, 422);
  const rowVersion = /^\d{1,9}$/.test(sent.rowVersion ?? '') ? Number(sent.rowVersion) : 0;
  const command = { slug: draft.plan.facts.slug, form, rowVersion, cause: why.value, requestId: c.get('requestId') };
  const result = await changeFacts(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `${draft.base}/redigera?klart`);
  const { refusal } = result;
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind === 'changed-meanwhile')
    return answerFacts(deps, c, draft, { values, errors: {}, theirs: refusal.current }, 409);
  if (refusal.kind !== 'invalid') return refusePage(c, 'forbidden');
  return answerFacts(deps, c, draft, { values, errors: sentences(draft.t, refusal.faults), theirs: null }, 422);
}
