import type { TextPart } from '../document/compare-text.ts';
import type { DocumentContext } from '../exchange/document-context.ts';
import { toOpenPlan } from '../exchange/plan-blocks.ts';
import { type DocumentCell, type DocumentTable, type PlanDocument, planDocument } from '../exchange/plan-document.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { type CompareWords, defaultPlanComparisonLimits, wordsWithin } from './compare-plans.ts';
import { comparedTree } from './compared-node.ts';
import { type DocumentUnit, documentUnits, type UnitLook } from './document-units.ts';
import { heaviestIncreasingRun } from './increasing-run.ts';
import { pairBlocks } from './pair-blocks.ts';

/** Whether a part of the document stands in both plans, only in the later, or only in the earlier. */
export type Tracked = 'kept' | 'inserted' | 'deleted';

export interface TrackedParagraph {
  readonly kind: 'paragraph';
  readonly tracked: Tracked;
  readonly look: UnitLook;
  readonly text: readonly TextPart[];
}

/** A cell: its paragraphs in the earlier and in the later plan; none on the side where its row does not stand. */
export interface TrackedCell {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The words of the only paragraph on both sides; null where a side has none or several. */
  readonly text: readonly TextPart[] | null;
  /** Whether each side only says that nothing is stated. */
  readonly missing: { readonly before: boolean; readonly after: boolean };
}

export interface TrackedRow {
  readonly tracked: Tracked;
  readonly cells: readonly TrackedCell[];
}

export interface TrackedTable {
  readonly kind: 'table';
  readonly tracked: Tracked;
  /** Columns and summary, with every row of both sides in it. */
  readonly table: DocumentTable;
  readonly rows: readonly TrackedRow[];
}

/**
 * Two versions of a plan as one document with tracked changes. What is not deleted, with what is not removed in its words, is
 * the later document; what is not inserted, with what is not added, is the earlier one. A block that has moved is deleted where
 * it stood and inserted where it stands.
 */
export interface TrackedDocument {
  /** The later document, for what stands at the head and the foot of the pages. */
  readonly document: PlanDocument;
  readonly title: readonly TextPart[];
  readonly facts: TrackedTable;
  readonly blocks: readonly (TrackedParagraph | TrackedTable)[];
}

/** Compares two versions of a plan as documents in the municipality's words. `beforeDate` is the date of the earlier, `YYYY-MM-DD`, null for none. Never refuses. */
export function trackedDocument(
  before: PlanContent,
  after: PlanContent,
  context: DocumentContext,
  beforeDate: string | null = context.date,
): TrackedDocument {
  const words = wordsWithin(defaultPlanComparisonLimits);
  const { pairing } = pairBlocks(comparedTree(before), comparedTree(after));
  const numbers = new Map<string, number>();
  for (const node of pairing.trees.after.nodes) {
    const partner = pairing.partner(node, 'after');
    if (partner === null) continue;
    numbers.set(`before ${partner.block.id}`, node.index);
    numbers.set(`after ${node.block.id}`, node.index);
  }
  const side = (name: 'before' | 'after', content: PlanContent) => {
    const date = name === 'before' ? beforeDate : context.date;
    const open = toOpenPlan(content.facts, content, { memo: null, consultation: null });
    const document = planDocument(open, { ...context, date });
    return { document, units: documentUnits(document, content, (id) => numbers.get(`${name} ${id}`) ?? null) };
  };
  const [old, now] = [side('before', before), side('after', after)];
  return {
    document: now.document,
    title: words(old.document.title, now.document.title).text,
    facts: trackedTable(factsOf(old.document), factsOf(now.document), words),
    blocks: merge(old.units, now.units).map(({ before: one, after: other }) => trackedUnit(one, other, words)),
  };
}

function factsOf({ facts }: PlanDocument): TableUnit {
  return {
    kind: 'table',
    key: 'facts',
    table: facts,
    rowKeys: facts.rows.map(([name]) => name?.paragraphs[0] ?? null),
  };
}

type TableUnit = Extract<DocumentUnit, { kind: 'table' }>;

interface Keyed {
  readonly key: string | null;
}

