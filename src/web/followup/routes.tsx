import { answerCommitment } from '../../app/followup/answer-commitment.ts';
import type { FollowupFault } from '../../app/followup/forms.ts';
import { addActivity, changeActivity } from '../../app/followup/keep-activities.ts';
import {
  type CommitmentFilter,
  commitmentFilters,
  listOwnCommitments,
  matchesFilter,
} from '../../app/followup/list-own-commitments.ts';
import { type CommitmentRefusal, openCommitment } from '../../app/followup/open-commitment.ts';
import type { CommitmentWhole } from '../../app/followup/ports.ts';
import { reportStatus } from '../../app/followup/report-status.ts';
import { type Calendar, standingOf } from '../../app/followup/standing.ts';
import { chooseResponsible } from '../../app/people/choose-responsible.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import type { Activity } from '../../core/followup/commitment.ts';
import { may, type Operation } from '../../core/permission/may.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { designTexts } from '../design/texts.ts';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { shownName } from '../people/shown-name.ts';
import { peopleTexts } from '../people/texts.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ActivityForm, ConflictBox, DetailPage, type FormState, freshForm, ReportText } from './detail-page.tsx';
import { ListPage } from './list-page.tsx';
import { followupTexts } from './texts.ts';

/** The pages on which a body sees what it has taken on, answers and reports. */
export function followupRoutes(deps: WebDeps): readonly Route[] {
  const one = '/ataganden/:id' as const;
  const activity = `${one}/aktiviteter/:activityId` as const;
  return [
    { method: 'GET', path: '/ataganden', access: 'report-status', handle: (c) => showList(deps, c) },
    { method: 'GET', path: one, access: 'read-commitments', handle: (c) => showOne(deps, c) },
    { method: 'POST', path: `${one}/rapport`, access: 'report-status', handle: (c) => doReport(deps, c) },
    { method: 'POST', path: `${one}/svar`, access: 'answer-commitment', handle: (c) => doAnswer(deps, c) },
    { method: 'POST', path: `${one}/ansvarig`, access: 'answer-commitment', handle: (c) => doChoose(deps, c) },
    { method: 'POST', path: `${one}/aktiviteter`, access: 'change-activity', handle: (c) => doAddActivity(deps, c) },
    { method: 'GET', path: activity, access: 'change-activity', handle: (c) => showActivity(deps, c) },
    { method: 'POST', path: activity, access: 'change-activity', handle: (c) => doChangeActivity(deps, c) },
  ];
}

function calendarOf(deps: WebDeps, view: View): Calendar {
  return { today: swedishDay(deps.clock.now()), reportDueDays: view.municipality.reportDueDays };
}

async function showList(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const actor = actorOf(c);
  const all = await listOwnCommitments(deps)(actor, calendarOf(deps, view));
  const asked = c.req.query('visa');
  const filter: CommitmentFilter = commitmentFilters.find((each) => each === asked) ?? 'all';
  const shown = all.filter((row) => matchesFilter(row, filter));
  const nameBodies = new Set(all.map(({ commitment }) => commitment.bodyId)).size > 1;
  return respond(
    c,
    { title: followupTexts[view.language].title, menu: 'commitments', unlisted: true },
    <ListPage view={view} all={all} shown={shown} filter={filter} nameBodies={nameBodies} />,
  );
}

interface Forms {
  readonly report?: FormState;
  readonly answer?: FormState;
  readonly activity?: FormState;
  readonly choice?: FormState;
}

/** Opens the commitment of the address, or answers that it is not there. */
async function open(deps: WebDeps, c: WebContext): Promise<CommitmentWhole | null> {
  const id = c.req.param('id');
  if (!isId(id)) return null;
  const opened = await openCommitment(deps)(actorOf(c), id);
  return opened.ok ? opened.value : null;
}

