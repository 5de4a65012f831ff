import { compareText, type TextPart } from '../document/compare-text.ts';
import { normaliseText } from '../shared/text.ts';
import { type ComparedItem, listComparedItems } from './compared-items.ts';
import type { OpenPlan } from './open-plan.ts';

/** What has happened to one item between two plans. */
export interface ItemChange {
  readonly what: ComparedItem['what'];
  /** `moved`: another area; `renumbered`: another number; an item can also have changed its text or its fields. */
  readonly changes: readonly ('added' | 'removed' | 'text' | 'moved' | 'renumbered' | 'fields')[];
  /** JSON Pointer in the first plan; null for what was added. */
  readonly before: string | null;
  /** JSON Pointer in the second plan; null for what was removed. */
  readonly after: string | null;
  /** Number or name by which a person knows the item, from the second plan where it is there. */
  readonly label: string | null;
  /** The words of both texts in order; one part when the text is the same. */
  readonly text: readonly TextPart[];
  /** Fields beside the text that differ: coordinator, co-responsible, due year. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** True where the two were taken for the same item by likeness and not by an equal text or number. */
  readonly uncertain: boolean;
}

/** The differences between two plans, in the order of the second; what was removed comes last. */
export interface PlanComparison {
  readonly changes: readonly ItemChange[];
  /** Items that are the same in both. */
  readonly unchanged: number;
}

const LIKE_ENOUGH = 0.5;

/** Compares two plans item by item. The same text is the same item whatever its number; then the same number; then the likest text, which is marked uncertain. */
export function comparePlans(before: OpenPlan, after: OpenPlan): PlanComparison {
  const changes: ItemChange[] = [];
  const removed: ItemChange[] = [];
  let unchanged = 0;
  const olds = groupByKind(listComparedItems(before));
  const news = groupByKind(listComparedItems(after));
  for (const what of new Set([...news.keys(), ...olds.keys()])) {
    const pairs = pairItems(olds.get(what) ?? [], news.get(what) ?? []);
    for (const { old, now, uncertain } of pairs) {
      const change = describe(old, now, uncertain);
      if (change === null) unchanged += 1;
      else if (now === null) removed.push(change);
      else changes.push(change);
    }
  }
  return { changes: [...changes, ...removed], unchanged };
}

function groupByKind(items: readonly ComparedItem[]): Map<ComparedItem['what'], ComparedItem[]> {
  const groups = new Map<ComparedItem['what'], ComparedItem[]>();
  for (const item of items) groups.set(item.what, [...(groups.get(item.what) ?? []), item]);
  return groups;
}

interface Pair {
  readonly old: ComparedItem | null;
  readonly now: ComparedItem | null;
  readonly uncertain: boolean;
}

function pairItems(olds: readonly ComparedItem[], news: readonly ComparedItem[]): Pair[] {
  const left = new Set(olds);
  const found = new Map<ComparedItem, { old: ComparedItem; uncertain: boolean }>();
  const take = (now: ComparedItem, old: ComparedItem | undefined, uncertain: boolean) => {
    if (old === undefined) return;
    left.delete(old);
    found.set(now, { old, uncertain });
  };
  const open = () => news.filter((now) => !found.has(now));
  const each = (fits: (old: ComparedItem, now: ComparedItem) => boolean, uncertain: boolean) => {
    for (const now of open())
      take(
        now,
        [...left].find((old) => fits(old, now)),
        uncertain,
      );
  };
  each((old, now) => sameText(old, now) && old.parent === now.parent, false);
  each(sameText, false);
  each((old, now) => old.key !== null && old.key === now.key && likeness(old.text, now.text) >= LIKE_ENOUGH / 2, false);
  for (const now of open()) {
    const [best] = [...left]
      .map((old) => ({ old, like: likeness(old.text, now.text) }))
      .sort((a, b) => b.like - a.like);
    if (best && best.like >= LIKE_ENOUGH) take(now, best.old, true);
  }
  const kept = news.map((now): Pair => {
    const match = found.get(now);
    return { old: match?.old ?? null, now, uncertain: match?.uncertain ?? false };
  });
  return [...kept, ...[...left].map((old): Pair => ({ old, now: null, uncertain: false }))];
}

function sameText(old: ComparedItem, now: ComparedItem): boolean {
  return normaliseText(old.text) === normaliseText(now.text);
}

/** Share of words that two texts have in common, 0–1 (Dice); each word counts as often as it stands. */
function likeness(one: string, other: string): number {
  const count = new Map<string, number>();
  const ones = wordsOf(one);
  const others = wordsOf(other);
  for (const word of ones) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const left = count.get(word) ?? 0;
    if (left > 0) shared += 1;
    count.set(word, left - 1);
  }
  return ones.length + others.length === 0 ? 1 : (2 * shared) / (ones.length + others.length);
}

function wordsOf(text: string): string[] {
  return (
    normaliseText(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function describe(old: ComparedItem | null, now: ComparedItem | null, uncertain: boolean): ItemChange | null {
  const item = now ?? old;
  if (item === null) return null;
  const fields = old && now ? fieldChanges(old, now) : [];
  const changes: ItemChange['changes'][number][] = [];
  if (old === null) changes.push('added');
  else if (now === null) changes.push('removed');
  else {
    if (!sameText(old, now)) changes.push('text');
    if (old.parent !== now.parent) changes.push('moved');
    if (old.number !== now.number) changes.push('renumbered');
    if (fields.length > 0) changes.push('fields');
  }
  if (changes.length === 0) return null;
  const text = compareText(old?.text ?? '', now?.text ?? '').parts;
  return {
    what: item.what,
    changes,
    before: old?.path ?? null,
    after: now?.path ?? null,
    label: item.key,
    text,
    fields,
    uncertain,
  };
}

function fieldChanges(old: ComparedItem, now: ComparedItem): ItemChange['fields'] {
  return Object.keys(now.fields).flatMap((name) => {
    const before = old.fields[name] ?? '';
    const after = now.fields[name] ?? '';
    return before === after ? [] : [{ name, before, after }];
  });
}
