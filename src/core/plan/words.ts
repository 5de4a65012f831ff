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
}
