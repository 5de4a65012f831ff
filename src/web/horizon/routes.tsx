import { addWatched, changeWatched, type WatchedRefusal } from '../../app/horizon/keep-watched.ts';
import { getWatched, listWatched } from '../../app/horizon/list-watched.ts';
import { touchPlan } from '../../app/horizon/touch-plan.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import { treeOf } from '../../app/plan/plan-tree.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { Choice } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { emptyWatched, TouchPage, WatchedForm, type WatchedValues, writtenWatched } from './forms.tsx';
import { HORIZON, HorizonPage, ItemPage } from './pages.tsx';
import { horizonTexts } from './texts.ts';

/** What goes on outside the municipality and may change what it is to do. */
export function horizonRoutes(deps: WebDeps): readonly Route[] {
  const item = `${HORIZON}/:itemId` as const;
  const read = 'read-horizon' as const;
  const change = 'change-horizon' as const;
  return [
    { method: 'GET', path: HORIZON, access: read, handle: (c) => showAll(deps, c) },
    { method: 'GET', path: `${HORIZON}/ny`, access: change, handle: (c) => showNew(deps, c) },
    { method: 'POST', path: `${HORIZON}/ny`, access: change, handle: (c) => doNew(deps, c) },
    { method: 'GET', path: item, access: read, handle: (c) => showItem(deps, c) },
    { method: 'GET', path: `${item}/andra`, access: change, handle: (c) => showChange(deps, c) },
    { method: 'POST', path: `${item}/andra`, access: change, handle: (c) => doChange(deps, c) },
    { method: 'GET', path: `${item}/berors`, access: change, handle: (c) => showTouch(deps, c) },
    { method: 'POST', path: `${item}/berors`, access: change, handle: (c) => doTouch(deps, c) },
  ];
}

const page = (title: string) => ({ title, menu: 'horizon', unlisted: true }) as const;

function crumbs(view: View) {
  return [{ text: horizonTexts[view.language].title, path: HORIZON }];
}

async function showAll(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const items = await listWatched(deps)(actorOf(c));
  if (!items.ok) return refusePage(c, 'forbidden');
  return respond(c, page(horizonTexts[view.language].title), <HorizonPage view={view} items={items.value} />);
}

async function plansOf(deps: WebDeps, actor: Actor) {
  const { municipality } = actor;
  const readsDrafts = may(actor, 'read-draft-plan', { municipality, bodyId: null });
  return (await deps.store.read.listPlans(municipality)).filter(({ state }) => state === 'adopted' || readsDrafts);
}

async function showItem(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = horizonTexts[view.language];
  const actor = actorOf(c);
  const found = await getWatched(deps)(actor, c.req.param('itemId') ?? '');
  if (!found.ok) return notFoundPage(c);
  const { item, near, touched, events } = found.value;
  const done = c.req.query('klart');
  return respond(
    c,
    { ...page(item.title), crumbs: crumbs(view) },
    <ItemPage
      view={view}
      watched={{ item, near }}
      touched={touched}
      events={events}
      plans={await plansOf(deps, actor)}
      message={done === 'sparat' ? t.saved : done === 'berors' ? t.touched : null}
    />,
  );
}

async function ownersOf(deps: WebDeps, c: WebContext): Promise<Choice[]> {
  const { municipality } = actorOf(c);
  const [bodies, accounts] = await Promise.all([
    deps.store.read.listBodies(municipality),
    deps.store.read.listAccounts(municipality),
  ]);
  return [
    ...bodies.map(({ id, name }) => ({ value: `body:${id}`, label: name })),
    ...accounts.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ value: `person:${id}`, label: name })),
  ];
}

interface FormState {
  readonly values: WatchedValues;
  readonly refusal: WatchedRefusal | null;
}

async function answerForm(deps: WebDeps, c: WebContext, itemId: string | null, { values, refusal }: FormState) {
  const view = viewOf(c);
  const t = horizonTexts[view.language];
  const faults = Object.entries(refusal?.kind === 'invalid' ? refusal.faults : {});
  const title = itemId === null ? t.newTitle : t.changeTitle;
  const conflict = refusal?.kind === 'changed-meanwhile' ? refusal.current : null;
  return respond(
    c,
    { ...page(titleWithErrors(view.language, title, faults.length)), crumbs: crumbs(view) },
    <WatchedForm
      view={view}
      title={title}
      path={itemId === null ? `${HORIZON}/ny` : `${HORIZON}/${itemId}/andra`}
      values={conflict === null ? values : { ...values, rowVersion: String(conflict.rowVersion) }}
      errors={Object.fromEntries(faults.map(([field, fault]) => [field, t.faults[fault]]))}
      owners={await ownersOf(deps, c)}
      conflict={conflict}
    />,
    refusal === null ? 200 : refusal.kind === 'changed-meanwhile' ? 409 : 422,
  );
}

function showNew(deps: WebDeps, c: WebContext) {
  return answerForm(deps, c, null, { values: emptyWatched, refusal: null });
}

async function doNew(deps: WebDeps, c: WebContext) {
  const values = { ...emptyWatched, ...(await readForm(c)) };
  const done = await addWatched(deps)(actorOf(c), { form: values, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${HORIZON}/${done.value}?klart=sparat`);
  if (done.refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  return answerForm(deps, c, null, { values, refusal: done.refusal });
}

async function showChange(deps: WebDeps, c: WebContext) {
  const itemId = c.req.param('itemId') ?? '';
  const found = await getWatched(deps)(actorOf(c), itemId);
  if (!found.ok) return notFoundPage(c);
  return answerForm(deps, c, itemId, { values: writtenWatched(found.value.item), refusal: null });
}

async function doChange(deps: WebDeps, c: WebContext) {
  const itemId = c.req.param('itemId') ?? '';
  const values = { ...emptyWatched, ...(await readForm(c)) };
  const done = await changeWatched(deps)(actorOf(c), { itemId, form: values, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${HORIZON}/${itemId}?klart=sparat`);
  const { refusal } = done;
  if (refusal.kind === 'no-such-item') return notFoundPage(c);
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  return answerForm(deps, c, itemId, { values, refusal });
}

async function showTouch(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const actor = actorOf(c);
  const found = await getWatched(deps)(actor, c.req.param('itemId') ?? '');
  if (!found.ok) return notFoundPage(c);
  const slug = c.req.query('plan') ?? (await plansOf(deps, actor))[0]?.slug ?? '';
  const plan = await getPlan(deps)(actor, slug);
  if (!plan.ok) return notFoundPage(c);
  const { item, touched } = found.value;
  const { facts } = plan.value;
  const measures = treeOf(plan.value).areas.flatMap((area) => area.measures.map(({ block }) => block));
  const way = [...crumbs(view), { text: item.title, path: `${HORIZON}/${item.id}`, lang: 'sv' as const }];
  return respond(
    c,
    { ...page(horizonTexts[view.language].touchTitle(facts.title)), crumbs: way },
    <TouchPage view={view} item={item} facts={facts} measures={measures} touched={touched} />,
  );
}

async function doTouch(deps: WebDeps, c: WebContext) {
  const form = await readForm(c);
  const itemId = c.req.param('itemId') ?? '';
  const measureIds = Object.keys(form).flatMap((name) => (name.startsWith('m-') ? [name.slice(2)] : []));
  const command = {
    itemId,
    slug: form.plan ?? '',
    whole: form.hela === 'on',
    measureIds,
    requestId: c.get('requestId'),
  };
  const done = await touchPlan(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `${HORIZON}/${itemId}?klart=berors`);
  return done.refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
}
