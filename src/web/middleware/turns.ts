import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { sessionToken } from './session.ts';

/**
 * Lets at most `most` pages for signed-in people be made at once; the others wait in the order they came. The public
 * never waits in that line, so a whole office that works cannot make the public pages slow. Only reading takes a turn: what
 * is sent in may come slowly, and nobody shall wait for that. A false session costs its turn no more than a look-up.
 */
export function turnsForSignedIn(deps: WebDeps, most: number): MiddlewareHandler<WebEnv> {
  let working = 0;
  const line: (() => void)[] = [];
  return async (c, next) => {
    if (c.req.method !== 'GET' || sessionToken(deps, c) === null) return next();
    if (working >= most) await new Promise<void>((go) => line.push(go));
    else working += 1;
    try {
      await next();
    } finally {
      const first = line.shift();
      if (first) first();
      else working -= 1;
    }
  };
}
