import { foldedText, isSameText } from './comparable.ts';
import { bookmarkName, type EditableItem } from './editable-plan.ts';
import { countWords, likeness, sharedWords, wordsIn } from './likeness.ts';
import { type RoleWords, readRoles } from './roles-text.ts';
import type { ViewParagraph } from './view.ts';

/** A paragraph of the result with what it was found to be. */
export interface PlacedParagraph {
  readonly paragraph: ViewParagraph;
  /** Of the item it is; null for what the export did not have. */
  anchor: string | null;
  /** True where likeness alone decided. */
  uncertain: boolean;
  /** The anchor whose control stands around it too, when another paragraph is the real one. */
  copyOf: string | null;
}

/** Below this share of words in common two texts are two texts. */
const LIKE_ENOUGH = 0.6;
/** Comparing each with each is dear: past this many pairs likeness is not asked. */
const MOST_PAIRS = 60_000;

/**
 * Finds what each paragraph of the result is: by the control around it, then by the bookmark in it, then by an equal text,
 * and last by likeness, which is marked uncertain. Every item that is in the result at all gets at least one paragraph.
 */
export function placeParagraphs(
  items: readonly EditableItem[],
  paragraphs: readonly ViewParagraph[],
  words: RoleWords,
): readonly PlacedParagraph[] {
  const placed = byAnchor(items, paragraphs);
  settleCopies(items, placed);
  takeEqualTexts(items, placed);
  takeLikeTexts(items, placed);
  takeRoles(items, placed, words);
  return placed;
}

function byAnchor(items: readonly EditableItem[], paragraphs: readonly ViewParagraph[]): PlacedParagraph[] {
  const anchors = new Set(items.map(({ anchor }) => anchor));
  const byBookmark = new Map(items.map(({ anchor }) => [bookmarkName(anchor), anchor]));
  return paragraphs.map((paragraph) => {
    const { control, bookmarks } = paragraph;
    const marked = bookmarks.flatMap((name) => byBookmark.get(name) ?? []);
    const anchor = control !== null && anchors.has(control) ? control : (marked[0] ?? null);
    return { paragraph, anchor, uncertain: false, copyOf: null };
  });
}

/** Where a control stands in several places, the truest of them keeps it: by its text, then its bookmark, then its neighbour. */
function settleCopies(items: readonly EditableItem[], placed: readonly PlacedParagraph[]): void {
  const texts = new Map(items.map(({ anchor, label, text }) => [anchor, `${label} ${text}`]));
  const before = new Map(items.map(({ anchor }, index) => [anchor, items[index - 1]?.anchor ?? null]));
  const runs = new Map<string, PlacedParagraph[][]>();
  const neighbour = new Map<PlacedParagraph, string | null>();
  let last: PlacedParagraph | null = null;
  for (const each of placed) {
    if (each.anchor === null) continue;
    const own = runs.get(each.anchor) ?? [];
    runs.set(each.anchor, own);
    if (last?.anchor === each.anchor) own.at(-1)?.push(each);
    else own.push([each]);
    neighbour.set(each, last?.anchor ?? null);
    last = each;
  }
  const worth = (anchor: string, [first]: readonly PlacedParagraph[]): number => {
    if (first === undefined) return 0;
    const equal = isSameText(first.paragraph.text, texts.get(anchor) ?? '') ? 4 : 0;
    const marked = first.paragraph.bookmarks.includes(bookmarkName(anchor)) ? 2 : 0;
    return equal + marked + (neighbour.get(first) === before.get(anchor) ? 1 : 0);
  };
  for (const [anchor, own] of runs) {
    if (own.length === 1) continue;
    const most = Math.max(...own.map((run) => worth(anchor, run)));
    const real = own.find((run) => worth(anchor, run) === most);
    for (const copy of own.filter((run) => run !== real).flat()) Object.assign(copy, { anchor: null, copyOf: anchor });
  }
}

/** Items that nobody has found yet, the plan's own blocks first. */
function missingItems(items: readonly EditableItem[], placed: readonly PlacedParagraph[]): readonly EditableItem[] {
  const found = new Set(placed.map(({ anchor }) => anchor));
  return items.filter(({ anchor, look }) => look !== 'roles' && !found.has(anchor));
}

