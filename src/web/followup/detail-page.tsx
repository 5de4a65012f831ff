import type { ComponentChildren } from 'preact';
import type { CommitmentWhole } from '../../app/followup/ports.ts';
import type { ActingPerson, Responsible } from '../../app/people/ports.ts';
import { activityStates, type Report, reportStatuses } from '../../core/followup/commitment.ts';
import type { Timeliness } from '../../core/followup/timeliness.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Radios, Select, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Details, Facts, Notice } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { ResponsiblePart } from '../people/responsible-part.tsx';
import { shownName } from '../people/shown-name.ts';
import { BodyName, LateTag, planLang, roleName, StatusLine, StatusTag } from '../plan/parts.tsx';
import { capital } from '../plan/texts.sv.ts';
import { planTexts, statusWordsOf, wordsOf } from '../plan/texts.ts';
import { followupTexts } from './texts.ts';

/** What a sent form held and what was wrong with it; empty for a page that was just opened. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** What somebody else wrote meanwhile, shown beside what was written. */
  readonly conflict: ComponentChildren;
}

export const freshForm: FormState = { values: {}, errors: {}, conflict: null };

export interface DetailProps {
  readonly view: View;
  readonly whole: CommitmentWhole;
  /** The page's address without language, under which its forms are sent. */
  readonly base: string;
  readonly standing: Timeliness;
  /** Null for a part of no body in the register. */
  readonly responsible: Responsible | null;
  /** Those who can be made responsible; null for a reader who may not choose. */
  readonly people: readonly ActingPerson[] | null;
  readonly may: { readonly report: boolean; readonly answer: boolean; readonly keepActivities: boolean };
  /** New for each page; makes a form that is sent twice one report. */
  readonly requestKey: string;
  readonly report: FormState;
  readonly answer: FormState;
  readonly activity: FormState;
  /** Null for a page that was just opened. */
  readonly choice: FormState | null;
  readonly message: string | null;
}

/** One commitment: what it is, the report form, the answer, own activities, the others, and what was reported before. */
export function DetailPage(props: DetailProps) {
  const { view, whole, standing, may, message, responsible, people } = props;
  const { plan, measure, commitment } = whole;
  const words = wordsOf(view, plan);
  const kicker = measure.label === null ? words.measure : planTexts[view.language].openMeasure(words, measure.label);
  return (
    <article class="hk-stack">
      <Notice message={message} />
      <p class="hk-kicker">{capital(kicker)}</p>
      <h1 class="hk-h1-long" lang={planLang(view)}>
        {measure.text}
      </h1>
      <p class="hk-row">
        <StatusLine view={view} report={commitment.lastReport} />
        {standing.late && <LateTag view={view} />}
      </p>
      <CommitmentFacts view={view} whole={whole} />
      {responsible !== null && (
        <ResponsiblePart
          view={view}
          responsible={responsible}
          people={people}
          action={`${props.base}/ansvarig`}
          form={props.choice}
        />
      )}
      {may.answer && commitment.stance === 'unanswered' && <AnswerPart {...props} />}
      {may.report && <ReportPart {...props} />}
      <ActivitiesPart {...props} />
      {may.answer && commitment.stance !== 'unanswered' && <AnswerPart {...props} />}
      {!may.answer && commitment.comment !== '' && <Comment view={view} text={commitment.comment} />}
      <Others view={view} whole={whole} />
      <History view={view} reports={whole.reports} />
      <Moves view={view} moves={whole.moves} />
    </article>
  );
}

/** What the commitment is: body, role, year and plan. */
export function CommitmentFacts({ view, whole }: { view: View; whole: CommitmentWhole }) {
  const t = followupTexts[view.language];
  const p = planTexts[view.language];
  const { plan, measure, commitment } = whole;
  const planLink = (
    <a href={view.href(`/planer/${plan.slug}/atgarder/${measure.id}`)} lang={planLang(view)}>
      {plan.title}
    </a>
  );
  return (
    <Facts
      pairs={[
        [t.forBody, <BodyName view={view} part={commitment} />],
        [t.yourRole, roleName(wordsOf(view, plan), commitment.role)],
        [p.dueYear, measure.dueYear ?? p.noDueYear],
        [t.plan, planLink],
      ]}
    />
  );
}

