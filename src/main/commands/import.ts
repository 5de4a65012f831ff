import { parseArgs } from 'node:util';
import { createSourceReader } from '../../adapters/reading/source-reader.ts';
import { storeUpload } from '../../app/importing/upload-plan.ts';
import { readPlanFile } from '../../app/reading/read-plan-file.ts';
import { listReviewItems } from '../../core/exchange/review-items.ts';
import type { ReadAs } from '../../core/reading/read-plan.ts';
import { importSentence } from '../../web/importing/refusal-text.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { readInput } from './read-input.ts';

const kinds: Readonly<Record<string, ReadAs>> = { plan: 'plan', remiss: 'remiss', reply: 'remiss', memo: 'memo' };

/** `import FILE`: reads a plan. With `--json` it is printed; else it waits in the database for a person's review. */
export const importFile: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: { as: { type: 'string' }, json: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const [path] = positionals;
  const extra = tooMuch(context, positionals, 1);
  if (extra !== null) return refuseInput(context, extra);
  if (path === undefined) return refuseInput(context, context.texts.fileMissing('import'));
  const as = values.as === undefined ? null : Object.hasOwn(kinds, values.as) ? kinds[values.as] : undefined;
  if (as === undefined) return refuseInput(context, context.texts.badAs);
  const file = await readInput(path);
  if (file === null) return refuseInput(context, context.texts.noSuchFile(path));
  return values.json ? print(context, file, as) : store(context, file, as, values.data);
};

type File = NonNullable<Awaited<ReturnType<typeof readInput>>>;

async function print(context: CommandContext, file: File, as: ReadAs | null): Promise<number> {
  const read = readPlanFile({ reader: createSourceReader() });
  const { language } = context;
  const done = await read(file, { as, bodies: [], words: null, wordRules: [], ruleGrades: [], language });
  if (!done.ok) return refuseInput(context, importSentence(language, done.refusal));
  context.out(JSON.stringify(done.value.reading.plan, null, 2));
  return 0;
}

async function store(
  context: CommandContext,
  file: File,
  as: ReadAs | null,
  data: string | undefined,
): Promise<number> {
  const { withStore } = await import('../with-store.ts');
  return withStore(context, data, async ({ store, municipality, ...world }) => {
    const upload = storeUpload({ store, reader: createSourceReader(), ...world });
    const uploader = { municipality, actorId: null, createdBy: 'command-line' };
    const done = await upload(uploader, { file, as, language: context.language, requestId: null });
    if (!done.ok) return refuseInput(context, importSentence(context.language, done.refusal));
    const draft = await store.read.getImportDraft(municipality, done.value.draftId);
    const items = draft === null ? 0 : listReviewItems(draft.reading).length;
    context.out(context.texts.importWaiting(items, `/import/${done.value.draftId}`));
    return 0;
  });
}
