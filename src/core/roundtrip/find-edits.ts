import { type Block, seriesOf } from '../plan/block.ts';
import type { PlanContent, StatedRole } from '../plan/plan-content.ts';
import { type ArrangedNode, arrangeNodes, keyOf } from './arrange.ts';
import { comparableText, foldedText, isSameText, tidyText } from './comparable.ts';
import { type EditHistory, historyOf } from './edit-history.ts';
import { type EditableItem, type EditableWords, editablePlan } from './editable-plan.ts';
import type { EditedDocument } from './edited-document.ts';
import { longestRising, type RowMember } from './longest-rising.ts';
import { placeParagraphs, wentInto } from './place-paragraphs.ts';
import type { FoundEdits, Proposal, ProposedEdit, Unplaced } from './proposal.ts';
import { readNodes } from './read-nodes.ts';
import { fieldsOf, readRoles, sameFields } from './roles-text.ts';
import { notesOf, unplacedOutsideText } from './unplaced.ts';
import { viewOf } from './view.ts';

/** What an edited file is read against. */
export interface EditBase {
  readonly content: PlanContent;
  readonly words: EditableWords;
  /** False when the content is not the one that the file was made from, only the plan as it is now: then all is uncertain. */
  readonly known: boolean;
}

interface Comparison {
  readonly base: EditBase;
  readonly items: readonly EditableItem[];
  readonly nodes: readonly ArrangedNode[];
  /** Anchors of the items that are in the result. */
  readonly there: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, readonly StatedRole[]>;
  readonly blocks: ReadonlyMap<string, Block>;
  /** Blocks that have become part of another, by the id of that other. */
  readonly merged: ReadonlyMap<string, readonly EditableItem[]>;
  readonly history: EditHistory;
}

/**
 * Every edit that a file makes against what it was made from, tracked or not, in the order of the result; what is struck
 * comes last. Nothing that a reader cannot see counts. Accepts and changes nothing.
 */
export function findEdits(base: EditBase, document: EditedDocument): FoundEdits {
  const items = editablePlan(base.content, base.words);
  const paragraphs = viewOf(document, 'result').filter(({ place }) => place === 'body');
  const placed = placeParagraphs(items, paragraphs, base.words);
  const nodes = arrangeNodes(readNodes(items, placed, base.words), base.words);
  const merged = findMerged(items, nodes);
  const history = historyOf(items, document);
  const roles = new Map<string, StatedRole[]>();
  for (const role of base.content.roles) roles.set(role.measureId, [...(roles.get(role.measureId) ?? []), role]);
  const blocks = new Map(base.content.blocks.map((block) => [block.id, block]));
  const comparison: Comparison = { base, items, nodes, there: anchorsOf(nodes), roles, blocks, merged, history };
  const moved = findMoved(nodes);
  const proposals = [
    ...nodes.flatMap((node) => [
      ...(moved.has(node) ? moveOf(comparison, node) : []),
      ...textEdits(comparison, node),
      ...fieldEdits(comparison, node),
    ]),
    ...strikes(comparison),
  ];
  return {
    proposals,
    notes: notesOf(document, nodes, items),
    unplaced: [
      ...nodes.flatMap((node) => unplacedAt(comparison, node)),
      ...missingFixed(comparison),
      ...unplacedOutsideText(document),
    ],
    quotesOnly: nodes.filter(({ node, text }) => node.kind === 'item' && differsInQuotesOnly(node.item.text, text))
      .length,
  };
}

function differsInQuotesOnly(before: string, after: string): boolean {
  return (
    before !== after && comparableText(before) !== comparableText(after) && foldedText(before) === foldedText(after)
  );
}

function sourcesOf({ node }: ArrangedNode): readonly number[] {
  const paragraphs = node.kind === 'item' ? node.paragraphs : [node.paragraph];
  return paragraphs.flatMap(({ paragraph }) => paragraph.sources);
}

/** A proposal with who made it; `anchor` tells whose original text shows whether it was tracked, null where signatures must do. */
function propose(
  { base, history }: Comparison,
  edit: ProposedEdit,
  { sources, uncertain, original }: { sources: readonly number[]; uncertain: boolean; original: EditableItem | null },
): Proposal {
  const by = original === null ? history.signaturesAt(sources) : history.signaturesOf(original.anchor, sources);
  const untracked = by.length === 0 || (original !== null && !history.wasAsExported(original));
  return { edit, uncertain: uncertain || !base.known, by, untracked };
}

