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
  /** What the documents say about themselves, as written, so that impossible dates and the like can be shown. */
  readonly sourceFacts: readonly SourceFact[];
}

/** Which of the case's documents something stands in. */
export type CaseDocument = 'plan' | 'memo' | 'consultation';

/**
 * Something that a document says about itself, or about one item, and that the open plan has no field for. `raw` is the
 * document's own text, never mended: a date keeps its impossible year.
 */
export interface SourceFact {
  readonly kind:
    | 'title'
    | 'date'
    | 'registration-number'
    | 'document-type'
    | 'abbreviation'
    | 'decision'
    | 'decision-date'
    | 'reference';
  readonly raw: string;
  readonly document: CaseDocument;
  /** JSON Pointer of the item that the fact is about; null where it is about the whole document. */
  readonly path: string | null;
  readonly place: SourcePlace;
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
