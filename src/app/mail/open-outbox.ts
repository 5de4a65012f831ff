import type { LetterState } from '../../core/mail/letter-state.ts';
import { usualQuietHours } from '../../core/mail/quiet-hours.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { fixedDays } from '../../core/retention/retention.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Reader, Store } from '../store.ts';
import type { MailSetting, OutboxCounts, OutboxRow } from './ports.ts';

export interface OutboxPorts {
  readonly store: Store;
  readonly clock: Clock;
}

export interface NotAllowed {
  readonly kind: 'not-allowed';
}

/** The outbox as it stands, its newest letters, and when letters wait. */
export interface OutboxView {
  readonly counts: OutboxCounts;
  readonly waiting: readonly OutboxRow[];
  readonly failed: readonly OutboxRow[];
  readonly sent: readonly OutboxRow[];
  readonly setting: MailSetting;
  readonly now: Date;
}

const DAY_MS = 24 * 3_600_000;
/** How far back letters that were sent are shown, in days. */
export const SHOWN_DAYS = 7;
/** How long address and content of a letter that has ended are kept, in days. */
export const KEPT_DAYS = fixedDays('letter-content');
const MOST_SHOWN = 50;

/** Whether somebody looks after the municipality's letters. */
export function mayLookAfter(actor: Actor): boolean {
  return may(actor, 'change-accounts', { municipality: actor.municipality, bodyId: null });
}

/** Shows how the municipality's letters go. */
export function openOutbox({ store, clock }: OutboxPorts) {
  return async (actor: Actor): Promise<Result<OutboxView, NotAllowed>> => {
    if (!mayLookAfter(actor)) return refuse({ kind: 'not-allowed' });
    const { municipality } = actor;
    const now = clock.now();
    const shownSince = new Date(now.getTime() - SHOWN_DAYS * DAY_MS);
    const list = (state: LetterState, endedSince = now) =>
      store.read.listLetters(municipality, { state, endedSince, most: MOST_SHOWN });
    const [counts, waiting, failed, sent, setting] = await Promise.all([
      store.read.countLetters(municipality, shownSince),
      list('waiting'),
      list('failed', lettersKeptSince(now)),
      list('sent', shownSince),
      getSetting(store.read, municipality),
    ]);
    return ok({ counts, waiting, failed, sent, setting, now });
  };
}

/** Letters that ended before this have neither address nor content any more. */
export function lettersKeptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}

/** What has been chosen, or what holds until something is. */
export async function getSetting(read: Reader, municipality: string): Promise<MailSetting> {
  return (await read.getMailSetting(municipality)) ?? { ...usualQuietHours, rowVersion: 0 };
}
