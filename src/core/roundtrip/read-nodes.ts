import { compareText } from '../document/compare-text.ts';
import { isSameText } from './comparable.ts';
import type { EditableItem } from './editable-plan.ts';
import { type PlacedParagraph, parseLabel } from './place-paragraphs.ts';
import { type RoleWords, readRoles } from './roles-text.ts';

/** What a stretch of the result is: an item of the export as it reads now, or something new. */
export type EditedNode =
  | {
      readonly kind: 'item';
      readonly item: EditableItem;
      readonly text: string;
      /** The number found before the text; null where none stands. */
      readonly label: string | null;
      /** Texts of the paragraphs that it was split into, after the first. */
      readonly parts: readonly string[];
      readonly paragraphs: readonly PlacedParagraph[];
      readonly uncertain: boolean;
    }
  | { readonly kind: 'new'; readonly paragraph: PlacedParagraph };

/** How much of a paragraph must come from a block for it to be a part of that block and no new one. */
const OWN_SHARE = 0.5;

/** Gathers placed paragraphs into nodes, in the order of the result. */
export function readNodes(
  items: readonly EditableItem[],
  placed: readonly PlacedParagraph[],
  words: RoleWords,
): readonly EditedNode[] {
  const byAnchor = new Map(items.map((item) => [item.anchor, item]));
  const lastAt = new Map(placed.map(({ anchor }, index) => [anchor, index]));
  const nodes: EditedNode[] = [];
  for (let at = 0; at < placed.length; ) {
    const each = placed[at];
    const item = byAnchor.get(each?.anchor ?? '');
    if (each === undefined || item === undefined) {
      if (each) nodes.push({ kind: 'new', paragraph: each });
      at += 1;
      continue;
    }
    const end = endOfGroup(placed, at, lastAt.get(item.anchor) ?? at);
    nodes.push(...nodesOf(item, placed.slice(at, end), words));
    at = end;
  }
  return nodes;
}

/** The group runs to its last paragraph, if nothing else stands between, and over those without an anchor that follow. */
function endOfGroup(placed: readonly PlacedParagraph[], at: number, last: number): number {
  const anchor = placed[at]?.anchor;
  const between = placed.slice(at, last + 1).every((each) => each.anchor === null || each.anchor === anchor);
  let end = (between ? last : at) + 1;
  while (placed[end]?.anchor === null && placed[end]?.copyOf === null) end += 1;
  return end;
}

function nodesOf(item: EditableItem, group: readonly PlacedParagraph[], words: RoleWords): readonly EditedNode[] {
  if (item.look === 'roles') return rolesNodes(item, group, words);
  const read = group.map(({ paragraph }) => parsed(item, paragraph.text));
  const equal = read.findIndex(({ text }) => isSameText(text, item.text));
  const isPart = equal >= 0 ? read.map((_, index) => index === equal) : partsOf(item, read, group);
  const first = isPart.indexOf(true);
  const main = group[first];
  const own = read[first];
  if (main === undefined || own === undefined) return newNodes(group);
  const later = group.flatMap((each, index) => (index > first && isPart[index] ? [each] : []));
  const node = itemNode(
    item,
    own,
    [main, ...later],
    read.filter((_, index) => index > first && isPart[index]).map(({ text }) => text),
  );
  const lastPart = isPart.lastIndexOf(true);
  const isNew = (from: number, to: number) =>
    newNodes(group.slice(from, to).filter((_, index) => !isPart[from + index]));
  return [...isNew(0, first), node, ...isNew(first, lastPart), ...isNew(lastPart, group.length)];
}

/** The lines of roles may have become several paragraphs; what follows when they are complete is new. */
function rolesNodes(item: EditableItem, group: readonly PlacedParagraph[], words: RoleWords): readonly EditedNode[] {
  const own = group.filter(({ anchor }) => anchor === item.anchor);
  const textOf = (most: number) =>
    own
      .slice(0, most)
      .map(({ paragraph }) => paragraph.text)
      .join('\n');
  const complete = own.findLastIndex((_, index) => readRoles(textOf(index + 1), words) !== null) + 1;
  const most = complete === 0 ? own.length : complete;
  const mine = own.slice(0, most);
  return [
    itemNode(item, { text: textOf(most), label: null }, mine),
    ...newNodes(group.filter((each) => !mine.includes(each))),
  ];
}

function parsed(item: EditableItem, text: string): { readonly label: string | null; readonly text: string } {
  return item.label === '' ? { label: null, text: text.trim() } : parseLabel(text, item.label);
}

function newNodes(group: readonly PlacedParagraph[]): EditedNode[] {
  return group.map((paragraph) => ({ kind: 'new', paragraph }));
}

function itemNode(
  item: EditableItem,
  { text, label }: { readonly text: string; readonly label: string | null },
  paragraphs: readonly PlacedParagraph[],
  parts: readonly string[] = [],
): EditedNode {
  const uncertain = paragraphs.some((each) => each.uncertain);
  return { kind: 'item', item, text, label, parts, paragraphs, uncertain };
}

/** Which paragraphs of a group come from the item's own text. At least one of those with its anchor does. */
function partsOf(
  item: EditableItem,
  read: readonly { readonly text: string }[],
  group: readonly PlacedParagraph[],
): readonly boolean[] {
  if (group.length === 1) return [true];
  const shares = sharesOf(
    item.text,
    read.map(({ text }) => text),
  );
  const isPart = shares.map((share) => share > OWN_SHARE);
  const owned = group.map(({ anchor }) => anchor === item.anchor);
  if (isPart.some((part, index) => part && owned[index])) return isPart;
  const best = shares.reduce(
    (most, share, index) => (owned[index] && share > (shares[most] ?? -1) ? index : most),
    owned.indexOf(true),
  );
  return shares.map((_, index) => index === best);
}

/** Share of each text's letters that stand in `before` in the same order, 0–1. */
function sharesOf(before: string, texts: readonly string[]): readonly number[] {
  const kept = texts.map(() => 0);
  const ends: number[] = [];
  for (const text of texts) ends.push((ends.at(-1) ?? 0) + text.length + 1);
  let at = 0;
  for (const { kind, after } of compareText(before, texts.join('\n')).parts) {
    for (const [index, end] of ends.entries()) {
      const from = Math.max(at, ends[index - 1] ?? 0);
      if (kind === 'equal' && from < Math.min(at + after.length, end))
        kept[index] = (kept[index] ?? 0) + letters(after.slice(from - at, Math.min(after.length, end - at)));
    }
    at += after.length;
  }
  return texts.map((text, index) => (letters(text) === 0 ? 0 : (kept[index] ?? 0) / letters(text)));
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').length;
}
