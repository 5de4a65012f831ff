import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';

const COOKIE = 'ny-gastlank';
const KEPT_SECONDS = 300;

function optionsOf(deps: WebDeps) {
  const secure = deps.settings.secureCookies;
  const prefix = secure ? { prefix: 'host' as const } : {};
  return { path: '/', httpOnly: true, sameSite: 'Strict' as const, secure, ...prefix };
}

/** Remembers for the next page which link was just made, so that its address can be shown there once. The id opens nothing. */
export function rememberNewLink(deps: WebDeps, c: WebContext, linkId: string): void {
  setCookie(c, COOKIE, linkId, { ...optionsOf(deps), maxAge: KEPT_SECONDS });
}

/** The id of the link that was just made, and forgets it; null when none was. */
export function takeNewLink(deps: WebDeps, c: WebContext): string | null {
  const options = optionsOf(deps);
  const linkId = getCookie(c, COOKIE, 'prefix' in options ? options.prefix : undefined) ?? null;
  if (linkId !== null) deleteCookie(c, COOKIE, options);
  return linkId;
}
