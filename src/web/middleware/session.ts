import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { noteInUse } from '../../app/identity/keep-sessions.ts';
import { sessionTime } from '../../app/identity/session-time.ts';
import { hashToken } from '../../app/identity/session-token.ts';
import type { WebContext, WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';

const COOKIE = 'session';

function prefixOf(deps: WebDeps): 'host' | undefined {
  return deps.settings.secureCookies ? 'host' : undefined;
}

function optionsOf(deps: WebDeps): CookieOptions {
  const secure = deps.settings.secureCookies;
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure, ...(secure ? { prefix: 'host' as const } : {}) };
}

/** The session token that the browser sent; null when it sent none. */
export function sessionToken(deps: WebDeps, c: WebContext): string | null {
  return getCookie(c, COOKIE, prefixOf(deps)) ?? null;
}

/** Gives the browser a session that ends at `expiresAt`. */
export function setSessionCookie(deps: WebDeps, c: WebContext, token: string, expiresAt: Date): void {
  // Counted from now, since a browser's clock may be wrong.
  const maxAge = Math.floor((expiresAt.getTime() - deps.clock.now().getTime()) / 1000);
  setCookie(c, COOKIE, token, { ...optionsOf(deps), maxAge });
}

/** Takes the session from the browser. */
export function clearSessionCookie(deps: WebDeps, c: WebContext): void {
  deleteCookie(c, COOKIE, optionsOf(deps));
}

/** Finds out who is asking. A request without the cookie costs no query. */
export function personOfSession(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('sessionId', null);
    const token = sessionToken(deps, c);
    if (token !== null) await enterSession(deps, c, token);
    await next();
  };
}

/** Lets the rest of the request be the person's whose session the token opens; false when it opens none. */
export async function enterSession(deps: WebDeps, c: WebContext, token: string): Promise<boolean> {
  const { code } = c.get('municipality');
  const time = sessionTime(deps.clock.now());
  const person = await deps.store.read.findSignedIn(code, hashToken(deps.sha256, token), time);
  if (person === null) return false;
  c.set('actor', person.actor);
  c.set('sessionId', person.sessionId);
  c.set('signedInAt', person.signedInAt);
  await noteInUse(deps)(code, person);
  return true;
}
