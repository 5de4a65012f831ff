import type { PlanWords } from './words.ts';

/** What a block of a plan is. A block's id is its identity; its number is a label that may change. */
export const blockKinds = [
  'section',
  'paragraph',
  'area',
  'objective',
  'measure',
  'indicator',
  'related-document',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * One block of a plan. `parentId` is null at the top (sections, areas, related documents); paragraphs belong to a
 * section or an area; objectives, measures and indicators belong to an area. `position` orders siblings of one kind
 * and starts at 0.
 */
export interface Block {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: BlockKind;
  readonly position: number;
  /** The number as the document writes it ("3.10", "K 1.1"); null where it has none. */
  readonly label: string | null;
  /** Plain text: the heading of a section, the title of an area, the text of the others. */
  readonly text: string;
  /** Year of completion; measures only, null where none is stated. */
  readonly dueYear: number | null;
  /** Optimistic version, from 1; each change adds one. */
  readonly rowVersion: number;
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
  /** ISO date from which the plan holds and reports can be due; null for a draft. */
  readonly adoptedOn: string | null;
  readonly rowVersion: number;
}
