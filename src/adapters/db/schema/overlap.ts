interface MeasureWordTable {
  municipality: string;
  root: string;
  plan_id: string;
  block_id: string;
}

interface WordstockTable {
  municipality: string;
  /** Grows by one each time the words or synonyms change. */
  version: number;
}

interface SynonymGroupTable {
  municipality: string;
  synonym_group_id: string;
  kind: string;
  words: readonly string[];
}

interface OverlapVerdictTable {
  municipality: string;
  first_id: string;
  second_id: string;
  verdict: string;
  reason: string;
  /** Of the texts as they stood when the verdict was given. */
  first_sha256: string;
  second_sha256: string;
  settled_by: string;
  settled_at: Date;
  row_version: number;
}

/** Which measures of different plans say the same. */
export interface OverlapTables {
  measure_word: MeasureWordTable;
  wordstock: WordstockTable;
  synonym_group: SynonymGroupTable;
  overlap_verdict: OverlapVerdictTable;
}
