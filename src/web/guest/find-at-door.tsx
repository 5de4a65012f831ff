import { RateLimiterMemory } from 'rate-limiter-flexible';
import { findGuest } from '../../app/guest/find-guest.ts';
import type { Guest } from '../../core/permission/guest.ts';
import { viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { tooManyPage } from '../errors/too-many-page.tsx';
import { clientAddress, networkOf } from '../identity/client-address.ts';
import { secondsToWait } from '../middleware/not-too-many.ts';
import { respond } from '../respond.tsx';
import { guestTexts } from './texts.ts';

/** Finds the guest behind a token, or the answer that whoever has none gets. */
export type FindAtDoor = (c: WebContext, token: string) => Promise<Guest | Response>;

/**
 * The one place where tokens of guest links are tried. Tries are counted before they are made: for a network, which is shut out
 * past the limit; for all wrong tries in the municipality, past which a wrong one is told to wait instead of that there is
 * no such link, while a right one still opens; and for each link. Guessed, expired and withdrawn tokens cost the same work
 * and get the same answer. Counts live in the process.
 */
export function makeFindAtDoor(deps: WebDeps): FindAtDoor {
  const { guestNetwork, guestDoor, guestLink } = deps.settings.limits;
  const networks = new RateLimiterMemory({ points: guestNetwork.most, duration: guestNetwork.seconds });
  const doors = new RateLimiterMemory({ points: guestDoor.most, duration: guestDoor.seconds });
  const links = new RateLimiterMemory({ points: guestLink.most, duration: guestLink.seconds });
  const wait = (c: WebContext, seconds: number) => {
    deps.log.warn({ requestId: c.get('requestId'), route: c.get('route') }, 'refused: too many tries of guest links');
    return tooManyPage(c, seconds);
  };
  return async (c, token) => {
    const { code } = c.get('municipality');
    const network = `${code} ${networkOf(clientAddress(c, deps.settings.trustProxy))}`;
    const shutOut = await secondsToWait(networks, network);
    if (shutOut !== null) return wait(c, shutOut);
    const guest = await findGuest(deps)(code, token);
    if (guest === null) {
      const seconds = await secondsToWait(doors, code);
      return seconds === null ? noSuchLinkPage(c) : wait(c, seconds);
    }
    await networks.reward(network, 1);
    const seconds = await secondsToWait(links, guest.guestLinkId);
    return seconds === null ? guest : wait(c, seconds);
  };
}

/** The one answer to every link that opens nothing, whatever the reason. */
export function noSuchLinkPage(c: WebContext): Response | Promise<Response> {
  const view = viewOf(c);
  const t = guestTexts[view.language];
  const body = (
    <div class="hk-stack">
      <h1>{t.noSuchLinkTitle}</h1>
      <p class="hk-lead">{t.noSuchLink}</p>
      <p>
        <a href={view.href('/')}>{t.toPlans}</a>
      </p>
    </div>
  );
  return respond(c, { title: t.noSuchLinkTitle, unlisted: true }, body, 404);
}
