import type { Json } from './column-types.ts';

interface WordExportTable {
  municipality: string;
  plan_id: string;
  content_hash: string;
  content: Json;
  words: Json;
  made_at: Date;
  made_by: string | null;
}

interface EditedFileTable {
  municipality: string;
  edited_file_id: string;
  plan_id: string;
  file_name: string;
  sha256: string;
  bytes: Buffer;
  content_hash: string;
  base_known: boolean;
  beside: Json;
  received_at: Date;
  received_by: string;
}

interface EditProposalTable {
  municipality: string;
  edited_file_id: string;
  position: number;
  proposal: Json;
  state: string;
  decided_at: Date | null;
  decided_by: string | null;
  /** The block that a taken addition became. */
  result_id: string | null;
  row_version: number;
}

/** Plans out for editing in Word, and home again. */
export interface RoundtripTables {
  word_export: WordExportTable;
  edited_file: EditedFileTable;
  edit_proposal: EditProposalTable;
}
