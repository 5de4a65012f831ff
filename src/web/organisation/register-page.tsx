import type { StoredSuccession } from '../../app/organisation/ports.ts';
import { type BodyKind, type BodyRecord, bodyKinds } from '../../core/organisation/body.ts';
import { type BodyTime, bodyTimes, timeOf } from '../../core/organisation/body-time.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink, Notice, Table } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { organisationTexts } from './texts.ts';
import { periodText, REGISTER, successionSentence } from './view-parts.tsx';

/** What the list is narrowed to. */
export interface RegisterFilter {
  readonly time: BodyTime | 'all';
  readonly kind: BodyKind | null;
}

/** The filter that an address asks for; bodies of now and of all kinds when it asks for none. */
export function readFilter(time: string | undefined, kind: string | undefined): RegisterFilter {
  return {
    time: time === 'all' ? 'all' : (bodyTimes.find((each) => each === time) ?? 'current'),
    kind: bodyKinds.find((each) => each === kind) ?? null,
  };
}

interface RegisterPageProps {
  readonly view: View;
  readonly bodies: readonly BodyRecord[];
  readonly successions: readonly StoredSuccession[];
  readonly left: readonly { readonly bodyId: string; readonly count: number }[];
  readonly filter: RegisterFilter;
  /** ISO date. */
  readonly today: string;
  readonly done: string | null;
}

/** The register of bodies, with what is planned and what has been left behind. */
export function RegisterPage(props: RegisterPageProps) {
  const { view, bodies, filter, today } = props;
  const t = organisationTexts[view.language];
  const shown = bodies.filter(
    (body) =>
      (filter.time === 'all' || timeOf(body, today) === filter.time) &&
      (filter.kind === null || body.kind === filter.kind),
  );
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={props.done === null ? null : (t.done[props.done] ?? null)} />
      <p class="hk-row">
        <ButtonLink href={view.href(`${REGISTER}/nytt`)}>{t.add}</ButtonLink>
        <ButtonLink href={view.href(`${REGISTER}/import`)} quiet>
          {t.importLink}
        </ButtonLink>
      </p>
      <Left {...props} />
      <Planned {...props} />
      {bodies.length === 0 ? <p>{t.none}</p> : <Filter view={view} filter={filter} />}
      {bodies.length > 0 && (
        <p class="hk-muted" role="status">
          {shown.length === 0 ? t.noneMatch : t.shown(shown.length)}
        </p>
      )}
      {shown.length > 0 && <BodyTable view={view} bodies={shown} caption={t.times[filter.time]} />}
    </div>
  );
}

function Filter({ view, filter }: { view: View; filter: RegisterFilter }) {
  const { language } = view;
  const t = organisationTexts[language];
  const times = [...bodyTimes, 'all' as const].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <form method="get" action={view.href(REGISTER)} class="hk-filter">
      <Select
        language={language}
        name="tid"
        label={t.timeFilter}
        value={filter.time}
        choices={times.map((value) => ({ value, label: t.times[value] }))}
      />
      <Select
        language={language}
        name="slag"
        label={t.kindFilter}
        value={filter.kind ?? ''}
        choices={[{ value: '', label: t.allKinds }, ...bodyKinds.map((value) => ({ value, label: t.kinds[value] }))]}
      />
      <SubmitButton quiet>{t.filterButton}</SubmitButton>
    </form>
  );
}

const order: readonly (BodyTime | 'all')[] = ['current', 'coming', 'past', 'all'];

function BodyTable({ view, bodies, caption }: { view: View; bodies: readonly BodyRecord[]; caption: string }) {
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={caption} id="organ">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.abbreviation}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.period}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body) => (
          <tr key={body.id}>
            <th scope="row" lang="sv">
              <a href={view.href(`${REGISTER}/${body.id}`)}>{body.name}</a>
            </th>
            <td lang="sv">{body.abbreviation}</td>
            <td>{t.kinds[body.kind]}</td>
            <td>{periodText(view.language, body)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Left({ view, left, bodies }: RegisterPageProps) {
  if (left.length === 0) return null;
  const t = organisationTexts[view.language];
  return (
    <Alert tone="warning">
      <h2>{t.leftTitle}</h2>
      <p>{t.leftHint}</p>
      <ul>
        {left.map(({ bodyId, count }) => (
          <li key={bodyId}>
            <a href={view.href(`${REGISTER}/${bodyId}`)} lang="sv">
              {bodies.find(({ id }) => id === bodyId)?.name}
            </a>
            : {t.leftRow(count)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Planned({ view, successions, bodies }: RegisterPageProps) {
  const planned = successions.filter(({ state }) => state === 'planned');
  if (planned.length === 0) return null;
  return (
    <section class="hk-panel">
      <h2>{organisationTexts[view.language].comingTitle}</h2>
      <ul>
        {planned.map((succession) => (
          <li key={succession.id}>
            {writeDate(view.language, succession.takesEffect)}:{' '}
            <a href={view.href(`${REGISTER}/andringar/${succession.id}`)}>
              {successionSentence(view.language, succession, bodies)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
