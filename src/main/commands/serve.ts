import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenedStore, openStore } from '../../adapters/db/open-store.ts';
import { childPdfRenderer, docxRenderer, htmlRenderer } from '../../adapters/documents/renderers.ts';
import { createSourceReader } from '../../adapters/reading/source-reader.ts';
import { createWebApp } from '../../web/app.tsx';
import type { Log } from '../../web/deps.ts';
import { loadStaticFiles } from '../../web/static-files.ts';
import { type Command, type CommandContext, refuseInput } from '../command.ts';
import { startHttpServer } from '../http-server.ts';
import { createLog } from '../log.ts';
import { readSettings, type Settings } from '../settings.ts';
import { machineWorld } from '../with-store.ts';
import { ensureDemo, showLogins } from './demo.ts';

const STATIC_FOLDER = resolve(import.meta.dirname, '../../../dist/web/static');
const TIDY_EVERY_MS = 3_600_000;
const STOP_SECONDS = 10;

/** `serve`: starts the service and answers until it is told to stop. Gives 2 when it cannot start for a reason of the user's. */
export const serve: Command = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
    },
  });
  const settings = readSettings(context.env, values);
  if (settings === null) return refuseInput(context, context.texts.badPort);
  const log = createLog('info');
  const stopping = waitForSignal();
  const { databaseUrl, dataFolder, systemBinaries } = settings;
  const opened = await openStore({ databaseUrl, dataFolder, systemBinaries, serve: true, log });
  if (!opened.ok) return refuseInput(context, context.texts.store(opened.refusal));
  try {
    return await answer(context, { settings, opened: opened.value, log, demo: values.demo, stopping });
  } finally {
    await opened.value.close();
    context.out(context.texts.stopped);
  }
};

interface Service {
  readonly settings: Settings;
  readonly opened: OpenedStore;
  readonly log: Log;
  readonly demo: boolean;
  readonly stopping: Promise<void>;
}

async function answer(context: CommandContext, { settings, opened, log, demo, stopping }: Service): Promise<number> {
  const { store } = opened;
  const logins = demo ? (await ensureDemo(store, settings.dataFolder)).logins : [];
  const app = createWebApp({
    ...machineWorld,
    store,
    log,
    reader: createSourceReader(),
    renderers: { pdf: childPdfRenderer, docx: docxRenderer, html: htmlRenderer },
    files: loadStaticFiles(STATIC_FOLDER),
    settings: {
      baseUrl: settings.baseUrl,
      defaultMunicipality: settings.municipality,
      secureCookies: settings.baseUrl?.startsWith('https://') ?? false,
      trustProxy: settings.trustProxy,
    },
  });
  const server = await startHttpServer(app.fetch, settings);
  if (!server.ok) return refuseInput(context, context.texts.portTaken(settings.port));
  context.out(context.texts.serving(server.value.address));
  showLogins(context, logins);
  context.out(context.texts.stopHint);
  const tidying = setInterval(() => void tidy(opened, log), TIDY_EVERY_MS);
  await stopping;
  clearInterval(tidying);
  await server.value.stop(STOP_SECONDS);
  return 0;
}

/** The first Ctrl-C or SIGTERM stops clean; a second one stops at once. */
function waitForSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop();
        process.once(signal, () => process.exit(1));
      });
    }
  });
}

/** Removes sessions and uploads whose time is over. */
async function tidy({ store }: OpenedStore, log: Log): Promise<void> {
  const { clock } = machineWorld;
  try {
    for (const { code } of await store.read.listMunicipalities()) {
      await store.change({ municipality: code, actorId: null, at: clock.now(), requestId: null }, async (tx) => {
        const sessions = await tx.removeExpiredSessions(code, clock.now());
        const drafts = await tx.removeExpiredImportDrafts(code, clock.now());
        if (sessions + drafts === 0) return;
        const after = { sessions, drafts };
        await tx.event({ kind: 'expired-removed', thingKind: 'municipality', thingId: code, before: null, after });
      });
    }
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : String(error) }, 'tidying failed');
  }
}
