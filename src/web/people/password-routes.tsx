import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type ChangePasswordRefusal, changePassword } from '../../app/people/change-password.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Notice, titleWithErrors } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { accountCrumbs } from '../identity/account-routes.tsx';
import { countTry, wholeMinutes } from '../rate-limit.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { UserName } from './link-pages.tsx';
import { peopleTexts } from './texts.ts';

const PASSWORD = '/konto/losenord';
const TRIES = 5;
const TRIES_SECONDS = 15 * 60;

/** Where a signed-in person changes their password. */
export function passwordRoutes(deps: WebDeps): readonly Route[] {
  // Whoever has got hold of a signed-in browser shall not be able to guess the password in peace.
  const limit = new RateLimiterMemory({ points: TRIES, duration: TRIES_SECONDS });
  return [
    { method: 'GET', path: PASSWORD, access: 'signed-in', handle: (c) => showPassword(deps, c) },
    { method: 'POST', path: PASSWORD, access: 'signed-in', handle: (c) => doChange(deps, limit, c) },
  ];
}

async function showPassword(deps: WebDeps, c: WebContext, errors: FieldErrors = {}, status: PageStatus = 200) {
  const view = viewOf(c);
  const t = peopleTexts[view.language].own;
  const { municipality, accountId } = actorOf(c);
  const account = await deps.store.read.getAccount(municipality, accountId);
  const title = titleWithErrors(view.language, t.passwordTitle, Object.keys(errors).length);
  const body = (
    <div class="hk-stack">
      <Notice message={c.req.query('klart') === undefined ? null : t.done} />
      <h1>{t.passwordTitle}</h1>
      {account === null || account.passwordHash === null ? (
        <p class="hk-lead">{t.none}</p>
      ) : (
        <PasswordForm view={view} email={account.email} errors={errors} />
      )}
    </div>
  );
  return respond(c, { title, crumbs: accountCrumbs(view), unlisted: true }, body, status);
}

function PasswordForm({ view, email, errors }: { view: View; email: string; errors: FieldErrors }) {
  const { language } = view;
  const t = peopleTexts[language];
  return (
    <form method="post" action={view.href(PASSWORD)} class="hk-form" novalidate>
      <ErrorSummary language={language} errors={errors} />
      <UserName email={email} />
      <TextField
        language={language}
        name="currentPassword"
        type="password"
        autocomplete="current-password"
        label={t.own.current}
        value=""
        error={errors.currentPassword}
      />
      <TextField
        language={language}
        name="newPassword"
        type="password"
        autocomplete="new-password"
        label={t.password.label}
        hint={t.password.hint}
        value=""
        error={errors.newPassword}
      />
      <SubmitButton>{t.own.submit}</SubmitButton>
    </form>
  );
}

async function doChange(deps: WebDeps, limit: RateLimiterMemory, c: WebContext) {
  const actor = actorOf(c);
  const view = viewOf(c);
  const t = peopleTexts[view.language];
  const { currentPassword = '', newPassword = '' } = await readForm(c);
  const missing: Record<string, string> = {};
  if (currentPassword === '') missing.currentPassword = t.own.currentMissing;
  if (newPassword === '') missing.newPassword = t.password.missing;
  if (Object.keys(missing).length > 0) return showPassword(deps, c, missing, 422);
  const key = `${actor.municipality} ${actor.accountId}`;
  const wait = wholeMinutes(await countTry(limit, key));
  if (wait !== null) return showPassword(deps, c, { currentPassword: t.own.wait(wait) }, 429);
  const result = await changePassword(deps)(actor, {
    current: currentPassword,
    password: newPassword,
    sessionId: c.get('sessionId'),
    language: view.language,
    requestId: c.get('requestId'),
  });
  if (!result.ok) return showPassword(deps, c, errorsOf(view, result.refusal), 422);
  await limit.delete(key);
  return seeOther(c, `${PASSWORD}?klart#innehall`);
}

function errorsOf(view: View, refusal: ChangePasswordRefusal): FieldErrors {
  const t = peopleTexts[view.language];
  if (refusal.kind === 'bad-password') return { newPassword: t.password.faults[refusal.fault] };
  return { currentPassword: refusal.kind === 'wrong-password' ? t.own.wrong : t.own.none };
}
