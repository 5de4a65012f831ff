import { parseArgs } from 'node:util';
import { createTableReader } from '../../adapters/reading/table/table-reader.ts';
import { storeRegister } from '../../app/organisation/import-register.ts';
import type { RegisterFault } from '../../core/organisation/register-fault.ts';
import { faultSentence, tableSentence } from '../../web/organisation/import-sentences.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { withStore } from '../with-store.ts';
import { readInput } from './read-input.ts';

/** `bodies import FILE`: stores a register file whole, or nothing of it, with every fault on a line of its own. */
export const bodies: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [action, path] = positionals;
  if (action !== 'import') return refuseInput(context, context.texts.bodiesImport);
  const extra = tooMuch(context, positionals, 2);
  if (extra !== null) return refuseInput(context, extra);
  if (path === undefined) return refuseInput(context, context.texts.fileMissing('bodies import'));
  const file = await readInput(path);
  if (file === null) return refuseInput(context, context.texts.noSuchFile(path));
  const read = await createTableReader().readTable(file);
  if (!read.ok) return refuseInput(context, tableSentence(context.language, read.refusal));
  return withStore(context, values.data, async ({ municipality, ...world }) => {
    const command = { cells: read.value, fingerprint: null, requestId: null };
    const done = await storeRegister(world)({ municipality, actorId: null }, command);
    if (done.ok) {
      context.out(context.texts.bodiesImported(done.value));
      return 0;
    }
    const { refusal } = done;
    return refusal.kind === 'register-faults' ? tellFaults(context, refusal.faults) : 2;
  });
};

function tellFaults(context: CommandContext, faults: readonly RegisterFault[]): number {
  const { texts, language } = context;
  for (const fault of faults) context.err(texts.bodiesFault(fault.row, fault.column, faultSentence(language, fault)));
  return refuseInput(context, texts.bodiesNothingStored(faults.length));
}
