import type { BodyParts, OverviewPart } from '../../app/followup/overview.ts';
import type { PlanCount } from '../../app/people/ports.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { Alert, Details } from '../design/parts.tsx';
import { whyNobody } from '../people/responsible-part.tsx';
import { numbered, planLang, roleName } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { wordsOf } from '../plan/texts.ts';
import { choiceNames } from './choices.ts';
import { overviewTexts } from './texts.ts';

interface WithoutResponsibleProps {
  readonly view: View;
  readonly plan: PlanFacts;
  readonly groups: readonly BodyParts[];
  readonly pathOf: (part: OverviewPart) => string;
}

/** Tells at the top, for all plans, how many parts nobody is responsible for, with a way to them. */
export function Unmanned(props: { view: View; plans: readonly PlanFacts[]; counts: readonly PlanCount[] }) {
  const { view, plans, counts } = props;
  const t = overviewTexts[view.language];
  const found = plans.flatMap(({ id, slug, title }) => {
    const count = counts.find(({ planId }) => planId === id)?.count ?? 0;
    return count === 0 ? [] : [{ slug, title, count }];
  });
  if (found.length === 0) return null;
  return (
    <Alert tone="warning">
      <p>{t.unmanned(found.reduce((sum, { count }) => sum + count, 0))}</p>
      <ul class="ds-list">
        {found.map(({ slug, title, count }) => (
          <li key={slug}>
            <a href={view.href(`/oversikt?plan=${slug}&visa=${choiceNames['without-responsible']}#utan-ansvarig`)}>
              <span lang={planLang(view)}>{title}</span> ({count})
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The parts of the plan that nobody is responsible for today, body by body. */
export function WithoutResponsible({ view, plan, groups, pathOf }: WithoutResponsibleProps) {
  const t = overviewTexts[view.language];
  const count = groups.reduce((sum, { parts }) => sum + parts.length, 0);
  const names = reachOf(view.actor, 'read-commitments') === 'everything';
  return (
    <section class="hk-stack" aria-labelledby="utan-ansvarig">
      <h2 id="utan-ansvarig">{t.withoutResponsible(count)}</h2>
      {count === 0 && <p>{t.allHaveResponsible}</p>}
      {count > 0 && <p class="hk-muted">{t.withoutResponsibleHint}</p>}
      {count > 0 && (
        <div>
          {groups.map(({ bodyId, bodyName, parts }) => (
            <Details key={bodyId} summary={<BodyCount view={view} name={bodyName} count={parts.length} />}>
              <ul class="hk-list">
                {parts.map((part) => (
                  <li key={part.commitment.id}>
                    <p>
                      <a href={view.href(pathOf(part))} lang={planLang(view)}>
                        {numbered(part.measure.label, shortened(part.measure.text))}
                      </a>{' '}
                      <span class="hk-muted">{roleName(wordsOf(view, plan), part.commitment.role)}</span>
                    </p>
                    {names && part.responsible && <p class="hk-muted">{whyNobody(view, part.responsible)}</p>}
                  </li>
                ))}
              </ul>
            </Details>
          ))}
        </div>
      )}
    </section>
  );
}

function BodyCount({ view, name, count }: { view: View; name: string; count: number }) {
  return (
    <>
      <span lang={planLang(view)}>{name}</span> ({count})
    </>
  );
}