function textEdits(comparison: Comparison, arranged: ArrangedNode): readonly Proposal[] {
  const { node } = arranged;
  const sources = sourcesOf(arranged);
  if (node.kind === 'new') {
    const edit = addition(arranged);
    const uncertain = node.paragraph.copyOf !== null;
    return edit === null ? [] : [propose(comparison, edit, { sources, uncertain, original: null })];
  }
  const { item, uncertain, parts } = node;
  if (item.block === null) return [];
  const of = { sources, uncertain, original: item };
  const gone = comparison.merged.get(item.anchor) ?? [];
  const text = gone.reduce(
    (words, { label }) => (label === '' ? words : words.replace(`${label}\t`, '')),
    arranged.text,
  );
  const blockId = item.block.id;
  if (parts.length > 0)
    return [propose(comparison, { kind: 'split', blockId, text: tidyText(text), parts: parts.map(tidyText) }, of)];
  if (gone.length > 0)
    return [
      propose(
        comparison,
        { kind: 'merge', blockId, text: tidyText(text), mergedFrom: gone.map(({ anchor }) => anchor) },
        of,
      ),
    ];
  if (isSameText(text, item.text)) return [];
  return [propose(comparison, { kind: 'text', blockId, text: tidyText(text) }, of)];
}

function addition({ node, kind, key, label, text, fields, parent, after }: ArrangedNode): ProposedEdit | null {
  if (kind === null || key === null || node.kind !== 'new') return null;
  const copyOf = node.paragraph.copyOf?.split(':')[0] ?? null;
  return { kind: 'add', key, blockKind: kind, label, text: tidyText(text), fields, parent, after, copyOf };
}

function fieldEdits(comparison: Comparison, arranged: ArrangedNode): readonly Proposal[] {
  const { node } = arranged;
  if (node.kind === 'new' || node.item.look !== 'roles') return [];
  const measure = measureOf(comparison, node.item);
  const fields = readRoles(node.text, comparison.base.words);
  if (measure === null || fields === null || !comparison.there.has(measure.id)) return [];
  const roles = comparison.roles.get(measure.id) ?? [];
  if (sameFields(fields, fieldsOf(roles, measure.dueYear))) return [];
  const of = { sources: sourcesOf(arranged), uncertain: node.uncertain, original: node.item };
  return [propose(comparison, { kind: 'fields', blockId: measure.id, ...fields }, of)];
}

function measureOf({ blocks }: Comparison, { anchor }: EditableItem): Block | null {
  return blocks.get(anchor.split(':')[0] ?? '') ?? null;
}

function anchorsOf(nodes: readonly ArrangedNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ node }) => (node.kind === 'item' ? [node.item.anchor] : [])));
}

/** Blocks that stand under another parent, or out of order among those that stayed: as few as explain the new order. */
function findMoved(nodes: readonly ArrangedNode[]): ReadonlySet<ArrangedNode> {
  const rows = new Map<string, ArrangedNode[]>();
  const moved = new Set<ArrangedNode>();
  for (const arranged of nodes) {
    const { node, kind, parent, astray } = arranged;
    if (node.kind === 'new' || node.item.block === null || kind === null || astray) continue;
    const key = `${keyOf(parent)} ${seriesOf(kind)}`;
    if ((node.item.block.parentId ?? '') !== keyOf(parent)) moved.add(arranged);
    else rows.set(key, [...(rows.get(key) ?? []), arranged]);
  }
  for (const row of rows.values()) {
    const stayed = new Set(longestRising(row.map(memberOf)));
    for (const [index, arranged] of row.entries()) if (!stayed.has(index)) moved.add(arranged);
  }
  return moved;
}

/** What was typed anew, or has lost its control, is more likely to be what was moved than its neighbour. */
function memberOf({ node }: ArrangedNode): RowMember {
  if (node.kind === 'new') return { number: 0, loose: true };
  const [first] = node.paragraphs;
  const loose = first === undefined || first.paragraph.typed || first.paragraph.control !== node.item.anchor;
  return { number: node.item.block?.position ?? 0, loose };
}

