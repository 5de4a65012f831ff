import type { ComponentChildren } from 'preact';
import { changePerson } from '../../app/people/change-person.ts';
import { endPerson, listSuccessors, reopenPerson } from '../../app/people/end-person.ts';
import { givenRoles, type PersonFault } from '../../app/people/forms.ts';
import { invitePerson } from '../../app/people/invite-person.ts';
import { sendInvitation, withdrawInvitation } from '../../app/people/keep-invitations.ts';
import { filterPeople } from '../../app/people/list-people.ts';
import type { PersonChangedMeanwhile, PersonCommand, PersonRefusal } from '../../app/people/people-change.ts';
import type { Person } from '../../app/people/ports.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { accountStates } from '../../core/account/account-state.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Result } from '../../core/shared/result.ts';
import { administrationTexts } from '../administration/texts.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { Alert, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { ConflictBox } from '../followup/detail-page.tsx';
import { isId, readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ChangePage, EndPage, freshPersonForm, InvitePage, type PersonForm } from './form-pages.tsx';
import { PeopleListPage } from './list-page.tsx';
import { PersonPage } from './person-page.tsx';
import { periodText, roleText } from './role-text.ts';
import { peopleTexts } from './texts.ts';

const PEOPLE = '/administration/personer';

/** The pages on which an administrator looks after people and their roles. */
export function peopleRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-accounts';
  const invite = `${PEOPLE}/bjud-in` as const;
  const one = `${PEOPLE}/:id` as const;
  return [
    { method: 'GET', path: PEOPLE, access, handle: (c) => showList(deps, c) },
    { method: 'GET', path: invite, access, handle: (c) => showInvite(deps, c) },
    { method: 'POST', path: invite, access, handle: (c) => doInvite(deps, c) },
    { method: 'GET', path: one, access, handle: (c) => showPerson(deps, c) },
    { method: 'GET', path: `${one}/andra`, access, handle: (c) => showChange(deps, c) },
    { method: 'POST', path: `${one}/andra`, access, handle: (c) => doChange(deps, c) },
    { method: 'GET', path: `${one}/avsluta`, access, handle: (c) => showEnd(deps, c) },
    { method: 'POST', path: `${one}/avsluta`, access, handle: (c) => doEnd(deps, c) },
    { method: 'POST', path: `${one}/oppna`, access, handle: (c) => doSmall(deps, c, reopenPerson(deps), 'oppnad') },
    {
      method: 'POST',
      path: `${one}/inbjudan`,
      access,
      handle: (c) => doSmall(deps, c, sendInvitation(deps), 'inbjuden'),
    },
    {
      method: 'POST',
      path: `${one}/inbjudan/aterkalla`,
      access,
      handle: (c) => doSmall(deps, c, withdrawInvitation(deps), 'aterkallad'),
    },
  ];
}

async function load(deps: WebDeps, c: WebContext) {
  const { municipality } = actorOf(c);
  const [people, bodies] = await Promise.all([
    deps.store.read.listPeople(municipality),
    deps.store.read.listBodies(municipality),
  ]);
  const id = c.req.param('id');
  return { people, bodies, person: isId(id) ? (people.find((each) => each.id === id) ?? null) : null };
}

/** What the layout is told of a page about people; `person` when it lies below that person's page. */
function pageOf(view: View, title: string, errors: FieldErrors = {}, person: Person | null = null) {
  const crumbs = [
    { text: administrationTexts[view.language].title, path: '/administration' },
    { text: peopleTexts[view.language].list.title, path: PEOPLE },
    ...(person === null ? [] : [{ text: person.name, path: `${PEOPLE}/${person.id}` }]),
  ];
  const withErrors = titleWithErrors(view.language, title, Object.keys(errors).length);
  return { title: withErrors, menu: 'administration', crumbs, unlisted: true } as const;
}

async function showList(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const [{ people, bodies }, removed] = await Promise.all([
    load(deps, c),
    deps.store.read.listRemovedPeople(view.municipality.code),
  ]);
  const filter = {
    state: accountStates.find((each) => each === c.req.query('visa')) ?? null,
    role: givenRoles.find((each) => each === c.req.query('roll')) ?? null,
    bodyId: bodies.find(({ id }) => id === c.req.query('organ'))?.id ?? null,
    search: (c.req.query('q') ?? '').slice(0, 200),
  };
  const shown = filterPeople(people, filter, swedishDay(deps.clock.now()));
  const page = { ...pageOf(view, peopleTexts[view.language].list.title) };
  return respond(
    c,
    { ...page, crumbs: page.crumbs.slice(0, 1) },
    <PeopleListPage view={view} all={people.length} shown={shown} removed={removed} filter={filter} bodies={bodies} />,
  );
}

async function showInvite(deps: WebDeps, c: WebContext, form = freshPersonForm, status: PageStatus = 200) {
  const view = viewOf(c);
  const { people, bodies } = await load(deps, c);
  return respond(
    c,
    pageOf(view, peopleTexts[view.language].invite.title, form.errors),
    <InvitePage view={view} form={form} people={people} bodies={bodies} />,
    status,
  );
}

