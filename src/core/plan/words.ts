/** The words for the levels and roles of a plan, in Swedish, singular and plural in lower case; shown on pages and in documents, never compared. */
export interface PlanWords {
  readonly area: string;
  readonly areas: string;
  readonly objective: string;
  readonly objectives: string;
  readonly measure: string;
  readonly measures: string;
  readonly indicator: string;
  readonly indicators: string;
  readonly coordinator: string;
  readonly coResponsible: string;
  /** For those that only give support; left out where the common word serves. */
  readonly supporting?: string;
}

/** The common word for those that only give support. */
const SUPPORTING = 'övrig medverkan';

/** The word for a body's part in a measure. */
export function roleWord(words: PlanWords, role: 'coordinator' | 'co-responsible' | 'supporting'): string {
  if (role === 'supporting') return words.supporting ?? SUPPORTING;
  return role === 'coordinator' ? words.coordinator : words.coResponsible;
}
