import type { ComparedNode, ComparedTree } from './compared-node.ts';
import type { Side } from './likeness.ts';

/** What two blocks were taken for the same by. */
export type PairedBy = 'id' | 'text' | 'parts' | 'likeness';

/** Which block of the one plan is which of the other, while it is being found out. No block has more than one partner. */
export class Pairing {
  readonly #partners: Readonly<Record<Side, (ComparedNode | null)[]>>;
  readonly #by: PairedBy[] = [];
  readonly #uncertain = new Set<number>();
  readonly trees: Readonly<Record<Side, ComparedTree>>;

  constructor(before: ComparedTree, after: ComparedTree) {
    this.trees = { before, after };
    const nobody = ({ nodes }: ComparedTree) => new Array<ComparedNode | null>(nodes.length).fill(null);
    this.#partners = { before: nobody(before), after: nobody(after) };
  }

  /** Takes two blocks for the same, unless one of them has a partner. */
  pair(before: ComparedNode, after: ComparedNode, by: PairedBy, uncertain = false): boolean {
    if (this.partner(before, 'before') !== null || this.partner(after, 'after') !== null) return false;
    this.#partners.before[before.index] = after;
    this.#partners.after[after.index] = before;
    this.#by[after.index] = by;
    if (uncertain) this.#uncertain.add(after.index);
    return true;
  }

  /** The partner of a block of one side; null while it has none. */
  partner(node: ComparedNode, side: Side): ComparedNode | null {
    return this.#partners[side][node.index] ?? null;
  }

  /** What a block of the later plan has its partner by; undefined while it has none. */
  by(after: ComparedNode): PairedBy | undefined {
    return this.#by[after.index];
  }

  isUncertain(after: ComparedNode): boolean {
    return this.#uncertain.has(after.index);
  }

  setUncertain(after: ComparedNode, uncertain: boolean): void {
    if (uncertain) this.#uncertain.add(after.index);
    else this.#uncertain.delete(after.index);
  }

  /** Blocks of one side without a partner, in reading order. */
  free(side: Side): ComparedNode[] {
    return this.trees[side].nodes.filter((node) => this.partner(node, side) === null);
  }

  /** Whether two blocks stand at the top, or under blocks that are the same. */
  haveSameParent(before: ComparedNode, after: ComparedNode): boolean {
    if (before.parent === null || after.parent === null) return before.parent === after.parent;
    return this.partner(after.parent, 'after') === before.parent;
  }
}
