import type { IsoDate } from './column-types.ts';

interface WatchedItemTable {
  municipality: string;
  watched_item_id: string;
  kind: string;
  title: string;
  source_url: string;
  summary: string;
  in_force_on: IsoDate | null;
  expected_on: IsoDate | null;
  follow_up_on: IsoDate | null;
  owner_body_id: string | null;
  owner_account_id: string | null;
  state: string;
  row_version: number;
}

interface WatchedPlanTable {
  municipality: string;
  watched_item_id: string;
  plan_id: string;
}

interface WatchedMeasureTable {
  municipality: string;
  watched_item_id: string;
  block_id: string;
}

/** What goes on outside the municipality. */
export interface HorizonTables {
  watched_item: WatchedItemTable;
  watched_plan: WatchedPlanTable;
  watched_measure: WatchedMeasureTable;
}
