import { type SignInRefusal, signIn } from '../../app/identity/sign-in.ts';
import { signOut } from '../../app/identity/sign-out.ts';
import type { StartedSession } from '../../app/identity/start-session.ts';
import { seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form-data.ts';
import { clearSessionCookie, enterSession, sessionToken, setSessionCookie } from '../middleware/session.ts';
import type { Route } from '../route.ts';
import { type AttemptLimit, makeAttemptLimit } from './attempt-limit.ts';
import { clientAddress } from './client-address.ts';
import { KEPT_FIELD, KEPT_LIMIT_BYTES, type KeptForm, readKept } from './kept-form.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { safePath } from './safe-path.ts';
import { answerKept, answerSignIn } from './sign-in-page.tsx';
import type { IdentityTexts } from './texts.sv.ts';
import { identityTexts } from './texts.ts';

/** Signing in and out. */
export function identityRoutes(deps: WebDeps): readonly Route[] {
  const limit = makeAttemptLimit();
  return [
    { method: 'GET', path: '/logga-in', access: 'open', handle: showSignIn },
    {
      method: 'POST',
      path: '/logga-in',
      access: 'open',
      bodyLimitBytes: KEPT_LIMIT_BYTES,
      handle: (c) => doSignIn(deps, limit, c),
    },
    // Open, since whoever signs out when the sign-in has run out is signed out.
    { method: 'POST', path: '/logga-ut', access: 'open', handle: (c) => doSignOut(deps, c) },
  ];
}

function showSignIn(c: WebContext) {
  const next = safePath(c.req.query('till'));
  if (c.get('actor').accountId !== null) return seeOther(c, next);
  return answerSignIn(c, { email: '', next, errors: {}, kept: null }, 200);
}

async function doSignIn(deps: WebDeps, limit: AttemptLimit, c: WebContext) {
  const { email = '', password = '', till, [KEPT_FIELD]: carried } = await readForm(c);
  const state = { email, next: safePath(till), kept: readKept(carried) };
  const t = identityTexts[viewOf(c).language].errors;
  const missing: Record<string, string> = {};
  if (email.trim() === '') missing.email = t['email-missing'];
  if (password === '') missing.password = t['password-missing'];
  if (Object.keys(missing).length > 0) return answerSignIn(c, { ...state, errors: missing }, 422);
  const address = clientAddress(c, deps.settings.trustProxy);
  const account = `${c.get('municipality').code} ${email.trim().toLowerCase()}`;
  const attempt = { address, account, browser: knownBrowser(deps, c, account) };
  const wait = await limit.waitMinutes(attempt);
  if (wait !== null) {
    deps.log.warn({ requestId: c.get('requestId') }, 'sign-in refused: too many attempts');
    c.header('Retry-After', String(wait * 60));
    return answerSignIn(c, { ...state, errors: { email: t['too-many-attempts'](wait) } }, 429);
  }
  const result = await signIn(deps)({
    municipality: c.get('municipality').code,
    email,
    password,
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
  if (!result.ok) return answerSignIn(c, { ...state, errors: { email: refusalText(t, result.refusal) } }, 422);
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
  const { code } = c.get('municipality');
  const actorId = c.get('actor').accountId;
  if (token !== null) await signOut(deps)({ municipality: code, actorId, token, requestId: c.get('requestId') });
  clearSessionCookie(deps, c);
  // What the browser has kept of our pages goes too; the cookie that knows the browser stays, as it opens nothing.
  c.header('Clear-Site-Data', '"cache", "storage"');
  return seeOther(c, '/');
}
