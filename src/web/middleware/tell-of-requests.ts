import type { MiddlewareHandler } from 'hono';
import type { WebContext, WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * Answers that may mean that somebody tries what they may not: told of as warnings, with the session, whose owner the trail
 * knows. What is not there is mostly a misspelt address, and no warning.
 */
const REFUSED = new Set([400, 403, 404, 413, 414, 415, 429]);

/** What is logged and counted for a request that led to no route. */
export const NO_ROUTE = 'none';

/**
 * Gives each request its id, and tells of it when it has been answered: one line in the log and one figure. The line holds
 * the route's pattern and never the address itself, which may hold a token or a name; no network address, no query, no
 * program of the reader's.
 */
export function tellOfRequests(deps: Pick<WebDeps, 'ids' | 'log' | 'meter' | 'settings'>): MiddlewareHandler<WebEnv> {
  const { ids, log, meter, settings } = deps;
  return async (c, next) => {
    const began = performance.now();
    const requestId = (settings.trustProxy ? givenId(c) : null) ?? ids.next();
    c.set('requestId', requestId);
    // Before the page is made: a header set on a finished answer turns its text into a stream, at twice the cost.
    c.header('X-Request-Id', requestId);
    await next();
    const ms = performance.now() - began;
    const { method } = c.req;
    const { status } = c.res;
    const route = c.get('route') ?? NO_ROUTE;
    const line = { requestId, method, route, status, ms: Math.round(ms * 10) / 10 };
    const session = c.get('sessionId') ?? null;
    if (!REFUSED.has(status)) log.info(line, 'request');
    else if (status === 404) log.info(session === null ? line : { ...line, session }, 'request');
    else log.warn({ ...line, session }, 'request refused');
    meter.answered({ method, route, status, seconds: ms / 1000 });
  };
}

/** The id that a proxy of our own has given the request, with dashes as our own ids; null when it gave none that can be one. */
function givenId(c: WebContext): string | null {
  const given = c.req.header('x-request-id');
  if (given === undefined || !UUID.test(given)) return null;
  const digits = given.replaceAll('-', '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
