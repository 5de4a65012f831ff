import { isQuiet, type QuietHours, swedishTime } from '../../core/mail/quiet-hours.ts';
import type { Municipality } from '../organisation/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { digests } from './digests.ts';
import { reportReminders } from './report-reminders.ts';

/** When the day's round is made at the earliest, in Sweden. */
const ROUND_FROM = '07:00';

/**
 * Makes the day's round in one municipality: writes the reminders that are due and gathers what has happened into digests.
 * Once a day, whatever number of programs try. Gives the ISO date of the round, made now or before; null when it is too
 * early, or quiet.
 */
export function goMailRound({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }) {
  return async (municipality: Municipality, quiet: QuietHours): Promise<string | null> => {
    const now = clock.now();
    if (isQuiet(now, quiet) || swedishTime(now).time < ROUND_FROM) return null;
    const { code } = municipality;
    const day = swedishDay(now);
    await store.change({ municipality: code, actorId: null, at: now, requestId: null }, async (tx) => {
      const span = await tx.beginMailRound(code, day);
      if (span === null) return;
      const receivers = await tx.listReceivers(code, day);
      const round = { municipality, now, day, quiet, receivers, nextId: ids.next };
      const reminders = await reportReminders(tx, round);
      const news = span.after < span.upTo ? await tx.listNews(code, span) : [];
      const letters = await tx.addLetters(code, [...reminders, ...digests(news, round)]);
      if (letters === 0) return;
      await tx.endMailRound(code, day, span);
      await tx.event({
        kind: 'mail-round-gone',
        thingKind: 'municipality',
        thingId: code,
        before: null,
        after: { letters },
      });
    });
    return day;
  };
}
