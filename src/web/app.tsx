import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { WebContext, WebEnv } from './context.ts';
import type { WebDeps } from './deps.ts';
import { notFoundPage, refusePage } from './errors/pages.tsx';
import { makeFindAtDoor } from './guest/find-at-door.tsx';
import { letGuestIn } from './guest/let-guest-in.ts';
import { addressIn, languages } from './language.ts';
import { describeError } from './log-error.ts';
import { freshOnly, letThrough } from './middleware/access.tsx';
import { headersOf, keepToOneself } from './middleware/headers.ts';
import { municipalityOfHost } from './middleware/municipality.ts';
import { notBusy } from './middleware/not-busy.ts';
import { notTooMany } from './middleware/not-too-many.ts';
import { readTogether } from './middleware/read-together.ts';
import { sameOriginOnly } from './middleware/same-origin.ts';
import { personOfSession } from './middleware/session.ts';
import { tellOfRequests } from './middleware/tell-of-requests.ts';
import { turnsForSignedIn } from './middleware/turns.ts';
import { watchSupport } from './middleware/watch-support.ts';
import type { Route } from './route.ts';
import { allRoutes } from './routes.ts';

const DEFAULT_BODY_LIMIT_BYTES = 64 * 1024;
// Measured in the bench: with one the public waits half as long beside fifty readers, and they themselves no longer.
const SIGNED_IN_AT_ONCE = 1;
const LONGEST_ADDRESS = 4096;
const ODD_CHARACTER = /%(?:[01][0-9a-f]|7f)/i;
const STATIC = '/static/:name';
const YEAR_SECONDS = 365 * 24 * 3600;

/** The whole site as one function from request to response. Needs no port: tests call `app.request`. */
export function createWebApp(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(tellOfRequests(deps));
  app.use(async (c, next) => {
    c.set('files', deps.files);
    await next();
  });
  app.use(readTogether(deps));
  app.use(headersOf(deps));
  app.use(keepToOneself(deps));
  app.get(STATIC, called(STATIC), (c) => sendStatic(deps, c));
  app.use(refuseOddAddresses);
  app.use(sameOriginOnly(deps.settings));
  app.use(turnsForSignedIn(deps, SIGNED_IN_AT_ONCE));
  app.use(municipalityOfHost(deps));
  app.use(personOfSession(deps));
  app.use(watchSupport(deps));
  const { limits } = deps.settings;
  const counted = {
    forms: notTooMany(deps, limits.forms),
    costly: notTooMany(deps, limits.costly),
    atOnce: () => notBusy(deps, limits.costlyAtOnce),
    guests: letGuestIn(deps, makeFindAtDoor(deps)),
  };
  for (const route of allRoutes(deps)) mount(deps, app, route, counted);
  app.notFound((c) => trimmed(c) ?? notFoundPage(c));
  app.onError((error, c) => answerError(deps, error, c));
  return app;
}

type Guard = MiddlewareHandler<WebEnv>;

/** What is counted over all addresses, and what each address counts by itself. */
interface Counted {
  readonly forms: Guard;
  readonly costly: Guard;
  readonly guests: Guard;
  readonly atOnce: () => Guard;
}

/** Everything between an address and its handler, in order. A form is counted when its size is known to be right, so that it can be kept. */
function mount(deps: WebDeps, app: Hono<WebEnv>, route: Route, counted: Counted): void {
  const letIn = route.access === 'guest' ? counted.guests : letThrough(deps, route.access);
  const guards: Guard[] = [called(route.path), letIn];
  if (route.fresh) guards.push(freshOnly(deps));
  // A GET has no body, and asking it for one makes a whole request object of it.
  if (route.method === 'POST') guards.push(limitOf(route), counted.forms);
  if (route.costly) guards.push(counted.costly, counted.atOnce());
  const addresses = languages.map((language) => addressIn(language, route.path));
  app.on(route.method, addresses, ...guards, route.handle);
}

function limitOf(route: Route): Guard {
  return bodyLimit({
    maxSize: route.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES,
    onError: (c) => refusePage(c as WebContext, 'too-large'),
  });
}

/** Notes which route answers, for the log and the figures. */
function called(pattern: string): MiddlewareHandler<WebEnv> {
  return (c, next) => {
    c.set('route', pattern);
    return next();
  };
}

function sendStatic(deps: WebDeps, c: WebContext): Response {
  const file = deps.files.find(c.req.path);
  if (file === null) return c.text('404 Not Found\n', 404);
  c.header('Content-Type', file.contentType);
  c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
  if (file.gzipped === null) return c.body(file.bytes);
  c.header('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(file.bytes);
  c.header('Content-Encoding', 'gzip');
  return c.body(file.gzipped);
}

/** The database takes no NUL, and no honest address holds a control character or is this long. */
async function refuseOddAddresses(c: WebContext, next: () => Promise<void>): Promise<Response | undefined> {
  if (c.req.url.length > LONGEST_ADDRESS) return refusePage(c, 'address-too-long');
  if (ODD_CHARACTER.test(c.req.url.split('?', 1)[0] ?? '')) return c.text('400 Bad Request\n', 400);
  await next();
  return undefined;
}

/** An address with a slash too many leads to the one without. */
function trimmed(c: WebContext): Response | null {
  const path = c.req.path.replace(/^\/+/, '/').replace(/(?<=.)\/+$/, '');
  return c.req.method === 'GET' && path !== c.req.path && !path.includes('\\') ? c.redirect(path, 308) : null;
}

function answerError(deps: WebDeps, error: Error, c: WebContext): Response | Promise<Response> {
  if (error instanceof HTTPException && error.status < 500)
    return refusePage(c, error.status === 403 ? 'foreign' : 'bad-request');
  deps.log.error({ requestId: c.get('requestId'), method: c.req.method, ...describeError(error) }, 'request failed');
  return refusePage(c, 'broken');
}
