import type { Commitment } from '../followup/commitment.ts';
import type { Block } from '../plan/block.ts';
import type { Draft } from './draft.ts';

/** What a copy needs to know beside the plan itself. */
export interface CopyScope {
  readonly planId: string;
  /** Years of the new period; null where none is stated. */
  readonly periodFrom: number | null;
  readonly periodTo: number | null;
  /** The body that a part falls to in the new plan, with the words for it; null for one that has ended and has no successor. */
  readonly bodyOf: (part: Commitment) => { readonly bodyId: string; readonly bodyLabel: string } | null;
  readonly nextId: () => string;
}

/** A plan's text and roles for another period. `withoutBody` tells how many roles stood with a body that has ended. */
export interface CopiedPlan extends Draft {
  readonly withoutBody: number;
  /** The id of each copied block by the id of what it was copied from. */
  readonly copies: ReadonlyMap<string, string>;
}

/**
 * Copies a plan to another period: every text with a new id that says what it was copied from, every role unanswered. A year of
 * completion is kept when it lies in the new period. Answers, reports and activities stay with the old plan.
 */
export function copyPlan(draft: Draft, scope: CopyScope): CopiedPlan {
  const ids = new Map(draft.blocks.map(({ id }) => [id, scope.nextId()]));
  const idOf = (id: string) => ids.get(id) ?? id;
  const blocks = draft.blocks.map((block): Block => {
    const { origin: _made, ...text } = block;
    const parentId = block.parentId === null ? null : idOf(block.parentId);
    const dueYear = isIn(scope, block.dueYear) ? block.dueYear : null;
    return { ...text, id: idOf(block.id), parentId, dueYear, rowVersion: 1, origin: { copiedFrom: block.id } };
  });
  let withoutBody = 0;
  const commitments = draft.commitments.map((part): Commitment => {
    const body = part.bodyId === null ? null : scope.bodyOf(part);
    if (part.bodyId !== null && body === null) withoutBody += 1;
    const { role, position } = part;
    return {
      ...{ id: scope.nextId(), planId: scope.planId, measureId: idOf(part.measureId), role, position },
      ...{ bodyId: body?.bodyId ?? null, bodyLabel: body?.bodyLabel ?? part.bodyLabel },
      ...{ stance: 'unanswered', comment: '', rowVersion: 1 },
    };
  });
  return { blocks, commitments, withoutBody, copies: ids };
}

function isIn({ periodFrom, periodTo }: CopyScope, year: number | null): boolean {
  if (year === null) return true;
  return year >= (periodFrom ?? year) && year <= (periodTo ?? year);
}
