import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { WebEnv } from '../context.ts';
import type { WebSettings } from '../deps.ts';
import { splitLanguage } from '../language.ts';
import { DECLINE_PATH } from '../mail/links.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Stops forms sent from other sites. A changing request must be a form (other content types would pass hono's check)
 * and must come from this very site by Origin or Sec-Fetch-Site. The scheme is not compared, since a proxy in front may
 * speak https while we speak http.
 */
export function sameOriginOnly(settings: WebSettings): MiddlewareHandler<WebEnv> {
  const check = csrf({ origin: (origin, c) => isOwnOrigin(origin, c.req.header('host'), settings.baseUrl) });
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    if (!FORM.test(c.req.header('content-type') ?? '')) return c.text('415 Unsupported Media Type\n', 415);
    return isOneClick(c.req.path) ? next() : check(c, next);
  };
}

/** A program for e-mail declines letters by itself, with the letter's own address and no page (RFC 8058). The token in it is all that counts. */
function isOneClick(path: string): boolean {
  return splitLanguage(path).path.startsWith(`${DECLINE_PATH}/`);
}

function isOwnOrigin(origin: string, host: string | undefined, baseUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (baseUrl !== null && from.origin === new URL(baseUrl).origin) return true;
  return host !== undefined && from.host === host.toLowerCase();
}
