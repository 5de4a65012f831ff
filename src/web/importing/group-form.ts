import { confirmItems, confirmSureItems, type ReviewStep, reopenItem } from '../../app/importing/review-import.ts';
import {
  type CorrectionRefusal,
  insertItem,
  type ReviewState,
  removeItem,
  setValue,
  valueAt,
} from '../../core/exchange/change-reading.ts';
import type { Unplaced } from '../../core/exchange/open-plan.ts';
import { listReviewItems, type ReviewGroup } from '../../core/exchange/review-items.ts';
import { ok } from '../../core/shared/result.ts';
import { fieldName, isRemovable, readItem } from './item-fields.ts';
import type { ImportingTexts } from './texts.sv.ts';

/** A sent form of one group, turned into review steps; what the plan cannot hold is told by path and nothing is taken. */
export interface ReadGroupForm {
  readonly steps: readonly ReviewStep[];
  readonly refusals: readonly CorrectionRefusal[];
}

/** Reads what a person wrote, confirmed, placed and removed in a group. Removal comes last, since it moves the items after it. */
export function readGroupForm(
  state: ReviewState,
  group: ReviewGroup,
  form: Readonly<Record<string, string>>,
  labels: ImportingTexts['fields'],
): ReadGroupForm {
  const steps: ReviewStep[] = [];
  const refusals: CorrectionRefusal[] = [];
  const items = listReviewItems(state.reading).filter((item) => item.group === group);
  for (const item of items) {
    const { path } = item;
    if (item.kind === 'unplaced') continue;
    const read = readItem(state.reading.plan, item, labels, (name) => form[fieldName(path, name)]);
    if (!read.ok) {
      refusals.push(read.refusal);
      continue;
    }
    const value = read.value;
    if (value !== null) steps.push((before) => setValue(before, path, value.value));
    // A person who has rewritten an item has seen it.
    steps.push(form[`ok${path}`] === '1' || value !== null ? confirmItems([path]) : reopenItem(path));
  }
  steps.push(...placeSteps(state, group, form));
  const action = form.do ?? '';
  if (action === 'confirm-sure') steps.push(confirmSureItems(group));
  if (action.startsWith('remove ')) {
    const path = action.slice('remove '.length);
    if (items.some((item) => item.path === path && isRemovable(item))) steps.push((before) => removeItem(before, path));
    else refusals.push({ kind: 'no-such-item', path });
  }
  return { steps, refusals };
}

/** Unplaced text from the last to the first, so that taking one out moves none that is still to come. */
function placeSteps(state: ReviewState, group: ReviewGroup, form: Readonly<Record<string, string>>): ReviewStep[] {
  if (group !== 'unplaced') return [];
  return [...state.reading.plan.unplaced.keys()].reverse().flatMap((index) => {
    const path = `/unplaced/${index}`;
    const choice = form[fieldName(path, 'place')] ?? 'undecided';
    if (choice === 'undecided') return [reopenItem(path)];
    if (choice === 'none') return [confirmItems([path])];
    return [placeText(path, choice)];
  });
}

function placeText(path: string, choice: string): ReviewStep {
  return (before) => {
    const unplaced = valueAt(before.reading.plan, path) as Unplaced | undefined;
    const target = unplaced === undefined ? null : targetOf(choice, unplaced.text);
    if (!unplaced || !target) return ok(before);
    const { start, end, page } = unplaced.at;
    const inserted = insertItem(before, target.listPath, target.item, { ranges: [{ start, end }], page, box: null });
    return inserted.ok ? removeItem(inserted.value, path) : inserted;
  };
}

function targetOf(choice: string, text: string): { listPath: string; item: unknown } | null {
  if (choice === 'section') return { listPath: '/sections', item: { heading: '', paragraphs: [text] } };
  if (choice === 'related-document') return { listPath: '/relatedDocuments', item: text };
  const [kind = '', index = ''] = choice.split(':');
  if (!/^\d+$/.test(index)) return null;
  const area = `/areas/${index}`;
  if (kind === 'text') return { listPath: `${area}/text`, item: text };
  if (kind === 'objective') return { listPath: `${area}/objectives`, item: text };
  if (kind === 'indicator') return { listPath: `${area}/indicators`, item: text };
  if (kind !== 'measure') return null;
  const measure = { number: null, text, coordinator: null, coResponsible: [], dueYear: null };
  return { listPath: `${area}/measures`, item: measure };
}
