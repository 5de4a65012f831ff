import { groupBy } from '../../app/plan/plan-tree.ts';
import type { MeasureInPlan } from '../../app/plan/ports.ts';
import type { View } from '../context.ts';
import { numbered, planLang, roleName, StatusLine } from './parts.tsx';
import { planTexts, wordsOf } from './texts.ts';

interface BodyPageProps {
  readonly view: View;
  readonly bodyId: string;
  readonly name: string;
  readonly measures: readonly MeasureInPlan[];
}

/** What a body has taken on in all adopted plans. */
export function BodyPage({ view, bodyId, name, measures }: BodyPageProps) {
  const t = planTexts[view.language];
  const groups = [...groupBy(measures, ({ plan }) => plan.id).values()];
  return (
    <article class="hk-stack">
      <h1 lang={planLang(view)}>{name}</h1>
      {groups.length === 0 ? <p>{t.bodyNone}</p> : <p class="hk-lead">{t.bodyLead(wordsOf(view, null))}</p>}
      {groups.map((group) => (
        <PlanGroup key={group[0]?.plan.id} view={view} bodyId={bodyId} group={group} />
      ))}
    </article>
  );
}

function PlanGroup({ view, bodyId, group }: { view: View; bodyId: string; group: readonly MeasureInPlan[] }) {
  const plan = group[0]?.plan;
  if (plan === undefined) return null;
  const t = planTexts[view.language];
  const lang = planLang(view);
  return (
    <section class="hk-stack">
      <h2 lang={lang}>
        <a href={view.href(`/planer/${plan.slug}`)}>{plan.title}</a>
      </h2>
      <p class="hk-muted">{t.commitments(group.length)}</p>
      <ul class="hk-list">
        {group.map(({ measure, commitments }) => (
          <li key={measure.id}>
            <h3 lang={lang}>
              <a href={view.href(`/planer/${plan.slug}/atgarder/${measure.id}`)}>
                {numbered(measure.label, measure.text)}
              </a>
            </h3>
            {commitments
              .filter((part) => part.bodyId === bodyId)
              .map((part) => (
                <p key={part.id} class="hk-row">
                  <span>{roleName(wordsOf(view, plan), part.role)}</span>
                  <StatusLine view={view} report={part.lastReport} />
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
