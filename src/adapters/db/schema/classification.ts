import type { IsoDate } from './column-types.ts';

interface ClassificationSystemTable {
  municipality: string;
  classification_system_id: string;
  /** Of the system that came with the program; null for one of the municipality's own. */
  starting_key: string | null;
  name: string;
}

interface ClassificationVersionTable {
  municipality: string;
  classification_version_id: string;
  classification_system_id: string;
  label: string;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  source: string;
  note: string;
  row_version: number;
}

interface ClassificationValueTable {
  municipality: string;
  classification_value_id: string;
  classification_version_id: string;
  code: string;
  name: string;
  position: number;
  /** The value of an earlier version that it has come in place of. */
  replaces: string | null;
}

interface PlanClassificationTable {
  municipality: string;
  plan_id: string;
  classification_system_id: string;
  /** The version that the plan is tagged with. */
  classification_version_id: string;
}

interface BlockTagTable {
  municipality: string;
  block_id: string;
  classification_value_id: string;
}

/** What measures and objectives are sorted by. */
export interface ClassificationTables {
  classification_system: ClassificationSystemTable;
  classification_version: ClassificationVersionTable;
  classification_value: ClassificationValueTable;
  plan_classification: PlanClassificationTable;
  block_tag: BlockTagTable;
}
