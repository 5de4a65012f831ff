import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { sessionToken } from './session.ts';

/**
 * Lets at most `most` requests of signed-in people be worked on at once; the others wait in the order they came. The
 * public never waits in that line, so a whole office that works cannot make the public pages slow.
 */
export function turnsForSignedIn(deps: WebDeps, most: number): MiddlewareHandler<WebEnv> {
  let working = 0;
  const line: (() => void)[] = [];
  return async (c, next) => {
    if (sessionToken(deps, c) === null) return next();
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
