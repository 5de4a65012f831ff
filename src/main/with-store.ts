import { existsSync } from 'node:fs';
import { machineClock } from '../adapters/clock.ts';
import { isCommonPassword } from '../adapters/common-passwords.ts';
import { type OpenedStore, openStore } from '../adapters/db/open-store.ts';
import { layoutOf } from '../adapters/db/supervisor/layout.ts';
import { createIds } from '../adapters/ids.ts';
import { createPasswords } from '../adapters/passwords.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { Clock, Ids, IsCommonPassword, Passwords, Sha256 } from '../app/shared/world.ts';
import type { Store } from '../app/store.ts';
import { type CommandContext, refuseInput } from './command.ts';
import { createLog } from './log.ts';
import { readSettings, type Settings } from './settings.ts';

/** The outer world that use cases are given. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly isCommonPassword: IsCommonPassword;
  readonly sha256: Sha256;
}

export const machineWorld: World = {
  clock: machineClock,
  ids: createIds(),
  passwords: createPasswords(),
  isCommonPassword,
  sha256,
};

/** What a command works with: the open database, and the outer world. */
export interface Opened extends World {
  readonly opened: OpenedStore;
  readonly store: Store;
  readonly settings: Settings;
}

/** Opens the database beside a service that may be running, lets the command work, and closes it whatever happens. */
export async function withDatabase(
  context: CommandContext,
  data: string | undefined,
  work: (opened: Opened) => Promise<number>,
): Promise<number> {
  // A command answers at no port, so a bad PORT is no hindrance.
  const settings = readSettings(context.env, { data, port: '0' });
  if (!settings.ok) return refuseInput(context, context.texts.setting(settings.refusal));
  const { databaseUrl, dataFolder, systemBinaries } = settings.value;
  const log = createLog('warn');
  const opened = await openStore({ databaseUrl, dataFolder, systemBinaries, serve: false, log });
  if (!opened.ok) return refuseInput(context, context.texts.store(opened.refusal));
  try {
    return await work({ ...machineWorld, opened: opened.value, store: opened.value.store, settings: settings.value });
  } finally {
    await opened.value.close();
  }
}

/** As `withDatabase`, for a command that has nothing to do where no data is: a folder written wrong makes no new database. */
export async function withExistingDatabase(
  context: CommandContext,
  data: string | undefined,
  work: (opened: Opened) => Promise<number>,
): Promise<number> {
  const settings = readSettings(context.env, { data, port: '0' });
  if (!settings.ok) return refuseInput(context, context.texts.setting(settings.refusal));
  const { databaseUrl, dataFolder } = settings.value;
  if (databaseUrl === null && !existsSync(layoutOf(dataFolder).main))
    return refuseInput(context, context.texts.noData(dataFolder));
  return withDatabase(context, data, work);
}

/** As `withExistingDatabase`, for a command that concerns one municipality: the one named in the settings, else the only one there is. */
export function withStore(
  context: CommandContext,
  data: string | undefined,
  work: (opened: Opened & { readonly municipality: string }) => Promise<number>,
): Promise<number> {
  return withExistingDatabase(context, data, async (opened) => {
    const all = await opened.store.read.listMunicipalities();
    const named = opened.settings.municipality;
    const found = named === null ? all : all.filter(({ code }) => code === named);
    const [only, second] = found;
    if (only === undefined) return refuseInput(context, context.texts.noMunicipality);
    if (second !== undefined) return refuseInput(context, context.texts.severalMunicipalities);
    return work({ ...opened, municipality: only.code });
  });
}
