import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
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
    const token = sessionToken(deps, c);
    if (token !== null) {
      const { code } = c.get('municipality');
      const actor = await deps.store.read.findActor(code, hashToken(deps.sha256, token), deps.clock.now());
      if (actor !== null) c.set('actor', actor);
    }
    await next();
  };
}
