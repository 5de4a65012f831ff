import type { PartView } from '../../app/plan/ports.ts';
import type { Block } from '../../core/plan/block.ts';

/** Commitments in the order of their measures in the document, then in the order of the roles. */
export function inMeasureOrder<Part extends PartView>(commitments: readonly Part[], blocks: readonly Block[]): Part[] {
  const place = new Map(blocks.map((block, index) => [block.id, index]));
  const placeOf = (commitment: Part): number => place.get(commitment.measureId) ?? 0;
  return commitments.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
}
