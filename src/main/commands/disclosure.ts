import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createDisclosureEngine } from '../../adapters/disclosure/disclosure-engine.ts';
import { attackPublication } from '../../app/disclosure/attack-publication.ts';
import { explainTables } from '../../app/disclosure/explain-tables.ts';
import type { DisclosureOptions } from '../../app/disclosure/ports.ts';
import { protectTables } from '../../app/disclosure/protect-tables.ts';
import { roundTables } from '../../app/disclosure/round-tables.ts';
import type { RoundingBase } from '../../core/disclosure/rounding.ts';
import { MOST_CELLS } from '../../core/disclosure/tables.ts';
import { publicationJson } from '../../core/disclosure/write-publication.ts';
import { disclosureSentence, disclosureTexts, findingSentence } from '../../web/disclosure/refusal-text.ts';
import type { DisclosureRefusal } from '../../web/disclosure/texts.sv.ts';
import { type Command, type CommandContext, refuseInput, tooMuch } from '../command.ts';

/** Larger files are not even read: ten million cells take at least 200 MB, the most that may be protected a good deal less. */
const MOST_BYTES = 128 * 1024 * 1024;
const USUAL_SECONDS = 60;
const CERTIFY_TIMES = 10;
const PROTECT_OPTIONS = { explain: { type: 'boolean' }, round: { type: 'string' } } as const;
const BASES: readonly RoundingBase[] = [3, 5];

/** What is not the user's fault gives exit code 1. */
const OURS: readonly DisclosureRefusal['kind'][] = ['cancelled', 'time-out', 'solver-failed', 'proof-refused'];

/** `protect TABLES.json`: hides what must be hidden and proves it. Needs no database. */
export const protect: Command = async (context) => {
  const asked = await readAsked(context, 'protect');
  if (typeof asked === 'number') return asked;
  const engine = createDisclosureEngine();
  if (asked.base !== null) return round(context, asked, asked.base);
  const use = protectTables({ engine, stopwatch: () => performance.now() });
  const answer = await use(asked.json, asked.options);
  if (!answer.ok) return refused(context, answer.refusal, asked.asJson);
  const { publication, report } = answer.value;
  const explanations = asked.explain ? await explainTables({ engine })(asked.json, publication, asked.options) : null;
  if (asked.asJson) {
    const json = publicationJson(publication, report) as object;
    context.out(JSON.stringify(explanations === null ? json : { ...json, explanations }));
    return 0;
  }
  const texts = disclosureTexts(context.language);
  context.out(texts.protectedTables(report.primary, report.secondary));
  context.out(report.optimal ? texts.optimal : texts.bound(report.lowerBound));
  for (const { id, status } of publication.cells)
    if (status === 'suppressed') context.out(`  ${id}: ${texts.suppressed}`);
  for (const { total, part } of report.warnings) context.out(texts.allAlike(total, part));
  for (const each of explanations ?? []) context.out(texts.explained(each));
  return 0;
};

/** `attack PUBLICATION.json`: what one who reads can work out. Exit code 1 when it is more than may be. Needs no database. */
export const attack: Command = async (context) => {
  const asked = await readAsked(context, 'attack');
  if (typeof asked === 'number') return asked;
  const answer = await attackPublication({ engine: createDisclosureEngine() })(asked.json, asked.options);
  if (!answer.ok) return refused(context, answer.refusal, asked.asJson);
  const { intervals, findings } = answer.value;
  if (asked.asJson) context.out(JSON.stringify({ safe: findings.length === 0, cells: intervals, findings }, null, 2));
  else {
    const texts = disclosureTexts(context.language);
    for (const { id, low, high } of intervals) context.out(texts.interval(id, low, high));
    for (const finding of findings) context.out(findingSentence(context.language, finding));
    if (findings.length === 0) context.out(texts.safe(intervals.length));
  }
  return findings.length === 0 ? 0 : 1;
};

async function round(context: CommandContext, asked: Asked, base: RoundingBase): Promise<number> {
  const answer = await roundTables({ engine: createDisclosureEngine() })(asked.json, base, asked.options);
  if (!answer.ok) return refused(context, answer.refusal, asked.asJson);
  const { cells, moved, levelBFailures } = answer.value;
  if (asked.asJson) context.out(JSON.stringify({ method: 'rounding', ...answer.value }));
  else {
    const texts = disclosureTexts(context.language);
    context.out(`${texts.rounded(base, moved)} ${texts.belowB(levelBFailures)}`);
    for (const { id, value } of cells) if (value !== null) context.out(`  ${id}: ${value}`);
  }
  return 0;
}

interface Asked {
  readonly json: unknown;
  readonly asJson: boolean;
  readonly explain: boolean;
  readonly base: RoundingBase | null;
  readonly options: DisclosureOptions;
}

async function readAsked(context: CommandContext, name: 'protect' | 'attack'): Promise<Asked | number> {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      ...(name === 'protect' ? PROTECT_OPTIONS : {}),
    },
  });
  const [path] = positionals;
  const extra = tooMuch(context, positionals, 1);
  if (extra !== null) return refuseInput(context, extra);
  if (path === undefined) return refuseInput(context, context.texts.fileMissing(name));
  const seconds = values.seconds === undefined ? USUAL_SECONDS : Number(values.seconds);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400)
    return refuseInput(context, context.texts.badSeconds);
  const { explain = false, round: wanted } = values as { explain?: boolean; round?: string };
  const base = wanted === undefined ? null : BASES.find((each) => String(each) === wanted);
  if (base === undefined) return refuseInput(context, context.texts.badRound);
  const json = await readJson(context, path);
  if (typeof json === 'number') return json;
  const options = {
    improveSeconds: seconds,
    certifySeconds: CERTIFY_TIMES * seconds,
    signal: null,
    progress: () => undefined,
  };
  return { json: json.value, asJson: values.json, explain, base, options };
}

async function readJson(context: CommandContext, path: string): Promise<{ readonly value: unknown } | number> {
  try {
    if ((await stat(path)).size > MOST_BYTES)
      return refuseInput(context, disclosureSentence(context.language, { kind: 'too-many-cells', most: MOST_CELLS }));
    const text = await readFile(path, 'utf8');
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError) return refuseInput(context, context.texts.notJson(path));
    return refuseInput(context, context.texts.noSuchFile(path));
  }
}

function refused(context: CommandContext, refusal: DisclosureRefusal, asJson: boolean): number {
  if (asJson && refusal.kind === 'conflict') {
    const { primary, cells, wayOuts } = refusal;
    const conflictingSet = [...new Set([primary, ...cells])];
    context.out(
      JSON.stringify({ refused: refusal.kind, primary, forced: cells, conflictingSet, offers: wayOuts }, null, 2),
    );
  }
  context.err(disclosureSentence(context.language, refusal));
  return OURS.includes(refusal.kind) ? 1 : 2;
}
