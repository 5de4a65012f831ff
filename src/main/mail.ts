import { join } from 'node:path';
import { listenForLetters } from '../adapters/db/letter-bell.ts';
import type { OpenedStore } from '../adapters/db/open-store.ts';
import { createFolderTransport } from '../adapters/mail/folder-transport.ts';
import { parseSender, parseSmtpUrl } from '../adapters/mail/smtp-settings.ts';
import { createSmtpTransport } from '../adapters/mail/smtp-transport.ts';
import type { MailTransport } from '../app/mail/ports.ts';
import type { Secrets } from '../app/shared/world.ts';
import { ok, type Result, refuse } from '../core/shared/result.ts';
import type { Log } from '../web/deps.ts';
import { createLetterRenderer } from '../web/mail/render-letter.tsx';
import { type MailWorker, startMailWorker } from './mail-worker.ts';
import type { Settings } from './settings.ts';
import { machineWorld } from './with-store.ts';

export interface MailRefusal {
  readonly kind: 'bad-smtp-url' | 'bad-mail-from' | 'mail-from-missing';
}

/** Where letters go. Without a transport they wait. */
export interface MailWay {
  readonly to: 'server' | 'folder' | 'nowhere';
  readonly transport: MailTransport | null;
}

const DEMO_SENDER = { name: null, address: 'handlingskraft@example.se' };

/** The way of letters by the settings. The demo has a folder for them unless a mail server is named. */
export function chooseMailWay(settings: Settings, demo: boolean): Result<MailWay, MailRefusal> {
  const sender = settings.mailFrom === null ? null : parseSender(settings.mailFrom);
  if (settings.mailFrom !== null && sender === null) return refuse({ kind: 'bad-mail-from' });
  if (settings.smtpUrl !== null) {
    const server = parseSmtpUrl(settings.smtpUrl);
    if (server === null) return refuse({ kind: 'bad-smtp-url' });
    if (sender === null) return refuse({ kind: 'mail-from-missing' });
    return ok({ to: 'server', transport: createSmtpTransport(server, sender) });
  }
  if (!demo) return ok({ to: 'nowhere', transport: null });
  const folder = join(settings.dataFolder, 'mail');
  return ok({ to: 'folder', transport: createFolderTransport(folder, sender ?? DEMO_SENDER) });
}

/** Starts writing the letters of each day and sending all of them, where there is a way to. */
export function startMail(
  way: MailWay,
  opened: OpenedStore,
  deps: { readonly secrets: Secrets; readonly log: Log; readonly baseUrl: string | null; readonly servedAt: string },
): MailWorker {
  const { transport } = way;
  if (transport === null) return { stop: async () => undefined };
  const { store, outbox, pool } = opened;
  return startMailWorker({
    store,
    outbox,
    transport,
    render: createLetterRenderer({ secrets: deps.secrets, settings: deps }),
    clock: machineWorld.clock,
    ids: machineWorld.ids,
    log: deps.log,
    listen: (ring) => listenForLetters(pool, ring),
  });
}
