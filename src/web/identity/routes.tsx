import { type SignInRefusal, signIn } from '../../app/identity/sign-in.ts';
import { signOut } from '../../app/identity/sign-out.ts';
import { signOutThere } from '../../app/identity/sign-out-there.ts';
import type { StartedSession } from '../../app/identity/start-session.ts';
import { seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form-data.ts';
import { clearSessionCookie, enterSession, sessionToken, setSessionCookie } from '../middleware/session.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { type AttemptLimit, makeAttemptLimit } from './attempt-limit.ts';
import { clientAddress } from './client-address.ts';
import { dropKeptAway, keptAway } from './kept-away.ts';
import { KEPT_FIELD, KEPT_LIMIT_BYTES, type KeptForm, readKept } from './kept-form.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { answerOnward } from './onward-page.tsx';
import { safePath } from './safe-path.ts';
import { answerKept, answerSignIn } from './sign-in-page.tsx';
import { isTriedOut, siteOrigin } from './site-origin.ts';
import type { IdentityTexts } from './texts.sv.ts';
import { identityTexts } from './texts.ts';

/** Where a login provider sends the browser when it has signed somebody out. It is registered there, so it never changes. */
export const SIGNED_OUT = '/utloggad';

/** Signing in and out. */
export function identityRoutes(deps: WebDeps): readonly Route[] {
  const limit = makeAttemptLimit();
  return [
    { method: 'GET', path: '/logga-in', access: 'open', handle: (c) => showSignIn(deps, c) },
    {
      method: 'POST',
      path: '/logga-in',
      access: 'open',
      bodyLimitBytes: KEPT_LIMIT_BYTES,
      handle: (c) => doSignIn(deps, limit, c),
    },
    // Open, since whoever signs out when the sign-in has run out is signed out.
    { method: 'GET', path: SIGNED_OUT, access: 'open', handle: showSignedOut },
    { method: 'POST', path: '/logga-ut', access: 'open', handle: (c) => doSignOut(deps, c) },
  ];
}

async function showSignIn(deps: WebDeps, c: WebContext) {
  const next = safePath(c.req.query('till'));
  const { faults } = identityTexts[viewOf(c).language];
  const kind = c.req.query('fel') ?? '';
  const state = { email: '', next, errors: {} };
  if (Object.hasOwn(faults, kind)) {
    const fault = faults[kind as keyof typeof faults];
    return answerSignIn(deps, c, { ...state, fault, kept: await keptAway(deps, c) }, 200);
  }
  if (c.get('actor').accountId !== null) return seeOther(c, next);
  return answerSignIn(deps, c, { ...state, kept: null }, 200);
}

async function doSignIn(deps: WebDeps, limit: AttemptLimit, c: WebContext) {
  const { email = '', password = '', till, [KEPT_FIELD]: carried } = await readForm(c);
  const state = { email, next: safePath(till), kept: readKept(carried) };
  const t = identityTexts[viewOf(c).language].errors;
  const missing: Record<string, string> = {};
  if (email.trim() === '') missing.email = t['email-missing'];
  if (password === '') missing.password = t['password-missing'];
  if (Object.keys(missing).length > 0) return answerSignIn(deps, c, { ...state, errors: missing }, 422);
  const address = clientAddress(c, deps.settings.trustProxy);
  const account = `${c.get('municipality').code} ${email.trim().toLowerCase()}`;
  const attempt = { address, account, browser: knownBrowser(deps, c, account) };
  const wait = await limit.waitMinutes(attempt);
  if (wait !== null) {
    deps.log.warn({ requestId: c.get('requestId') }, 'sign-in refused: too many attempts');
    c.header('Retry-After', String(wait * 60));
    return answerSignIn(deps, c, { ...state, errors: { email: t['too-many-attempts'](wait) } }, 429);
  }
  const result = await signIn(deps)({
    municipality: c.get('municipality').code,
    email,
    password,
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
  if (!result.ok) return answerSignIn(deps, c, { ...state, errors: { email: refusalText(t, result.refusal) } }, 422);
  await limit.succeeded(attempt);
  setSessionCookie(deps, c, result.value.token, result.value.expiresAt);
  rememberBrowser(deps, c, account);
  return leadOn(deps, c, result.value, state);
}

function refusalText(t: IdentityTexts['errors'], refusal: SignInRefusal): string {
  return t[refusal.kind];
}

/** Leads on who has just signed in: to what was written before, or to where they were going. */
export async function leadOn(
  deps: WebDeps,
  c: WebContext,
  session: StartedSession,
  { next, kept }: { readonly next: string; readonly kept: KeptForm | null },
): Promise<Response> {
  if (kept === null) return seeOther(c, next);
  await enterSession(deps, c, session.token);
  return answerKept(c, kept);
}

async function doSignOut(deps: WebDeps, c: WebContext) {
  const token = sessionToken(deps, c);
  const municipality = c.get('municipality').code;
  const actorId = c.get('actor').accountId;
  const requestId = c.get('requestId');
  clearSessionCookie(deps, c);
  // What the browser has kept of our pages goes too; the cookie that knows the browser stays, as it opens nothing.
  c.header('Clear-Site-Data', '"cache", "storage"');
  dropKeptAway(deps, c);
  const ended = token === null ? null : await signOut(deps)({ municipality, actorId, token, requestId });
  const t = identityTexts[viewOf(c).language].signedOut;
  const where = { returnTo: siteOrigin(deps, c) + SIGNED_OUT, allowLoopback: isTriedOut(deps, c) };
  const there = ended === null ? null : await signOutThere(deps)({ municipality, ended, ...where });
  if (there === null) return seeOther(c, '/');
  return answerOnward(c, { ...there, title: t.here, lead: t.leadOn(there.label), button: t.button(there.label) });
}

function showSignedOut(c: WebContext) {
  const view = viewOf(c);
  if (view.actor.accountId !== null) return seeOther(c, '/');
  const t = identityTexts[view.language].signedOut;
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>
        <a href={view.href('/')}>{t.toStart}</a>
      </p>
    </div>
  );
  return respond(c, { title: t.title, unlisted: true }, body);
}
