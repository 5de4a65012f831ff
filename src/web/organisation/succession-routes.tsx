import type { ComponentChildren } from 'preact';
import { cancelSuccession } from '../../app/organisation/cancel-succession.ts';
import type { BodyStory } from '../../app/organisation/ports.ts';
import {
  type PreparedSuccession,
  prepareSuccession,
  recordSuccession,
  type SuccessionDraft,
} from '../../app/organisation/record-succession.ts';
import type { RecordRefusal } from '../../app/organisation/refusals.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import { type SuccessionKind, successionKinds } from '../../core/organisation/succession.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { Conflict } from './conflict.tsx';
import { refusalErrors } from './refusal-text.ts';
import { DetailsStep, KindStep } from './succession-details.tsx';
import { carriedFields, isAllotField, readDraft, readVersions, type Written } from './succession-form.ts';
import { SuccessionPage } from './succession-page.tsx';
import { AllotStep, SummaryStep } from './succession-steps.tsx';
import { organisationTexts } from './texts.ts';
import { periodText, REGISTER, registerCrumbs, successionSentence } from './view-parts.tsx';

const FORM_LIMIT_BYTES = 2 * 1024 * 1024;

type Answer = Response | Promise<Response>;
type WithBody = (handle: (c: WebContext, story: BodyStory) => Answer) => (c: WebContext) => Answer;

/** The steps by which a body is renamed, merged, divided or ended, and the page of each such change. */
export function successionRoutes(deps: WebDeps, withBody: WithBody): readonly Route[] {
  const access = 'change-bodies' as const;
  const steps = `${REGISTER}/:bodyId/ny-ordning` as const;
  const one = `${REGISTER}/andringar/:successionId` as const;
  const sent = withBody((c, story) => takeStep(deps, c, story));
  return [
    { method: 'GET', path: steps, access, handle: withBody((c, story) => begin(deps, c, story)) },
    { method: 'POST', path: steps, access, bodyLimitBytes: FORM_LIMIT_BYTES, handle: sent },
    { method: 'GET', path: one, access, handle: (c) => showSuccession(deps, c, null, 200) },
    { method: 'POST', path: one, access, handle: (c) => doCancel(deps, c) },
  ];
}

interface Step {
  readonly content: ComponentChildren;
  readonly faults?: number;
  readonly heading?: string;
  readonly status?: PageStatus;
}

function showStep(c: WebContext, body: BodyRecord, { content, faults = 0, heading, status = 200 }: Step): Answer {
  const view = viewOf(c);
  const t = organisationTexts[view.language];
  const title = heading ?? t.reorganiseTitle(body.name);
  return respond(
    c,
    {
      title: titleWithErrors(view.language, title, faults),
      menu: 'administration',
      crumbs: registerCrumbs(view, body),
      unlisted: true,
    },
    <div class="hk-stack">
      <h1>{title}</h1>
      {heading && <p class="hk-kicker">{body.name}</p>}
      {content}
    </div>,
    status,
  );
}

async function begin(deps: WebDeps, c: WebContext, story: BodyStory): Promise<Response> {
  const { body } = story;
  const kind = successionKinds.find((each) => each === c.req.query('slag'));
  if (kind !== undefined) {
    const carried = { requestKey: deps.ids.next(), [`version-${body.id}`]: String(body.rowVersion) };
    return detailsStep(deps, c, story, { kind, values: {}, errors: {}, carried });
  }
  const ended = timeOf(body, swedishDay(deps.clock.now())) === 'past';
  return showStep(c, body, { content: <KindStep view={viewOf(c)} body={body} ended={ended} /> });
}

interface DetailsState {
  readonly kind: SuccessionKind;
  readonly values: Written;
  readonly errors: FieldErrors;
  readonly carried: Written;
  readonly conflict?: ComponentChildren;
}

