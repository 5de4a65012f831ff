import type { ComponentChildren } from 'preact';
import type { BodyStory } from '../../app/organisation/ports.ts';
import { groupBy } from '../../app/plan/plan-tree.ts';
import type { MeasureInPlan } from '../../app/plan/ports.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import type { View } from '../context.ts';
import { writeDate } from '../language.ts';
import { numbered, planLang, roleName, StatusLine } from './parts.tsx';
import { planTexts, wordsOf } from './texts.ts';

interface BodyPageProps {
  readonly view: View;
  readonly story: BodyStory;
  /** ISO date. */
  readonly today: string;
  readonly measures: readonly MeasureInPlan[];
}

/** What a body has taken on in all adopted plans, what it was and what it became. */
export function BodyPage({ view, story, today, measures }: BodyPageProps) {
  const t = planTexts[view.language];
  const { body } = story;
  const ended = timeOf(body, today) === 'past';
  const groups = [...groupBy(measures, ({ plan }) => plan.id).values()];
  const lead = ended ? t.bodyLeadEnded : t.bodyLead(wordsOf(view, null));
  return (
    <article class="hk-stack">
      <h1 lang={planLang(view)}>{body.name}</h1>
      <Past view={view} story={story} ended={ended} />
      {!ended && <Served view={view} story={story} today={today} />}
      {groups.length === 0 ? <p>{ended ? t.bodyNoneEnded : t.bodyNone}</p> : <p class="hk-lead">{lead}</p>}
      {groups.map((group) => (
        <PlanGroup key={group[0]?.plan.id} view={view} bodyId={body.id} group={group} />
      ))}
    </article>
  );
}

/** Links to other bodies, with commas between. */
function BodyLinks({ view, story, ids }: { view: View; story: BodyStory; ids: readonly string[] }) {
  const links = [...new Set(ids)].flatMap((id): ComponentChildren[] => {
    const other = story.others.find((each) => each.id === id);
    if (other === undefined) return [];
    return [
      <a key={id} href={view.href(`/organ/${id}`)} lang={planLang(view)}>
        {other.name}
      </a>,
    ];
  });
  return <>{links.flatMap((link, at) => (at === 0 ? [link] : [', ', link]))}</>;
}

/** What has been carried out; what is only planned is not told to the public. */
function Past({ view, story, ended }: { view: View; story: BodyStory; ended: boolean }) {
  const t = planTexts[view.language];
  const { body } = story;
  const day = (date: string) => writeDate(view.language, date);
  const done = story.successions.filter(({ state, kind }) => state === 'applied' && kind !== 'rename');
  const after = done.flatMap(({ predecessors, successors }) => (predecessors.includes(body.id) ? successors : []));
  const successors = after.filter((id) => id !== body.id);
  const before = done.filter(({ predecessors, successors: to }) => {
    return to.includes(body.id) && predecessors.some((id) => id !== body.id);
  });
  return (
    <>
      {ended && body.validTo !== null && <p>{t.bodyEnded(day(body.validTo))}</p>}
      {successors.length > 0 && (
        <p>
          {t.bodyTakenOver} <BodyLinks view={view} story={story} ids={successors} />.
        </p>
      )}
      {before.map(({ id, takesEffect, predecessors }) => (
        <p key={id}>
          {t.bodyTookOver(day(takesEffect))}{' '}
          <BodyLinks view={view} story={story} ids={predecessors.filter((each) => each !== body.id)} />.
        </p>
      ))}
      {body.formerNames.map(({ name, until }) => (
        <p key={until}>{t.bodyFormerName(name, day(until))}</p>
      ))}
    </>
  );
}

/** Which administration works for the body now, or for which bodies it works. */
function Served({ view, story, today }: { view: View; story: BodyStory; today: string }) {
  const t = planTexts[view.language];
  const { body } = story;
  const now = story.worksFor.filter((row) => timeOf(row, today) === 'current');
  const by = now.flatMap(({ administrationId, bodyId }) => (bodyId === body.id ? [administrationId] : []));
  const of = now.flatMap(({ administrationId, bodyId }) => (administrationId === body.id ? [bodyId] : []));
  if (by.length + of.length === 0) return null;
  return (
    <p>
      {by.length > 0 ? t.bodyServedBy : t.bodyServes}:{' '}
      <BodyLinks view={view} story={story} ids={by.length > 0 ? by : of} />
    </p>
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
