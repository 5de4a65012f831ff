import type { BodyEvent, BodyStory, WorksFor } from '../../app/organisation/ports.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import { namesOverTime } from '../../core/organisation/body-time.ts';
import type { View } from '../context.ts';
import { ErrorSummary, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, ButtonLink, Facts, Notice, Table } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import type { WrittenForm } from './body-form.tsx';
import { organisationTexts } from './texts.ts';
import { periodText, REGISTER, successionSentence } from './view-parts.tsx';

interface BodyPageProps {
  readonly view: View;
  readonly story: BodyStory;
  readonly events: readonly BodyEvent[];
  /** Open commitments that are left with it, if it has ended. */
  readonly left: number;
  /** Bodies that an administration can be said to work for. */
  readonly candidates: readonly BodyRecord[];
  /** The form for one more body that the administration works for. */
  readonly form: WrittenForm;
  readonly done: string | null;
}

/** All that the register knows of one body, and the way to change it. */
export function BodyPage(props: BodyPageProps) {
  const { view, story, left } = props;
  const { body } = story;
  const t = organisationTexts[view.language];
  const path = `${REGISTER}/${body.id}`;
  return (
    <div class="hk-stack">
      <h1 lang="sv">{body.name}</h1>
      <Notice message={props.done === null ? null : (t.done[props.done] ?? null)} />
      {left > 0 && (
        <Alert tone="warning">
          <p>
            {t.leftTitle}: {t.leftRow(left)}. {t.leftHint}
          </p>
        </Alert>
      )}
      <Facts
        pairs={[
          [t.abbreviation, <span lang="sv">{body.abbreviation ?? '–'}</span>],
          [t.kindLabel, t.kinds[body.kind]],
          [t.period, periodText(view.language, body)],
        ]}
      />
      <p class="hk-row">
        <ButtonLink href={view.href(`${path}/ny-ordning`)}>{t.reorganise}</ButtonLink>
        <ButtonLink href={view.href(`${path}/andra`)} quiet>
          {t.change}
        </ButtonLink>
        <a href={view.href(`/organ/${body.id}`)}>{t.publicPage}</a>
      </p>
      <Names view={view} body={body} />
      <Successions view={view} story={story} />
      {body.kind === 'administration' ? <WorksForPart {...props} /> : <Administrations view={view} story={story} />}
      <History view={view} events={props.events} />
    </div>
  );
}

function Names({ view, body }: { view: View; body: BodyRecord }) {
  if (body.formerNames.length === 0) return null;
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={t.namesTitle} id="namn">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.abbreviation}</th>
          <th scope="col">{t.period}</th>
        </tr>
      </thead>
      <tbody>
        {namesOverTime(body).map(({ name, abbreviation, ...period }) => (
          <tr key={`${name} ${period.validTo}`}>
            <th scope="row" lang="sv">
              {name}
            </th>
            <td lang="sv">{abbreviation}</td>
            <td>{periodText(view.language, period)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Successions({ view, story }: { view: View; story: BodyStory }) {
  const t = organisationTexts[view.language];
  const bodies = [story.body, ...story.others];
  return (
    <section class="hk-stack">
      <h2>{t.successionsTitle}</h2>
      {story.successions.length === 0 && <p>{t.noSuccessions}</p>}
      <ul class="hk-list">
        {story.successions.map((succession) => (
          <li key={succession.id}>
            {writeDate(view.language, succession.takesEffect)}:{' '}
            <a href={view.href(`${REGISTER}/andringar/${succession.id}`)}>
              {successionSentence(view.language, succession, bodies)}
            </a>{' '}
            <span class="hk-muted">({t.stateNames[succession.state]})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameIn(bodies: readonly BodyRecord[], id: string): string {
  return bodies.find((body) => body.id === id)?.name ?? '';
}

function WorksForPart({ view, story, candidates, form }: BodyPageProps) {
  const { language } = view;
  const t = organisationTexts[language];
  const own = story.worksFor.filter(({ administrationId }) => administrationId === story.body.id);
  const path = `${REGISTER}/${story.body.id}/arbetar-for`;
  const field = (name: string) => ({ language, name, value: form.values[name] ?? '', error: form.errors[name] });
  return (
    <section class="hk-stack" id="arbetar-for">
      <h2>{t.worksForTitle}</h2>
      {own.length === 0 ? <p>{t.worksForNone}</p> : <WorksForTable view={view} rows={own} others={story.others} />}
      <form class="hk-form hk-panel" method="post" action={view.href(`${path}#fel`)} novalidate>
        <h3>{t.worksForAdd}</h3>
        <ErrorSummary language={language} errors={form.errors} />
        <Select
          {...field('bodyId')}
          label={t.body}
          choices={[{ value: '', label: t.choose }, ...candidates.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField {...field('validFrom')} label={t.validFrom} hint={t.dayHint} required={false} short />
        <TextField {...field('validTo')} label={t.validTo} hint={t.endHint} required={false} short />
        <SubmitButton quiet>{t.save}</SubmitButton>
      </form>
    </section>
  );
}

interface WorksForTableProps {
  readonly view: View;
  readonly rows: readonly WorksFor[];
  readonly others: readonly BodyRecord[];
}

function WorksForTable({ view, rows, others }: WorksForTableProps) {
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={t.worksForCaption} id="arbetar">
      <thead>
        <tr>
          <th scope="col">{t.body}</th>
          <th scope="col">{t.period}</th>
          <th scope="col">{t.actions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = nameIn(others, row.bodyId);
          return (
            <tr key={row.id}>
              <th scope="row" lang="sv">
                <a href={view.href(`${REGISTER}/${row.bodyId}`)}>{name}</a>
              </th>
              <td>{periodText(view.language, row)}</td>
              <td>
                <a href={view.href(`${REGISTER}/${row.administrationId}/arbetar-for/${row.id}`)}>
                  {t.actions}
                  <span class="ds-sr-only">: {t.changeDays(name)}</span>
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Administrations({ view, story }: { view: View; story: BodyStory }) {
  const t = organisationTexts[view.language];
  return (
    <section class="hk-stack">
      <h2>{t.administrationsTitle}</h2>
      {story.worksFor.length === 0 && <p>{t.administrationsNone}</p>}
      <ul>
        {story.worksFor.map((row) => (
          <li key={row.id}>
            <a href={view.href(`${REGISTER}/${row.administrationId}`)} lang="sv">
              {nameIn(story.others, row.administrationId)}
            </a>{' '}
            <span class="hk-muted">({periodText(view.language, row)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ view, events }: { view: View; events: readonly BodyEvent[] }) {
  const t = organisationTexts[view.language];
  const told = events.flatMap((event) => {
    const name = Object.hasOwn(t.eventNames, event.kind) ? t.eventNames[event.kind as keyof typeof t.eventNames] : null;
    return name === null ? [] : [{ ...event, name }];
  });
  if (told.length === 0) return null;
  return (
    <Table language={view.language} caption={t.historyTitle} id="historik">
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.who}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ id, at, name, personName }) => (
          <tr key={id}>
            <td>{writeDate(view.language, swedishDay(at))}</td>
            <td>{name}</td>
            <td>{personName === null ? t.theProgram : shownName(view.language, personName)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