function moveOf(comparison: Comparison, arranged: ArrangedNode): readonly Proposal[] {
  const { node, parent, after } = arranged;
  if (node.kind === 'new') return [];
  const edit: ProposedEdit = { kind: 'move', blockId: node.item.anchor, parent, after };
  return [propose(comparison, edit, { sources: sourcesOf(arranged), uncertain: node.uncertain, original: null })];
}

function strikes(comparison: Comparison): readonly Proposal[] {
  const { items, merged } = comparison;
  const there = new Set(comparison.there);
  for (const item of [...merged.values()].flat()) there.add(item.anchor);
  return items.flatMap((item) => {
    if (item.block === null || there.has(item.anchor)) return [];
    const edit: ProposedEdit = { kind: 'strike', blockId: item.block.id };
    return [propose(comparison, edit, { sources: [], uncertain: false, original: item })];
  });
}

/** How many siblings before and after a block it may have been merged with. */
const NEAR = 3;

/** Blocks that are gone, but whose words have come into the block before or after them, or whose anchor stands in another's paragraph. */
function findMerged(
  items: readonly EditableItem[],
  nodes: readonly ArrangedNode[],
): ReadonlyMap<string, readonly EditableItem[]> {
  const now = new Map(
    nodes.map((arranged) => [arranged.node.kind === 'item' ? arranged.node.item.anchor : '', arranged]),
  );
  const rows = new Map<string, EditableItem[]>();
  const rowOf = ({ block }: EditableItem) => `${block?.parentId ?? ''} ${block === null ? '' : seriesOf(block.kind)}`;
  for (const item of items) if (item.block !== null) rows.set(rowOf(item), [...(rows.get(rowOf(item)) ?? []), item]);
  const merged = new Map<string, EditableItem[]>();
  for (const row of rows.values()) {
    for (const [index, item] of row.entries()) {
      if (now.has(item.anchor)) continue;
      // The block next to it may have been moved away, so a few on either side are asked.
      const near = [
        ...row.slice(Math.max(0, index - NEAR), index).reverse(),
        ...row.slice(index + 1, index + 1 + NEAR),
      ];
      const into = near.find(({ anchor, block, text }) => {
        const other = now.get(anchor);
        return other !== undefined && block?.kind === item.block?.kind && wentInto(item.text, text, other.text);
      });
      if (into) merged.set(into.anchor, [...(merged.get(into.anchor) ?? []), item]);
    }
  }
  return merged;
}

function unplacedAt(comparison: Comparison, arranged: ArrangedNode): readonly Unplaced[] {
  const { node, text, astray } = arranged;
  if (node.kind === 'new') return astray ? [{ reason: 'other-kind', text, blockId: null }] : [];
  const { item } = node;
  const changed = !isSameText(node.text, item.text);
  if (item.look === 'roles') return unreadRoles(comparison, node.item, node.text);
  if (item.block === null)
    return changed
      ? [{ reason: item.anchor === 'plan:title' ? 'title' : 'template-text', text: node.text, blockId: null }]
      : [];
  const found: Unplaced[] = [];
  const ownControl = node.paragraphs.some(({ paragraph }) => paragraph.control === item.anchor);
  if (item.label !== '' && ownControl && comparableText(node.label ?? '') !== comparableText(item.label))
    found.push({ reason: 'number', text: node.label ?? '', blockId: item.block.id });
  if (astray) found.push({ reason: 'other-kind', text, blockId: item.block.id });
  return found;
}

function unreadRoles(comparison: Comparison, item: EditableItem, text: string): readonly Unplaced[] {
  const measure = measureOf(comparison, item);
  const readable = readRoles(text, comparison.base.words) !== null;
  const there = measure !== null && comparison.there.has(measure.id);
  return readable && there ? [] : [{ reason: 'roles', text, blockId: measure?.id ?? null }];
}

/** Fixed texts that are gone. Those of an area or a measure that is struck went with it. */
function missingFixed(comparison: Comparison): readonly Unplaced[] {
  const { there } = comparison;
  return comparison.items.flatMap((item): Unplaced[] => {
    if (item.block !== null || there.has(item.anchor) || comparableText(item.text) === '') return [];
    const owner = item.anchor.split(':')[0] ?? '';
    if (owner !== 'plan' && !there.has(owner)) return [];
    const blockId = owner === 'plan' ? null : owner;
    return [{ reason: item.look === 'roles' ? 'roles-missing' : 'template-text', text: item.text, blockId }];
  });
}
