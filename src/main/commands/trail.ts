import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openArchive, startHash } from '../../adapters/archive/open-archive.ts';
import { packFiles } from '../../adapters/archive/pack-files.ts';
import { checkSignature } from '../../adapters/secrets.ts';
import { sha256OfText } from '../../adapters/sha256.ts';
import { exportTrail, type TrailExport } from '../../app/trail/export-trail.ts';
import { type VerifyRefusal, verifyExport } from '../../app/trail/verify-export.ts';
import type { TrailFault } from '../../core/trail/chain.ts';
import type { ExportFault } from '../../core/trail/export-format.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { openSecrets } from '../secrets.ts';
import { withStore } from '../with-store.ts';

/** Checks exported trails on this machine. */
export const verifyHere = verifyExport({ openArchive, checkSignature, sha256OfText });

/** `trail export --out FILE`: the whole trail with a signature. `trail verify FILE [--key PEM]`: checks one without any database. */
export const trail: Command = async (context) => {
  const options = { out: { type: 'string' }, key: { type: 'string' }, data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
  const [name, file] = positionals;
  const extra = tooMuch(context, positionals, name === 'verify' ? 2 : 1);
  if (extra !== null) return refuseInput(context, extra);
  if (name === 'export') return exportHere(context, values);
  if (name !== 'verify') return refuseInput(context, context.texts.trail.which);
  if (file === undefined) return refuseInput(context, context.texts.fileMissing('trail verify'));
  const key = await readKey(context, values.key);
  return key.ok ? verify(context, file, key.pem) : key.code;
};

async function exportHere(context: CommandContext, { out, data }: { out?: string; data?: string }): Promise<number> {
  if (out === undefined) return refuseInput(context, context.texts.outMissing);
  return withStore(context, data, async ({ store, clock, settings, municipality }) => {
    const secrets = openSecrets(settings);
    if (secrets === null) return refuseInput(context, context.texts.badSecret);
    const ports = { store, clock, secrets, pack: packFiles, startHash };
    const made = await exportTrail(ports)({ municipality, actorId: null, requestId: null });
    const written = await writeNew(out, made);
    if (written !== 'done') return refuseInput(context, context.texts[written](out));
    context.out(context.texts.trail.exported(out));
    return 0;
  });
}

/** Writes what is there to a file that is not there yet; nothing is left of one that could not be written whole. */
async function writeNew(file: string, { content }: TrailExport): Promise<'done' | 'fileExists' | 'cannotWrite'> {
  let begun = false;
  try {
    const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    stream.once('open', () => {
      begun = true;
    });
    await pipeline(content, stream);
    return 'done';
  } catch (error) {
    if (begun) await rm(file, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return 'fileExists';
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EDQUOT'].includes(code))
      return 'cannotWrite';
    throw error;
  }
}

/** The key that a flag names a file of; null without the flag. */
export async function readKey(
  context: CommandContext,
  file: string | undefined,
): Promise<{ readonly ok: true; readonly pem: string | null } | { readonly ok: false; readonly code: number }> {
  if (file === undefined) return { ok: true, pem: null };
  try {
    return { ok: true, pem: await readFile(file, 'utf8') };
  } catch {
    return { ok: false, code: refuseInput(context, context.texts.noSuchFile(file)) };
  }
}

async function verify(context: CommandContext, file: string, key: string | null): Promise<number> {
  const verified = await verifyHere(file, key);
  const t = context.texts.trail;
  if (!verified.ok) return refuseInput(context, sayRefusal(context, file, verified.refusal));
  const { manifest, faults } = verified.value;
  for (const fault of faults) context.out(sayFault(context, fault));
  if (faults.length > 0) return 1;
  context.out(t.sound(manifest.municipality, manifest.head.sequence, manifest.exportedAt));
  if (key === null) context.out(t.keyInFile(manifest.publicKey.trim()));
  return 0;
}

/** Why a file is no exported trail. */
export function sayRefusal({ texts }: CommandContext, file: string, { kind }: VerifyRefusal): string {
  return texts.trail.refusals[kind](file);
}

/** What is wrong with an exported trail. */
function sayFault({ texts }: CommandContext, fault: ExportFault | TrailFault): string {
  const { faults } = texts.trail;
  return 'sequence' in fault ? `${texts.checkRules[fault.kind]} (${fault.sequence})` : faults[fault.kind];
}
