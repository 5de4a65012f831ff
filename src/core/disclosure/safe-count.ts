import { ok, type Result, refuse } from '../shared/result.ts';
import type { Model } from './model.ts';
import { checkProof, type ProofFault } from './proof.ts';
import type { Protection } from './protect.ts';
import { publishedTable } from './published-table.ts';

const makersOwn = Symbol('core/disclosure');

/**
 * A count that may leave to the public: a number, or nothing where it is suppressed. Only `safeCounts` makes one, and only
 * from a protection whose proof holds. Primary and secondary cannot be told apart, and neither can be turned back.
 */
export class SafeCount {
  readonly #shown: number | null;
  readonly isStructural: boolean;

  private constructor(key: symbol, shown: number | null, isStructural: boolean) {
    if (key !== makersOwn) throw new TypeError('Only core/disclosure makes a SafeCount');
    this.#shown = shown;
    this.isStructural = isStructural;
  }

  /** The count to show; null when it is suppressed, which is not zero. */
  get shown(): number | null {
    return this.#shown;
  }

  /** The same in JSON: a number or null. */
  toJSON(): number | null {
    return this.#shown;
  }

  /** The counts of a model, if the proof of its protection holds; checked here once more. */
  static fromProof(model: Model, { hidden, proof }: Protection): Result<ReadonlyMap<string, SafeCount>, ProofFault> {
    const table = publishedTable(model, hidden);
    const [forced] = model.forcedSmall;
    if (forced !== undefined) return refuse({ kind: 'not-hidden', cell: forced });
    const fault = checkProof(table, model.demands, proof);
    if (fault !== null) return refuse(fault);
    return ok(
      new Map(
        model.cells.map(({ id, structural }, cell) => [
          id,
          new SafeCount(makersOwn, table.values[cell] ?? null, structural),
        ]),
      ),
    );
  }
}

/** Counts that may be published, by cell; the first fault of the proof when it does not hold. The only way to a `SafeCount`. */
export const safeCounts = SafeCount.fromProof;
