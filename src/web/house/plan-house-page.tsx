import { changePlanHouse } from '../../app/house/change-plan-house.ts';
import { type HouseForm, houseFormOf, numberingFields } from '../../app/house/house-form.ts';
import { getPlanOutline } from '../../app/plan/get-plan.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Checkbox, ErrorSummary, type FieldErrors, HiddenFields, Select, SubmitButton } from '../design/form.tsx';
import { Alert, Notice, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import { Differences, NumberFields, sentencesOf, WordFields } from './fields.tsx';
import { HOUSE } from './house-page.tsx';
import { houseTexts } from './texts.ts';

interface PlanHouseState {
  readonly facts: PlanFacts;
  readonly values: HouseForm;
  readonly errors: FieldErrors;
  readonly theirs: PlanFacts | null;
}

/** The fields of a plan: its own words and numbering, else the municipality's to begin from. */
function valuesOf({ municipality }: View, { words, settings }: PlanFacts): HouseForm {
  const { house, reportDueDays } = municipality;
  return {
    ...houseFormOf({ words: words ?? municipality.words, house, reportDueDays }),
    ...numberingFields(settings?.numbering ?? house.numbering),
    ...(words === null ? {} : { ownWords: 'on' }),
    ...(settings?.numbering ? { ownNumbering: 'on' } : {}),
    documentType: settings?.documentType ?? '',
    documentClass: settings?.documentClass ?? '',
  };
}

export async function showPlanHouse(deps: WebDeps, c: WebContext): Promise<Response> {
  const plan = await getPlanOutline(deps)(actorOf(c), c.req.param('slug') ?? '');
  if (!plan.ok) return notFoundPage(c);
  const { facts } = plan.value;
  return answer(c, { facts, values: valuesOf(viewOf(c), facts), errors: {}, theirs: null }, 200);
}

function answer(c: WebContext, state: PlanHouseState, status: PageStatus): Response | Promise<Response> {
  const view = viewOf(c);
  const t = houseTexts[view.language];
  const title = titleWithErrors(view.language, t.planTitle, Object.keys(state.errors).length);
  const page = { title, crumbs: crumbsOf(view, state.facts), unlisted: true };
  const saved = c.req.query('klart') === 'sparat';
  return respond(c, page, <PlanHousePage view={view} state={state} saved={saved} />, status);
}

function PlanHousePage({ view, state, saved }: { view: View; state: PlanHouseState; saved: boolean }) {
  const t = houseTexts[view.language];
  const { facts, values, errors, theirs } = state;
  const props = { view, values, errors };
  return (
    <div class="hk-stack">
      <h1>{t.planTitle}</h1>
      <p class="hk-lead">{t.planLead}</p>
      <Notice message={saved ? t.planSaved : null} />
      {theirs && (
        <Alert tone="warning">
          <h2>{t.conflictHeading}</h2>
          <p>{t.conflictLead}</p>
          <Differences
            view={view}
            caption={t.conflictHeading}
            heads={[t.theirs, t.yours]}
            before={shownOf(valuesOf(view, theirs))}
            after={shownOf(values)}
          />
        </Alert>
      )}
      <form method="post" action={view.href(`/planer/${facts.slug}/ord`)} class="hk-form hk-grades" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <HiddenFields fields={{ rowVersion: String((theirs ?? facts).rowVersion) }} />
        <fieldset class="ds-fieldset hk-form">
          <legend>{t.kindHeading}</legend>
          <Choice {...props} name="documentType" from={view.municipality.house.documentTypes} />
          <Choice {...props} name="documentClass" from={view.municipality.house.documentClasses} />
        </fieldset>
        <Checkbox
          name="ownNumbering"
          label={t.ownNumbering}
          hint={t.ownNumberingHint}
          checked={values.ownNumbering !== undefined}
        />
        <NumberFields {...props} />
        <Checkbox name="ownWords" label={t.ownWords} hint={t.ownWordsHint} checked={values.ownWords !== undefined} />
        <WordFields {...props} />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      <p>
        <a href={view.href(HOUSE)}>{t.municipalityLink}</a>
      </p>
    </div>
  );
}

/** Only what both forms can show: what the municipality alone has is no difference. */
function shownOf(form: HouseForm): HouseForm {
  const shown = Object.entries(form).filter(
    ([name]) => !/^(?:status-|own|documentTypes|documentClasses|decisionMakers|reportDueDays)/.test(name),
  );
  return Object.fromEntries(shown);
}

interface ChoiceProps {
  readonly view: View;
  readonly values: HouseForm;
  readonly errors: FieldErrors;
  readonly name: 'documentType' | 'documentClass';
  readonly from: readonly string[];
}

/** One of a list, what stands there already too, and nothing. */
function Choice({ view, values, errors, name, from }: ChoiceProps) {
  const t = houseTexts[view.language];
  const value = values[name] ?? '';
  const all = value === '' || from.includes(value) ? from : [...from, value];
  return (
    <Select
      language={view.language}
      name={name}
      label={t.fields[name] ?? name}
      value={value}
      error={errors[name]}
      required={null}
      choices={[{ value: '', label: t.noChoice }, ...all.map((each) => ({ value: each, label: each }))]}
    />
  );
}

export async function savePlanHouse(deps: WebDeps, c: WebContext): Promise<Response> {
  const { rowVersion: written = '', ...form } = await readForm(c);
  const rowVersion = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  const slug = c.req.param('slug') ?? '';
  const done = await changePlanHouse(deps)(actorOf(c), { slug, form, rowVersion, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `/planer/${slug}/ord?klart=sparat`);
  const { refusal } = done;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const plan = await getPlanOutline(deps)(actorOf(c), slug);
  if (refusal.kind === 'no-such-plan' || !plan.ok) return notFoundPage(c);
  const { facts } = plan.value;
  if (refusal.kind === 'invalid') {
    const errors = sentencesOf(viewOf(c), refusal.faults);
    return answer(c, { facts: { ...facts, rowVersion }, values: form, errors, theirs: null }, 422);
  }
  const theirs = refusal.kind === 'changed-meanwhile' ? refusal.current : null;
  return answer(c, { facts, values: form, errors: {}, theirs }, 409);
}
