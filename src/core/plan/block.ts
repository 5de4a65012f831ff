import type { PlanSettings } from './house.ts';
import type { MeasureTime } from './measure-time.ts';
import type { PlanWords } from './words.ts';

/** What a block of a plan is. A block's id is its identity; its number is a label that may change. */
export const blockKinds = [
  'section',
  'paragraph',
  'bullet',
  'responsibility-table',
  'area',
  'objective',
  'measure',
  'indicator',
  'related-document',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Kinds that stand in one running text and are ordered together: bullets between paragraphs, a table after them. */
export const proseKinds: readonly BlockKind[] = ['paragraph', 'bullet', 'responsibility-table'];

/** The kind by which a block is ordered among its siblings: one for all of a running text, else its own. */
export function seriesOf(kind: BlockKind): BlockKind {
  return proseKinds.includes(kind) ? 'paragraph' : kind;
}

/** Where a block comes from, by id: the one it was split off, those merged into it, or the one in an earlier plan that it was copied from. */
export type BlockOrigin =
  | { readonly splitFrom: string }
  | { readonly mergedFrom: readonly string[] }
  | { readonly copiedFrom: string };

/**
 * One block of a plan. `parentId` is null at the top (sections, areas, related documents); prose (paragraphs, bullets,
 * tables of responsibilities) belongs to a section or an area; objectives, measures and indicators belong to an area.
 * `position` orders siblings of one series (see `seriesOf`) and starts at 0.
 */
export interface Block {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: BlockKind;
  readonly position: number;
  /** The number as the document writes it ("3.10", "K 1.1"); null where it has none. */
  readonly label: string | null;
  /** Plain text: the heading of a section, the title of an area, the text of the others; empty for a table of responsibilities, which is computed. */
  readonly text: string;
  /** Year of completion; measures only, null where none is stated. */
  readonly dueYear: number | null;
  /** The time as the document writes it, where that says more than the year; left out otherwise. */
  readonly time?: MeasureTime;
  /** Optimistic version, from 1; each change adds one. */
  readonly rowVersion: number;
  /** Left out for most: only for a block made of others. */
  readonly origin?: BlockOrigin;
}

/** The life of a plan: a draft is seen by the signed-in, an adopted plan by everybody. */
export const planStates = ['draft', 'adopted'] as const;
export type PlanState = (typeof planStates)[number];

/** The facts of a plan without its blocks. */
export interface PlanFacts {
  readonly id: string;
  /** Last part of its public address; unique in the municipality. */
  readonly slug: string;
  readonly title: string;
  readonly registrationNumber: string | null;
  readonly decisionMaker: string | null;
  readonly documentOwner: string | null;
  readonly periodFrom: number | null;
  readonly periodTo: number | null;
  readonly state: PlanState;
  /** The plan's own words; null when the municipality's serve. */
  readonly words: PlanWords | null;
  /** What it says of itself beside its words; left out or null where it says nothing. */
  readonly settings?: PlanSettings | null;
  /** ISO date from which the plan holds and reports can be due; null for a draft. */
  readonly adoptedOn: string | null;
  readonly rowVersion: number;
}
