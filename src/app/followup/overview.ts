import type { Timeliness } from '../../core/followup/timeliness.ts';
import type { Block } from '../../core/plan/block.ts';
import type { Responsible } from '../people/ports.ts';
import { treeOf } from '../plan/plan-tree.ts';
import type { CommitmentView, WholePlan } from '../plan/ports.ts';
import { type Calendar, standingOf } from './standing.ts';

/** One body's part in one measure, with how it stands. */
export interface OverviewPart {
  readonly commitment: CommitmentView;
  readonly measure: Block;
  readonly standing: Timeliness;
  /** Null for a part of no body in the register. */
  readonly responsible: Responsible | null;
}

/** A column: a body of the register that has a part in the plan. */
export interface OverviewBody {
  readonly id: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly sums: Sums;
}

/** A row: a measure, with its parts by body, and the parts of labels that stand for no body in the register. */
export interface OverviewRow {
  readonly measure: Block;
  readonly area: Block;
  readonly partsOfBody: ReadonlyMap<string, readonly OverviewPart[]>;
  readonly unplaced: readonly OverviewPart[];
  readonly sums: Sums;
}

/** How many parts there are, how many have ever been reported, and how many are late. Whole numbers. */
export interface Sums {
  readonly parts: number;
  readonly reported: number;
  readonly late: number;
}

/** What a strategist should look at, each list in the document's order. */
export interface Attention {
  readonly commented: readonly OverviewPart[];
  readonly late: readonly OverviewPart[];
  /** Never reported and not late yet: nothing of it is known. */
  readonly neverReported: readonly OverviewPart[];
  readonly withoutBody: readonly OverviewPart[];
  /** Parts that nobody is responsible for today, by body, in the order of the bodies' names. */
  readonly withoutResponsible: readonly BodyParts[];
}

/** Some parts of one body; never empty. */
export interface BodyParts {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly parts: readonly OverviewPart[];
}

export interface Overview {
  readonly bodies: readonly OverviewBody[];
  readonly rows: readonly OverviewRow[];
  readonly total: Sums;
  readonly attention: Attention;
}

/** What the matrix is narrowed to; sums and columns follow the narrowing, the attention lists do not. */
export interface OverviewFilter {
  readonly bodyId: string | null;
  readonly only: OverviewChoice;
}

/** Which parts the matrix shows. */
export const overviewChoices = ['all', 'late', 'without-responsible'] as const;
export type OverviewChoice = (typeof overviewChoices)[number];

/** Counts a plan up as bodies × measures. `responsible` is by the commitment's id. */
export function overviewOf(
  plan: WholePlan,
  calendar: Calendar,
  filter: OverviewFilter,
  responsible: ReadonlyMap<string, Responsible>,
): Overview {
  const all = rowsOf(plan, calendar, responsible);
  const everything = all.flatMap(partsOf);
  const wanted = (part: OverviewPart) =>
    (filter.bodyId === null || part.commitment.bodyId === filter.bodyId) && matches(part, filter.only);
  const narrowed = filter.bodyId !== null || filter.only !== 'all';
  const rows = narrowed ? all.map((row) => narrow(row, wanted)).filter((row) => row.sums.parts > 0) : all;
  const shown = rows.flatMap(partsOf);
  return { bodies: bodiesOf(shown), rows, total: sumOf(shown), attention: attentionOf(everything) };
}

/** All bodies of the register that have a part in the plan, for choosing one. */
export function bodiesInPlan(plan: WholePlan): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map<string, string>();
  for (const { bodyId, bodyName, bodyLabel } of plan.commitments)
    if (bodyId !== null) names.set(bodyId, bodyName ?? bodyLabel);
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

function matches(part: OverviewPart, choice: OverviewChoice): boolean {
  if (choice === 'late') return part.standing.late;
  return choice === 'all' || isWithoutResponsible(part);
}

function isWithoutResponsible({ commitment, responsible }: OverviewPart): boolean {
  return commitment.bodyId !== null && !responsible?.acting;
}

function rowsOf(plan: WholePlan, calendar: Calendar, responsible: ReadonlyMap<string, Responsible>): OverviewRow[] {
  return treeOf(plan).areas.flatMap((area) =>
    area.measures.map(({ block, commitments }) => {
      const parts = commitments.map((commitment) => ({
        commitment,
        measure: block,
        standing: standingOf(plan.facts, block, commitment, calendar),
        responsible: responsible.get(commitment.id) ?? null,
      }));
      return rowOf(block, area.block, parts);
    }),
  );
}

function rowOf(measure: Block, area: Block, parts: readonly OverviewPart[]): OverviewRow {
  const partsOfBody = new Map<string, OverviewPart[]>();
  for (const part of parts) {
    const { bodyId } = part.commitment;
    if (bodyId !== null) partsOfBody.set(bodyId, [...(partsOfBody.get(bodyId) ?? []), part]);
  }
  const unplaced = parts.filter(({ commitment }) => commitment.bodyId === null);
  return { measure, area, partsOfBody, unplaced, sums: sumOf(parts) };
}

function partsOf(row: OverviewRow): readonly OverviewPart[] {
  return [...row.partsOfBody.values(), row.unplaced].flat();
}

function narrow(row: OverviewRow, wanted: (part: OverviewPart) => boolean): OverviewRow {
  return rowOf(row.measure, row.area, partsOf(row).filter(wanted));
}

function bodiesOf(parts: readonly OverviewPart[]): OverviewBody[] {
  return byBody(parts).map(({ bodyId, bodyName, parts: own }) => {
    const abbreviation = own[0]?.commitment.bodyAbbreviation ?? null;
    return { id: bodyId, name: bodyName, abbreviation, sums: sumOf(own) };
  });
}

function byBody(parts: readonly OverviewPart[]): BodyParts[] {
  const groups = new Map<string, OverviewPart[]>();
  for (const part of parts) {
    const { bodyId } = part.commitment;
    if (bodyId !== null) groups.set(bodyId, [...(groups.get(bodyId) ?? []), part]);
  }
  return [...groups]
    .map(([bodyId, own]) => {
      const { bodyName, bodyLabel } = own[0]?.commitment ?? {};
      return { bodyId, bodyName: bodyName ?? bodyLabel ?? '', parts: own };
    })
    .sort((a, b) => a.bodyName.localeCompare(b.bodyName, 'sv'));
}

function sumOf(parts: readonly OverviewPart[]): Sums {
  return {
    parts: parts.length,
    reported: parts.filter(({ standing }) => standing.everReported).length,
    late: parts.filter(({ standing }) => standing.late).length,
  };
}

function attentionOf(parts: readonly OverviewPart[]): Attention {
  const placed = parts.filter(({ commitment }) => commitment.bodyId !== null);
  return {
    commented: placed.filter(({ commitment }) => commitment.stance === 'commented'),
    late: placed.filter(({ standing }) => standing.late),
    neverReported: placed.filter(({ standing }) => !standing.everReported && !standing.late),
    withoutBody: parts.filter(({ commitment }) => commitment.bodyId === null),
    withoutResponsible: byBody(placed.filter(isWithoutResponsible)),
  };
}
