import { parseArgs } from 'node:util';
import type { BackupRefusal, RestoreRefusal } from '../../app/maintenance/ports.ts';
import { compareWithExport } from '../../app/trail/compare-with-export.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { openSecrets } from '../secrets.ts';
import { type Opened, withDatabase, withExistingDatabase } from '../with-store.ts';
import { readKey, sayRefusal, verifyHere } from './trail.ts';

/** `backup FILE`: writes everything into one new file, while the service may be running. */
export const backup: Command = async (context) => {
  const { file, data, extra } = readArguments(context, 1);
  if (extra !== null) return refuseInput(context, extra);
  if (file === null) return refuseInput(context, context.texts.fileMissing('backup'));
  return withExistingDatabase(context, data, async ({ opened, clock }) => {
    const done = await opened.maintenance.backup(file, clock.now());
    if (!done.ok) return refuseInput(context, sentence(context, done.refusal));
    context.out(context.texts.backupDone(file, sum(done.value.rows)));
    return 0;
  });
};

/** `restore FILE`: puts a backup into an empty database, all or nothing. */
export const restore: Command = async (context) => {
  const { file, data, extra } = readArguments(context, 1);
  if (extra !== null) return refuseInput(context, extra);
  if (file === null) return refuseInput(context, context.texts.fileMissing('restore'));
  return withDatabase(context, data, async ({ opened }) => {
    const done = await opened.maintenance.restore(file);
    if (!done.ok) return refuseInput(context, sentence(context, done.refusal));
    context.out(context.texts.restoreDone(sum(done.value.rows)));
    return 0;
  });
};

/**
 * `check [--against FILE [--key PEM]]`: looks for what cannot be, and that the trail is the one that was exported earlier. Gives
 * 1 when something was found, since it is never the user's doing.
 */
export const check: Command = async (context) => {
  const options = { data: { type: 'string' }, against: { type: 'string' }, key: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
  const extra = tooMuch(context, positionals, 0);
  if (extra !== null) return refuseInput(context, extra);
  const key = await readKey(context, values.key);
  if (!key.ok) return key.code;
  return withExistingDatabase(context, values.data, async ({ opened, store, settings }) => {
    const findings = await opened.maintenance.check();
    if (findings.length === 0) context.out(context.texts.checkFine);
    for (const { rule, municipality, subject } of findings) {
      context.out(`${context.texts.checkRules[rule]} (${[municipality, subject].filter(Boolean).join(', ')})`);
    }
    const found = findings.length === 0 ? 0 : 1;
    if (values.against === undefined) return found;
    const compared = await checkAgainst(context, { store, settings }, values.against, key.pem);
    return Math.max(found, compared);
  });
};

async function checkAgainst(
  context: CommandContext,
  { store, settings }: Pick<Opened, 'store' | 'settings'>,
  file: string,
  key: string | null,
): Promise<number> {
  const secrets = openSecrets(settings);
  if (secrets === null) return refuseInput(context, context.texts.badSecret);
  const compared = await compareWithExport({ store, verify: verifyHere })(file, key ?? secrets.publicKey);
  if (!compared.ok) return refuseInput(context, sayRefusal(context, file, compared.refusal));
  const { faults, fault, manifest } = compared.value;
  if (faults.length > 0) return refuseInput(context, context.texts.trail.notForUs(file));
  const { history, sameHistory } = context.texts.trail;
  context.out(fault === null ? sameHistory(file, manifest.head.sequence) : history[fault.kind](fault.sequence));
  return fault === null ? 0 : 1;
}

function readArguments(context: CommandContext, used: number) {
  const options = { data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
  return { file: positionals[0] ?? null, data: values.data, extra: tooMuch(context, positionals, used) };
}

function sum(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((total, count) => total + count, 0);
}

function sentence(context: CommandContext, refusal: BackupRefusal | RestoreRefusal): string {
  const { maintenance } = context.texts;
  if (refusal.kind === 'backup-of-other-version') return maintenance.otherVersion(refusal.found);
  if (refusal.kind === 'database-not-empty') return maintenance.notEmpty;
  return maintenance.files[refusal.kind](refusal.file);
}
