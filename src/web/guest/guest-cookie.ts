import { getCookie, setCookie } from 'hono/cookie';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';

/** How long a browser keeps a guest let in: a working day. After that the link in the letter is opened again. */
const KEPT_SECONDS = 12 * 3600;

// One cookie a link, so that whoever has several can have them open beside each other.
const nameOf = (linkId: string) => `gast-${linkId}`;

/** Lets a browser in to a link's page: the token moves from the address to a cookie that no script can read. */
export function setGuestCookie(deps: WebDeps, c: WebContext, linkId: string, token: string): void {
  const secure = deps.settings.secureCookies;
  setCookie(c, nameOf(linkId), token, {
    path: '/',
    httpOnly: true,
    // Lax, since the link is followed from a letter: a strict cookie would not be sent on.
    sameSite: 'Lax',
    secure,
    maxAge: KEPT_SECONDS,
    ...(secure ? { prefix: 'host' as const } : {}),
  });
}

/** The token that a browser shows for a link; "" when it shows none. */
export function guestToken(deps: WebDeps, c: WebContext, linkId: string): string {
  return getCookie(c, nameOf(linkId), deps.settings.secureCookies ? 'host' : undefined) ?? '';
}
