import { type ChangeLinkRefusal, changeLastDay, withdrawGuestLink } from '../../app/guest/change-guest-link.ts';
import { daysAfter, type GuestLinkFault } from '../../app/guest/forms.ts';
import { GUEST_LINK_PURPOSE, giveGuestLink } from '../../app/guest/give-guest-link.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { may } from '../../core/permission/may.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { Choice, FieldErrors } from '../design/form.tsx';
import { Alert, titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { type FormState, freshForm } from '../followup/detail-page.tsx';
import { isId, readForm } from '../form-data.ts';
import { createLinks } from '../mail/links.ts';
import { numbered } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ChangedMeanwhile, LINKS, LinkPage, ListPage } from './admin-pages.tsx';
import { FOR_DRAFT, type GiveFor, GivePage } from './give-page.tsx';
import { rememberNewLink, takeNewLink } from './new-link-cookie.ts';
import { guestTexts } from './texts.ts';

const USUAL_DAYS = 30;
const SHOWN_MS = 300_000;

/** The pages on which guest links are given, seen, prolonged and taken back. */
export function guestLinkRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-guest-links';
  const one = `${LINKS}/:id` as const;
  return [
    { method: 'GET', path: LINKS, access, handle: (c) => showList(deps, c) },
    { method: 'GET', path: `${LINKS}/ny`, access, handle: (c) => showGive(deps, c) },
    { method: 'POST', path: `${LINKS}/ny`, access, handle: (c) => doGive(deps, c) },
    { method: 'GET', path: one, access, handle: (c) => showLink(deps, c) },
    { method: 'POST', path: `${one}/sista-dag`, access, handle: (c) => doChange(deps, c, 'sista-dag') },
    { method: 'POST', path: `${one}/ta-tillbaka`, access, handle: (c) => doChange(deps, c, 'ta-tillbaka') },
  ];
}

const todayOf = (deps: WebDeps) => swedishDay(deps.clock.now());
const crumbsOf = (view: View) => [
  { text: guestTexts[view.language].administration, path: '/administration' },
  { text: guestTexts[view.language].title, path: LINKS },
];

async function showList(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const links = await deps.store.read.listGuestLinks(actorOf(c).municipality);
  const newId = takeNewLink(deps, c);
  const isNew = (createdAt: Date) => deps.clock.now().getTime() - createdAt.getTime() < SHOWN_MS;
  const { accountId } = actorOf(c);
  const link = links.find(({ id, giverId, createdAt }) => id === newId && giverId === accountId && isNew(createdAt));
  const made = link ? { address: addressOf(deps, c, link.id), sent: c.req.query('klart') === 'skickad' } : null;
  const page = { title: guestTexts[view.language].title, menu: 'administration', unlisted: true } as const;
  return respond(
    c,
    { ...page, crumbs: crumbsOf(view).slice(0, 1) },
    <ListPage view={view} links={links} today={todayOf(deps)} made={made} />,
  );
}

/** The address that opens a link, as the letter has it. */
function addressOf({ secrets, settings }: WebDeps, c: WebContext, linkId: string): string {
  const links = createLinks(
    { secrets, settings: { baseUrl: settings.baseUrl, servedAt: new URL(c.req.url).origin } },
    c.get('municipality'),
    'sv',
  );
  return links.secret(GUEST_LINK_PURPOSE, linkId);
}

async function showGive(deps: WebDeps, c: WebContext, form: FormState = freshForm, status: PageStatus = 200) {
  const view = viewOf(c);
  const { municipality } = actorOf(c);
  const mayRead = {
    drafts: may(view.actor, 'read-draft-plan', { municipality, bodyId: null }),
    bodies: may(view.actor, 'read-commitments', { municipality, bodyId: null }),
  };
  const bodies = await deps.store.read.listBodies(municipality);
  const asked = c.req.query('for');
  const body = mayRead.bodies ? bodies.find(({ id }) => id === asked) : undefined;
  const to: GiveFor | null = body ? { kind: 'body', body } : null;
  const chosen: GiveFor | null = mayRead.drafts && asked === FOR_DRAFT ? { kind: 'draft' } : to;
  const given = chosen && { to: chosen, things: await thingsFor(deps, municipality, chosen) };
  const fresh = {
    label: chosen?.kind === 'body' ? chosen.body.name : '',
    lastDay: daysAfter(todayOf(deps), USUAL_DAYS),
  };
  const title = titleWithErrors(view.language, guestTexts[view.language].give, Object.keys(form.errors).length);
  return respond(
    c,
    { title, menu: 'administration', crumbs: crumbsOf(view), unlisted: true },
    <GivePage
      view={view}
      may={mayRead}
      bodies={bodies}
      given={given}
      form={{ ...form, values: { ...fresh, ...form.values } }}
    />,
    status,
  );
}

