import type { SourcePlace, SourceRange } from '../../document/source-document.ts';
import type { OpenConsultation, Unplaced } from '../../exchange/open-plan.ts';
import type { Doubt, SourceFact } from '../../exchange/plan-reading.ts';

/**
 * A compiled consultation as read, before a person has confirmed it. Every character of the part that was given, other
 * than white space, stands in `placed` or in `unplaced`; none in both.
 */
export interface ConsultationReading {
  readonly consultation: OpenConsultation;
  /** JSON Pointer in the open plan ("/consultation/replies/0/remarks/1/handling") → where it stands. */
  readonly places: Readonly<Record<string, SourcePlace>>;
  readonly doubts: readonly Doubt[];
  /** Title, date and registration number as written; decisions, dates and references of single replies and remarks. */
  readonly sourceFacts: readonly SourceFact[];
  /** Ranges of the source's text that are read: items, headings, column headings, groups and page furniture. */
  readonly placed: readonly SourceRange[];
  /** Pieces that no rule placed, in reading order. */
  readonly unplaced: readonly Unplaced[];
}
