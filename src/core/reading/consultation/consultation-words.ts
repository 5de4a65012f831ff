/** What a column of a table of replies holds. */
export type ColumnRole = 'body' | 'remark' | 'handling' | 'decision' | 'reference' | 'date';

/** Which list of the compilation a body stands in. */
export type AnswerList = 'withRemarks' | 'approving' | 'abstaining' | 'noAnswer';

/**
 * The words by which a compiled consultation is read. All are settings of the municipality. An entry is written in lower
 * case and fits where a word of the text begins with it ("synpunkt" fits "Synpunkter"); entries of four letters or
 * fewer must stand as a whole word.
 */
export interface ConsultationWords {
  /** Column headings. `clear` words decide; `possible` words are used only for a role that no clear word took. */
  readonly columns: Readonly<
    Record<ColumnRole, { readonly clear: readonly string[]; readonly possible: readonly string[] }>
  >;
  /** Headings and decisions that tell how a body answered; the longest fitting entry wins. */
  readonly lists: Readonly<Record<AnswerList, readonly string[]>>;
  /** First words of a heading that gathers bodies (nämnder, bolag …) and is no body itself. */
  readonly groups: readonly string[];
  /** Last words of a body's name, by which names that stand in a row are told apart. */
  readonly bodyEndings: readonly string[];
  /** What stands in a cell that holds nothing. */
  readonly nothing: readonly string[];
  /** A remark that only agrees. */
  readonly agreeing: readonly string[];
  /** A remark that asks for something. */
  readonly asking: readonly string[];
  /** Those of them that hardly stand in an answer. */
  readonly wishing: readonly string[];
  /** How an answer to a remark speaks. */
  readonly answering: readonly string[];
  /** Words that only an answer has: what becomes of a remark. */
  readonly settling: readonly string[];
  /** What sort of body speaks, as a remark's first word ("Nämnden anser"). */
  readonly speakers: readonly string[];
  /** A paragraph with such a word is completed by the next one. */
  readonly announcing: readonly string[];
  /** A paragraph that begins so continues the one before. */
  readonly continuing: readonly string[];
  /** A remark that begins so adds to the one before and may share its answer. */
  readonly adding: readonly string[];
  /** Stands beside a registration number. */
  readonly registrationLabels: readonly string[];
  /** Words of the compilation's own title. */
  readonly title: readonly string[];
}
