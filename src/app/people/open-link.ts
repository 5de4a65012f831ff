import { isOpenOn } from '../../core/account/account-state.ts';
import type { Account } from '../identity/ports.ts';
import { hashToken } from '../identity/session-token.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { LinkPurpose } from './ports.ts';

/** One refusal for a link that is unknown, used, withdrawn or expired, or whose account is closed: nobody can tell which. */
export type NoSuchLink = { readonly kind: 'no-such-link' };

/** The account that a link's token opens now; null when it opens none. */
export function openLink({
  store,
  clock,
  sha256,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly sha256: Sha256;
}) {
  return async (municipality: string, purpose: LinkPurpose, token: string): Promise<Account | null> => {
    const now = clock.now();
    const link = await store.read.findLink(municipality, purpose, hashToken(sha256, token), now);
    const account = link === null ? null : await store.read.getAccount(municipality, link.accountId);
    return account !== null && isOpenOn(account, swedishDay(now)) ? account : null;
  };
}
