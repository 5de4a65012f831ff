import { copyPlan } from '../../app/drafting/copy-plan.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { sentences } from './block-routes.tsx';
import { type DraftView, openForReaders } from './draft-view.tsx';
import { FactFields, formOf, pickedValues, type Sent } from './facts-routes.tsx';

/** The page on which the plan of the next period begins from one that there is. */
export function copyRoutes(deps: WebDeps): readonly Route[] {
  const path = '/planer/:slug/kopiera' as const;
  return [
    { method: 'GET', path, access: 'change-plan', handle: (c) => showCopy(deps, c) },
    { method: 'POST', path, access: 'change-plan', handle: (c) => doCopy(deps, c) },
  ];
}

async function showCopy(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  return answerCopy(c, draft, { ...pickedValues(draft.plan.facts), ...nextPeriod(draft.plan.facts) }, {});
}

/** A case of its own, and as many years as the old period, from the year after it. */
function nextPeriod({ periodFrom, periodTo }: PlanFacts): Sent {
  const years = periodFrom === null || periodTo === null ? null : periodTo - periodFrom + 1;
  if (years === null || periodFrom === null || periodTo === null) return { registrationNumber: '' };
  return { registrationNumber: '', periodFrom: String(periodFrom + years), periodTo: String(periodTo + years) };
}

function answerCopy(c: WebContext, draft: DraftView, values: Sent, errors: FieldErrors) {
  const { view, t, plan, base } = draft;
  const faults = Object.keys(errors).length;
  const page = {
    title: titleWithErrors(view.language, t.copy, faults),
    crumbs: crumbsOf(view, plan.facts),
    unlisted: true,
  };
  return respond(
    c,
    page,
    <div class="hk-stack">
      <h1>{t.copy}</h1>
      <p class="hk-lead">{t.copyLead}</p>
      <p>{t.copyLeft}</p>
      <form method="post" action={view.href(`${base}/kopiera`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <FactFields draft={draft} values={values} errors={errors} />
        <p class="hk-row">
          <SubmitButton>{t.copyButton}</SubmitButton>
          <a href={view.href(base)}>{t.cancel}</a>
        </p>
      </form>
    </div>,
    faults === 0 ? 200 : 422,
  );
}

async function doCopy(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  const form = formOf(await readForm(c));
  const command = { slug: draft.plan.facts.slug, form, requestId: c.get('requestId') };
  const result = await copyPlan(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `/planer/${result.value.slug}/redigera?klart`);
  const { refusal } = result;
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind !== 'invalid') return refusePage(c, 'forbidden');
  return answerCopy(c, draft, form, sentences(draft.t, refusal.faults));
}
