import { type DeliveryFault, isServerFault, mayPass } from '../../core/mail/letter-state.ts';
import { isQuiet, type QuietHours } from '../../core/mail/quiet-hours.ts';
import { retryDelayMs, TRIED_FOR_MS, WAITS_FOR_MS } from '../../core/mail/retry.ts';
import type { Municipality } from '../organisation/ports.ts';
import type { Clock } from '../shared/world.ts';
import type { Delivery, MailTransport, Outbox, RenderedLetter, RenderLetter, WaitingLetter } from './ports.ts';

interface DeliverPorts {
  readonly outbox: Outbox;
  readonly transport: MailTransport;
  readonly render: RenderLetter;
  readonly clock: Clock;
  /** 0 up to 1; spreads the attempts. */
  readonly chance: () => number;
  /** Told of a letter that could not be made, which is a bug: its id, its kind and the error's own words for us. */
  readonly onUnwritable: (letter: { readonly id: string; readonly kind: string }, error: unknown) => void;
}

/** What was done with a municipality's outbox. */
export interface Delivered {
  readonly sent: number;
  readonly delayed: number;
  readonly failed: number;
  /** What ails the mail server, so that the rest was left to wait; null when all that was due has been tried. */
  readonly serverFault: DeliveryFault | null;
}

/**
 * Sends what is due in one municipality, one letter after the other, until nothing is due, the mail server is of no use, or
 * `goOn` says to stop: the letter under way is finished first. Outside quiet hours all letters leave, else urgent ones.
 */
export function deliverLetters(ports: DeliverPorts) {
  return async (municipality: Municipality, quiet: QuietHours, goOn: () => boolean): Promise<Delivered> => {
    const counts = { sent: 0, delayed: 0, failed: 0 };
    while (goOn()) {
      const now = ports.clock.now();
      const due = { now, urgentOnly: isQuiet(now, quiet) };
      const delivery = await ports.outbox.handOver(municipality.code, due, (letter) =>
        deliver(ports, municipality, letter),
      );
      if (delivery === null) break;
      if (delivery.kind === 'sent') counts.sent += 1;
      if (delivery.kind === 'failed') counts.failed += 1;
      if (delivery.kind !== 'later') continue;
      counts.delayed += 1;
      if (isServerFault(delivery.fault)) return { ...counts, serverFault: delivery.fault };
    }
    return { ...counts, serverFault: null };
  };
}

async function deliver(ports: DeliverPorts, municipality: Municipality, letter: WaitingLetter): Promise<Delivery> {
  const now = ports.clock.now();
  if (letter.unwanted) return { kind: 'unwanted' };
  if (isTooOld(letter, now)) return { kind: 'failed', fault: 'too-old' };
  const rendered = renderSafely(ports, municipality, letter);
  if (rendered === null) return { kind: 'failed', fault: 'unwritable' };
  const fault = await ports.transport.send({
    id: letter.id,
    receiver: { name: letter.data.receiverName, address: letter.address },
    senderName: municipality.name,
    language: letter.language,
    letter: rendered,
    at: now,
  });
  if (fault === null) return { kind: 'sent' };
  const triedLong = now.getTime() - letter.firstDueAt.getTime() > TRIED_FOR_MS;
  if (!mayPass(fault) || triedLong) return { kind: 'failed', fault };
  const at = new Date(ports.clock.now().getTime() + retryDelayMs(letter.attempts + 1, ports.chance()));
  return { kind: 'later', fault, at };
}

/** A link that has ended helps nobody, and neither does news from last month. */
function isTooOld({ data, attempts, firstDueAt }: WaitingLetter, now: Date): boolean {
  if ('validUntil' in data && new Date(data.validUntil) <= now) return true;
  return attempts === 0 && now.getTime() - firstDueAt.getTime() > WAITS_FOR_MS;
}

/** A letter that cannot be made must not stop those behind it. */
function renderSafely(ports: DeliverPorts, municipality: Municipality, letter: WaitingLetter): RenderedLetter | null {
  try {
    return ports.render(letter, municipality);
  } catch (error) {
    ports.onUnwritable({ id: letter.id, kind: letter.kind }, error);
    return null;
  }
}
