import { type BeginRefusal, type BegunSignIn, beginProviderSignIn } from '../../app/identity/begin-provider-sign-in.ts';
import { type Finished, type FinishRefusal, finishProviderSignIn } from '../../app/identity/finish-provider-sign-in.ts';
import { secretPurpose } from '../../app/identity/provider-ports.ts';
import type { Result } from '../../core/shared/result.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { addressIn, type Language } from '../language.ts';
import { sessionToken, setSessionCookie } from '../middleware/session.ts';
import type { Route } from '../route.ts';
import { type KeptAway, keptAway, makeKeptAway } from './kept-away.ts';
import { KEPT_FIELD, KEPT_LIMIT_BYTES, type KeptForm, readKept } from './kept-form.ts';
import { LINKS } from './link-routes.tsx';
import { attemptCookie, type BrowserAttempt } from './login-attempt.ts';
import { answerOnward } from './onward-page.tsx';
import { makeRefusalLimit, type RefusalLimit } from './refusal-limit.ts';
import { safePath } from './safe-path.ts';
import { answerKept, answerSignIn, PROOF_FIELD } from './sign-in-page.tsx';
import { isTriedOut, siteOrigin } from './site-origin.ts';
import { identityTexts } from './texts.ts';

const ONE = '/logga-in/tjanst/:slug';
const KEPT = '/logga-in/kvar';

/** The address that a provider sends the browser back to. It is registered there, so it never changes. */
export function callbackPath(slug: string): `/${string}` {
  return `/logga-in/tjanst/${slug}/tillbaka`;
}

/** Where a provider finds the public part of our key. It is registered there, so it never changes. */
export function keysPath(slug: string): `/${string}` {
  return `/logga-in/tjanst/${slug}/nycklar`;
}

/** Signing in by way of a login provider. */
export function providerRoutes(deps: WebDeps): readonly Route[] {
  const away = makeKeptAway();
  const refusals = makeRefusalLimit();
  return [
    { method: 'GET', path: ONE, access: 'open', gives: 'file', handle: (c) => goToProvider(deps, c) },
    {
      method: 'POST',
      path: ONE,
      access: 'open',
      bodyLimitBytes: KEPT_LIMIT_BYTES,
      handle: (c) => goWithForm(deps, away, c),
    },
    {
      method: 'GET',
      path: `${ONE}/tillbaka`,
      access: 'open',
      gives: 'file',
      handle: (c) => comeBack(deps, refusals, c),
    },
    { method: 'GET', path: `${ONE}/nycklar`, access: 'open', gives: 'file', handle: (c) => showKeys(deps, c) },
    { method: 'GET', path: KEPT, access: 'signed-in', handle: (c) => showKept(deps, c) },
    {
      method: 'POST',
      path: `${LINKS}/:slug/koppla`,
      access: 'signed-in',
      fresh: true,
      handle: (c) => goToLink(deps, c),
    },
  ];
}

interface Aim extends Pick<BrowserAttempt, 'next' | 'kept' | 'linkTo'> {
  /** Whether the provider must ask who it is, whatever it remembers. */
  readonly asksAnew: boolean;
}

/** Begins, and gives the attempt to the browser. */
async function begin(deps: WebDeps, c: WebContext, aim: Aim): Promise<Result<BegunSignIn, BeginRefusal>> {
  const { language } = viewOf(c);
  const slug = c.req.param('slug') ?? '';
  const begun = await beginProviderSignIn(deps)({
    municipality: c.get('municipality').code,
    slug,
    redirectUri: siteOrigin(deps, c) + callbackPath(slug),
    language,
    allowLoopback: isTriedOut(deps, c),
    asksAnew: aim.asksAnew,
  });
  if (!begun.ok) {
    deps.log.warn({ requestId: c.get('requestId'), reason: begun.refusal.kind }, 'login provider cannot be used');
    return begun;
  }
  const { next, kept, linkTo } = aim;
  attemptCookie.set(deps, c, { ...begun.value.attempt, next, kept, linkTo, language });
  return begun;
}

async function goToProvider(deps: WebDeps, c: WebContext) {
  const next = safePath(c.req.query('till'));
  const begun = await begin(deps, c, {
    next,
    kept: false,
    linkTo: null,
    asksAnew: c.req.query(PROOF_FIELD) !== undefined,
  });
  if (begun.ok) return c.redirect(begun.value.address, 302);
  const { kind } = begun.refusal;
  return kind === 'no-such-provider' ? notFoundPage(c) : seeOther(c, faultPath(kind, next));
}

