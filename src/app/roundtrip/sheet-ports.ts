import type { TableCells } from '../reading/ports.ts';

/** Writes spreadsheets. Every cell is text, so that 3.10 stays 3.10 and no cell is taken for a formula. */
export interface SheetWriter {
  /** One sheet as an Excel file, its first row as heading. */
  writeSheet(name: string, cells: TableCells): Promise<Uint8Array>;
}
