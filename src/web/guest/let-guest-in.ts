import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { type FindAtDoor, noSuchLinkPage } from './find-at-door.tsx';
import { guestToken } from './guest-cookie.ts';

/** Lets through whoever shows the token of the link in the address, as that guest. A person who is signed in too is here a guest. */
export function letGuestIn(deps: WebDeps, findAtDoor: FindAtDoor): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const linkId = c.req.param('id') ?? '';
    const found = await findAtDoor(c, guestToken(deps, c, linkId));
    if (found instanceof Response) return found;
    if (found.guestLinkId !== linkId) return noSuchLinkPage(c);
    c.set('actor', found);
    return next();
  };
}