/** The bodies that have had the commitment, when a change of the organisation has moved it. */
function Moves({ view, moves }: { view: View; moves: CommitmentWhole['moves'] }) {
  if (moves.length === 0) return null;
  const t = followupTexts[view.language];
  return (
    <section class="hk-stack">
      <h2>{t.movesTitle}</h2>
      <ul>
        {moves.map(({ fromName, toName, movedOn }, at) => (
          <li key={at}>{t.moved(writeDate(view.language, movedOn), fromName, toName)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The form of a report. */
export function ReportPart(props: Pick<DetailProps, 'view' | 'whole' | 'base' | 'requestKey' | 'report'>) {
  const { view, whole, base, requestKey, report } = props;
  const t = followupTexts[view.language];
  const { values, errors } = report;
  return (
    <section class="hk-panel" aria-labelledby="rapportera">
      <h2 id="rapportera">{t.reportHeading}</h2>
      <p class="hk-muted">{t.reportLead}</p>
      {report.conflict}
      <form method="post" action={view.href(`${base}/rapport#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="basedOn" value={whole.commitment.lastReport?.id ?? ''} />
        <Radios
          language={view.language}
          name="status"
          label={t.statusLabel}
          value={values.status ?? ''}
          error={errors.status}
          choices={reportStatuses.map((value) => ({
            value,
            label: statusWordsOf(view)[value],
            hint: t.statusHints[value],
          }))}
        />
        <TextArea
          language={view.language}
          name="text"
          lang="sv"
          label={t.textLabel}
          hint={t.textHint}
          value={values.text ?? ''}
          error={errors.text}
        />
        <SubmitButton>{t.send}</SubmitButton>
      </form>
    </section>
  );
}

type AnswerProps = Pick<DetailProps, 'view' | 'whole' | 'base' | 'answer'>;

/** What was answered about the role, and the form for it. */
export function AnswerPart(props: AnswerProps) {
  const { view, whole, answer } = props;
  const t = followupTexts[view.language];
  const { stance, comment } = whole.commitment;
  if (stance === 'unanswered')
    return (
      <section class="hk-panel" aria-labelledby="svara">
        <h2 id="svara">{t.answerHeading}</h2>
        <p class="hk-muted">{t.answerLead}</p>
        <AnswerForm {...props} />
      </section>
    );
  return (
    <section class="hk-stack" aria-labelledby="svara">
      <h2 id="svara">{t.answered}</h2>
      <p>{t.stances[stance]}.</p>
      {comment !== '' && <Comment view={view} text={comment} />}
      <Details summary={t.changeAnswer} open={answer !== freshForm}>
        <AnswerForm {...props} />
      </Details>
    </section>
  );
}

function AnswerForm({ view, whole, base, answer }: AnswerProps) {
  const t = followupTexts[view.language];
  const { values, errors } = answer;
  return (
    <>
      {answer.conflict}
      <form method="post" action={view.href(`${base}/svar#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <input type="hidden" name="rowVersion" value={whole.commitment.rowVersion} />
        <Radios
          language={view.language}
          name="stance"
          label={t.answerLabel}
          value={values.stance ?? ''}
          error={errors.stance}
          choices={[
            { value: 'accepted', label: t.accept },
            { value: 'commented', label: t.comment },
          ]}
        />
        <TextArea
          language={view.language}
          name="comment"
          lang="sv"
          rows={4}
          required={false}
          label={t.commentLabel}
          hint={t.commentHint}
          value={values.comment ?? ''}
          error={errors.comment}
        />
        <SubmitButton>{t.sendAnswer}</SubmitButton>
      </form>
    </>
  );
}

function Comment({ view, text }: { view: View; text: string }) {
  return (
    <blockquote class="hk-quote" lang={planLang(view)}>
      {text}
    </blockquote>
  );
}

function ActivitiesPart({ view, whole, may, activity }: DetailProps) {
  const t = followupTexts[view.language];
  const { id } = whole.commitment;
  const day = (iso: string | null) => (iso === null ? null : writeDate(view.language, iso));
  return (
    <section class="hk-stack" aria-labelledby="aktiviteter">
      <h2 id="aktiviteter">{t.activitiesHeading}</h2>
      <p class="hk-muted">{t.activitiesLead}</p>
      {whole.activities.length === 0 && <p>{t.noActivities}</p>}
      {whole.activities.length > 0 && (
        <ul class="hk-list">
          {whole.activities.map((each) => (
            <li key={each.id}>
              <h3 lang={planLang(view)}>{each.title}</h3>
              <p class="hk-row">
                <span>{t.activityStates[each.state]}</span>
                <span class="hk-muted">{t.dates(day(each.startsOn), day(each.endsOn))}</span>
                {may.keepActivities && (
                  <a href={view.href(`/ataganden/${id}/aktiviteter/${each.id}`)}>
                    {t.changeActivity}
                    <span class="ds-sr-only">: {each.title}</span>
                  </a>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {may.keepActivities && (
        <Details summary={t.addActivity} open={activity !== freshForm}>
          <ActivityForm view={view} action={`/ataganden/${id}/aktiviteter`} form={activity} rowVersion={null} />
        </Details>
      )}
    </section>
  );
}

interface ActivityFormProps {
  readonly view: View;
  readonly action: string;
  readonly form: FormState;
  /** The version that is changed; null for a new activity. */
  readonly rowVersion: number | null;
}

/** The form of an activity, new or changed. */
export function ActivityForm({ view, action, form, rowVersion }: ActivityFormProps) {
  const t = followupTexts[view.language];
  const { language } = view;
  const { values, errors } = form;
  const date = { language, type: 'date', short: true, required: false } as const;
  return (
    <>
      {form.conflict}
      <form method="post" action={view.href(`${action}#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        {rowVersion !== null && <input type="hidden" name="rowVersion" value={rowVersion} />}
        <TextField
          language={language}
          name="title"
          label={t.activityTitle}
          value={values.title ?? ''}
          error={errors.title}
        />
        <TextField
          {...date}
          name="startsOn"
          label={t.activityStart}
          value={values.startsOn ?? ''}
          error={errors.startsOn}
        />
        <TextField {...date} name="endsOn" label={t.activityEnd} value={values.endsOn ?? ''} error={errors.endsOn} />
        <Select
          language={language}
          name="state"
          label={t.activityState}
          value={values.state ?? 'planned'}
          error={errors.state}
          choices={activityStates.map((value) => ({ value, label: t.activityStates[value] }))}
        />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </>
  );
}

function Others({ view, whole }: { view: View; whole: CommitmentWhole }) {
  const t = followupTexts[view.language];
  const others = whole.siblings.filter(({ id }) => id !== whole.commitment.id);
  const words = wordsOf(view, whole.plan);
  return (
    <section class="hk-stack" aria-labelledby="andra">
      <h2 id="andra">{t.othersHeading}</h2>
      {others.length === 0 && <p>{t.noOthers}</p>}
      {others.length > 0 && (
        <ul class="hk-list">
          {others.map((part) => (
            <li key={part.id} class="hk-row">
              <strong>
                <BodyName view={view} part={part} />
              </strong>
              <span class="hk-muted">{roleName(words, part.role)}</span>
              <StatusLine view={view} report={part.lastReport} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function History({ view, reports }: { view: View; reports: readonly Report[] }) {
  const t = followupTexts[view.language];
  return (
    <section class="hk-stack" aria-labelledby="historik">
      <h2 id="historik">{t.historyHeading}</h2>
      {reports.length === 0 && <p>{t.noHistory}</p>}
      {reports.length > 0 && (
        <ol class="hk-list">
          {reports.map((report) => (
            <li key={report.id} class="hk-stack">
              <ReportText view={view} report={report} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A report as it was written; `author` false leaves out who wrote it. */
export function ReportText({ view, report, author = true }: { view: View; report: Report; author?: boolean }) {
  const t = followupTexts[view.language];
  return (
    <>
      <p class="hk-row">
        <StatusTag view={view} status={report.status} />
        <span class="hk-muted hk-small">
          {author
            ? t.reportBy(shownName(view.language, report.authorName), writeDate(view.language, report.reportedOn))
            : writeDate(view.language, report.reportedOn)}
        </span>
      </p>
      <p class="hk-written" lang={planLang(view)}>
        {report.text}
      </p>
    </>
  );
}

/** The box that shows what somebody else wrote meanwhile. */
export function ConflictBox({ view, lead, children }: { view: View; lead: string; children: ComponentChildren }) {
  const t = followupTexts[view.language];
  return (
    <div class="ds-alert" data-color="warning" role="alert" id="fel" tabIndex={-1}>
      <h3>{t.conflictTitle}</h3>
      <p>{lead}</p>
      <h4>{t.theirs}</h4>
      {children}
    </div>
  );
}