async function showOne(deps: WebDeps, c: WebContext, forms: Forms = {}, status: PageStatus = 200) {
  const whole = await open(deps, c);
  if (whole === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = followupTexts[view.language];
  const { plan, measure, commitment } = whole;
  const mayDo = (operation: Operation) => {
    const thing = { municipality: view.municipality.code, bodyId: commitment.bodyId };
    return plan.state === 'adopted' && commitment.bodyId !== null && may(view.actor, operation, thing);
  };
  const faults = Object.values(forms).reduce((sum, form) => sum + Object.keys(form.errors).length, 0);
  const title = titleWithErrors(view.language, numbered(measure.label, shortened(measure.text)), faults);
  const done = c.req.query('klart');
  const message =
    done === 'rapport' || done === 'svar' || done === 'aktivitet' || done === 'ansvarig' ? t.done[done] : null;
  const { code } = view.municipality;
  const { today } = calendarOf(deps, view);
  const [responsible] = await deps.store.read.listResponsible(code, { commitmentId: commitment.id }, today);
  const bodyIds = commitment.bodyId === null ? [] : [commitment.bodyId];
  const mayChoose = mayDo('answer-commitment');
  const people = mayChoose ? await deps.store.read.listPeopleOfBodies(code, bodyIds, today) : null;
  return respond(
    c,
    { title, menu: 'commitments', crumbs: [{ text: t.title, path: '/ataganden' }], unlisted: true },
    <DetailPage
      view={view}
      whole={whole}
      base={`/ataganden/${commitment.id}`}
      standing={standingOf(plan, measure, commitment, calendarOf(deps, view))}
      responsible={responsible ?? null}
      people={people}
      may={{
        report: mayDo('report-status'),
        answer: mayDo('answer-commitment'),
        keepActivities: mayDo('change-activity'),
      }}
      requestKey={deps.ids.next()}
      report={forms.report ?? freshForm}
      answer={forms.answer ?? freshForm}
      activity={forms.activity ?? freshForm}
      choice={forms.choice ?? null}
      message={message}
    />,
    status,
  );
}

function refuse(c: WebContext, { kind }: CommitmentRefusal) {
  return kind === 'no-such-commitment' ? notFoundPage(c) : refusePage(c, 'forbidden');
}

function sentences(view: View, faults: Readonly<Record<string, FollowupFault>>): FieldErrors {
  const t = followupTexts[view.language].faults;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
}

async function doReport(deps: WebDeps, c: WebContext) {
  const id = c.req.param('id');
  if (!isId(id)) return notFoundPage(c);
  const view = viewOf(c);
  const values = await readForm(c);
  const result = await reportStatus(deps)(actorOf(c), {
    commitmentId: id,
    form: values,
    requestId: c.get('requestId'),
  });
  if (result.ok) return seeOther(c, `/ataganden/${id}?klart=rapport#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return showOne(deps, c, { report: { values, errors: sentences(view, refusal.faults), conflict: null } }, 422);
  if (refusal.kind !== 'reported-meanwhile') return refuse(c, refusal);
  const conflict = refusal.current && (
    <ConflictBox view={view} lead={followupTexts[view.language].reportConflict}>
      <ReportText view={view} report={refusal.current} />
    </ConflictBox>
  );
  return showOne(deps, c, { report: { values, errors: {}, conflict } }, 409);
}

async function doAnswer(deps: WebDeps, c: WebContext) {
  const id = c.req.param('id');
  if (!isId(id)) return notFoundPage(c);
  const view = viewOf(c);
  const t = followupTexts[view.language];
  const values = await readForm(c);
  const command = { commitmentId: id, form: values, requestId: c.get('requestId') };
  const result = await answerCommitment(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `/ataganden/${id}?klart=svar#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return showOne(deps, c, { answer: { values, errors: sentences(view, refusal.faults), conflict: null } }, 422);
  if (refusal.kind !== 'answered-meanwhile') return refuse(c, refusal);
  const conflict = refusal.current && (
    <ConflictBox view={view} lead={t.answerConflict}>
      <p>{t.stances[refusal.current.stance]}.</p>
      <p lang={planLang(view)}>{refusal.current.comment}</p>
    </ConflictBox>
  );
  return showOne(deps, c, { answer: { values, errors: {}, conflict } }, 409);
}

async function doChoose(deps: WebDeps, c: WebContext) {
  const id = c.req.param('id');
  if (!isId(id)) return notFoundPage(c);
  const view = viewOf(c);
  const t = peopleTexts[view.language].responsible;
  const values = await readForm(c);
  const command = { commitmentId: id, form: values, requestId: c.get('requestId') };
  const result = await chooseResponsible(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `/ataganden/${id}?klart=ansvarig#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid') {
    const errors = { accountId: t.faults[refusal.faults.accountId ?? 'form-broken'] };
    return showOne(deps, c, { choice: { values, errors, conflict: null } }, 422);
  }
  if (refusal.kind !== 'chosen-meanwhile') return refuse(c, refusal);
  const conflict = (
    <ConflictBox view={view} lead={t.conflict}>
      <p>{refusal.current ? shownName(view.language, refusal.current.name) : t.nobody}</p>
    </ConflictBox>
  );
  return showOne(deps, c, { choice: { values, errors: {}, conflict } }, 409);
}

async function doAddActivity(deps: WebDeps, c: WebContext) {
  const id = c.req.param('id');
  if (!isId(id)) return notFoundPage(c);
  const view = viewOf(c);
  const values = await readForm(c);
  const result = await addActivity(deps)(actorOf(c), { commitmentId: id, form: values, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, `/ataganden/${id}?klart=aktivitet#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return showOne(deps, c, { activity: { values, errors: sentences(view, refusal.faults), conflict: null } }, 422);
  return refusal.kind === 'activity-changed-meanwhile' ? notFoundPage(c) : refuse(c, refusal);
}

async function showActivity(deps: WebDeps, c: WebContext, form: FormState | null = null, status: PageStatus = 200) {
  const whole = await open(deps, c);
  const activity = whole?.activities.find(({ id }) => id === c.req.param('activityId'));
  if (!whole || !activity) return notFoundPage(c);
  const view = viewOf(c);
  const t = followupTexts[view.language];
  const path = `/ataganden/${whole.commitment.id}`;
  const crumbs = [
    { text: t.title, path: '/ataganden' },
    { text: numbered(whole.measure.label, shortened(whole.measure.text)), path, lang: 'sv' as const },
  ];
  const state = form ?? { ...freshForm, values: fieldsOf(activity) };
  const title = titleWithErrors(view.language, t.changeActivity, Object.keys(state.errors).length);
  return respond(
    c,
    { title, menu: 'commitments', crumbs, unlisted: true },
    <div class="hk-stack">
      <h1>{t.changeActivity}</h1>
      <ActivityForm
        view={view}
        action={`${path}/aktiviteter/${activity.id}`}
        form={state}
        rowVersion={activity.rowVersion}
      />
      <p>
        <a href={view.href(path)}>{designTexts[view.language].cancel}</a>
      </p>
    </div>,
    status,
  );
}

function fieldsOf({ title, startsOn, endsOn, state }: Activity): Readonly<Record<string, string>> {
  return { title, startsOn: startsOn ?? '', endsOn: endsOn ?? '', state };
}

async function doChangeActivity(deps: WebDeps, c: WebContext) {
  const id = c.req.param('id');
  const activityId = c.req.param('activityId');
  if (!isId(id) || !isId(activityId)) return notFoundPage(c);
  const view = viewOf(c);
  const t = followupTexts[view.language];
  const values = await readForm(c);
  const command = { commitmentId: id, activityId, form: values, requestId: c.get('requestId') };
  const result = await changeActivity(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `/ataganden/${id}?klart=aktivitet#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return showActivity(deps, c, { values, errors: sentences(view, refusal.faults), conflict: null }, 422);
  if (refusal.kind !== 'activity-changed-meanwhile') return refuse(c, refusal);
  const conflict = refusal.current && (
    <ConflictBox view={view} lead={t.activityConflict}>
      <p lang={planLang(view)}>{refusal.current.title}</p>
      <p>{t.activityStates[refusal.current.state]}</p>
    </ConflictBox>
  );
  return showActivity(deps, c, { values, errors: {}, conflict }, 409);
}
