import { type ComparisonLimits, compareText, defaultComparisonLimits } from '../document/compare-text.ts';
import type { PlanContent, StatedFacts } from '../plan/plan-content.ts';
import { normaliseText } from '../shared/text.ts';
import { type ComparedNode, comparedTree } from './compared-node.ts';
import type {
  BlockChange,
  BlockComparison,
  ComparedBlock,
  ComparedRow,
  FactChange,
  FieldChange,
  PlanComparison,
} from './comparison.ts';
import { type JoinedText, joinedTexts } from './joined-text.ts';
import { type OrderedRow, orderRows } from './order-rows.ts';
import { type PairedBlocks, pairBlocks } from './pair-blocks.ts';

/** How much work the comparison of two plans may cost: for each text, and `steps` for all texts together. */
export interface PlanComparisonLimits {
  readonly text: ComparisonLimits;
  /** Most words tried and walked in all texts together; texts that come after are told coarsely. */
  readonly steps: number;
}

/** Measured: two plans of 300 pages take a second, and three to four with every text rewritten and no lasting ids, on a busy machine. */
export const defaultPlanComparisonLimits: PlanComparisonLimits = {
  text: { ...defaultComparisonLimits, edits: 800 },
  steps: 40_000_000,
};

/** Compares text after text until the work for all of them together is spent. */
export type CompareWords = (before: string, after: string) => Pick<BlockComparison, 'text' | 'coarse'>;

/**
 * Compares two versions of a plan, or two plans: block by block, word by word. The same lasting id is the same block whatever
 * number, place and text it has; the rest is paired by text, then by likeness, and said to be uncertain where it is. Several
 * blocks that became one, and one that became several, are recognised. Never refuses; past its limits it is coarse.
 */
export function comparePlans(
  before: PlanContent,
  after: PlanContent,
  limits: PlanComparisonLimits = defaultPlanComparisonLimits,
): PlanComparison {
  const words = wordsWithin(limits);
  const facts = compareFacts(before.facts, after.facts, words);
  const paired = pairBlocks(comparedTree(before), comparedTree(after));
  const tell = teller(paired, words);
  const rows = orderRows(paired.pairing).map(
    (row): ComparedRow => ({
      depth: (row.after ?? row.before)?.parent === null ? 0 : 1,
      stands: row.stands,
      comparison: tell(row),
    }),
  );
  const standing = rows.filter(({ stands }) => stands === 'after');
  return {
    facts,
    rows,
    unchanged: standing.filter(({ comparison }) => comparison.changes.length === 0).length,
    coarse: new Set(rows.filter(({ comparison }) => comparison.coarse).map(({ comparison }) => comparison)).size,
  };
}

/** Compares texts within limits for each and for all together. */
export function wordsWithin(limits: PlanComparisonLimits): CompareWords {
  let left = limits.steps;
  return (before, after) => {
    const steps = Math.min(limits.text.steps, left);
    const { parts, coarse, steps: spent } = compareText(before, after, { ...limits.text, steps });
    left = Math.max(0, left - spent);
    return { text: parts, coarse };
  };
}

const FACTS = ['title', 'registrationNumber', 'decisionMaker', 'documentOwner'] as const;

function compareFacts(before: StatedFacts, after: StatedFacts, words: CompareWords): FactChange[] {
  const pairs: [FactChange['name'], string, string][] = [
    ...FACTS.map((name): [FactChange['name'], string, string] => [name, before[name] ?? '', after[name] ?? '']),
    ['period', periodOf(before), periodOf(after)],
  ];
  return pairs
    .filter(([, one, other]) => normaliseText(one) !== normaliseText(other))
    .map(([name, one, other]) => ({ name, text: words(one, other).text }));
}

/** The years as a plan writes them; a year that is not stated is left out. */
export function periodOf({ periodFrom, periodTo }: Pick<StatedFacts, 'periodFrom' | 'periodTo'>): string {
  if (periodFrom === periodTo) return periodFrom === null ? '' : String(periodFrom);
  return `${periodFrom ?? ''}–${periodTo ?? ''}`;
}

/** Tells what has happened to the block of a row; a moved block has two rows and is told once. */
function teller(paired: PairedBlocks, words: CompareWords): (row: OrderedRow) => BlockComparison {
  const told = new Map<ComparedNode, BlockComparison>();
  const joined = joinedTexts(paired, words);
  return (row) => {
    const node = row.after ?? row.before;
    if (node === null) throw new Error('Bug: a row without a block');
    const known = told.get(node);
    if (known !== undefined) return known;
    const comparison = describe(row, paired, joined(row), words);
    told.set(node, comparison);
    return comparison;
  };
}

function describe(
  { before, after, moved }: OrderedRow,
  { pairing, joins }: PairedBlocks,
  joined: JoinedText | null,
  words: CompareWords,
): BlockComparison {
  const join = (after && joins.of(after, 'after')) ?? (before && joins.of(before, 'before')) ?? null;
  const fields = before && after ? fieldChanges(before, after) : [];
  const changes: BlockChange[] = [];
  if (join !== null) changes.push(join.relation);
  else if (before === null) changes.push('added');
  else if (after === null) changes.push('removed');
  if (before && after) {
    if (before.text !== after.text) changes.push('text');
    if (moved) changes.push('moved');
    if (before.label !== after.label) changes.push('renumbered');
    if (fields.length > 0) changes.push('fields');
  }
  const node = after ?? before;
  return {
    kind: node?.block.kind ?? 'paragraph',
    before: before && standing(before),
    after: after && standing(after),
    changes,
    uncertain: join?.uncertain ?? (after !== null && pairing.isUncertain(after)),
    related: joined?.related.map(standing) ?? [],
    ...(joined ?? words(before?.block.text ?? '', after?.block.text ?? '')),
    fields,
  };
}

function standing({ block, path, parent, fields }: ComparedNode): ComparedBlock {
  return { block, path, parent: parent?.block ?? null, fields };
}

function fieldChanges(before: ComparedNode, after: ComparedNode): FieldChange[] {
  const kinds = { name: 'kind', before: before.block.kind, after: after.block.kind } as const;
  const fields = (['coordinator', 'coResponsible', 'dueYear'] as const).flatMap((name) => {
    const change = { name, before: before.fields[name], after: after.fields[name] };
    return normaliseText(change.before) === normaliseText(change.after) ? [] : [change];
  });
  return kinds.before === kinds.after ? fields : [kinds, ...fields];
}
