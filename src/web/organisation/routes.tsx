import { addBody, changeBody } from '../../app/organisation/keep-bodies.ts';
import { addWorksFor, changeWorksFor, removeWorksFor } from '../../app/organisation/keep-works-for.ts';
import type { BodyStory, WorksFor } from '../../app/organisation/ports.ts';
import type { BodyRefusal, WorksForRefusal } from '../../app/organisation/refusals.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { writeDate } from '../language.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { BodyForm, BodyPairs, fieldsOfBody, type WrittenForm } from './body-form.tsx';
import { BodyPage } from './body-page.tsx';
import { Conflict } from './conflict.tsx';
import { registerImportRoutes } from './import-routes.tsx';
import { RegisterPage, readFilter } from './register-page.tsx';
import { successionRoutes } from './succession-routes.tsx';
import { organisationTexts } from './texts.ts';
import { REGISTER, registerCrumbs } from './view-parts.tsx';
import { WorksForPage } from './works-for-page.tsx';

const fresh: WrittenForm = { values: {}, errors: {} };
type Answer = Response | Promise<Response>;

/** The pages on which the register of bodies is kept. */
export function bodyRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-bodies' as const;
  const one = `${REGISTER}/:bodyId` as const;
  const row = `${one}/arbetar-for/:worksForId` as const;
  const withBody = (handle: (c: WebContext, story: BodyStory) => Answer) => async (c: WebContext) => {
    const id = c.req.param('bodyId');
    const story = isId(id) ? await deps.store.read.getBodyStory(actorOf(c).municipality, id) : null;
    return story === null ? notFoundPage(c) : handle(c, story);
  };
  return [
    { method: 'GET', path: REGISTER, access, handle: (c) => showRegister(deps, c) },
    { method: 'GET', path: `${REGISTER}/nytt`, access, handle: (c) => showNew(c, fresh) },
    { method: 'POST', path: `${REGISTER}/nytt`, access, handle: (c) => doAdd(deps, c) },
    ...registerImportRoutes(deps),
    ...successionRoutes(deps, withBody),
    { method: 'GET', path: one, access, handle: withBody((c, story) => showBody(deps, c, story)) },
    { method: 'GET', path: `${one}/andra`, access, handle: withBody((c, story) => showChange(c, story, null)) },
    { method: 'POST', path: `${one}/andra`, access, handle: withBody((c, story) => doChange(deps, c, story)) },
    { method: 'POST', path: `${one}/arbetar-for`, access, handle: withBody((c, story) => doWorksFor(deps, c, story)) },
    { method: 'GET', path: row, access, handle: withBody((c, story) => showWorksFor(c, story, null)) },
    { method: 'POST', path: row, access, handle: withBody((c, story) => doChangeWorksFor(deps, c, story)) },
  ];
}

async function showRegister(deps: WebDeps, c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const { municipality } = actorOf(c);
  const today = swedishDay(deps.clock.now());
  const [bodies, successions, left] = await Promise.all([
    deps.store.read.listBodies(municipality),
    deps.store.read.listSuccessions(municipality),
    deps.store.read.countLeftWithEnded(municipality, today),
  ]);
  const filter = readFilter(c.req.query('tid'), c.req.query('slag'));
  const props = { view, bodies, successions, left, filter, today, done: c.req.query('klart') ?? null };
  const crumbs = registerCrumbs(view).slice(0, 1);
  const { title } = organisationTexts[view.language];
  return respond(c, { title, menu: 'administration', crumbs, unlisted: true }, <RegisterPage {...props} />);
}

/** The sentences of the faults, by field. */
export function bodySentences(
  view: View,
  faults: Readonly<Record<string, keyof (typeof organisationTexts)['sv']['faults']>>,
): FieldErrors {
  const t = organisationTexts[view.language].faults;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
}

function showNew(c: WebContext, form: WrittenForm, status: PageStatus = 200): Answer {
  const view = viewOf(c);
  const t = organisationTexts[view.language];
  const title = titleWithErrors(view.language, t.addTitle, Object.keys(form.errors).length);
  return respond(
    c,
    { title, menu: 'administration', crumbs: registerCrumbs(view), unlisted: true },
    <div class="hk-stack">
      <h1>{t.addTitle}</h1>
      <BodyForm view={view} action={`${REGISTER}/nytt`} rowVersion={null} {...form} />
    </div>,
    status,
  );
}

