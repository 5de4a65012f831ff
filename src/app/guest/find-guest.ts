import type { Guest } from '../../core/permission/guest.ts';
import { hashToken } from '../identity/session-token.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';

/**
 * The guest who shows a token; null for a guessed, an expired and a withdrawn one alike. The work is the same for all:
 * one hash and one look-up by it, whatever the token looks like.
 */
export function findGuest({ store, clock, sha256 }: { store: Store; clock: Clock; sha256: Sha256 }) {
  return (municipality: string, token: string): Promise<Guest | null> =>
    store.read.findGuest(municipality, hashToken(sha256, token), swedishDay(clock.now()));
}
