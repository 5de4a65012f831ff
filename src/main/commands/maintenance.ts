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
    // A file that cannot be compared with is said before anything is looked through.
    const compared =
      values.against === undefined ? null : await checkAgainst(context, { store, settings }, values.against, key.pem);
    if (compared?.code === 2) return refuseInput(context, compared.says);
    const findings = await opened.maintenance.check();
    if (findings.length === 0) context.out(context.texts.checkFine);
    for (const { rule, municipality, subject } of findings) {
      context.out(`${context.texts.checkRules[rule]} (${[municipality, subject].filter(Boolean).join(', ')})`);
    }
    if (compared !== null) context.out(compared.says);
    return Math.max(findings.length === 0 ? 0 : 1, compared?.code ?? 0);
  });
};

/** What a comparison with an earlier export gives: what to say, and the exit code. */
async function checkAgainst(
  context: CommandContext,
  { store, settings }: Pick<Opened, 'store' | 'settings'>,
  file: string,
  key: string | null,
): Promise<{ readonly code: 0 | 1 | 2; readonly says: string }> {
  const secrets = openSecrets(settings);
  if (secrets === null) return { code: 2, says: context.texts.badSecret };
  const compared = await compareWithExport({ store, verify: verifyHere })(file, key ?? secrets.publicKey);
  if (!compared.ok) return { code: 2, says: sayRefusal(context, file, compared.refusal) };
  const { faults, fault, manifest } = compared.value;
  const { history, sameHistory, notForUs } = context.texts.trail;
  if (faults.length > 0) return { code: 2, says: notForUs(file) };
  if (fault === null) return { code: 0, says: sameHistory(file, manifest.head.sequence) };
  return { code: 1, says: history[fault.kind](fault.sequence) };
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
