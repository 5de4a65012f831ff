import {
  bodiesInPlan,
  type Overview,
  type OverviewChoice,
  type OverviewPart,
  overviewChoices,
  overviewOf,
} from '../../app/followup/overview.ts';
import { listWatched, type WatchedWithDays } from '../../app/horizon/list-watched.ts';
import type { PlanCount } from '../../app/people/ports.ts';
import { responsibleByCommitment } from '../../app/people/responsible-by-commitment.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import type { WholePlan } from '../../app/plan/ports.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { actorOf, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { Details } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { NearDays } from '../horizon/pages.tsx';
import { horizonTexts } from '../horizon/texts.ts';
import { numbered, planLang, roleName, StatusLine } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { wordsOf } from '../plan/texts.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { choiceNames } from './choices.ts';
import { Legend, Matrix } from './matrix.tsx';
import { overviewTexts } from './texts.ts';
import { Unmanned, WithoutResponsible } from './without-responsible.tsx';

/** The strategist's picture of a plan: body × measure, and what needs attention. */
export function overviewRoutes(deps: WebDeps): readonly Route[] {
  return [{ method: 'GET', path: '/oversikt', access: 'read-overview', handle: (c) => showOverview(deps, c) }];
}

interface Choice {
  readonly slug: string;
  readonly bodyId: string | null;
  readonly only: OverviewChoice;
}

async function showOverview(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = overviewTexts[view.language];
  const page = { title: t.title, menu: 'overview', wide: true, unlisted: true } as const;
  const plans = (await deps.store.read.listPlans(view.municipality.code)).filter(({ state }) => state === 'adopted');
  const slug = c.req.query('plan') ?? plans[0]?.slug;
  if (slug === undefined)
    return respond(
      c,
      page,
      <div class="hk-stack">
        <h1>{t.title}</h1>
        <p>{t.noPlans}</p>
      </div>,
    );
  const plan = await getPlan(deps)(actorOf(c), slug);
  if (!plan.ok) return notFoundPage(c);
  const only = overviewChoices.find((each) => choiceNames[each] === (c.req.query('visa') ?? '')) ?? 'all';
  const choice = { slug, bodyId: c.req.query('organ') || null, only };
  const { code, reportDueDays } = view.municipality;
  const today = swedishDay(deps.clock.now());
  const responsible = await responsibleByCommitment(deps.store, code, { planId: plan.value.facts.id }, today);
  const overview = overviewOf(plan.value, { today, reportDueDays }, choice, responsible);
  const counts = await deps.store.read.countWithoutResponsible(code, today);
  const watched = await listWatched(deps)(actorOf(c));
  return respond(
    c,
    page,
    <OverviewPage
      view={view}
      plans={plans}
      plan={plan.value}
      choice={choice}
      overview={overview}
      withoutResponsible={counts}
      watched={watched.ok ? watched.value : []}
    />,
  );
}

interface OverviewPageProps {
  readonly view: View;
  readonly plans: readonly PlanFacts[];
  readonly plan: WholePlan;
  readonly choice: Choice;
  readonly overview: Overview;
  /** Parts that nobody is responsible for, in each adopted plan that has any. */
  readonly withoutResponsible: readonly PlanCount[];
  /** What is watched outside the municipality; empty for those who may not see it. */
  readonly watched: readonly WatchedWithDays[];
}

function OverviewPage({ view, plans, plan, choice, overview, withoutResponsible, watched }: OverviewPageProps) {
  const t = overviewTexts[view.language];
  const { facts } = plan;
  // A reader sees the matrix but not what a body has written: each part then leads to the public page.
  const readsParts = reachOf(view.actor, 'read-commitments') === 'everything';
  const pathOf = ({ commitment, measure }: OverviewPart) =>
    readsParts ? `/ataganden/${commitment.id}` : `/planer/${facts.slug}/atgarder/${measure.id}`;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Unmanned view={view} plans={plans} counts={withoutResponsible} />
      <NearDays view={view} items={watched} heading={horizonTexts[view.language].overviewHeading} more />
      <Chooser view={view} plans={plans} plan={plan} choice={choice} />
      <h2 lang={planLang(view)}>{facts.title}</h2>
      <Legend view={view} plan={facts} />
      <Matrix view={view} plan={facts} overview={overview} pathOf={pathOf} />
      <WithoutResponsible view={view} plan={facts} groups={overview.attention.withoutResponsible} pathOf={pathOf} />
      <AttentionList view={view} plan={facts} overview={overview} pathOf={pathOf} />
    </div>
  );
}