async function doInvite(deps: WebDeps, c: WebContext) {
  const values = await readForm(c);
  const result = await invitePerson(deps)(actorOf(c), { form: values, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, `${PEOPLE}/${result.value.personId}?klart=inbjuden#innehall`);
  if (result.refusal.kind !== 'invalid') return notFoundPage(c);
  const errors = sentences(viewOf(c), result.refusal.faults);
  return showInvite(deps, c, { values, errors, conflict: null }, 422);
}

function sentences(view: View, faults: Readonly<Record<string, PersonFault>>): FieldErrors {
  const t = peopleTexts[view.language].personFaults;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
}

async function showPerson(
  deps: WebDeps,
  c: WebContext,
  problem: ComponentChildren = null,
  status: PageStatus = 200,
): Promise<Response> {
  const { people, bodies, person } = await load(deps, c);
  if (person === null) return notFoundPage(c);
  const view = viewOf(c);
  const now = deps.clock.now();
  const today = swedishDay(now);
  const [listed] = filterPeople([person], { state: null, role: null, bodyId: null, search: '' }, today);
  if (listed === undefined) return notFoundPage(c);
  const { done } = peopleTexts[view.language].person;
  const asked = c.req.query('klart') ?? '';
  return respond(
    c,
    pageOf(view, person.name),
    <PersonPage
      view={view}
      listed={listed}
      people={people}
      bodies={bodies}
      responsibilities={await deps.store.read.listResponsibilities(view.municipality.code, person.id)}
      today={today}
      now={now.toISOString()}
      message={Object.entries(done).find(([key]) => key === asked)?.[1] ?? null}
      problem={problem}
    />,
    status,
  );
}

async function showChange(deps: WebDeps, c: WebContext, form = freshPersonForm, status: PageStatus = 200) {
  const { people, bodies, person } = await load(deps, c);
  if (person === null) return notFoundPage(c);
  const view = viewOf(c);
  return respond(
    c,
    pageOf(view, peopleTexts[view.language].change.title(person.name), form.errors, person),
    <ChangePage view={view} form={form} people={people} bodies={bodies} person={person} />,
    status,
  );
}

function doChange(deps: WebDeps, c: WebContext) {
  return doLarge(deps, c, changePerson(deps), showChange, 'andrad');
}

async function showEnd(deps: WebDeps, c: WebContext, form = freshPersonForm, status: PageStatus = 200) {
  const { person } = await load(deps, c);
  if (person === null) return notFoundPage(c);
  const view = viewOf(c);
  const today = swedishDay(deps.clock.now());
  const successors = await listSuccessors(deps.store.read, view.municipality.code, person, today);
  return respond(
    c,
    pageOf(view, peopleTexts[view.language].end.title(person.name), form.errors, person),
    <EndPage view={view} form={form} person={person} successors={successors} today={today} />,
    status,
  );
}

function doEnd(deps: WebDeps, c: WebContext) {
  return doLarge(deps, c, endPerson(deps), showEnd, 'avslutad');
}

type Change<R> = (actor: Actor, command: PersonCommand) => Promise<Result<null, R>>;
type Show = (deps: WebDeps, c: WebContext, form: PersonForm, status: PageStatus) => Promise<Response>;
type Done = keyof (typeof peopleTexts)['sv']['person']['done'];

async function commandOf(c: WebContext): Promise<PersonCommand | null> {
  const personId = c.req.param('id');
  return isId(personId) ? { personId, form: await readForm(c), requestId: c.get('requestId') } : null;
}

/** Carries out what a form with fields says; faults and clashes come back with the form. */
async function doLarge(deps: WebDeps, c: WebContext, change: Change<PersonRefusal>, show: Show, done: Done) {
  const command = await commandOf(c);
  if (command === null) return notFoundPage(c);
  const result = await change(actorOf(c), command);
  if (result.ok) return seeOther(c, `${PEOPLE}/${command.personId}?klart=${done}#innehall`);
  const { refusal } = result;
  const values = command.form;
  if (refusal.kind === 'invalid')
    return show(deps, c, { values, errors: sentences(viewOf(c), refusal.faults), conflict: null }, 422);
  if (refusal.kind === 'no-such-person') return notFoundPage(c);
  return show(deps, c, { values, errors: {}, conflict: await conflictBox(deps, c, refusal) }, 409);
}

/** Carries out what one button says; what went wrong is told on the person's page. */
async function doSmall(
  deps: WebDeps,
  c: WebContext,
  change: Change<PersonRefusal | { readonly kind: 'not-invited' }>,
  done: Done,
) {
  const command = await commandOf(c);
  if (command === null) return notFoundPage(c);
  const result = await change(actorOf(c), command);
  if (result.ok) return seeOther(c, `${PEOPLE}/${command.personId}?klart=${done}#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'no-such-person') return notFoundPage(c);
  const t = peopleTexts[viewOf(c).language];
  const sentence = {
    'not-invited': t.person.notInvited,
    'person-changed-meanwhile': t.person.changedMeanwhile,
    invalid: t.personFaults['form-broken'],
  }[refusal.kind];
  const problem = (
    <Alert tone="warning">
      <p role="alert">{sentence}</p>
    </Alert>
  );
  return showPerson(deps, c, problem, refusal.kind === 'invalid' ? 422 : 409);
}

/** How the person stands now, for whoever wrote at the same time. */
async function conflictBox(deps: WebDeps, c: WebContext, { current }: PersonChangedMeanwhile) {
  if (current === null) return null;
  const view = viewOf(c);
  const t = peopleTexts[view.language];
  const { people, bodies } = await load(deps, c);
  return (
    <ConflictBox view={view} lead={t.change.conflict}>
      <p>
        {current.name}, {current.email}
      </p>
      {current.leftOn !== null && <p>{t.list.lastDay(current.leftOn)}</p>}
      {current.disabled && <p>{t.states.left}</p>}
      <p>{t.change.now}:</p>
      <ul class="ds-list">
        {current.memberships.map((period, index) => (
          <li key={index}>
            {[roleText(view, period, bodies), periodText(view, period, people)].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </ConflictBox>
  );
}
