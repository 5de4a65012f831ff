import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';

/**
 * Lets at most `most` pages for signed-in people be made at once; the others wait in the order they came. The public
 * never waits in that line, so a whole office that works cannot make the public pages slow. Only who has proved a session
 * takes a turn, and only to read: what is sent in may come slowly, and nobody shall wait for that.
 */
export function turnsForSignedIn(most: number): MiddlewareHandler<WebEnv> {
  let working = 0;
  const line: (() => void)[] = [];
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.get('actor').accountId === null) return next();
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
