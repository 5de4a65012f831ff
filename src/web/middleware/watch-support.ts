import type { MiddlewareHandler } from 'hono';
import { isSupport, supportUntil, tellSupportRead } from '../../app/support-access/watch-support.ts';
import type { WebContext, WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { splitLanguage } from '../language.ts';

/**
 * Whoever is here as support is let in as long as the access is open, whatever the session says, and every page that they
 * read is told to the trail before it leaves. Everybody else passes by without a query.
 */
export function watchSupport(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const actor = c.get('actor');
    if (actor.accountId === null || !isSupport(actor)) return next();
    const until = await supportUntil(deps)(actor);
    if (until === null) {
      c.set('actor', { municipality: actor.municipality, accountId: null });
      c.set('sessionId', null);
      return next();
    }
    c.set('supportUntil', until);
    await next();
    if (c.req.method === 'GET' && c.res.ok) await tellSupportRead(deps)(actor, pageOf(c), c.get('requestId'));
    return undefined;
  };
}

/** The address of the page in both languages; only its pattern where the address itself opens something. */
function pageOf(c: WebContext): string {
  const pattern = c.get('route') ?? '/';
  return pattern.includes(':token') ? pattern : splitLanguage(c.req.path).path;
}