interface Merged<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** Both lists in one: what has the same key and can stay in order is one entry, all else stands once for its side. */
function merge<T extends Keyed>(olds: readonly T[], news: readonly T[]): Merged<T>[] {
  const places = new Map(olds.flatMap(({ key }, place) => (key === null ? [] : [[key, place] as const])));
  const shared = news.flatMap((unit, at) => {
    const place = unit.key === null ? undefined : places.get(unit.key);
    return place === undefined ? [] : [{ at, place, weight: weightOf(unit) }];
  });
  const stays = heaviestIncreasingRun(
    shared.map(({ place }) => place),
    (index) => shared[index]?.weight ?? 1,
  );
  const merged: Merged<T>[] = [];
  let [old, now] = [0, 0];
  const upTo = (place: number, at: number) => {
    const gone = olds.slice(old, place).map((before) => ({ before, after: null }));
    const come = news.slice(now, at).map((after) => ({ before: null, after }));
    merged.push(...inGap(gone, come));
    [old, now] = [place, at];
  };
  for (const { at, place } of shared.filter((_, index) => stays[index])) {
    upTo(place, at);
    merged.push({ before: olds[place] ?? null, after: news[at] ?? null });
    [old, now] = [place + 1, at + 1];
  }
  upTo(olds.length, news.length);
  return merged;
}

/**
 * A paragraph whose end is tracked must not stand right before a table: there is nothing for it to flow together with. So what
 * ends in paragraphs comes after what begins with a table.
 */
function inGap<T>(gone: readonly Merged<T>[], come: readonly Merged<T>[]): readonly Merged<T>[] {
  const [first] = come;
  return isTable(first?.after) && !isTable(gone.at(-1)?.before) ? [...come, ...gone] : [...gone, ...come];
}

function isTable(unit: unknown): boolean {
  return typeof unit === 'object' && unit !== null && 'kind' in unit && unit.kind === 'table';
}

function weightOf(unit: Keyed | DocumentUnit): number {
  if (!('kind' in unit)) return 1;
  if (unit.kind === 'paragraph') return 1 + unit.text.length;
  return 1 + unit.table.rows.flat().reduce((sum, { paragraphs }) => sum + paragraphs.join('').length, 0);
}

function trackedUnit(
  before: DocumentUnit | null,
  after: DocumentUnit | null,
  words: CompareWords,
): TrackedParagraph | TrackedTable {
  const unit = after ?? before;
  if (unit === null) throw new Error('Bug: nothing on either side');
  if (unit.kind === 'table') {
    const [one, other] = [before, after].map((each) => (each?.kind === 'table' ? each : null));
    return trackedTable(one ?? null, other ?? null, words);
  }
  const [one, other] = [before, after].map((each) => (each?.kind === 'paragraph' ? each.text : ''));
  const tracked = trackedOf(before, after);
  return { kind: 'paragraph', tracked, look: unit.look, text: words(one ?? '', other ?? '').text };
}

function trackedOf(before: unknown, after: unknown): Tracked {
  if (before === null) return 'inserted';
  return after === null ? 'deleted' : 'kept';
}

interface KeyedRow extends Keyed {
  readonly cells: readonly DocumentCell[];
}

function trackedTable(before: TableUnit | null, after: TableUnit | null, words: CompareWords): TrackedTable {
  const rowsOf = (unit: TableUnit | null): KeyedRow[] =>
    unit?.table.rows.map((cells, index) => ({ key: unit.rowKeys[index] ?? null, cells })) ?? [];
  const table = (after ?? before)?.table;
  if (table === undefined) throw new Error('Bug: a table on neither side');
  const rows = merge(rowsOf(before), rowsOf(after));
  return {
    kind: 'table',
    tracked: trackedOf(before, after),
    table: {
      ...table,
      rows: rows.flatMap((row) => [row.before, row.after]).flatMap((row) => (row ? [row.cells] : [])),
    },
    rows: rows.map((row) => ({
      tracked: trackedOf(row.before, row.after),
      cells: table.columns.map(({ holds }, at) =>
        trackedCell(row.before?.cells[at], row.after?.cells[at], holds === 'text' ? words : asOne),
      ),
    })),
  };
}

/** A number, a year or a body is another one, not another spelling of the same. */
const asOne: CompareWords = (before, after) => {
  const one = { before, after: '', kind: 'removed' } as const;
  const other = { before: '', after, kind: 'added' } as const;
  return { text: before === after ? [{ before, after, kind: 'equal' }] : [one, other], coarse: false };
};

function trackedCell(
  before: DocumentCell | undefined,
  after: DocumentCell | undefined,
  words: CompareWords,
): TrackedCell {
  const [one, other] = [before?.paragraphs ?? [], after?.paragraphs ?? []];
  const single = one.length === 1 && other.length === 1;
  return {
    before: one,
    after: other,
    text: single ? words(one[0] ?? '', other[0] ?? '').text : null,
    missing: { before: before?.missing ?? false, after: after?.missing ?? false },
  };
}
