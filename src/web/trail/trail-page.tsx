import type { TrailPage } from '../../app/trail/read-trail.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Details, Notice } from '../design/parts.tsx';
import { shownName } from '../people/shown-name.ts';
import { OpenSupport } from '../support-access/open-list.tsx';
import { EventItem } from './event-item.tsx';
import { trailTexts } from './texts.ts';
import { type AskedFilter, addressOf, writePlace } from './trail-query.ts';

export const TRAIL = '/administration/sparlogg';

interface TrailPageProps {
  readonly view: View;
  readonly asked: AskedFilter;
  readonly page: TrailPage;
  /** True when the page is not the newest one. */
  readonly older: boolean;
  readonly errors: FieldErrors;
  readonly notice: string | null;
}

/** The trail: what to look for, and the events that fit, newest first. */
export function TrailList({ view, asked, page, older, errors, notice }: TrailPageProps) {
  const t = trailTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p class="hk-row">
        <a href={view.href(`${TRAIL}/utan-rapport`)}>{t.silent.link}</a>
        <a href={view.href(`${TRAIL}/lamna-ut`)}>{t.export.link}</a>
      </p>
      <Notice message={notice} />
      <OpenSupport view={view} open={page.choices.support} path={TRAIL} />
      <ErrorSummary language={view.language} errors={errors} />
      <Filter view={view} asked={asked} page={page} errors={errors} />
      <h2>{t.list}</h2>
      {page.events.length === 0 && <p role="status">{asked.narrowed || older ? t.noneMatch : t.none}</p>}
      {page.events.length > 0 && (
        <ul class="hk-list">
          {page.events.map((event) => (
            <EventItem key={event.sequence} view={view} things={page.things} event={event} />
          ))}
        </ul>
      )}
      <p class="hk-row">
        {older && <a href={view.href(addressOf(TRAIL, asked.values))}>{t.newest}</a>}
        {page.next && (
          <a rel="next" href={view.href(addressOf(TRAIL, asked.values, { fore: writePlace(page.next) }))}>
            {t.older}
          </a>
        )}
      </p>
    </div>
  );
}

function Filter({ view, asked, page, errors }: Pick<TrailPageProps, 'view' | 'asked' | 'page' | 'errors'>) {
  const t = trailTexts[view.language];
  const { filter } = t;
  return (
    <Details summary={filter.heading} open={asked.narrowed}>
      <form method="get" action={view.href(TRAIL)} class="hk-filter">
        <WhoAndWhat view={view} asked={asked} page={page} />
        <When view={view} asked={asked} errors={errors} />
        <SubmitButton quiet>{filter.show}</SubmitButton>
        {asked.narrowed && <a href={view.href(TRAIL)}>{filter.clear}</a>}
      </form>
    </Details>
  );
}

function WhoAndWhat({ view, asked, page }: Pick<TrailPageProps, 'view' | 'asked' | 'page'>) {
  const { kinds, filter } = trailTexts[view.language];
  const { language } = view;
  const { people, bodies, plans } = page.choices;
  const all = (label: string) => ({ value: '', label });
  const named = Object.entries(kinds).map(([value, { name }]) => ({ value, label: name }));
  const sorted = named.sort((a, b) => a.label.localeCompare(b.label, language));
  const selects = [
    [
      'person',
      filter.person,
      [all(filter.allPeople), ...people.map(({ id, name }) => ({ value: id, label: shownName(language, name) }))],
    ],
    ['organ', filter.body, [all(filter.allBodies), ...bodies.map(({ id, name }) => ({ value: id, label: name }))]],
    ['plan', filter.plan, [all(filter.allPlans), ...plans.map(({ id, title }) => ({ value: id, label: title }))]],
    ['handelse', filter.kind, [all(filter.allKinds), ...sorted]],
  ] as const;
  return (
    <>
      {selects.map(([name, label, choices]) => (
        <Select
          key={name}
          language={language}
          name={name}
          label={label}
          value={asked.values[name]}
          required={null}
          choices={choices}
        />
      ))}
    </>
  );
}

function When({ view, asked, errors }: Pick<TrailPageProps, 'view' | 'asked' | 'errors'>) {
  const { filter } = trailTexts[view.language];
  const { language } = view;
  const { values } = asked;
  const common = { language, required: null } as const;
  return (
    <>
      <TextField
        {...common}
        name="atgard"
        label={filter.measure}
        hint={filter.measureHint}
        value={values.atgard}
        short
      />
      <TextField
        {...common}
        name="fran"
        type="date"
        label={filter.from}
        value={values.fran}
        error={errors.fran}
        short
      />
      <TextField {...common} name="till" type="date" label={filter.to} value={values.till} error={errors.till} short />
      <TextField {...common} name="begaran" label={filter.request} hint={filter.requestHint} value={values.begaran} />
    </>
  );
}
