import type { OpenPlan } from './open-plan.ts';
import type { PlanReading } from './plan-reading.ts';

/** The parts of a reading that are looked at one page at a time; an area's group is "area-0", "area-1" … in the plan's order. */
export type ReviewGroup =
  | 'facts'
  | 'sections'
  | `area-${number}`
  | 'related-documents'
  | 'memo'
  | 'consultation'
  | 'unplaced';

/** What an item is, and so which fields it is shown and corrected with. */
export type ReviewKind =
  | 'fact'
  | 'period'
  | 'section'
  | 'area'
  | 'area-text'
  | 'objective'
  | 'measure'
  | 'indicator'
  | 'related-document'
  | 'memo'
  | 'body-list'
  | 'reply'
  | 'remark'
  | 'unplaced';

/** One thing that a person confirms. `path` is its JSON Pointer in the plan. */
export interface ReviewItem {
  readonly path: string;
  readonly group: ReviewGroup;
  readonly kind: ReviewKind;
  /** True where the reader guessed, and for all unplaced text: such items are confirmed one by one. */
  readonly doubtful: boolean;
}

const FACTS = ['title', 'registrationNumber', 'decisionMaker', 'documentOwner'] as const;
const BODY_LISTS = ['withRemarks', 'approving', 'abstaining', 'noAnswer'] as const;

/** Everything in a reading that a person must confirm, in the order of the plan; unplaced text last. */
export function listReviewItems(reading: PlanReading): ReviewItem[] {
  const { plan } = reading;
  const found: Omit<ReviewItem, 'doubtful'>[] = [...factItems(), ...sectionItems(plan)];
  for (const index of plan.areas.keys()) found.push(...areaItems(plan, index));
  found.push(...listItems('/relatedDocuments', plan.relatedDocuments, 'related-documents', 'related-document'));
  if (plan.memo) {
    found.push({ path: '/memo', group: 'memo', kind: 'memo' });
    found.push(...listItems('/memo/sections', plan.memo.sections, 'memo', 'section'));
  }
  found.push(...consultationItems(plan));
  found.push(...listItems('/unplaced', plan.unplaced, 'unplaced', 'unplaced'));
  return found.map((item) => ({ ...item, doubtful: item.kind === 'unplaced' || hasDoubt(reading, item.path) }));
}

function factItems(): Omit<ReviewItem, 'doubtful'>[] {
  const facts = FACTS.map((name) => ({ path: `/${name}`, group: 'facts' as const, kind: 'fact' as const }));
  return [...facts, { path: '/period', group: 'facts', kind: 'period' }];
}

function sectionItems(plan: OpenPlan): Omit<ReviewItem, 'doubtful'>[] {
  return listItems('/sections', plan.sections, 'sections', 'section');
}

function areaItems(plan: OpenPlan, index: number): Omit<ReviewItem, 'doubtful'>[] {
  const area = plan.areas[index];
  if (!area) return [];
  const path = `/areas/${index}`;
  const group: ReviewGroup = `area-${index}`;
  return [
    { path, group, kind: 'area' },
    ...(area.text.length > 0 ? [{ path: `${path}/text`, group, kind: 'area-text' as const }] : []),
    ...listItems(`${path}/objectives`, area.objectives, group, 'objective'),
    ...listItems(`${path}/measures`, area.measures, group, 'measure'),
    ...listItems(`${path}/indicators`, area.indicators, group, 'indicator'),
  ];
}

function consultationItems(plan: OpenPlan): Omit<ReviewItem, 'doubtful'>[] {
  const { consultation } = plan;
  if (!consultation) return [];
  const group = 'consultation' as const;
  const lists = BODY_LISTS.map((name) => ({ path: `/consultation/${name}`, group, kind: 'body-list' as const }));
  const remarks = consultation.replies.flatMap((reply, index) => [
    { path: `/consultation/replies/${index}`, group, kind: 'reply' as const },
    ...listItems(`/consultation/replies/${index}/remarks`, reply.remarks, group, 'remark'),
  ]);
  return [...lists, ...remarks];
}

function listItems(path: string, list: readonly unknown[], group: ReviewGroup, kind: ReviewKind) {
  return list.map((_, index) => ({ path: `${path}/${index}`, group, kind }));
}

/** A doubt about a part of an item is a doubt about the item; what holds items of its own answers only for its name. */
function hasDoubt(reading: PlanReading, path: string): boolean {
  const isHolder = /^\/(areas|consultation\/replies)\/\d+$|^\/memo$/.test(path);
  return reading.doubts.some((doubt) => {
    if (doubt.path === path) return true;
    if (isHolder) return doubt.path.startsWith(`${path}/`) && !/\/\d+(\/|$)/.test(doubt.path.slice(path.length));
    return doubt.path.startsWith(`${path}/`);
  });
}

/** The items that nobody has confirmed yet, in the order of the plan. */
export function listUnconfirmed(reading: PlanReading, confirmed: readonly string[]): ReviewItem[] {
  const done = new Set(confirmed);
  return listReviewItems(reading).filter((item) => !done.has(item.path));
}
