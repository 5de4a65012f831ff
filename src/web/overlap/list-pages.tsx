import type { Similarity } from '../../app/overlap/compare-measures.ts';
import type { PlacedMeasure } from '../../app/overlap/ports.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { Details } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { wordsOf } from '../plan/texts.ts';
import { MarkedText, OtherSide } from './parts.tsx';
import { overlapTexts } from './texts.ts';

interface SimilarPageProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly measure: PlacedMeasure;
  readonly similar: readonly Similarity[];
}

/** The measures of other plans that are most like one. */
export function SimilarPage({ view, facts, measure, similar }: SimilarPageProps) {
  const t = overlapTexts[view.language];
  const words = wordsOf(view, facts);
  return (
    <div class="hk-stack">
      <h1>{t.similarTitle(words, measure.label)}</h1>
      <blockquote class="hk-quote" lang={planLang(view)}>
        {measure.text}
      </blockquote>
      <p>{similar.length === 0 ? t.noSimilar(words) : t.similarLead(words)}</p>
      {similar.length > 0 && (
        <ol class="hk-list">
          {similar.map((pair) => (
            <li key={pair.there.id}>
              <OtherSide view={view} pair={pair} />
            </li>
          ))}
        </ol>
      )}
      <p class="hk-row">
        <a href={view.href(`/planer/${facts.slug}/atgarder/${measure.id}`)}>{t.back(words)}</a>
        <a href={view.href(`/overlapp?plan=${facts.slug}`)}>{t.overlapLink}</a>
      </p>
    </div>
  );
}

interface OverlapPageProps {
  readonly view: View;
  readonly plans: readonly PlanFacts[];
  /** The plan whose pairs are shown; null when there is none. */
  readonly facts: PlanFacts | null;
  readonly pairs: readonly Similarity[];
}

/** The pairs of one plan with all others: those to be decided first, then those that have a verdict. */
export function OverlapPage({ view, plans, facts, pairs }: OverlapPageProps) {
  const t = overlapTexts[view.language];
  const open = pairs.filter(({ verdict }) => verdict === null);
  const settled = pairs.filter(({ verdict }) => verdict !== null && verdict.verdict !== 'none');
  const none = pairs.filter(({ verdict }) => verdict?.verdict === 'none');
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead(wordsOf(view, null))}</p>
      {reachOf(view.actor, 'change-word-rules') !== 'nothing' && (
        <p>
          <a href={view.href('/overlapp/synonymer')}>{t.synonymsLink}</a>
        </p>
      )}
      {facts === null && <p>{t.noPlans}</p>}
      {facts !== null && plans.length < 2 && <p>{t.onePlan}</p>}
      {facts !== null && plans.length > 1 && (
        <>
          <Chooser view={view} plans={plans} slug={facts.slug} />
          <h2>{t.openHeading}</h2>
          <p>{open.length === 0 ? t.noOpen : t.openCount(open.length)}</p>
          <PairList view={view} pairs={open} />
          <h2>{t.settledHeading}</h2>
          {settled.length === 0 && none.length === 0 && <p>{t.noSettled}</p>}
          <PairList view={view} pairs={settled} />
          {none.length > 0 && (
            <Details summary={t.noneHeading(none.length)}>
              <PairList view={view} pairs={none} />
            </Details>
          )}
        </>
      )}
    </div>
  );
}

function Chooser({ view, plans, slug }: { view: View; plans: readonly PlanFacts[]; slug: string }) {
  const t = overlapTexts[view.language];
  return (
    <form method="get" action={view.href('/overlapp')} class="hk-filter">
      <Select
        language={view.language}
        name="plan"
        label={t.planLabel}
        value={slug}
        required={null}
        choices={plans.map((plan) => ({ value: plan.slug, label: plan.title }))}
      />
      <SubmitButton quiet>{t.show}</SubmitButton>
    </form>
  );
}

function PairList({ view, pairs }: { view: View; pairs: readonly Similarity[] }) {
  if (pairs.length === 0) return null;
  return (
    <ul class="hk-list">
      {pairs.map((pair) => (
        <li key={`${pair.here.id} ${pair.there.id}`} class="hk-two">
          <p>
            {pair.here.label !== null && <strong class="hk-number">{pair.here.label} </strong>}
            <MarkedText view={view} text={pair.here.text} words={pair.shared.map(({ here }) => here)} />
          </p>
          <OtherSide view={view} pair={pair} />
        </li>
      ))}
    </ul>
  );
}
