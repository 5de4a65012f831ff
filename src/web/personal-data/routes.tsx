import { filterPeople } from '../../app/people/list-people.ts';
import { extractFile } from '../../app/retention/extract-file.ts';
import { openRemoval, type RemovalView, removePerson } from '../../app/retention/remove-person.ts';
import { type TakenExtract, takeExtractOf, takeOwnExtract } from '../../app/retention/take-extract.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { LARGEST_VERSION } from '../../app/shared/validate.ts';
import { administrationTexts } from '../administration/texts.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { notFoundPage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { accountCrumbs } from '../identity/account-routes.tsx';
import { shownName } from '../people/shown-name.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ExtractPage } from './extract-page.tsx';
import { IndexPage, PERSONAL_DATA } from './index-page.tsx';
import { dataPathOf, RemovalPage } from './removal-page.tsx';
import { personalDataTexts } from './texts.ts';

const OWN = '/konto/mina-uppgifter';
const ONE = `${PERSONAL_DATA}/:id` as const;
const FILE = 'registerutdrag.json';

/** What is held about a person, for the person and for whoever looks after personal data, and the removal of somebody who has left. */
export function personalDataRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-personal-data';
  return [
    { method: 'GET', path: OWN, access: 'signed-in', handle: (c) => showOwn(deps, c) },
    { method: 'GET', path: `${OWN}/${FILE}`, access: 'signed-in', gives: 'file', handle: (c) => sendOwn(deps, c) },
    { method: 'GET', path: PERSONAL_DATA, access, handle: (c) => showIndex(deps, c) },
    { method: 'GET', path: ONE, access, handle: (c) => showExtract(deps, c) },
    { method: 'GET', path: `${ONE}/${FILE}`, access, gives: 'file', handle: (c) => sendExtract(deps, c) },
    { method: 'GET', path: `${ONE}/ta-bort`, access, handle: (c) => showRemoval(deps, c) },
    { method: 'POST', path: `${ONE}/ta-bort`, access, handle: (c) => doRemove(deps, c) },
  ];
}

/** What the layout is told of a page; `below` when it lies under the index. */
function pageOf(view: View, title: string, below: boolean) {
  const crumbs = [
    { text: administrationTexts[view.language].title, path: '/administration' },
    ...(below ? [{ text: personalDataTexts[view.language].index.title, path: PERSONAL_DATA }] : []),
  ];
  return { title, menu: 'administration', crumbs, unlisted: true } as const;
}

async function showOwn(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = personalDataTexts[view.language].own;
  const taken = await takeOwnExtract(deps)(actorOf(c));
  return respond(
    c,
    { title: t.title, crumbs: accountCrumbs(view), unlisted: true },
    <ExtractPage view={view} title={t.title} lead={t.lead} taken={taken} file={`${OWN}/${FILE}`} note={t.wrong} />,
  );
}

async function sendOwn(deps: WebDeps, c: WebContext) {
  return fileOf(c, await takeOwnExtract(deps)(actorOf(c)));
}

function fileOf(c: WebContext, { extract, own, takenAt }: TakenExtract) {
  const { code, name } = c.get('municipality');
  const text = extractFile(extract, { municipality: { code, name }, own, takenAt });
  return c.body(text, 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="registerutdrag-${swedishDay(takenAt)}.json"`,
    'Cache-Control': 'private, no-store',
  });
}

async function showIndex(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = personalDataTexts[view.language].index;
  const { code } = view.municipality;
  const [people, removed] = await Promise.all([
    deps.store.read.listPeople(code),
    deps.store.read.listRemovedPeople(code),
  ]);
  const search = (c.req.query('q') ?? '').slice(0, 200);
  const filter = { state: null, role: null, bodyId: null, search };
  const shown = filterPeople(people, filter, swedishDay(deps.clock.now()));
  const message = c.req.query('klart') === 'borttagen' ? t.done : null;
  return respond(
    c,
    pageOf(view, t.title, false),
    <IndexPage view={view} all={people.length} shown={shown} removed={removed} search={search} message={message} />,
  );
}

async function takeAsked(deps: WebDeps, c: WebContext, how: 'page' | 'file') {
  const personId = c.req.param('id');
  if (!isId(personId)) return null;
  const taken = await takeExtractOf(deps)(actorOf(c), { personId, how, requestId: c.get('requestId') });
  return taken.ok ? { personId, taken: taken.value } : null;
}

async function showExtract(deps: WebDeps, c: WebContext) {
  const asked = await takeAsked(deps, c, 'page');
  if (asked === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = personalDataTexts[view.language].extract;
  const { name } = asked.taken.extract.account;
  return respond(
    c,
    pageOf(view, t.title(name), true),
    <ExtractPage
      view={view}
      title={t.title(name)}
      lead={t.lead(name)}
      taken={asked.taken}
      file={`${dataPathOf(asked.personId)}/${FILE}`}
      note={t.logged}
    />,
  );
}

async function sendExtract(deps: WebDeps, c: WebContext) {
  const asked = await takeAsked(deps, c, 'file');
  return asked === null ? notFoundPage(c) : fileOf(c, asked.taken);
}

async function showRemoval(deps: WebDeps, c: WebContext) {
  const personId = c.req.param('id');
  const opened = isId(personId) ? await openRemoval(deps)(actorOf(c), personId) : null;
  return opened?.ok ? drawRemoval(c, opened.value, null, 200) : notFoundPage(c);
}

function drawRemoval(c: WebContext, removal: RemovalView, problem: string | null, status: PageStatus) {
  const view = viewOf(c);
  const { person } = removal;
  const name = shownName(view.language, person.name);
  const title = person.removedAt === null ? personalDataTexts[view.language].removal.title(name) : name;
  return respond(c, pageOf(view, title, true), <RemovalPage view={view} removal={removal} problem={problem} />, status);
}

async function doRemove(deps: WebDeps, c: WebContext) {
  const personId = c.req.param('id');
  if (!isId(personId)) return notFoundPage(c);
  const { rowVersion: version = '' } = await readForm(c);
  const rowVersion = /^\d{1,10}$/.test(version) ? Math.min(Number(version), LARGEST_VERSION) : LARGEST_VERSION;
  const removed = await removePerson(deps)(actorOf(c), { personId, rowVersion, requestId: c.get('requestId') });
  if (removed.ok) return seeOther(c, `${PERSONAL_DATA}?klart=borttagen#innehall`);
  const { refusal } = removed;
  if (refusal.kind === 'no-such-person') return notFoundPage(c);
  const { meanwhile } = personalDataTexts[viewOf(c).language].removal;
  const problem = refusal.kind === 'person-changed-meanwhile' ? meanwhile : null;
  return drawRemoval(c, refusal.view, problem, 409);
}
