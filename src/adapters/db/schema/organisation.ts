import type { IsoDate, Json } from './column-types.ts';

interface MunicipalityTable {
  municipality: string;
  name: string;
  hosts: readonly string[];
  words: Json;
  house: Json;
  /** The first of the days. */
  report_due_month_day: string;
  report_due_days: readonly string[] | null;
  theme: string;
  row_version: number;
}

interface BodyTable {
  municipality: string;
  body_id: string;
  kind: string;
  name: string;
  abbreviation: string | null;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  row_version: number;
}

interface BodyFormerNameTable {
  municipality: string;
  body_id: string;
  /** Last day on which the name was borne. */
  until: IsoDate;
  name: string;
  abbreviation: string | null;
}

interface WorksForTable {
  municipality: string;
  works_for_id: string;
  administration_id: string;
  body_id: string;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  row_version: number;
}

interface WordRuleTable {
  municipality: string;
  word_rule_id: string;
  words: readonly string[];
  body_label: string;
  row_version: number;
}

interface SuccessionTable {
  municipality: string;
  succession_id: string;
  kind: string;
  takes_effect: IsoDate;
  state: string;
  new_name: string | null;
  new_abbreviation: string | null;
  choices: Json;
  roles: Json;
  /** Of the form that it came with, so that a form sent twice is one succession. */
  request_key: string;
  recorded_at: Date;
  applied_at: Date | null;
  row_version: number;
}

interface SuccessionBodyTable {
  municipality: string;
  succession_id: string;
  side: string;
  position: number;
  body_id: string;
}

interface CommitmentMoveTable {
  municipality: string;
  succession_id: string;
  commitment_id: string;
  from_body_id: string;
  to_body_id: string;
  /** First day of the new order. */
  moved_on: IsoDate;
}

/** The municipality, its bodies and what happens to them over time. */
export interface OrganisationTables {
  municipality: MunicipalityTable;
  body: BodyTable;
  body_former_name: BodyFormerNameTable;
  works_for: WorksForTable;
  word_rule: WordRuleTable;
  succession: SuccessionTable;
  succession_body: SuccessionBodyTable;
  commitment_move: CommitmentMoveTable;
}
