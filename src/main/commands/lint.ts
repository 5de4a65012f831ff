import { parseArgs } from 'node:util';
import { createSourceReader } from '../../adapters/reading/source-reader.ts';
import { readPlanFile } from '../../app/reading/read-plan-file.ts';
import type { Finding } from '../../core/exchange/open-plan.ts';
import { importSentence } from '../../web/importing/refusal-text.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { readInput } from './read-input.ts';

/** `lint FILE`: reads a plan of any kind and tells what should be mended. Needs no database. */
export const lint: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  const extra = tooMuch(context, positionals, 1);
  if (extra !== null) return refuseInput(context, extra);
  if (path === undefined) return refuseInput(context, context.texts.fileMissing('lint'));
  const file = await readInput(path);
  if (file === null) return refuseInput(context, context.texts.noSuchFile(path));
  const { language } = context;
  const options = { as: null, bodies: [], words: null, wordRules: [], ruleGrades: [], language };
  const read = await readPlanFile({ reader: createSourceReader() })(file, options);
  if (!read.ok) return refuseInput(context, importSentence(language, read.refusal));
  const { findings } = read.value.reading.plan;
  if (values.json) context.out(JSON.stringify(findings, null, 2));
  else print(context, findings);
  return 0;
};

function print(context: CommandContext, findings: readonly Finding[]): void {
  if (findings.length === 0) context.out(context.texts.noFindings);
  for (const { severity, rule, message, at } of findings) {
    context.out(`${context.texts.severity[severity]} [${rule}]: ${message}`);
    for (const { quote, path } of at) if (quote !== null) context.out(`    «${quote}» ${path}`);
  }
}