/** A paragraph that has no anchor, or that stands after the first in another's control, may be an item that lost its own. */
function takeEqualTexts(items: readonly EditableItem[], placed: readonly PlacedParagraph[]): void {
  const missing = new Map<string, EditableItem[]>();
  for (const item of missingItems(items, placed)) {
    const texts = new Set([foldedText(item.text), foldedText(`${item.label} ${item.text}`)]);
    for (const text of texts) missing.set(text, [...(missing.get(text) ?? []), item]);
  }
  if (missing.size === 0) return;
  const taken = new Set<string>();
  for (const [index, each] of placed.entries()) {
    const follows = each.anchor !== null && placed[index - 1]?.anchor === each.anchor;
    if (each.anchor !== null && !follows) continue;
    const item = missing.get(foldedText(each.paragraph.text))?.find(({ anchor }) => !taken.has(anchor));
    if (item === undefined) continue;
    taken.add(item.anchor);
    Object.assign(each, { anchor: item.anchor, copyOf: null });
  }
}

function takeLikeTexts(items: readonly EditableItem[], placed: readonly PlacedParagraph[]): void {
  const open = placed.filter(({ anchor, copyOf }) => anchor === null && copyOf === null);
  const missing = missingItems(items, placed).filter(({ block }) => block !== null);
  if (open.length * missing.length > MOST_PAIRS) return;
  const words = missing.map((item) => ({ item, words: wordsIn(item.text) }));
  const pairs = open.flatMap((each) => {
    const own = wordsIn(each.paragraph.text);
    return words.map(({ item, words: others }) => ({ each, item, like: likeness(own, others) }));
  });
  const taken = new Set<string>();
  for (const { each, item, like } of pairs.sort((a, b) => b.like - a.like)) {
    if (like < LIKE_ENOUGH) break;
    if (each.anchor !== null || taken.has(item.anchor)) continue;
    taken.add(item.anchor);
    Object.assign(each, { anchor: item.anchor, uncertain: true });
  }
}

/** Lines of roles that have lost their control belong to the measure above them, if it has none. */
function takeRoles(items: readonly EditableItem[], placed: readonly PlacedParagraph[], words: RoleWords): void {
  const roles = new Set(items.flatMap(({ anchor, look }) => (look === 'roles' ? [anchor] : [])));
  const found = new Set(placed.map(({ anchor }) => anchor));
  for (const [index, each] of placed.entries()) {
    const anchor = `${placed[index - 1]?.anchor ?? ''}:a`;
    if (each.anchor !== null || !roles.has(anchor) || found.has(anchor)) continue;
    if (readRoles(each.paragraph.text, words) === null) continue;
    found.add(anchor);
    Object.assign(each, { anchor, copyOf: null });
  }
}

/** Whether most of a text's words have come into another that grew from `from` to `to`. */
export function wentInto(text: string, from: string, to: string): boolean {
  const words = wordsIn(text);
  const grown = countWords(wordsIn(to));
  for (const word of wordsIn(from)) grown.set(word, (grown.get(word) ?? 0) - 1);
  return words.length > 0 && sharedWords(grown, words) >= words.length * LIKE_ENOUGH;
}

/** A number as it stands before a text, with the tab after it. */
const NUMBERED = /^(\S{0,8}\d\S{0,8}|\S{1,3} \d\S{0,8})[ \u00A0]*\t\s*([\s\S]*)$/u;

/** The text without the number before it, and that number; null where none stands there. `label` is the number expected, "" for none known. */
export function parseLabel(text: string, label: string): { readonly label: string | null; readonly text: string } {
  const trimmed = text.trim();
  if (label !== '' && trimmed.startsWith(label) && /^\s/.test(trimmed.slice(label.length)))
    return { label, text: trimmed.slice(label.length).trim() };
  const match = NUMBERED.exec(trimmed);
  return match ? { label: match[1] ?? null, text: (match[2] ?? '').trim() } : { label: null, text: trimmed };
}
