import type { Generated } from 'kysely';
import type { IsoDate, Json } from './column-types.ts';

interface PlanTable {
  municipality: string;
  plan_id: string;
  slug: string;
  title: string;
  registration_number: string | null;
  decision_maker: string | null;
  document_owner: string | null;
  words: Json;
  settings: Json;
  period_from: number | null;
  period_to: number | null;
  state: string;
  adopted_on: IsoDate | null;
  row_version: number;
}

interface BlockTable {
  municipality: string;
  plan_id: string;
  block_id: string;
  parent_id: string | null;
  kind: string;
  position: number;
  label: string | null;
  text: string;
  due_year: number | null;
  /** The time as the document writes it. */
  time: Json;
  row_version: number;
  /** Where a block that was split off or merged comes from. */
  origin: Json;
  /** Siblings of one series are ordered together. */
  series: Generated<string>;
  /** Whether the words of a measure's text are in the register of words; a change of the text makes it false. */
  words_indexed: Generated<boolean>;
}

interface PlanVersionTable {
  municipality: string;
  plan_id: string;
  number: number;
  kind: string;
  content: Json;
  content_hash: string;
  note: string;
  decided_on: IsoDate | null;
  frozen_at: Date;
  frozen_by: string | null;
}

interface PlanRevisionTable {
  municipality: string;
  plan_id: string;
  content: Json;
  started_at: Date;
  started_by: string | null;
}

interface PlanChangeTable {
  municipality: string;
  plan_id: string;
  change_id: string;
  /** Number of the latest frozen version when the change was made; 0 before the first. */
  after_version: number;
  block_id: string | null;
  op: string;
  before: Json;
  after: Json;
  undoes: string | null;
  cause: string | null;
  cause_note: string;
  changed_at: Date;
  changed_by: string | null;
  row_version: number;
}

interface PlanCaseTable {
  municipality: string;
  plan_id: string;
  memo: Json;
  consultation: Json;
}

interface SourceFileTable {
  municipality: string;
  plan_id: string;
  source_file_id: string;
  name: string;
  sha256: string;
  bytes: Buffer;
  received_at: Date;
}

interface CommitmentTable {
  municipality: string;
  commitment_id: string;
  plan_id: string;
  measure_id: string;
  body_id: string | null;
  body_label: string;
  role: string;
  position: number;
  stance: string;
  comment: string;
  row_version: number;
  /** Number of reports, which is the `sequence` of the latest; kept in the same transaction as each report. */
  report_count: Generated<number>;
  responsible_account_id: Generated<string | null>;
  /** The body that had it before the latest succession moved it; null for one that was never moved. */
  former_body_id: Generated<string | null>;
}

interface ActivityTable {
  municipality: string;
  activity_id: string;
  commitment_id: string;
  title: string;
  starts_on: IsoDate | null;
  ends_on: IsoDate | null;
  state: string;
  row_version: number;
}

interface ReportTable {
  municipality: string;
  report_id: string;
  commitment_id: string;
  /** 1 for the first report of a commitment, without gaps. */
  sequence: number;
  status: string;
  text: string;
  reported_on: IsoDate;
  author_id: string | null;
  author_name: string;
  request_key: string;
}

interface ImportDraftTable {
  municipality: string;
  import_draft_id: string;
  file_name: string;
  sha256: string;
  bytes: Buffer;
  source: Json;
  reading: Json;
  confirmed: readonly string[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  row_version: number;
}

/** Plans, what bodies do and report, and files on their way in. */
export interface PlanTables {
  plan: PlanTable;
  block: BlockTable;
  plan_case: PlanCaseTable;
  plan_version: PlanVersionTable;
  plan_change: PlanChangeTable;
  plan_revision: PlanRevisionTable;
  source_file: SourceFileTable;
  commitment: CommitmentTable;
  activity: ActivityTable;
  report: ReportTable;
  import_draft: ImportDraftTable;
}
