import type { Body } from '../organisation/body.ts';
import type { ConsultationWords } from './consultation/consultation-words.ts';

/**
 * The words by which a plan is recognised. All are settings that a municipality can change; the defaults are the
 * field's common words. Compared without regard to case and to singular, plural or definite form where listed so.
 */
export interface ReadingVocabulary {
  /** Words for an area (målområde, fokusområde …). */
  readonly area: readonly string[];
  /** Words for an objective (prioriterade delmål, mål …). */
  readonly objective: readonly string[];
  /** Words for a measure (åtgärd, insats, aktivitet …). */
  readonly measure: readonly string[];
  /** Words for an indicator. */
  readonly indicator: readonly string[];
  /** Words for the role that coordinates or answers first (samordnare, samordningsansvar, ansvarig …). */
  readonly coordinator: readonly string[];
  /** Words for the role that takes part (delansvarig, ansvar beside a coordinator, deltar, medverkande …). */
  readonly coResponsible: readonly string[];
  /** Words for the time of a measure (tidplan, klart, slutår …). */
  readonly due: readonly string[];
  /** Words of a compiled consultation: its columns, answers and groups. */
  readonly consultation: ConsultationWords;
  /** The bodies that the municipality knows; may be empty, since a first import comes before the register. */
  readonly bodies: readonly Body[];
}
