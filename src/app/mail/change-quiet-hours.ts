import type { QuietHours } from '../../core/mail/quiet-hours.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { getSetting, mayLookAfter, type NotAllowed, type OutboxPorts } from './open-outbox.ts';
import type { MailSetting } from './ports.ts';

/** What can be wrong with quiet hours as they were written. */
export const quietFaults = ['not-a-time', 'only-one-time'] as const;
export type QuietFault = (typeof quietFaults)[number];

export type QuietRefusal =
  | NotAllowed
  | { readonly kind: 'invalid'; readonly faults: Readonly<Partial<Record<'nightFrom' | 'nightUntil', QuietFault>>> }
  | { readonly kind: 'changed-meanwhile'; readonly current: MailSetting };

interface QuietCommand {
  /** As they were written; empty for no quiet nights. */
  readonly nightFrom: string;
  readonly nightUntil: string;
  readonly weekends: boolean;
  readonly rowVersion: number;
  readonly requestId: string | null;
}

/** Chooses when letters that can wait do so. */
export function changeQuietHours({ store, clock }: OutboxPorts) {
  return async (actor: Actor, command: QuietCommand): Promise<Result<null, QuietRefusal>> => {
    if (!mayLookAfter(actor)) return refuse({ kind: 'not-allowed' });
    const read = readNight(command);
    if (!read.ok) return read;
    const { municipality, accountId } = actor;
    const wanted: MailSetting = { ...read.value, weekends: command.weekends, rowVersion: command.rowVersion };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const before = await getSetting(tx, municipality);
      const answer = await tx.changeMailSetting(municipality, wanted);
      if (answer.done)
        await tx.event({
          kind: 'quiet-hours-changed',
          thingKind: 'municipality',
          thingId: municipality,
          before: factsOf(before),
          after: factsOf(wanted),
        });
      return answer.done ? null : (answer.current ?? before);
    });
    return written === null ? ok(null) : refuse({ kind: 'changed-meanwhile', current: written });
  };
}

function factsOf({ nightFrom, nightUntil, weekends }: QuietHours) {
  return { nightFrom, nightUntil, weekends };
}

const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

function readNight(command: QuietCommand): Result<Pick<QuietHours, 'nightFrom' | 'nightUntil'>, QuietRefusal> {
  const [from, until] = [command.nightFrom.trim(), command.nightUntil.trim()];
  if (from === '' && until === '') return ok({ nightFrom: null, nightUntil: null });
  const faults: Partial<Record<'nightFrom' | 'nightUntil', QuietFault>> = {};
  for (const [name, text] of [
    ['nightFrom', from],
    ['nightUntil', until],
  ] as const) {
    if (text === '') faults[name] = 'only-one-time';
    else if (!TIME.test(text)) faults[name] = 'not-a-time';
  }
  if (Object.keys(faults).length > 0) return refuse({ kind: 'invalid', faults });
  return ok({ nightFrom: asTime(from), nightUntil: asTime(until) });
}

/** "7.05" as "07:05". */
function asTime(text: string): string {
  const [, hours = '', minutes = ''] = TIME.exec(text) ?? [];
  return `${hours.padStart(2, '0')}:${minutes}`;
}
