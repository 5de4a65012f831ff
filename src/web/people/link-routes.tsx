import { acceptInvitation } from '../../app/people/accept-invitation.ts';
import type { BadPassword } from '../../app/people/new-password.ts';
import { type NoSuchLink, openLink } from '../../app/people/open-link.ts';
import type { LinkPurpose } from '../../app/people/ports.ts';
import { askForNewPassword, resetPassword } from '../../app/people/recover-password.ts';
import { seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { clientAddress } from '../identity/client-address.ts';
import { rememberBrowser } from '../identity/known-browser.ts';
import { describeError } from '../log-error.ts';
import { sessionToken, setSessionCookie } from '../middleware/session.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ForgotPage, GonePage, NewPasswordPage, ResetDonePage, SentPage } from './link-pages.tsx';
import { makeRecoveryLimit, type RecoveryLimit } from './recovery-limit.ts';
import { peopleTexts } from './texts.ts';

const INVITATION = '/inbjudan/:token';
const RESET = '/nytt-losenord/:token';
const RESET_DONE = '/nytt-losenord';
const FORGOT = '/glomt-losenord';

/** What somebody reaches without an account's password: an invitation, and the way to a new password. */
export function linkRoutes(deps: WebDeps): readonly Route[] {
  const limit = makeRecoveryLimit();
  const access = 'open';
  return [
    { method: 'GET', path: INVITATION, access, handle: (c) => showLink(deps, c, 'invitation') },
    { method: 'POST', path: INVITATION, access, handle: (c) => doAccept(deps, c) },
    { method: 'GET', path: RESET, access, handle: (c) => showLink(deps, c, 'password-reset') },
    { method: 'POST', path: RESET, access, handle: (c) => doReset(deps, c) },
    { method: 'GET', path: RESET_DONE, access, handle: showResetDone },
    { method: 'GET', path: FORGOT, access, handle: showForgot },
    { method: 'POST', path: FORGOT, access, handle: (c) => doForgot(deps, c, limit) },
  ];
}

async function showLink(
  deps: WebDeps,
  c: WebContext,
  purpose: LinkPurpose,
  fault: string | null = null,
  status: PageStatus = 200,
): Promise<Response> {
  const view = viewOf(c);
  const { code } = c.get('municipality');
  const account = await openLink(deps)(code, purpose, c.req.param('token') ?? '');
  if (account === null) return gone(c);
  const t = peopleTexts[view.language];
  const errors: Record<string, string> = fault === null ? {} : { newPassword: fault };
  const heading = purpose === 'invitation' ? t.accept.title(account.name) : t.reset.title;
  const title = titleWithErrors(view.language, heading, Object.keys(errors).length);
  return unkept(
    await respond(
      c,
      { title, unlisted: true },
      <NewPasswordPage
        view={view}
        account={account}
        purpose={purpose === 'invitation' ? 'accept' : 'reset'}
        action={view.path}
        errors={errors}
      />,
      status,
    ),
  );
}

async function gone(c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const page = { title: peopleTexts[view.language].gone.title, unlisted: true };
  return unkept(await respond(c, page, <GonePage view={view} />, 404));
}

/** A page whose address opens something is kept by no cache. */
function unkept(answer: Response): Response {
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}

interface Sent {
  readonly token: string;
  readonly password: string;
}

/** What was sent with a link; the sentence to show where the password is missing. */
async function readSent(c: WebContext): Promise<Sent | string> {
  const { newPassword = '' } = await readForm(c);
  if (newPassword === '') return peopleTexts[viewOf(c).language].password.missing;
  return { token: c.req.param('token') ?? '', password: newPassword };
}

function refused(deps: WebDeps, c: WebContext, purpose: LinkPurpose, refusal: NoSuchLink | BadPassword) {
  if (refusal.kind === 'no-such-link') return gone(c);
  return showLink(deps, c, purpose, peopleTexts[viewOf(c).language].password.faults[refusal.fault], 422);
}

async function doAccept(deps: WebDeps, c: WebContext): Promise<Response> {
  const sent = await readSent(c);
  if (typeof sent === 'string') return showLink(deps, c, 'invitation', sent, 422);
  const municipality = c.get('municipality').code;
  const oldToken = sessionToken(deps, c);
  const result = await acceptInvitation(deps)({ ...sent, municipality, oldToken, requestId: c.get('requestId') });
  if (!result.ok) return refused(deps, c, 'invitation', result.refusal);
  const account = await deps.store.read.getAccount(municipality, result.value.accountId);
  setSessionCookie(deps, c, result.value.token, result.value.expiresAt);
  if (account !== null) rememberBrowser(deps, c, `${municipality} ${account.email}`);
  return seeOther(c, '/');
}

async function doReset(deps: WebDeps, c: WebContext): Promise<Response> {
  const sent = await readSent(c);
  if (typeof sent === 'string') return showLink(deps, c, 'password-reset', sent, 422);
  const municipality = c.get('municipality').code;
  const { language } = viewOf(c);
  const result = await resetPassword(deps)({ ...sent, municipality, language, requestId: c.get('requestId') });
  if (!result.ok) return refused(deps, c, 'password-reset', result.refusal);
  // Whoever reads the owner's letters is let in also while others guess at the account.
  rememberBrowser(deps, c, `${municipality} ${result.value.email}`);
  return seeOther(c, RESET_DONE);
}

function showResetDone(c: WebContext) {
  const view = viewOf(c);
  const page = { title: peopleTexts[view.language].reset.doneTitle, unlisted: true };
  return respond(c, page, <ResetDonePage view={view} />);
}

function showForgot(c: WebContext) {
  const view = viewOf(c);
  const t = peopleTexts[view.language].forgot;
  if (c.req.query('skickat') !== undefined)
    return respond(c, { title: t.sentTitle, unlisted: true }, <SentPage view={view} />);
  return answerForgot(c, '', {}, 200);
}

function answerForgot(c: WebContext, email: string, errors: Record<string, string>, status: PageStatus) {
  const view = viewOf(c);
  const title = titleWithErrors(view.language, peopleTexts[view.language].forgot.title, Object.keys(errors).length);
  return respond(c, { title, unlisted: true }, <ForgotPage view={view} email={email} errors={errors} />, status);
}

async function doForgot(deps: WebDeps, c: WebContext, limit: RecoveryLimit) {
  const { email = '' } = await readForm(c);
  const { language } = viewOf(c);
  const t = peopleTexts[language].forgot;
  if (email.trim() === '') return answerForgot(c, email, { email: t.missing }, 422);
  const wait = await limit.waitMinutes(clientAddress(c, deps.settings.trustProxy));
  if (wait !== null) return answerForgot(c, email, { email: t.wait(wait) }, 429);
  const municipality = c.get('municipality').code;
  const requestId = c.get('requestId');
  const address = email.trim().toLowerCase();
  // After the answer: how long it takes would else tell whether there is such an account.
  setImmediate(async () => {
    try {
      if (!(await limit.mayAsk(`${municipality} ${address}`))) return;
      await askForNewPassword(deps)({ municipality, email: address, language, requestId });
    } catch (error) {
      deps.log.error({ requestId, ...describeError(error) }, 'a letter for a new password could not be made');
    }
  });
  return seeOther(c, `${FORGOT}?skickat`);
}
