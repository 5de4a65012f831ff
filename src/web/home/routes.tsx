import { may } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { type View, viewOf } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Tag } from '../design/parts.tsx';
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
        return respond(
          c,
          { title: texts[view.language].title(name), menu: 'plans' },
          <Home view={view} plans={shown} />,
        );
      },
    },
  ];
}

function Home({ view, plans }: { view: View; plans: readonly PlanFacts[] }) {
  const t = texts[view.language];
  const adopted = plans.filter(({ state }) => state === 'adopted');
  const drafts = plans.filter(({ state }) => state === 'draft');
  return (
    <div class="hk-stack">
      <h1>{t.title(view.municipality.name)}</h1>
      <p class="hk-lead">{t.lead}</p>
      <h2>{t.plansHeading}</h2>
      {adopted.length === 0 ? <p>{t.noPlans}</p> : <PlanList view={view} plans={adopted} />}
      {drafts.length > 0 && <h2>{t.draftsHeading}</h2>}
      {drafts.length > 0 && <PlanList view={view} plans={drafts} />}
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
