import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { machineClock } from '../../adapters/clock.ts';
import { trackedRenderer } from '../../adapters/documents/renderers.ts';
import { revisionAt } from '../../app/comparison/track-changes.ts';
import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { comparisonFile, type ItemChange } from '../../core/comparison/comparison-file.ts';
import { contentOfOpenPlan } from '../../core/comparison/open-plan-content.ts';
import { trackedDocument } from '../../core/comparison/tracked-document.ts';
import type { TextPart } from '../../core/document/compare-text.ts';
import { plainContext } from '../../core/exchange/document-context.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { importSentence } from '../../web/importing/refusal-text.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';
import { readInput } from './read-input.ts';
import { readOpenPlan } from './read-open-plan.ts';

const options = {
  json: { type: 'boolean', default: false },
  to: { type: 'string' },
  out: { type: 'string' },
  author: { type: 'string' },
  date: { type: 'string' },
} as const;

interface Wanted {
  readonly out: string;
  readonly author: string;
  readonly at: Date;
}

/** `compare A.json B.json`: what has changed from one plan to the other; `--to docx` as a Word file with tracked changes. */
export const compare: Command = async (context) => {
  const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
  const [first, second] = positionals;
  const extra = tooMuch(context, positionals, 2);
  if (extra !== null) return refuseInput(context, extra);
  if (first === undefined || second === undefined) return refuseInput(context, context.texts.twoFiles);
  const wanted = values.to === undefined ? null : wantedFile(context, values);
  if (typeof wanted === 'string') return refuseInput(context, wanted);
  const before = await open(context, first);
  if (typeof before === 'number') return before;
  const after = await open(context, second);
  if (typeof after === 'number') return after;
  const contents = [contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after')] as const;
  if (wanted !== null) return writeTracked(context, contents, wanted);
  const comparison = comparisonFile(comparePlans(...contents));
  if (values.json) context.out(JSON.stringify(comparison, null, 2));
  else print(context, comparison.changes);
  return 0;
};

/** What the file is to be, or the sentence that says what is wrong. */
function wantedFile(
  { texts }: CommandContext,
  { to, out, author, date }: Readonly<Partial<Record<'to' | 'out' | 'author' | 'date', string>>>,
): Wanted | string {
  if (to !== 'docx') return texts.compareOnlyDocx;
  if (out === undefined) return texts.outMissing;
  const at = date === undefined ? machineClock.now() : dayAt(date);
  if (at === null) return texts.badDate;
  return { out, author: author ?? 'Handlingskraft', at };
}

function dayAt(date: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? day : null;
}

async function writeTracked(
  context: CommandContext,
  [before, after]: readonly [PlanContent, PlanContent],
  { out, author, at }: Wanted,
): Promise<number> {
  const tracked = trackedDocument(before, after, plainContext(context.language));
  try {
    await writeFile(out, trackedRenderer.renderTracked(tracked, revisionAt(at, author)));
  } catch {
    return refuseInput(context, context.texts.cannotWrite(out));
  }
  return 0;
}

async function open(context: CommandContext, path: string): Promise<OpenPlan | number> {
  const file = await readInput(path);
  if (file === null) return refuseInput(context, context.texts.noSuchFile(path));
  const plan = await readOpenPlan(file);
  return plan.ok ? plan.value : refuseInput(context, importSentence(context.language, plan.refusal));
}

function print(context: CommandContext, changes: readonly ItemChange[]): void {
  const { texts } = context;
  if (changes.length === 0) context.out(texts.noDifference);
  for (const { what, label, changes: kinds, text, fields, uncertain, coarse } of changes) {
    const name = [texts.compared[what], label].filter(Boolean).join(' ');
    const doubt = [uncertain && ` (${texts.uncertain})`, coarse && ` (${texts.coarse})`].filter(Boolean).join('');
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