async function detailsStep(deps: WebDeps, c: WebContext, { body }: BodyStory, state: DetailsState): Promise<Response> {
  const view = viewOf(c);
  const bodies = await deps.store.read.listBodies(actorOf(c).municipality);
  const faults = Object.keys(state.errors).length;
  const { conflict, ...facts } = state;
  const today = swedishDay(deps.clock.now());
  const content = (
    <>
      {conflict}
      <DetailsStep view={view} body={body} bodies={bodies} today={today} {...facts} />
    </>
  );
  return showStep(c, body, { content, faults, status: conflict ? 409 : faults > 0 ? 422 : 200 });
}

/** What the details step carries on unseen: all but the fields that it shows. */
function carriedByDetails(form: Written): Written {
  return carriedFields(form, (field) => !isAllotField(field) && !/^(?:requestKey$|version-)/.test(field));
}

async function takeStep(deps: WebDeps, c: WebContext, story: BodyStory): Promise<Response> {
  const form = await readForm(c);
  const { body } = story;
  const kind = successionKinds.find((each) => each === form.slag);
  if (kind === undefined) return seeOther(c, `${REGISTER}/${body.id}/ny-ordning`);
  const draft = readDraft(body.id, form);
  const back = (errors: FieldErrors) =>
    detailsStep(deps, c, story, { kind, values: form, errors, carried: carriedByDetails(form) });
  // Recorded before anything else is judged: the same form sent again must find what its first sending did.
  if (form.steg === 'bekrafta' && form.do !== 'tillbaka') return record(deps, c, story, { draft, form, back });
  const prepared = await prepareSuccession(deps)(actorOf(c), draft);
  if (!prepared.ok) return refused(deps, c, prepared.refusal, { draft, form, back });
  const { openParts, roles, unchosen } = prepared.value;
  const asks = roles.length > 0 || (kind === 'split' && openParts.length > 0);
  const allot = (errors: FieldErrors) => allotStep(c, body, prepared.value, form, errors);
  if (form.do === 'tillbaka') return form.steg === 'bekrafta' && asks ? allot({}) : back({});
  if (form.steg === 'uppgifter' && asks) return allot({});
  if (unchosen.length > 0) {
    const sentence = organisationTexts[viewOf(c).language].faults['choice-missing'];
    return allot(Object.fromEntries(unchosen.map((id) => [`to-${id}`, sentence])));
  }
  return summaryStep(c, body, prepared.value, form);
}

/** The versions in which the bodies were read, for the steps to carry; those that the form has stay as they were. */
function versionsOf(prepared: PreparedSuccession, form: Written): Written {
  const read = prepared.predecessors.map(({ id, rowVersion }) => [`version-${id}`, String(rowVersion)] as const);
  return Object.fromEntries(read.filter(([field]) => form[field] === undefined));
}

function allotStep(
  c: WebContext,
  body: BodyRecord,
  prepared: PreparedSuccession,
  form: Written,
  errors: FieldErrors,
): Answer {
  const view = viewOf(c);
  const carried = { ...carriedFields(form, isAllotField), ...versionsOf(prepared, form) };
  const faults = Object.keys(errors).length;
  return showStep(c, body, {
    content: <AllotStep {...{ view, body, prepared, carried, errors }} values={form} />,
    heading: organisationTexts[view.language].allotTitle,
    faults,
    status: faults > 0 ? 422 : 200,
  });
}

function summaryStep(c: WebContext, body: BodyRecord, prepared: PreparedSuccession, form: Written): Answer {
  const view = viewOf(c);
  const carried = { ...carriedFields(form, () => false), ...versionsOf(prepared, form) };
  return showStep(c, body, {
    content: <SummaryStep {...{ view, body, prepared, carried }} values={form} />,
    heading: organisationTexts[view.language].summaryTitle,
  });
}

interface Sent {
  readonly draft: SuccessionDraft;
  readonly form: Written;
  readonly back: (errors: FieldErrors) => Promise<Response>;
}

async function record(deps: WebDeps, c: WebContext, story: BodyStory, { draft, form, back }: Sent): Promise<Response> {
  const command = { draft, versions: readVersions(form), requestId: c.get('requestId') };
  const done = await recordSuccession(deps)(actorOf(c), command);
  if (!done.ok) {
    if (done.refusal.kind !== 'bodies-changed-meanwhile') return refused(deps, c, done.refusal, { draft, form, back });
    return conflictStep(deps, c, story, draft, form);
  }
  const { id, moved } = done.value;
  return seeOther(c, `${REGISTER}/andringar/${id}?klart=${moved === null ? 'planerad' : 'genomford'}`);
}

