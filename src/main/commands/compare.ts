import { parseArgs } from 'node:util';
import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { comparisonFile, type ItemChange } from '../../core/comparison/comparison-file.ts';
import { contentOfOpenPlan } from '../../core/comparison/open-plan-content.ts';
import type { TextPart } from '../../core/document/compare-text.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { importSentence } from '../../web/importing/refusal-text.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { readInput } from './read-input.ts';
import { readOpenPlan } from './read-open-plan.ts';

/** `compare A.json B.json`: what has changed from one plan to the other. */
export const compare: Command = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [first, second] = positionals;
  const extra = tooMuch(context, positionals, 2);
  if (extra !== null) return refuseInput(context, extra);
  if (first === undefined || second === undefined) return refuseInput(context, context.texts.twoFiles);
  const before = await open(context, first);
  if (typeof before === 'number') return before;
  const after = await open(context, second);
  if (typeof after === 'number') return after;
  const comparison = comparisonFile(
    comparePlans(contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after')),
  );
  if (values.json) context.out(JSON.stringify(comparison, null, 2));
  else print(context, comparison.changes);
  return 0;
};

async function open(context: CommandContext, path: string): Promise<OpenPlan | number> {
  const file = await readInput(path);
  if (file === null) return refuseInput(context, context.texts.noSuchFile(path));
  const plan = await readOpenPlan(file);
  return plan.ok ? plan.value : refuseInput(context, importSentence(context.language, plan.refusal));
}

function print(context: CommandContext, changes: readonly ItemChange[]): void {
  const { texts } = context;
  if (changes.length === 0) context.out(texts.noDifference);
  for (const { what, label, changes: kinds, text, fields, uncertain } of changes) {
    const name = [texts.compared[what], label].filter(Boolean).join(' ');
    const doubt = uncertain ? ` (${texts.uncertain})` : '';
    context.out(`${name}: ${kinds.map((kind) => texts.changes[kind]).join(', ')}${doubt}`);
    context.out(`    ${text.map(marked).join('')}`);
    for (const { name: field, before, after } of fields) context.out(`    ${field}: [-${before}-] {+${after}+}`);
  }
}

/** Removed words between [- -], added ones between {+ +}, as in other comparisons of words in a terminal. */
function marked({ kind, before, after }: TextPart): string {
  if (kind === 'removed') return `[-${before}-]`;
  return kind === 'added' ? `{+${after}+}` : after;
}