async function thingsFor(deps: WebDeps, municipality: string, to: GiveFor): Promise<readonly Choice[]> {
  if (to.kind === 'draft') {
    const plans = await deps.store.read.listPlans(municipality);
    const drafts = plans.filter(({ state }) => state === 'draft');
    return drafts.map(({ id, title }) => ({ value: `plan-draft:${id}`, label: title }));
  }
  const rows = await deps.store.read.listCommitmentsOfBodies(municipality, [to.body.id]);
  return rows.map(({ plan, measure, commitment }) => ({
    value: `commitment:${commitment.id}`,
    label: `${numbered(measure.label, shortened(measure.text))} (${plan.title})`,
  }));
}

function sentences(view: View, faults: Readonly<Record<string, GuestLinkFault>>): FieldErrors {
  const t = guestTexts[view.language].faults;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
}

async function doGive(deps: WebDeps, c: WebContext) {
  const values = await readForm(c);
  const view = viewOf(c);
  const result = await giveGuestLink(deps)(actorOf(c), { form: values, requestId: c.get('requestId') });
  if (result.ok) {
    rememberNewLink(deps, c, result.value);
    return seeOther(c, values.email?.trim() ? `${LINKS}?klart=skickad` : LINKS);
  }
  const { refusal } = result;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'invalid')
    return showGive(deps, c, { values, errors: sentences(view, refusal.faults), conflict: null }, 422);
  const gone = (
    <Alert tone="warning">
      <p>{guestTexts[view.language].gone}</p>
    </Alert>
  );
  return showGive(deps, c, { values, errors: {}, conflict: gone }, 422);
}

async function showLink(deps: WebDeps, c: WebContext, form: FormState | null = null, status: PageStatus = 200) {
  const id = c.req.param('id');
  const link = isId(id) ? await deps.store.read.getGuestLink(actorOf(c).municipality, id) : null;
  if (link === null) return notFoundPage(c);
  const view = viewOf(c);
  const t = guestTexts[view.language];
  const done = c.req.query('klart');
  const message = done === 'dag' ? t.changed : done === 'tillbaka' ? t.withdrawn : null;
  const shown = form ?? freshForm;
  const conflict = status === 409 ? <ChangedMeanwhile view={view} link={link} /> : null;
  const title = titleWithErrors(view.language, link.label, Object.keys(shown.errors).length);
  return respond(
    c,
    { title, menu: 'administration', crumbs: crumbsOf(view), unlisted: true },
    <LinkPage view={view} link={link} today={todayOf(deps)} form={{ ...shown, conflict }} message={message} />,
    status,
  );
}

const changes = {
  'sista-dag': { make: changeLastDay, done: 'dag' },
  'ta-tillbaka': { make: withdrawGuestLink, done: 'tillbaka' },
} as const;

async function doChange(deps: WebDeps, c: WebContext, which: keyof typeof changes) {
  const linkId = c.req.param('id');
  if (!isId(linkId)) return notFoundPage(c);
  const values = await readForm(c);
  const { make, done } = changes[which];
  const result = await make(deps)(actorOf(c), { linkId, form: values, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, `${LINKS}/${linkId}?klart=${done}#innehall`);
  return answerChange(deps, c, values, result.refusal);
}

function answerChange(deps: WebDeps, c: WebContext, values: FormState['values'], refusal: ChangeLinkRefusal) {
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'no-such-link') return notFoundPage(c);
  const errors = refusal.kind === 'invalid' ? sentences(viewOf(c), refusal.faults) : {};
  return showLink(deps, c, { values, errors, conflict: null }, refusal.kind === 'invalid' ? 422 : 409);
}
