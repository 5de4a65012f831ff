import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { WebContext, WebEnv } from './context.ts';
import type { WebDeps } from './deps.ts';
import { notFoundPage, refusePage } from './errors/pages.tsx';
import { addressIn, languages } from './language.ts';
import { describeError } from './log-error.ts';
import { letThrough } from './middleware/access.tsx';
import { municipalityOfHost } from './middleware/municipality.ts';
import { readTogether } from './middleware/read-together.ts';
import { sameOriginOnly } from './middleware/same-origin.ts';
import { personOfSession } from './middleware/session.ts';
import { tellOfRequests } from './middleware/tell-of-requests.ts';
import { turnsForSignedIn } from './middleware/turns.ts';
import type { Route } from './route.ts';
import { allRoutes } from './routes.ts';

const DEFAULT_BODY_LIMIT_BYTES = 64 * 1024;
// Measured in the bench: with one the public waits half as long beside fifty readers, and they themselves no longer.
const SIGNED_IN_AT_ONCE = 1;
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
  app.get(STATIC, called(STATIC), (c) => sendStatic(deps, c));
  app.use(refuseOddPaths);
  app.use(sameOriginOnly(deps.settings));
  app.use(turnsForSignedIn(deps, SIGNED_IN_AT_ONCE));
  app.use(municipalityOfHost(deps));
  app.use(personOfSession(deps));
  for (const route of allRoutes(deps)) mount(app, route);
  app.notFound((c) => trimmed(c) ?? notFoundPage(c));
  app.onError((error, c) => answerError(deps, error, c));
  return app;
}

function mount(app: Hono<WebEnv>, route: Route): void {
  const limit = bodyLimit({
    maxSize: route.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES,
    onError: (c) => refusePage(c as WebContext, 'too-large'),
  });
  for (const language of languages)
    app.on(
      route.method,
      addressIn(language, route.path),
      called(route.path),
      letThrough(route.access),
      limit,
      route.handle,
    );
}

/** Notes which route answers, for the log and the figures. */
function called(pattern: string): MiddlewareHandler<WebEnv> {
  return (c, next) => {
    c.set('route', pattern);
    return next();
  };
}

function headersOf(deps: WebDeps) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: deps.settings.secureCookies ? `max-age=${YEAR_SECONDS}` : false,
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
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

/** The database takes no NUL, and no honest address holds a control character. */
async function refuseOddPaths(c: WebContext, next: () => Promise<void>): Promise<Response | undefined> {
  if (/%(?:[01][0-9a-f]|7f)/i.test(new URL(c.req.url).pathname)) return c.text('400 Bad Request\n', 400);
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
