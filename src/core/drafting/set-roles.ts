import { type Commitment, type CommitmentRole, commitmentRoles } from '../followup/commitment.ts';
import { ok, refuse } from '../shared/result.ts';
import { type Draft, findBlock, partsOf } from './draft.ts';
import type { EditResult } from './edit-block.ts';
import { isSameBody } from './merge-blocks.ts';

/** A body as it is to be responsible: by the register where it is there, and by the words that stand in the plan. */
export interface NewPart {
  /** Used only when the body had no part in the measure before. */
  readonly id: string;
  readonly bodyId: string | null;
  readonly bodyLabel: string;
  readonly role: CommitmentRole;
}

/**
 * Says which bodies are responsible for a measure: the coordinator first, at most one, each body once. A body that keeps its role
 * keeps its answer; one that gets another role has not answered for it.
 */
export function setRoles(draft: Draft, planId: string, measureId: string, parts: readonly NewPart[]): EditResult {
  const measure = findBlock(draft, measureId);
  if (measure?.kind !== 'measure') return refuse({ kind: 'no-such-block' });
  if (parts.filter(({ role }) => role === 'coordinator').length > 1) return refuse({ kind: 'wrong-place' });
  const before = partsOf(draft, measureId);
  const ordered = parts.toSorted((a, b) => rank(a) - rank(b)).filter(isFirstOfBody);
  const after = ordered.map((part, position): Commitment => {
    const known = before.find((each) => isSameBody(each, part));
    if (known === undefined) return newCommitment(planId, measureId, part, position);
    const { bodyId, bodyLabel, role } = part;
    const same = known.role === role;
    const answer = same ? {} : ({ stance: 'unanswered', comment: '' } as const);
    const rowVersion = same && known.bodyLabel === bodyLabel ? known.rowVersion : known.rowVersion + 1;
    return { ...known, ...answer, bodyId, bodyLabel, role, position, rowVersion };
  });
  // Two who choose bodies for one measure at once: the second is told.
  const changed = { ...measure, rowVersion: measure.rowVersion + 1 };
  return ok({
    draft: {
      blocks: draft.blocks.map((block) => (block.id === measureId ? changed : block)),
      commitments: [...draft.commitments.filter((each) => each.measureId !== measureId), ...after],
    },
    op: 'roles',
    blockId: measureId,
    before: { blocks: [measure], commitments: before },
    after: { blocks: [changed], commitments: after },
  });
}

function rank({ role }: NewPart): number {
  return commitmentRoles.indexOf(role);
}

function isFirstOfBody(part: NewPart, index: number, all: readonly NewPart[]): boolean {
  return all.findIndex((each) => isSameBody(each, part)) === index;
}

function newCommitment(planId: string, measureId: string, part: NewPart, position: number): Commitment {
  const { id, bodyId, bodyLabel, role } = part;
  return { id, planId, measureId, bodyId, bodyLabel, role, position, stance: 'unanswered', comment: '', rowVersion: 1 };
}
