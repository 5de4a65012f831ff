import type { WatchedWithDays } from '../../app/horizon/list-watched.ts';
import type { TouchedThing, WatchedEvent, WatchedItem, WatchedView } from '../../app/horizon/ports.ts';
import type { NearDay, WatchedState } from '../../core/horizon/watched-item.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink, Details, Facts, type IconName, Notice, Table, Tag, type Tone } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { horizonTexts } from './texts.ts';

export const HORIZON = '/omvarld';

const looks: Readonly<Record<WatchedState, readonly [Tone, IconName]>> = {
  expected: ['info', 'clock'],
  decided: ['warning', 'half'],
  'in-force': ['success', 'check'],
  ended: ['neutral', 'stop'],
};

function StateTag({ view, state }: { view: View; state: WatchedState }) {
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {horizonTexts[view.language].states[state]}
    </Tag>
  );
}

function changes(view: View): boolean {
  return reachOf(view.actor, 'change-horizon') !== 'nothing';
}

/** One day that somebody should know of, with the way to what it is of. */
function NearLine({ view, item, near }: { view: View; item: WatchedItem; near: NearDay }) {
  const t = horizonTexts[view.language];
  return (
    <li>
      <a href={view.href(`${HORIZON}/${item.id}`)} lang={planLang(view)}>
        {item.title}
      </a>{' '}
      {t.days[near.kind]} {writeDate(view.language, near.day)} ({t.daysLeft(near.daysLeft)})
    </li>
  );
}

/** The days that are near or have passed, for the list and the overview. Nothing when there are none. */
export function NearDays(props: { view: View; items: readonly WatchedWithDays[]; heading: string; more: boolean }) {
  const { view, items, heading, more } = props;
  const t = horizonTexts[view.language];
  const near = items.flatMap(({ item, near: days }) => days.map((day) => ({ item, day })));
  if (near.length === 0) return null;
  return (
    <Alert tone={near.some(({ day }) => day.daysLeft < 0) ? 'warning' : 'info'}>
      <h2>{heading}</h2>
      <ul class="ds-list">
        {near
          .sort((a, b) => a.day.daysLeft - b.day.daysLeft)
          .map(({ item, day }) => (
            <NearLine key={`${item.id} ${day.kind}`} view={view} item={item} near={day} />
          ))}
      </ul>
      {more && (
        <p>
          <a href={view.href(HORIZON)}>{t.overviewMore}</a>
        </p>
      )}
    </Alert>
  );
}

/** Everything that is watched. */
export function HorizonPage({ view, items }: { view: View; items: readonly WatchedWithDays[] }) {
  const t = horizonTexts[view.language];
  const open = items.filter(({ item }) => item.state !== 'ended');
  const ended = items.filter(({ item }) => item.state === 'ended');
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      {changes(view) && (
        <p>
          <ButtonLink href={view.href(`${HORIZON}/ny`)} quiet>
            {t.add}
          </ButtonLink>
        </p>
      )}
      <NearDays view={view} items={open} heading={t.nearHeading} more={false} />
      {open.length === 0 && <p>{ended.length === 0 ? t.none : t.noneHere}</p>}
      {open.length > 0 && <ItemTable view={view} items={open} id="bevakas" caption={t.list} />}
      {ended.length > 0 && (
        <Details summary={t.ended(ended.length)}>
          <ItemTable view={view} items={ended} id="avslutade" caption={t.ended(ended.length)} />
        </Details>
      )}
    </div>
  );
}

function ownerOf({ language }: View, { ownerName }: Pick<WatchedView, 'ownerName'>): string {
  return ownerName === null ? horizonTexts[language].noOwner : shownName(language, ownerName);
}

