import type { MiddlewareHandler } from 'hono';
import { FRESH_MS } from '../../app/identity/session-time.ts';
import { reachOf } from '../../core/permission/may.ts';
import { viewOf, type WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { refusePage } from '../errors/pages.tsx';
import { keepForm } from '../identity/kept-form.ts';
import { answerSignIn } from '../identity/sign-in-page.tsx';
import type { Access } from '../route.ts';

/**
 * Lets through those whom the route is for. Who is not signed in is led to the sign-in page and back; what they sent is
 * carried along, so that a sign-in that ran out in the middle of a long form loses nothing.
 */
export function letThrough(deps: WebDeps, access: Exclude<Access, 'guest'>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (access === 'open') return next();
    const actor = c.get('actor');
    if (actor.accountId === null && c.req.method !== 'GET') {
      const kept = await keepForm(c);
      const interrupted = kept === null ? 'too-large' : 'kept';
      return answerSignIn(deps, c, { email: '', next: '/', errors: {}, kept, interrupted }, 401);
    }
    if (actor.accountId === null) {
      const view = viewOf(c);
      return c.redirect(`${view.href('/logga-in')}?till=${encodeURIComponent(view.path + view.search)}`, 303);
    }
    if (access !== 'signed-in' && reachOf(actor, access) === 'nothing') return refusePage(c, 'forbidden');
    return next();
  };
}

/**
 * Lets through those who have just shown who they are. Others sign in once more and go on with what they sent, so that
 * whoever finds a signed-in browser cannot make themselves a lasting way in.
 */
export function freshOnly(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const signedInAt = c.get('signedInAt');
    if (signedInAt !== undefined && deps.clock.now().getTime() - signedInAt.getTime() < FRESH_MS) return next();
    const view = viewOf(c);
    const reading = c.req.method === 'GET';
    const kept = reading ? null : await keepForm(c);
    const to = reading ? view.path + view.search : '/';
    return answerSignIn(deps, c, { email: '', next: to, errors: {}, kept, interrupted: 'proof' }, 401);
  };
}
