import type { SourcePlace } from '../document/source-document.ts';
import type { OpenPlan } from './open-plan.ts';

/**
 * A plan as read from a file, before a person has confirmed it: the plan, where each item stands in the source, and
 * what the reader was unsure of.
 */
export interface PlanReading {
  readonly plan: OpenPlan;
  /** JSON Pointer of an item in `plan` ("/areas/0/measures/2/coordinator") → where it stands in the source. */
  readonly places: Readonly<Record<string, SourcePlace>>;
  /** Items that a person must look at first; never a reason to skip the look at the others. */
  readonly doubts: readonly Doubt[];
}

/** Something the reader guessed. `kind` is mapped to a sentence by the texts of each language. */
export interface Doubt {
  readonly path: string;
  readonly kind:
    | 'unknown-body'
    | 'number-inferred'
    | 'boundary-guessed'
    | 'column-guessed'
    | 'pairing-guessed'
    | 'role-missing';
  readonly quote: string;
}