async function refused(deps: WebDeps, c: WebContext, refusal: RecordRefusal, { draft, back }: Sent): Promise<Response> {
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const bodies = await deps.store.read.listBodies(actorOf(c).municipality);
  return back(refusalErrors(viewOf(c).language, refusal, draft, bodies));
}

/** Shows how the bodies stand now, with what was chosen kept; sent on again it counts against what stands now. */
async function conflictStep(
  deps: WebDeps,
  c: WebContext,
  story: BodyStory,
  draft: SuccessionDraft,
  form: Written,
): Promise<Response> {
  const view = viewOf(c);
  const { municipality } = actorOf(c);
  const [bodies, successions] = await Promise.all([
    deps.store.read.listBodies(municipality),
    deps.store.read.listSuccessions(municipality),
  ]);
  const concerned = bodies.filter(({ id }) => id === draft.bodyId || draft.others.includes(id));
  const fresh = concerned.map(({ id, rowVersion }) => [`version-${id}`, String(rowVersion)] as const);
  const kind = successionKinds.find((each) => each === draft.kind) ?? 'merge';
  const t = organisationTexts[view.language];
  const conflict = (
    <Conflict view={view} lead={t.reorganiseConflict}>
      <ul>
        {concerned.map((body) => (
          <li key={body.id}>
            <Standing view={view} body={body} bodies={bodies} successions={successions} />
          </li>
        ))}
      </ul>
      <p>{t.yourChange}:</p>
    </Conflict>
  );
  const carried = { ...carriedByDetails(form), ...Object.fromEntries(fresh) };
  return detailsStep(deps, c, story, { kind, values: form, errors: {}, carried, conflict });
}

interface StandingProps {
  readonly view: View;
  readonly body: BodyRecord;
  readonly bodies: readonly BodyRecord[];
  readonly successions: Parameters<typeof successionSentence>[1][];
}

function Standing({ view, body, bodies, successions }: StandingProps) {
  const own = successions.filter(({ state, predecessors, successors }) => {
    return state !== 'cancelled' && (predecessors.includes(body.id) || successors.includes(body.id));
  });
  const told = own.map((each) => successionSentence(view.language, each, bodies));
  return (
    <>
      <strong lang="sv">{body.name}</strong>, {periodText(view.language, body)}
      {told.length > 0 && `. ${told.join('. ')}.`}
    </>
  );
}

async function showSuccession(
  deps: WebDeps,
  c: WebContext,
  error: string | null,
  status: PageStatus,
): Promise<Response> {
  const view = viewOf(c);
  const { municipality } = actorOf(c);
  const id = c.req.param('successionId');
  const [successions, bodies] = await Promise.all([
    deps.store.read.listSuccessions(municipality),
    deps.store.read.listBodies(municipality),
  ]);
  const succession = successions.find((each) => each.id === id);
  if (!isId(id) || succession === undefined) return notFoundPage(c);
  const moved = succession.moved === 0 ? [] : await deps.store.read.listMovedParts(municipality, id);
  const title = successionSentence(view.language, succession, bodies);
  const done = c.req.query('klart') ?? null;
  return respond(
    c,
    { title, menu: 'administration', crumbs: registerCrumbs(view), unlisted: true },
    <SuccessionPage {...{ view, succession, bodies, moved, done, error }} />,
    status,
  );
}

async function doCancel(deps: WebDeps, c: WebContext): Promise<Response> {
  const id = c.req.param('successionId');
  if (!isId(id)) return notFoundPage(c);
  const done = await cancelSuccession(deps)(actorOf(c), { id, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${REGISTER}/andringar/${id}?klart=installd`);
  const { kind } = done.refusal;
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (kind === 'no-such-succession') return notFoundPage(c);
  return showSuccession(deps, c, organisationTexts[viewOf(c).language].notPlannedAnyMore, 409);
}
