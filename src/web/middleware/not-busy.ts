import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { tooManyPage } from '../errors/too-many-page.tsx';

const WAIT_SECONDS = 15;

/**
 * Lets at most `most` be under way at a costly route, whoever asks. Their work is done a little at a time, so without this
 * the line behind it would grow as long as somebody with many networks likes. Those past it are asked to come back.
 */
export function notBusy(deps: Pick<WebDeps, 'log'>, most: number): MiddlewareHandler<WebEnv> {
  let underWay = 0;
  return async (c, next) => {
    if (underWay >= most) {
      deps.log.warn({ requestId: c.get('requestId'), route: c.get('route') }, 'refused: too many at once');
      return tooManyPage(c, WAIT_SECONDS, 'busy');
    }
    underWay += 1;
    try {
      return await next();
    } finally {
      underWay -= 1;
    }
  };
}
