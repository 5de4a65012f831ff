import { deliverLetters } from '../app/mail/deliver-letters.ts';
import { goMailRound } from '../app/mail/go-mail-round.ts';
import { getSetting } from '../app/mail/open-outbox.ts';
import type { MailTransport, Outbox, RenderLetter } from '../app/mail/ports.ts';
import type { Municipality } from '../app/organisation/ports.ts';
import { swedishDay } from '../app/shared/swedish-day.ts';
import type { Clock, Ids } from '../app/shared/world.ts';
import type { Store } from '../app/store.ts';
import type { QuietHours } from '../core/mail/quiet-hours.ts';
import type { Log } from '../web/deps.ts';
import { describeError } from '../web/log-error.ts';
import { type Alarm, createAlarm } from './alarm.ts';

interface WorkerPorts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly transport: MailTransport;
  readonly render: RenderLetter;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Calls with each municipality that gets a letter. */
  readonly listen: (ring: (municipality: string) => void) => { close(): Promise<void> };
}

/** Sends letters until it is told to stop. */
export interface MailWorker {
  /** Takes no further letter and waits until the one under way has been sent. */
  stop(): Promise<void>;
}

/** How often all outboxes are gone through, for letters whose time has come and rings that were missed. */
const ROUND_EVERY_MS = 15_000;
/** How long a mail server that is of no use is left alone. */
const SERVER_REST_MS = 30_000;

/** Starts the sender of letters. Several may work beside each other, in this process or others. */
export function startMailWorker(ports: WorkerPorts): MailWorker {
  const alarm = createAlarm(ROUND_EVERY_MS);
  const bell = ports.listen(alarm.ring);
  const working = work(ports, alarm);
  return {
    stop: async () => {
      alarm.stop();
      await Promise.all([working, bell.close()]);
    },
  };
}

async function work(ports: WorkerPorts, alarm: Alarm): Promise<void> {
  const send = createSender(ports, alarm);
  let restUntil = 0;
  for (;;) {
    const isWanted = await alarm.next();
    if (isWanted === null) return;
    if (ports.clock.now().getTime() < restUntil) continue;
    try {
      if (!(await goThrough(ports, alarm, isWanted, send))) restUntil = ports.clock.now().getTime() + SERVER_REST_MS;
    } catch (error) {
      ports.log.error(describeError(error), 'letters could not be delivered');
    }
  }
}

type Send = (municipality: Municipality) => Promise<boolean>;

/** False when the mail server turned out to be of no use. What goes wrong in one municipality does not stop the others. */
async function goThrough(
  { store, log }: WorkerPorts,
  alarm: Alarm,
  isWanted: (municipality: string) => boolean,
  send: Send,
): Promise<boolean> {
  for (const municipality of await store.read.listMunicipalities()) {
    if (alarm.stopped) return true;
    if (!isWanted(municipality.code)) continue;
    const useful = await orLogged(log, municipality.code, 'letters could not be delivered', () => send(municipality));
    if (useful === false) return false;
  }
  return true;
}

/** Null when the work threw. */
async function orLogged<T>(log: Log, municipality: string, message: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.error({ municipality, ...describeError(error) }, message);
    return null;
  }
}

function createSender(ports: WorkerPorts, alarm: Alarm): Send {
  const { store, log } = ports;
  const deliver = deliverLetters({
    ...ports,
    chance: Math.random,
    onUnwritable: ({ id, kind }, error) =>
      log.error({ letterId: id, kind, ...describeError(error) }, 'a letter could not be made'),
  });
  const goRound = createRound(ports);
  return async (municipality) => {
    const { code } = municipality;
    const quiet = await getSetting(store.read, code);
    await orLogged(log, code, 'the letters of the day could not be written', () => goRound(municipality, quiet));
    const { serverFault, ...counts } = await deliver(municipality, quiet, () => !alarm.stopped);
    if (counts.sent + counts.delayed + counts.failed > 0)
      log.info({ municipality: code, ...counts, fault: serverFault }, 'letters were delivered');
    return serverFault === null;
  };
}

/** The day's round, made once a day as far as this process knows; the database knows for all of them. */
function createRound(ports: WorkerPorts): (municipality: Municipality, quiet: QuietHours) => Promise<void> {
  const goRound = goMailRound(ports);
  const doneOn = new Map<string, string>();
  return async (municipality, quiet) => {
    if (doneOn.get(municipality.code) === swedishDay(ports.clock.now())) return;
    const day = await goRound(municipality, quiet);
    if (day !== null) doneOn.set(municipality.code, day);
  };
}
