import { type ReviewState, valueAt } from '../../core/exchange/change-reading.ts';
import type { OpenPlan, Unplaced } from '../../core/exchange/open-plan.ts';
import { listReviewItems, type ReviewGroup, type ReviewItem } from '../../core/exchange/review-items.ts';
import { fieldName, fieldsOf } from './item-fields.ts';
import type { ImportingTexts } from './texts.sv.ts';

type Form = Readonly<Record<string, string>>;

/** Name of the hidden field that says what an item was when its form was drawn. */
export function seenName(path: string): string {
  return `seen${path}`;
}

/** The texts by which an item is known: its fields as they stand, or the text that has no place. */
export function textsOf(plan: OpenPlan, item: ReviewItem, labels: ImportingTexts['fields']): string[] {
  if (item.kind === 'unplaced') return [(valueAt(plan, item.path) as Unplaced).text];
  return fieldsOf(plan, item, labels).map(({ value }) => value);
}

/** A short mark of an item's fields as they stand: the same texts have the same mark. Tells two versions apart, and is no secret. */
export function markOf(texts: readonly string[]): string {
  let mark = 0x811c9dc5;
  for (const char of JSON.stringify(texts.map((text) => text.trim())))
    mark = Math.imul(mark ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(36);
}

/**
 * What a person sent from a form that is no longer the newest, laid on what stands there now: what they wrote follows its
 * item when others were taken out before it, what they left alone gives way to what somebody else wrote, and a tick that
 * either of them made stays. Where both wrote, the sent text is kept, for the page to show beside the other.
 */
export function settleConflict(
  state: ReviewState,
  group: ReviewGroup,
  form: Form,
  labels: ImportingTexts['fields'],
): Form {
  const { plan } = state.reading;
  const settled: Record<string, string> = { rowVersion: form.rowVersion ?? '' };
  const items = listReviewItems(state.reading).filter((item) => item.group === group);
  const marks = new Map(items.map((item) => [item.path, markOf(textsOf(plan, item, labels))]));
  for (const item of items) {
    const { path } = item;
    const from = sentFrom(item, items, marks, form);
    if (state.confirmed.includes(path) || (from !== null && form[`ok${from}`] === '1')) settled[`ok${path}`] = '1';
    if (from === null) continue;
    if (item.kind === 'unplaced') {
      settled[fieldName(path, 'place')] = form[fieldName(from, 'place')] ?? 'undecided';
      continue;
    }
    const sent = fieldsOf(plan, item, labels).map(({ name }) => ({ name, text: form[fieldName(from, name)] ?? '' }));
    const isUntouched = markOf(sent.map(({ text }) => text)) === form[seenName(from)];
    if (isUntouched) continue;
    for (const { name, text } of sent) settled[fieldName(path, name)] = text;
  }
  return settled;
}

/** The path that the item had when the form was drawn; null for one that the form did not have. */
function sentFrom(
  { path, kind }: ReviewItem,
  items: readonly ReviewItem[],
  marks: ReadonlyMap<string, string>,
  form: Form,
): string | null {
  const mark = marks.get(path) ?? '';
  if (form[seenName(path)] === mark) return path;
  const list = path.slice(0, path.lastIndexOf('/') + 1);
  const moved = Object.keys(form).find((name) => {
    if (!name.startsWith(`seen${list}`) || form[name] !== mark) return false;
    const old = name.slice('seen'.length);
    // An item that still stands where it stood is not this one.
    return !old.slice(list.length).includes('/') && marks.get(old) !== mark;
  });
  if (moved !== undefined) return moved.slice('seen'.length);
  // Somebody rewrote it: it is the item of the form at the same place, unless that one has moved.
  const was = form[seenName(path)];
  const isElsewhere = items.some((other) => other.kind === kind && marks.get(other.path) === was);
  return was === undefined || isElsewhere ? null : path;
}
