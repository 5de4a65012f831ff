import type { MiddlewareHandler } from 'hono';
import { reachOf } from '../../core/permission/may.ts';
import { viewOf, type WebEnv } from '../context.ts';
import { refusePage } from '../errors/pages.tsx';
import type { Access } from '../route.ts';

/** Lets through those whom the route is for; sends who is not signed in to the sign-in page and back. */
export function letThrough(access: Access): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (access === 'open') return next();
    const actor = c.get('actor');
    if (actor.accountId === null) {
      const view = viewOf(c);
      const back = c.req.method === 'GET' ? `?till=${encodeURIComponent(view.path + view.search)}` : '';
      return c.redirect(view.href('/logga-in') + back, 303);
    }
    if (access !== 'signed-in' && reachOf(actor, access) === 'nothing') return refusePage(c, 'forbidden');
    return next();
  };
}
