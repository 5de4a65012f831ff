import type { Similarity } from '../../app/overlap/compare-measures.ts';
import type { PlacedMeasure, Verdict } from '../../app/overlap/ports.ts';
import { markWords, type SharedWord } from '../../core/overlap/similarity.ts';
import type { OverlapVerdict } from '../../core/overlap/verdict.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { type IconName, Tag, type Tone } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { overlapTexts } from './texts.ts';

const looks: Readonly<Record<OverlapVerdict, readonly [Tone, IconName]>> = {
  complements: ['info', 'half'],
  overlaps: ['warning', 'question'],
  same: ['danger', 'stop'],
  none: ['neutral', 'circle'],
};

/** A verdict as a tag. */
export function VerdictTag({ view, verdict }: { view: View; verdict: OverlapVerdict }) {
  const [tone, icon] = looks[verdict];
  return (
    <Tag tone={tone} icon={icon}>
      {overlapTexts[view.language].verdicts[verdict].name}
    </Tag>
  );
}

/** A verdict with who gave it and when, its reason, and whether a text has changed since. */
export function VerdictLines({ view, verdict, changedSince }: { view: View; verdict: Verdict; changedSince: boolean }) {
  const t = overlapTexts[view.language];
  return (
    <>
      <p class="hk-row">
        <VerdictTag view={view} verdict={verdict.verdict} />
        <span class="hk-small hk-muted">
          {t.settled(shownName(view.language, verdict.settledByName), writeInstant(view.language, verdict.settledAt))}
        </span>
        {changedSince && (
          <Tag tone="warning" icon="pencil">
            {t.changedShort}
          </Tag>
        )}
      </p>
      {verdict.reason !== '' && (
        <p class="hk-written" lang={planLang(view)}>
          {verdict.reason}
        </p>
      )}
    </>
  );
}

/** A text with the shared words marked. */
export function MarkedText({ view, text, words }: { view: View; text: string; words: readonly string[] }) {
  return (
    <span lang={planLang(view)}>
      {markWords(text, words).map((piece, index) =>
        piece.shared ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </span>
  );
}

/** The address of the page of a pair, seen from one of them. */
export function pairPath(here: PlacedMeasure, there: PlacedMeasure): string {
  return `/overlapp/par/${here.id}/${there.id}`;
}

/** "utbilda, vårdnadshavare – föräldrar": what two texts share, in words. */
export function SharedLine({ view, shared }: { view: View; shared: readonly SharedWord[] }) {
  const t = overlapTexts[view.language];
  const words = shared.map(({ here, there, how }) => (how === 'same' ? here : `${here} – ${there.join(', ')}`));
  return (
    <p class="hk-small">
      <span class="hk-muted">{t.sharedWords}: </span>
      <span lang={planLang(view)}>{words.length === 0 ? t.noShared : words.join('; ')}</span>
    </p>
  );
}

/** A measure's number and text with a link to its page, and the plan that it stands in. */
export function MeasureLink({
  view,
  measure,
  words,
}: {
  view: View;
  measure: PlacedMeasure;
  words: readonly string[];
}) {
  const t = overlapTexts[view.language];
  return (
    <>
      <p>
        {measure.label !== null && <strong class="hk-number">{measure.label} </strong>}
        <MarkedText view={view} text={measure.text} words={words} />
      </p>
      <p class="hk-small hk-row">
        <a href={view.href(`/planer/${measure.planSlug}/atgarder/${measure.id}`)} lang={planLang(view)}>
          {measure.planTitle}
        </a>
        {measure.planState === 'draft' && (
          <Tag tone="warning" icon="pencil">
            {t.draft}
          </Tag>
        )}
      </p>
    </>
  );
}

/** The other side of a pair in a list: text, plan, shared words, verdict, and the way to the page of the pair. */
export function OtherSide({ view, pair }: { view: View; pair: Similarity }) {
  const t = overlapTexts[view.language];
  const { here, there, shared, verdict } = pair;
  const settles = reachOf(view.actor, 'settle-overlap') !== 'nothing';
  const name = (measure: PlacedMeasure) => numbered(measure.label, measure.planTitle);
  return (
    <div class="hk-stack">
      <MeasureLink view={view} measure={there} words={shared.flatMap((word) => word.there)} />
      <SharedLine view={view} shared={shared} />
      {verdict !== null && <VerdictLines view={view} verdict={verdict} changedSince={pair.changedSince} />}
      <p>
        <a
          href={view.href(pairPath(here, there))}
          aria-label={`${settles ? t.compare : t.compareOnly}: ${t.comparePair(name(here), name(there))}`}
        >
          {settles ? t.compare : t.compareOnly}
        </a>
      </p>
    </div>
  );
}
