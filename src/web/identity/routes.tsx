import { type SignInRefusal, signIn } from '../../app/identity/sign-in.ts';
import { signOut } from '../../app/identity/sign-out.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import type { Texts } from '../language.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from '../middleware/session.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { type AttemptLimit, makeAttemptLimit } from './attempt-limit.ts';
import { clientAddress } from './client-address.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { en } from './texts.en.ts';
import { type IdentityTexts, sv } from './texts.sv.ts';

const texts: Texts<IdentityTexts> = { sv, en };

export function identityRoutes(deps: WebDeps): readonly Route[] {
  const limit = makeAttemptLimit();
  return [
    { method: 'GET', path: '/logga-in', access: 'open', handle: showSignIn },
    { method: 'POST', path: '/logga-in', access: 'open', handle: (c) => doSignIn(deps, limit, c) },
    { method: 'POST', path: '/logga-ut', access: 'signed-in', handle: (c) => doSignOut(deps, c) },
  ];
}

interface SignInForm {
  readonly email: string;
  /** Where to go afterwards, as a shared path; "/" when unknown. */
  readonly next: string;
  readonly errors: FieldErrors;
}

function showSignIn(c: WebContext) {
  const next = safePath(c.req.query('till'));
  if (c.get('actor').accountId !== null) return seeOther(c, next);
  return answer(c, { email: '', next, errors: {} }, 200);
}

async function doSignIn(deps: WebDeps, limit: AttemptLimit, c: WebContext) {
  const { email = '', password = '', till } = await readForm(c);
  const next = safePath(till);
  const t = texts[viewOf(c).language].errors;
  const missing: Record<string, string> = {};
  if (email.trim() === '') missing.email = t['email-missing'];
  if (password === '') missing.password = t['password-missing'];
  if (Object.keys(missing).length > 0) return answer(c, { email, next, errors: missing }, 422);
  const address = clientAddress(c, deps.settings.trustProxy);
  const account = `${c.get('municipality').code} ${email.trim().toLowerCase()}`;
  const attempt = { address, account, browser: knownBrowser(deps, c, account) };
  const wait = await limit.waitMinutes(attempt);
  if (wait !== null) {
    deps.log.warn({ requestId: c.get('requestId') }, 'sign-in refused: too many attempts');
    return answer(c, { email, next, errors: { email: t['too-many-attempts'](wait) } }, 429);
  }
  const result = await signIn(deps)({
    municipality: c.get('municipality').code,
    email,
    password,
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
  if (!result.ok) return answer(c, { email, next, errors: { email: refusalText(t, result.refusal) } }, 422);
  await limit.succeeded(attempt);
  setSessionCookie(deps, c, result.value.token, result.value.expiresAt);
  rememberBrowser(deps, c, account);
  return seeOther(c, next);
}

function refusalText(t: IdentityTexts['errors'], refusal: SignInRefusal): string {
  return t[refusal.kind];
}

async function doSignOut(deps: WebDeps, c: WebContext) {
  const token = sessionToken(deps, c);
  if (token !== null) await signOut(deps)(actorOf(c), { token, requestId: c.get('requestId') });
  clearSessionCookie(deps, c);
  return seeOther(c, '/');
}

/** A path on this site and nothing else: "//elsewhere" and "/\elsewhere" would leave it. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/';
}

function answer(c: WebContext, form: SignInForm, status: PageStatus) {
  const view = viewOf(c);
  const title = titleWithErrors(view.language, texts[view.language].title, Object.keys(form.errors).length);
  return respond(c, { title, unlisted: true }, <SignInPage view={view} form={form} />, status);
}

function SignInPage({ view, form }: { view: View; form: SignInForm }) {
  const t = texts[view.language];
  const { language } = view;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{form.next === '/' ? t.lead : t.next}</p>
      <form method="post" action={view.href('/logga-in')} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={form.errors} />
        <input type="hidden" name="till" value={form.next} />
        <TextField
          language={language}
          name="email"
          type="email"
          autocomplete="username"
          label={t.email}
          value={form.email}
          error={form.errors.email}
        />
        <TextField
          language={language}
          name="password"
          type="password"
          autocomplete="current-password"
          label={t.password}
          value=""
          error={form.errors.password}
        />
        <SubmitButton>{t.submit}</SubmitButton>
      </form>
    </div>
  );
}
