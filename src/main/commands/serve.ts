import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startHash } from '../../adapters/archive/open-archive.ts';
import { packFiles } from '../../adapters/archive/pack-files.ts';
import { type OpenedStore, openStore } from '../../adapters/db/open-store.ts';
import { childPdfRenderer, docxRenderer, htmlRenderer, trackedRenderer } from '../../adapters/documents/renderers.ts';
import { sheetWriter } from '../../adapters/documents/sheet-writer.ts';
import { passkeyChecks } from '../../adapters/login/passkey-checks.ts';
import { createRelyingParty } from '../../adapters/login/relying-party.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import { createSourceReader } from '../../adapters/reading/source-reader.ts';
import { createTableReader } from '../../adapters/reading/table/table-reader.ts';
import { createSecrets, parseSecretKey, readOrMakeSecretKey } from '../../adapters/secrets.ts';
import { createWordFiles } from '../../adapters/word-files.ts';
import { applyDueSuccessions } from '../../app/organisation/apply-successions.ts';
import { removeExpired } from '../../app/retention/remove-expired.ts';
import { endDueSupportAccess } from '../../app/support-access/end-support-access.ts';
import { createWebApp } from '../../web/app.tsx';
import { type Log, type MailTo, noMeter, type WebDeps } from '../../web/deps.ts';
import { describeError } from '../../web/log-error.ts';
import { usualLimits } from '../../web/middleware/not-too-many.ts';
import { loadStaticFiles } from '../../web/static-files.ts';
import { type Command, type CommandContext, refuseInput } from '../command.ts';
import { openDoor } from '../door.ts';
import { type ServerRefusal, startHttpServer } from '../http-server.ts';
import { errorNobodyCaught } from '../last-resort.ts';
import { createLog } from '../log.ts';
import { chooseMailWay, startMail } from '../mail.ts';
import type { MailWorker } from '../mail-worker.ts';
import { databaseAnswers, guardedMetrics, outboxGauges } from '../operations.ts';
import { readSettings, type Settings } from '../settings.ts';
import { machineWorld } from '../with-store.ts';
import { ensureDemo, showLogins } from './demo.ts';

const STATIC_FOLDER = resolve(import.meta.dirname, '../../../dist/web/static');
const TIDY_EVERY_MS = 3_600_000;

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
  const read = readSettings(context.env, values);
  if (!read.ok) return refuseInput(context, context.texts.setting(read.refusal));
  const settings = read.value;
  const key = settings.secret === null ? null : parseSecretKey(settings.secret);
  if (settings.secret !== null && key === null) return refuseInput(context, context.texts.badSecret);
  const mailWay = chooseMailWay(settings, values.demo);
  if (!mailWay.ok) return refuseInput(context, context.texts.mail[mailWay.refusal.kind]);
  const log = createLog(settings.logLevel);
  let failed = false;
  const broken = errorNobodyCaught(log).then(() => {
    failed = true;
  });
  const stopping = Promise.race([waitForSignal(), broken]);
  const door = openDoor(isHttps(settings));
  // The port before the database, so that a taken one costs no wait and leaves no new data behind.
  const server = await startHttpServer(door.fetch, { ...settings, behindProxy: settings.trustProxy });
  if (!server.ok) return refuseInput(context, await whyNoServer(context, settings, server.refusal));
  const opened = await openDatabase(settings, log);
  if (!opened.ok) {
    await server.value.stop(0);
    return refuseInput(context, context.texts.store(opened.refusal));
  }
  let mail: MailWorker | null = null;
  try {
    const { store } = opened.value;
    const logins = values.demo ? (await ensureDemo(store, settings.dataFolder)).logins : [];
    const metrics =
      settings.metricsToken === null ? null : createMetrics(opened.value.pool, outboxGauges(store, machineWorld.clock));
    const secrets = createSecrets(key ?? readOrMakeSecretKey(settings.dataFolder));
    const app = makeApp(settings, mailWay.value.to, { secrets, store, log, meter: metrics ?? noMeter });
    door.open({
      fetch: app.fetch,
      databaseAnswers: () => databaseAnswers(opened.value.pool),
      metrics: metrics && guardedMetrics(metrics, settings.metricsToken ?? ''),
    });
    const { baseUrl } = settings;
    mail = startMail(mailWay.value, opened.value, { secrets, log, baseUrl, servedAt: server.value.address });
    context.out(context.texts.serving(server.value.address));
    showLogins(context, logins);
    context.out(context.texts.stopHint);
    await stopWhenTold(opened.value, log, stopping);
    door.close();
    await wait(settings.drainSeconds * 1000);
  } finally {
    const letters = mail?.stop();
    const unanswered = await server.value.stop(settings.stopSeconds);
    if (unanswered > 0) log.warn({ unanswered }, 'stopped with requests under way');
    await letters;
    await opened.value.close();
  }
  context.out(context.texts.stopped);
  return failed ? 1 : 0;
};

function openDatabase({ databaseUrl, dataFolder, systemBinaries }: Settings, log: Log) {
  return openStore({ databaseUrl, dataFolder, systemBinaries, serve: true, log });
}

/** A port that is taken is most often taken by this same service, and then that is what its owner wants to know. */
async function whyNoServer(context: CommandContext, settings: Settings, { kind }: ServerRefusal): Promise<string> {
  const { texts } = context;
  if (kind === 'host-unknown') return texts.hostUnknown(settings.host);
  if (kind === 'port-denied') return texts.portDenied(settings.port);
  if (settings.databaseUrl === null && existsSync(settings.dataFolder)) {
    const opened = await openDatabase(settings, createLog('silent'));
    if (!opened.ok) return texts.store(opened.refusal);
    await opened.value.close();
  }
  return texts.portTaken(settings.port);
}

function isHttps({ baseUrl, tls }: Settings): boolean {
  return baseUrl?.startsWith('https://') ?? tls !== null;
}

function makeApp(settings: Settings, mailTo: MailTo, made: Pick<WebDeps, 'secrets' | 'store' | 'log' | 'meter'>) {
  return createWebApp({
    ...machineWorld,
    ...made,
    relyingParty: createRelyingParty(),
    passkeyChecks,
    reader: createSourceReader(),
    tables: createTableReader(),
    word: createWordFiles(),
    sheets: sheetWriter,
    archive: { pack: packFiles, startHash },
    renderers: { pdf: childPdfRenderer, docx: docxRenderer, html: htmlRenderer, tracked: trackedRenderer },
    files: loadStaticFiles(STATIC_FOLDER),
    settings: {
      baseUrl: settings.baseUrl,
      defaultMunicipality: settings.municipality,
      secureCookies: isHttps(settings),
      trustProxy: settings.trustProxy,
      limits: usualLimits,
      mailTo,
    },
  });
}

async function stopWhenTold(opened: OpenedStore, log: Log, stopping: Promise<void>): Promise<void> {
  let tidied = tidy(opened, log);
  const tidying = setInterval(() => {
    tidied = tidied.then(() => tidy(opened, log));
  }, TIDY_EVERY_MS);
  await stopping;
  clearInterval(tidying);
  await tidied;
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

/** Removes sessions, uploads and the content of letters whose time is over, and carries out what was planned for bodies from today on. */
async function tidy({ store }: OpenedStore, log: Log): Promise<void> {
  const { clock } = machineWorld;
  try {
    for (const { code } of await store.read.listMunicipalities()) {
      await applyDueSuccessions({ store, clock })(code);
      await endDueSupportAccess({ store, clock })(code);
      await removeExpired({ store, clock })(code);
    }
  } catch (error) {
    log.error(describeError(error), 'tidying failed');
  }
}
