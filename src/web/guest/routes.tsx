import { answerCommitment } from '../../app/followup/answer-commitment.ts';
import type { FollowupFault } from '../../app/followup/forms.ts';
import { openCommitment } from '../../app/followup/open-commitment.ts';
import { reportStatus } from '../../app/followup/report-status.ts';
import { openGuestPlan } from '../../app/guest/open-guest-plan.ts';
import { treeOf } from '../../app/plan/plan-tree.ts';
import type { Guest } from '../../core/permission/guest.ts';
import { seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { ConflictBox, type FormState, freshForm, ReportText } from '../followup/detail-page.tsx';
import { followupTexts } from '../followup/texts.ts';
import { readForm } from '../form-data.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { DOOR, ROOM } from './addresses.ts';
import { GuestCommitmentPage } from './commitment-page.tsx';
import { makeFindAtDoor, noSuchLinkPage } from './find-at-door.tsx';
import { setGuestCookie } from './guest-cookie.ts';
import { GuestPlanPage } from './plan-page.tsx';
import { guestTexts } from './texts.ts';

/** What somebody invited without an account reaches: the door that a link leads to, and the page of the one thing it is for. */
export function guestRoutes(deps: WebDeps): readonly Route[] {
  const findAtDoor = makeFindAtDoor(deps);
  const room = `${ROOM}/:id` as const;
  const enter = async (c: WebContext) => {
    const token = c.req.param('token') ?? '';
    const found = await findAtDoor(c, token);
    if (found instanceof Response) return found;
    setGuestCookie(deps, c, found.guestLinkId, token);
    return seeOther(c, `${ROOM}/${found.guestLinkId}`);
  };
  return [
    { method: 'GET', path: `${DOOR}/:token`, access: 'open', handle: enter },
    { method: 'GET', path: room, access: 'guest', handle: (c) => showRoom(deps, c) },
    { method: 'POST', path: `${room}/rapport`, access: 'guest', handle: (c) => doReport(deps, c) },
    { method: 'POST', path: `${room}/svar`, access: 'guest', handle: (c) => doAnswer(deps, c) },
  ];
}

/** The guest whom `letGuestIn` found. */
function guestOf(c: WebContext): Guest {
  const actor = c.get('actor');
  if (!('grant' in actor)) throw new Error('Bug: a route for guests was reached without one');
  return actor;
}

function showRoom(deps: WebDeps, c: WebContext): Promise<Response> {
  return guestOf(c).grant.thing.kind === 'plan-draft' ? showPlan(deps, c) : showCommitment(deps, c);
}

async function showPlan(deps: WebDeps, c: WebContext): Promise<Response> {
  const guest = guestOf(c);
  const plan = await openGuestPlan(deps)(guest);
  if (!plan.ok) return noSuchLinkPage(c);
  const { facts } = plan.value;
  // What has been adopted since is read where everybody reads it.
  if (facts.state === 'adopted') return seeOther(c, `/planer/${facts.slug}`);
  const view = viewOf(c);
  const page = { title: facts.title, unlisted: true };
  return respond(c, page, <GuestPlanPage view={view} guest={guest} facts={facts} tree={treeOf(plan.value)} />);
}

async function showCommitment(
  deps: WebDeps,
  c: WebContext,
  form: FormState = freshForm,
  status: PageStatus = 200,
): Promise<Response> {
  const guest = guestOf(c);
  const opened = await openCommitment(deps)(guest, guest.grant.thing.id);
  if (!opened.ok || opened.value.plan.state !== 'adopted') return noSuchLinkPage(c);
  const view = viewOf(c);
  const { measure } = opened.value;
  const heading = numbered(measure.label, shortened(measure.text));
  const title = titleWithErrors(view.language, heading, Object.keys(form.errors).length);
  const done = c.req.query('klart');
  const message = done === 'rapport' || done === 'svar' ? followupTexts[view.language].done[done] : null;
  return respond(
    c,
    { title, unlisted: true },
    <GuestCommitmentPage
      view={view}
      guest={guest}
      whole={opened.value}
      requestKey={deps.ids.next()}
      form={form}
      message={message}
    />,
    status,
  );
}

const invalidForm = (view: View, values: FormState['values'], faults: Readonly<Record<string, FollowupFault>>) => {
  const t = followupTexts[view.language].faults;
  const errors = Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
  return { values, errors, conflict: null };
};

async function doReport(deps: WebDeps, c: WebContext): Promise<Response> {
  const guest = guestOf(c);
  const view = viewOf(c);
  const values = await readForm(c);
  const command = { commitmentId: guest.grant.thing.id, form: values, requestId: c.get('requestId') };
  const result = await reportStatus(deps)(guest, command);
  if (result.ok) return seeOther(c, `${ROOM}/${guest.guestLinkId}?klart=rapport#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid') return showCommitment(deps, c, invalidForm(view, values, refusal.faults), 422);
  if (refusal.kind !== 'reported-meanwhile') return noSuchLinkPage(c);
  const conflict = refusal.current && (
    <ConflictBox view={view} lead={guestTexts[view.language].reportConflict}>
      <ReportText view={view} report={refusal.current} author={false} />
    </ConflictBox>
  );
  return showCommitment(deps, c, { values, errors: {}, conflict }, 409);
}

async function doAnswer(deps: WebDeps, c: WebContext): Promise<Response> {
  const guest = guestOf(c);
  const view = viewOf(c);
  const t = followupTexts[view.language];
  const values = await readForm(c);
  const command = { commitmentId: guest.grant.thing.id, form: values, requestId: c.get('requestId') };
  const result = await answerCommitment(deps)(guest, command);
  if (result.ok) return seeOther(c, `${ROOM}/${guest.guestLinkId}?klart=svar#innehall`);
  const { refusal } = result;
  if (refusal.kind === 'invalid') return showCommitment(deps, c, invalidForm(view, values, refusal.faults), 422);
  if (refusal.kind !== 'answered-meanwhile') return noSuchLinkPage(c);
  const conflict = refusal.current && (
    <ConflictBox view={view} lead={guestTexts[view.language].answerConflict}>
      <p>{t.stances[refusal.current.stance]}.</p>
      <p lang={planLang(view)}>{refusal.current.comment}</p>
    </ConflictBox>
  );
  return showCommitment(deps, c, { values, errors: {}, conflict }, 409);
}