function Chooser({ view, plans, plan, choice }: Pick<OverviewPageProps, 'view' | 'plans' | 'plan' | 'choice'>) {
  const t = overviewTexts[view.language];
  const { language } = view;
  const bodies = bodiesInPlan(plan).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="get" action={view.href('/oversikt')} class="hk-filter">
      <Select
        language={language}
        name="plan"
        label={t.planLabel}
        value={choice.slug}
        choices={plans.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <Select
        language={language}
        name="organ"
        label={t.bodyLabel}
        value={choice.bodyId ?? ''}
        choices={[{ value: '', label: t.allBodies }, ...bodies]}
      />
      <Select
        language={language}
        name="visa"
        label={t.lateLabel}
        value={choiceNames[choice.only]}
        choices={overviewChoices.map((each) => ({ value: choiceNames[each], label: t.choices[each] }))}
      />
      <SubmitButton quiet>{t.show}</SubmitButton>
    </form>
  );
}

interface AttentionProps {
  readonly view: View;
  readonly plan: PlanFacts;
  readonly overview: Overview;
  readonly pathOf: (part: OverviewPart) => string;
}

function AttentionList({ view, plan, overview: { attention }, pathOf }: AttentionProps) {
  const t = overviewTexts[view.language];
  const groups = [
    { key: 'commented', name: t.commented, hint: null, parts: attention.commented },
    { key: 'late', name: t.late, hint: null, parts: attention.late },
    { key: 'never', name: t.neverReported, hint: null, parts: attention.neverReported },
    { key: 'nobody', name: t.withoutBody, hint: t.withoutBodyHint, parts: attention.withoutBody },
  ].filter(({ parts }) => parts.length > 0);
  return (
    <section class="hk-stack">
      <h2>{t.attention}</h2>
      {groups.length === 0 && <p>{t.attentionNone}</p>}
      {groups.length > 0 && (
        <div>
          {groups.map(({ key, name, hint, parts }, index) => (
            <Details key={key} summary={`${name} (${parts.length})`} open={index === 0}>
              {hint && <p>{hint}</p>}
              <ul class="hk-list">
                {parts.map((part) => (
                  <AttentionItem key={part.commitment.id} view={view} plan={plan} part={part} path={pathOf(part)} />
                ))}
              </ul>
            </Details>
          ))}
        </div>
      )}
    </section>
  );
}

function AttentionItem(props: { view: View; plan: PlanFacts; part: OverviewPart; path: string }) {
  const { view, plan, part, path } = props;
  const { commitment, measure } = part;
  const lang = planLang(view);
  return (
    <li class="hk-stack">
      <p>
        <strong lang={lang}>{commitment.bodyName ?? commitment.bodyLabel}</strong>,{' '}
        {roleName(wordsOf(view, plan), commitment.role).toLocaleLowerCase('sv')}:{' '}
        <a href={view.href(path)} lang={lang}>
          {numbered(measure.label, shortened(measure.text))}
        </a>
      </p>
      {commitment.stance === 'commented' && reachOf(view.actor, 'read-commitments') === 'everything' && (
        <blockquote class="hk-quote" lang={lang}>
          {commitment.comment}
        </blockquote>
      )}
      <p class="hk-row">
        <StatusLine view={view} report={commitment.lastReport} />
      </p>
    </li>
  );
}