function ItemTable(props: { view: View; items: readonly WatchedWithDays[]; id: string; caption: string }) {
  const { view, items, id, caption } = props;
  const t = horizonTexts[view.language];
  return (
    <Table language={view.language} id={id} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.daysHeading}</th>
          <th scope="col">{t.owner}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item }) => (
          <tr key={item.id}>
            <th scope="row">
              <a href={view.href(`${HORIZON}/${item.id}`)} lang={planLang(view)}>
                {item.title}
              </a>
            </th>
            <td>{t.kinds[item.kind]}</td>
            <td>
              <StateTag view={view} state={item.state} />
            </td>
            <td>{dayWords(view, item).join('; ') || t.noDays}</td>
            <td lang={planLang(view)}>{ownerOf(view, item)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function dayWords(view: View, item: WatchedItem): string[] {
  const t = horizonTexts[view.language];
  const pairs = [
    [t.expectedOn, item.expectedOn],
    [t.inForceOn, item.inForceOn],
    [t.followUpOn, item.followUpOn],
  ] as const;
  return pairs.flatMap(([name, day]) => (day === null ? [] : [`${name} ${writeDate(view.language, day)}`]));
}

interface ItemPageProps {
  readonly view: View;
  readonly watched: WatchedWithDays;
  readonly touched: readonly TouchedThing[];
  readonly events: readonly WatchedEvent[];
  readonly plans: readonly PlanFacts[];
  readonly message: string | null;
}

/** One thing that is watched: its days, what it touches, and what has been done with it. */
export function ItemPage({ view, watched, touched, events, plans, message }: ItemPageProps) {
  const t = horizonTexts[view.language];
  const { item } = watched;
  const lang = planLang(view);
  const day = (isoDate: string | null) => (isoDate === null ? t.unknownDay : writeDate(view.language, isoDate));
  return (
    <article class="hk-stack">
      <p class="hk-kicker">{t.kinds[item.kind]}</p>
      <h1 class="hk-h1-long" lang={lang}>
        {item.title}
      </h1>
      <Notice message={message} />
      <p>
        <StateTag view={view} state={item.state} />
      </p>
      <NearDays view={view} items={[watched]} heading={t.nearHeading} more={false} />
      {item.summary !== '' && (
        <p class="hk-written" lang={lang}>
          {item.summary}
        </p>
      )}
      <Facts
        pairs={[
          [t.expectedOn, day(item.expectedOn)],
          [t.inForceOn, day(item.inForceOn)],
          [t.followUpOn, day(item.followUpOn)],
          [t.owner, <span lang={lang}>{ownerOf(view, item)}</span>],
          [
            t.source,
            item.sourceUrl === '' ? (
              t.noSource
            ) : (
              <a href={item.sourceUrl} rel="noreferrer" class="hk-code">
                {item.sourceUrl}
              </a>
            ),
          ],
        ]}
      />
      {changes(view) && (
        <p>
          <a href={view.href(`${HORIZON}/${item.id}/andra`)}>{t.change}</a>
        </p>
      )}
      <h2>{t.touchedHeading}</h2>
      {touched.length === 0 ? <p>{t.touchedNone}</p> : <TouchedList view={view} touched={touched} />}
      {changes(view) && plans.length > 0 && <PlanChooser view={view} item={item} plans={plans} />}
      <h2>{t.history}</h2>
      <ul class="ds-list">
        {events.map((event, index) => (
          <li key={index}>
            {t.happened(
              event.personName === null ? t.program : shownName(view.language, event.personName),
              t.done[event.kind] ?? event.kind,
              writeInstant(view.language, event.happenedAt),
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

function TouchedList({ view, touched }: { view: View; touched: readonly TouchedThing[] }) {
  const t = horizonTexts[view.language];
  const lang = planLang(view);
  const plans = [...new Map(touched.map((thing) => [thing.planId, thing])).values()];
  return (
    <ul class="hk-list">
      {plans.map((plan) => (
        <li key={plan.planId} class="hk-stack">
          <h3 lang={lang}>
            <a href={view.href(`/planer/${plan.planSlug}`)}>{plan.planTitle}</a>
          </h3>
          <ul class="ds-list">
            {touched
              .filter(({ planId }) => planId === plan.planId)
              .map(({ measureId, label, text }) => (
                <li key={measureId ?? 'whole'}>
                  {measureId === null ? (
                    t.wholePlan
                  ) : (
                    <a href={view.href(`/planer/${plan.planSlug}/atgarder/${measureId}`)} lang={lang}>
                      {numbered(label, text ?? '')}
                    </a>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function PlanChooser({ view, item, plans }: { view: View; item: WatchedItem; plans: readonly PlanFacts[] }) {
  const t = horizonTexts[view.language];
  return (
    <form method="get" action={view.href(`${HORIZON}/${item.id}/berors`)} class="hk-filter">
      <Select
        language={view.language}
        name="plan"
        label={t.touchPlan}
        value=""
        required={null}
        choices={plans.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <SubmitButton quiet>{t.touchShow}</SubmitButton>
    </form>
  );
}
