import { endSupportAccess } from '../../app/support-access/end-support-access.ts';
import { enterAsSupport, findSupportLink } from '../../app/support-access/enter-as-support.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { SubmitButton } from '../design/form.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { isId } from '../form-data.ts';
import { writeTime } from '../language.ts';
import { sessionToken, setSessionCookie } from '../middleware/session.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { TRAIL } from '../trail/trail-page.tsx';
import { supportAccessTexts } from './texts.ts';

const DOOR = '/supportatkomst/:token';

/** Where support comes in by a link, and where an administrator shows it out. */
export function supportAccessRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: DOOR, access: 'open', handle: (c) => showDoor(deps, c) },
    { method: 'POST', path: DOOR, access: 'open', handle: (c) => enter(deps, c) },
    { method: 'POST', path: `${TRAIL}/support/:id/avsluta`, access: 'change-accounts', handle: (c) => end(deps, c) },
  ];
}

// Only looking does not use the link up: programs that look at links in letters beforehand must not close the door.
async function showDoor(deps: WebDeps, c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const t = supportAccessTexts[view.language];
  const access = await findSupportLink(deps)(view.municipality.code, c.req.param('token') ?? '');
  if (access === null) return gone(c);
  return unkept(
    await respond(
      c,
      { title: t.title, unlisted: true },
      <div class="hk-stack">
        <h1>{t.title}</h1>
        <p class="hk-lead">{t.lead(access.name, writeTime(access.endsAt))}</p>
        <p>{t.logged}</p>
        <form method="post" action={view.href(view.path)}>
          <SubmitButton>{t.enter}</SubmitButton>
        </form>
      </div>,
    ),
  );
}

async function gone(c: WebContext): Promise<Response> {
  const t = supportAccessTexts[viewOf(c).language];
  const body = (
    <div class="hk-stack">
      <h1>{t.goneTitle}</h1>
      <p class="hk-lead">{t.gone}</p>
    </div>
  );
  return unkept(await respond(c, { title: t.goneTitle, unlisted: true }, body, 404));
}

/** A page whose address opens something is kept by no cache. */
function unkept(answer: Response): Response {
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}

async function enter(deps: WebDeps, c: WebContext): Promise<Response> {
  const entered = await enterAsSupport(deps)({
    municipality: c.get('municipality').code,
    token: c.req.param('token') ?? '',
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
  if (!entered.ok) return gone(c);
  setSessionCookie(deps, c, entered.value.token, entered.value.expiresAt);
  return seeOther(c, '/');
}

async function end(deps: WebDeps, c: WebContext) {
  const accessId = c.req.param('id');
  if (!isId(accessId)) return notFoundPage(c);
  const ended = await endSupportAccess(deps)(actorOf(c), { accessId, requestId: c.get('requestId') });
  return ended.ok ? seeOther(c, `${TRAIL}?klart=support`) : notFoundPage(c);
}