async function doAdd(deps: WebDeps, c: WebContext): Promise<Response> {
  const values = await readForm(c);
  const done = await addBody(deps)(actorOf(c), { form: values, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${REGISTER}/${done.value.bodyId}?klart=tillagt`);
  const errors = bodyErrors(viewOf(c), done.refusal);
  return errors === null ? refusePage(c, 'forbidden') : showNew(c, { values, errors }, 422);
}

/** What a refusal says about the fields; null for one that is about no field. */
function bodyErrors(view: View, refusal: BodyRefusal): FieldErrors | null {
  const t = organisationTexts[view.language];
  if (refusal.kind === 'invalid') return bodySentences(view, refusal.faults);
  if (refusal.kind === 'label-taken') return { name: t.labelTaken(refusal.label, refusal.holder.name) };
  if (refusal.kind === 'start-after-former-name')
    return { validFrom: t.startAfterName(writeDate(view.language, refusal.until)) };
  return null;
}

async function showBody(
  deps: WebDeps,
  c: WebContext,
  story: BodyStory,
  form: WrittenForm = fresh,
  status: PageStatus = 200,
): Promise<Response> {
  const view = viewOf(c);
  const { municipality } = actorOf(c);
  const { body } = story;
  const today = swedishDay(deps.clock.now());
  const [events, left, all] = await Promise.all([
    deps.store.read.listBodyEvents(municipality, body.id),
    deps.store.read.countLeftWithEnded(municipality, today),
    body.kind === 'administration' ? deps.store.read.listBodies(municipality) : [],
  ]);
  const title = titleWithErrors(view.language, body.name, Object.keys(form.errors).length);
  return respond(
    c,
    { title, menu: 'administration', crumbs: registerCrumbs(view), unlisted: true },
    <BodyPage
      view={view}
      story={story}
      events={events}
      left={left.find(({ bodyId }) => bodyId === body.id)?.count ?? 0}
      candidates={all.filter(({ kind }) => kind !== 'administration')}
      form={form}
      done={c.req.query('klart') ?? null}
    />,
    status,
  );
}

/** A change that met another: `current` is how it stands now. */
interface Clashed<T> extends WrittenForm {
  readonly current: T | null;
}

function showChange(c: WebContext, story: BodyStory, form: Clashed<BodyStory['body']> | null): Answer {
  const view = viewOf(c);
  const t = organisationTexts[view.language];
  const current = form?.current ?? story.body;
  const faults = Object.keys(form?.errors ?? {}).length;
  const title = titleWithErrors(view.language, t.changeTitle(story.body.name), faults);
  const status = form?.current ? 409 : faults > 0 ? 422 : 200;
  return respond(
    c,
    { title, menu: 'administration', crumbs: registerCrumbs(view, story.body), unlisted: true },
    <div class="hk-stack">
      <h1>{t.changeTitle(story.body.name)}</h1>
      <p class="hk-lead">{t.changeLead}</p>
      {form?.current && (
        <Conflict view={view} lead={t.conflictLead}>
          <BodyPairs view={view} body={form.current} />
        </Conflict>
      )}
      <BodyForm
        view={view}
        action={`${REGISTER}/${story.body.id}/andra`}
        rowVersion={current.rowVersion}
        values={form?.values ?? fieldsOfBody(story.body)}
        errors={form?.errors ?? {}}
      />
    </div>,
    status,
  );
}

async function doChange(deps: WebDeps, c: WebContext, story: BodyStory): Promise<Response> {
  const values = await readForm(c);
  const command = { bodyId: story.body.id, form: values, requestId: c.get('requestId') };
  const done = await changeBody(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${REGISTER}/${story.body.id}?klart=rattat`);
  const { refusal } = done;
  if (refusal.kind === 'body-changed-meanwhile')
    return showChange(c, story, { values, errors: {}, current: refusal.current });
  const errors = bodyErrors(viewOf(c), refusal);
  if (errors !== null) return showChange(c, story, { values, errors, current: null });
  return refusal.kind === 'no-such-body' ? notFoundPage(c) : refusePage(c, 'forbidden');
}

function worksForErrors(view: View, refusal: WorksForRefusal): FieldErrors | null {
  const t = organisationTexts[view.language];
  if (refusal.kind === 'invalid') return bodySentences(view, refusal.faults);
  return refusal.kind === 'works-already' ? { validFrom: t.worksAlready } : null;
}

async function doWorksFor(deps: WebDeps, c: WebContext, story: BodyStory): Promise<Response> {
  const values = await readForm(c);
  const command = { bodyId: story.body.id, form: values, requestId: c.get('requestId') };
  const done = await addWorksFor(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${REGISTER}/${story.body.id}?klart=arbetar-for#arbetar-for`);
  const errors = worksForErrors(viewOf(c), done.refusal);
  if (errors !== null) return showBody(deps, c, story, { values, errors }, 422);
  return done.refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
}

function rowOf(c: WebContext, story: BodyStory): WorksFor | null {
  const id = c.req.param('worksForId');
  const { body, worksFor } = story;
  return worksFor.find((row) => row.id === id && row.administrationId === body.id) ?? null;
}

function showWorksFor(c: WebContext, story: BodyStory, form: Clashed<WorksFor> | null): Answer {
  const row = rowOf(c, story);
  if (row === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = organisationTexts[view.language];
  const name = story.others.find(({ id }) => id === row.bodyId)?.name ?? '';
  const faults = Object.keys(form?.errors ?? {}).length;
  const heading = t.worksForChange(story.body.name, name);
  return respond(
    c,
    {
      title: titleWithErrors(view.language, heading, faults),
      menu: 'administration',
      crumbs: registerCrumbs(view, story.body),
      unlisted: true,
    },
    <WorksForPage view={view} row={row} heading={heading} form={form ?? null} />,
    form?.current ? 409 : faults > 0 ? 422 : 200,
  );
}

async function doChangeWorksFor(deps: WebDeps, c: WebContext, story: BodyStory): Promise<Response> {
  const row = rowOf(c, story);
  if (row === null) return notFoundPage(c);
  const values = await readForm(c);
  const command = { bodyId: story.body.id, worksForId: row.id, form: values, requestId: c.get('requestId') };
  const use = values.do === 'ta-bort' ? removeWorksFor : changeWorksFor;
  const done = await use(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${REGISTER}/${story.body.id}?klart=arbetar-for#arbetar-for`);
  const { refusal } = done;
  if (refusal.kind === 'works-for-changed-meanwhile' && refusal.current)
    return showWorksFor(c, story, { values, errors: {}, current: refusal.current });
  const errors = worksForErrors(viewOf(c), refusal);
  if (errors !== null) return showWorksFor(c, story, { values, errors, current: null });
  return refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
}
