import type { ComponentChildren } from 'preact';
import { listOwnCommitments } from '../../app/followup/list-own-commitments.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { may, reachOf } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { type View, viewOf } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ButtonLink, Tag } from '../design/parts.tsx';
import type { Texts } from '../language.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { en } from './texts.en.ts';
import { type HomeTexts, sv } from './texts.sv.ts';

const texts: Texts<HomeTexts> = { sv, en };

export function homeRoutes(deps: WebDeps): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      access: 'open',
      handle: async (c) => {
        const view = viewOf(c);
        const { code, name } = view.municipality;
        const plans = await deps.store.read.listPlans(code);
        const seesDrafts = may(view.actor, 'read-draft-plan', { municipality: code, bodyId: null });
        const shown = plans.filter(({ state }) => state === 'adopted' || seesDrafts);
        const next = <NextStep view={view} waiting={await waitingFor(deps, view)} />;
        return respond(
          c,
          { title: texts[view.language].title(name), menu: 'plans' },
          <Home view={view} plans={shown} next={next} />,
        );
      },
    },
  ];
}

interface Waiting {
  readonly late: number;
  readonly unanswered: number;
}

/** What waits for a person who reports for a body; null for everybody else. */
async function waitingFor(deps: WebDeps, { actor, municipality }: View): Promise<Waiting | null> {
  if (actor.accountId === null || reachOf(actor, 'report-status') === 'nothing') return null;
  const { reportDueDays } = municipality;
  const own = await listOwnCommitments(deps)(actor, { today: swedishDay(deps.clock.now()), reportDueDays });
  return {
    late: own.filter(({ standing }) => standing.late).length,
    unanswered: own.filter(({ nextStep }) => nextStep === 'answer').length,
  };
}

/** Where a signed-in person should go next. */
function NextStep({ view, waiting }: { view: View; waiting: Waiting | null }) {
  const t = texts[view.language];
  const { actor } = view;
  if (actor.accountId === null) return null;
  const overview = reachOf(actor, 'read-overview') !== 'nothing';
  if (waiting === null && !overview) return null;
  return (
    <section class="hk-panel">
      <h2>{t.nextHeading(actor.name)}</h2>
      <p>{waiting === null ? t.overviewNext : t.commitmentsNext(waiting.late, waiting.unanswered)}</p>
      <p>
        {waiting !== null && <ButtonLink href={view.href('/ataganden')}>{t.toCommitments}</ButtonLink>}
        {waiting === null && <ButtonLink href={view.href('/oversikt')}>{t.toOverview}</ButtonLink>}
      </p>
    </section>
  );
}

function Home({ view, plans, next }: { view: View; plans: readonly PlanFacts[]; next: ComponentChildren }) {
  const t = texts[view.language];
  const adopted = plans.filter(({ state }) => state === 'adopted');
  const drafts = plans.filter(({ state }) => state === 'draft');
  const mayWrite = may(view.actor, 'change-plan', { municipality: view.municipality.code, bodyId: null });
  return (
    <div class="hk-stack">
      <h1>{t.title(view.municipality.name)}</h1>
      <p class="hk-lead">{t.lead}</p>
      {next}
      <h2>{t.plansHeading}</h2>
      {adopted.length === 0 ? <p>{t.noPlans}</p> : <PlanList view={view} plans={adopted} />}
      {(drafts.length > 0 || mayWrite) && <h2>{t.draftsHeading}</h2>}
      {drafts.length > 0 && <PlanList view={view} plans={drafts} />}
      {mayWrite && (
        <p>
          <ButtonLink quiet href={view.href('/ny-plan')}>
            {t.newPlan}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function PlanList({ view, plans }: { view: View; plans: readonly PlanFacts[] }) {
  const t = texts[view.language];
  return (
    <ul class="hk-list">
      {plans.map((plan) => (
        <li key={plan.id}>
          <h3>
            <a href={view.href(`/planer/${plan.slug}`)} lang="sv">
              {plan.title}
            </a>
          </h3>
          <p class="hk-row hk-muted">
            {plan.periodFrom !== null && plan.periodTo !== null && (
              <span>{t.period(plan.periodFrom, plan.periodTo)}</span>
            )}
            {plan.decisionMaker && <span lang="sv">{plan.decisionMaker}</span>}
            {plan.state === 'draft' && (
              <Tag tone="warning" icon="pencil">
                {t.draft}
              </Tag>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
