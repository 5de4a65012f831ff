import type { Commitment } from '../followup/commitment.ts';
import type { Block } from '../plan/block.ts';
import { ok, refuse } from '../shared/result.ts';
import { type Draft, findBlock, isOneText, partsOf, siblingsOf, withoutBlock } from './draft.ts';
import type { EditResult } from './edit-block.ts';

/**
 * Merges a block with the next of its kind: the first keeps its id, number and year (the second's year where it has none) and
 * says what was merged into it. Of a measure the bodies of both are kept, each once; a second coordinator becomes co-responsible
 * and has not answered for that.
 */
export function mergeWithNext(draft: Draft, blockId: string): EditResult {
  const first = findBlock(draft, blockId);
  if (first === null) return refuse({ kind: 'no-such-block' });
  const siblings = siblingsOf(draft.blocks, first);
  const second = siblings[siblings.findIndex(({ id }) => id === blockId) + 1];
  if (!isOneText(first.kind) || second?.kind !== first.kind) return refuse({ kind: 'nothing-to-merge' });
  const mergedFrom = [...mergedInto(first), second.id, ...mergedInto(second)];
  const merged: Block = {
    ...first,
    text: `${first.text.trimEnd()} ${second.text.trimStart()}`,
    dueYear: first.dueYear ?? second.dueYear,
    rowVersion: first.rowVersion + 1,
    origin: { mergedFrom },
  };
  const own = partsOf(draft, first.id);
  const theirs = partsOf(draft, second.id);
  const joined = joinParts(first.id, own, theirs);
  const touched = new Set([...own, ...theirs].map(({ id }) => id));
  return ok({
    draft: {
      blocks: withoutBlock(draft.blocks, second.id).map((block) => (block.id === first.id ? merged : block)),
      commitments: [...draft.commitments.filter(({ id }) => !touched.has(id)), ...joined],
    },
    op: 'merge',
    blockId,
    before: { blocks: [first, second], commitments: [...own, ...theirs] },
    after: { blocks: [merged], commitments: joined },
  });
}

function mergedInto({ origin }: Block): readonly string[] {
  return origin !== undefined && 'mergedFrom' in origin ? origin.mergedFrom : [];
}

function joinParts(
  measureId: string,
  own: readonly Commitment[],
  theirs: readonly Commitment[],
): readonly Commitment[] {
  const hasCoordinator = own.some(({ role }) => role === 'coordinator');
  const fresh = theirs.filter((part) => !own.some((each) => isSameBody(each, part)));
  const coming = fresh.map((part): Commitment => {
    const demoted = hasCoordinator && part.role === 'coordinator';
    const answer = demoted ? ({ role: 'co-responsible', stance: 'unanswered', comment: '' } as const) : {};
    return { ...part, ...answer, measureId, rowVersion: part.rowVersion + 1 };
  });
  // The coordinator stands first, as everywhere.
  const all = [...own, ...coming];
  const ordered = [...all.filter(isCoordinator), ...all.filter((part) => !isCoordinator(part))];
  return ordered.map((part, position) => ({ ...part, position }));
}

function isCoordinator({ role }: Commitment): boolean {
  return role === 'coordinator';
}

/** Whether two parts are one body's: by the register, else by the document's own words. */
export function isSameBody(
  a: Pick<Commitment, 'bodyId' | 'bodyLabel'>,
  b: Pick<Commitment, 'bodyId' | 'bodyLabel'>,
): boolean {
  return a.bodyId === null || b.bodyId === null ? a.bodyLabel === b.bodyLabel : a.bodyId === b.bodyId;
}