async function goWithForm(deps: WebDeps, away: KeptAway, c: WebContext) {
  const { till, [KEPT_FIELD]: carried, [PROOF_FIELD]: proof } = await readForm(c);
  const next = safePath(till);
  const kept = readKept(carried);
  const t = identityTexts[viewOf(c).language];
  if (kept !== null && !(await away.put(deps, c, kept))) return stay(deps, c, next, kept, t.faults['kept-full'], 429);
  const begun = await begin(deps, c, { next, kept: kept !== null, linkTo: null, asksAnew: proof !== undefined });
  if (begun.ok) return goOn(c, begun.value);
  if (begun.refusal.kind === 'no-such-provider') return notFoundPage(c);
  return stay(deps, c, next, kept, t.faults[begun.refusal.kind], 422);
}

function goOn(c: WebContext, { address, label }: BegunSignIn) {
  const t = identityTexts[viewOf(c).language].onward;
  return answerOnward(c, { address, title: t.title(label), lead: t.lead, button: t.button(label) });
}

function stay(deps: WebDeps, c: WebContext, next: string, kept: KeptForm | null, error: string, status: 422 | 429) {
  return answerSignIn(deps, c, { email: '', next, errors: {}, kept, fault: error }, status);
}

async function goToLink(deps: WebDeps, c: WebContext) {
  const { accountId } = actorOf(c);
  const begun = await begin(deps, c, { next: '/', kept: false, linkTo: accountId, asksAnew: true });
  if (begun.ok) return goOn(c, begun.value);
  const { kind } = begun.refusal;
  return kind === 'no-such-provider' ? notFoundPage(c) : seeOther(c, linkPath(kind));
}

/** The sign-in page that says why. */
function faultPath(kind: string, next: string): string {
  return `/logga-in?${new URLSearchParams({ fel: kind, till: next })}`;
}

function linkPath(kind: string): string {
  return `${LINKS}?fel=${kind}`;
}

async function comeBack(deps: WebDeps, refusals: RefusalLimit, c: WebContext): Promise<Response> {
  const attempt = attemptCookie.read(deps, c);
  attemptCookie.clear(deps, c);
  const language = attempt?.language ?? viewOf(c).language;
  if (await refusals.isFull(deps, c)) return to(c, language, faultPath('too-many', '/'));
  const finished = await finish(deps, c, attempt);
  if (finished.ok) return welcome(deps, c, finished.value, attempt, language);
  const { kind } = finished.refusal;
  await refusals.count(deps, c);
  deps.log.warn({ requestId: c.get('requestId'), reason: kind }, 'sign-in with a login provider refused');
  if (kind === 'no-such-provider') return notFoundPage(c);
  return to(c, language, attempt?.linkTo ? linkPath(kind) : faultPath(kind, attempt?.next ?? '/'));
}

function finish(
  deps: WebDeps,
  c: WebContext,
  attempt: BrowserAttempt | null,
): Promise<Result<Finished, FinishRefusal>> {
  const slug = c.req.param('slug') ?? '';
  const { search, searchParams } = new URL(c.req.url);
  const actor = c.get('actor');
  // Whoever began a link must still be the one who is signed in.
  const isSame = attempt === null || attempt.linkTo === null || attempt.linkTo === actor.accountId;
  return finishProviderSignIn(deps)({
    municipality: c.get('municipality').code,
    slug,
    attempt: isSame ? attempt : null,
    address: siteOrigin(deps, c) + callbackPath(slug) + search,
    state: searchParams.get('state'),
    allowLoopback: isTriedOut(deps, c),
    linkTo: isSame ? (attempt?.linkTo ?? null) : null,
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
}

function welcome(
  deps: WebDeps,
  c: WebContext,
  finished: Finished,
  attempt: BrowserAttempt | null,
  language: Language,
): Response {
  if (finished.kind === 'linked') return to(c, language, `${LINKS}?klart=kopplad`);
  setSessionCookie(deps, c, finished.session.token, finished.session.expiresAt);
  return to(c, language, attempt?.kept ? KEPT : (attempt?.next ?? '/'));
}

function to(c: WebContext, language: Language, path: string): Response {
  return c.redirect(addressIn(language, path), 303);
}

async function showKept(deps: WebDeps, c: WebContext) {
  const kept = await keptAway(deps, c);
  return kept === null ? seeOther(c, '/') : answerKept(c, kept);
}

/** The public part of the key that we show who we are with; 404 for a provider that knows us by a secret. */
async function showKeys(deps: WebDeps, c: WebContext) {
  const found = await deps.store.read.findLoginProvider(c.get('municipality').code, c.req.param('slug') ?? '');
  if (found === null || found.provider.clientAuthentication !== 'key') return notFoundPage(c);
  const key = deps.secrets.open(secretPurpose(found.provider.id), found.provider.sealedSecret);
  return key === null ? notFoundPage(c) : c.json(deps.relyingParty.publicKeys(key));
}
