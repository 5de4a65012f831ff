import { readSheet } from 'read-excel-file/node';
import type { TableCells, TableRefusal } from '../../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';

/** The cells of the first sheet of an Excel file. What a formula gave when the file was saved counts; formulas are not run. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<TableCells, TableRefusal>> {
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(Buffer.from(bytes), { parseNumber: (text) => text });
  } catch {
    // The library throws errors of many kinds for what is not well formed inside; nothing of ours is within the try.
    return refuse({ kind: 'damaged-file' });
  }
  return ok(rows.map((row) => row.map(cellText)));
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}
