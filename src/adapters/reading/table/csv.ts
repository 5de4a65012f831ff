import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { TableCells, TableRefusal } from '../../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';

// Semicolon first: with as many columns either way it is what Swedish spreadsheets write.
const DELIMITERS = [';', '\t', ','] as const;
const LARGEST_RECORD = 100_000;

/** The cells of a text with semicolons, tabs or commas between them, whichever parts its first row most. */
export function readCsv(text: string): Result<TableCells, TableRefusal> {
  try {
    const parted = DELIMITERS.map((delimiter) => ({
      delimiter,
      columns: parseRows(text, delimiter, 1)[0]?.length ?? 0,
    }));
    const best = parted.reduce((a, b) => (b.columns > a.columns ? b : a));
    return ok(parseRows(text, best.delimiter));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ kind: 'quotes-unmatched', line: typeof error.lines === 'number' ? error.lines : 1 });
  }
}

function parseRows(text: string, delimiter: string, to?: number): string[][] {
  const most = to === undefined ? {} : { to };
  // A row that is shorter than the heading has empty cells, as in a spreadsheet.
  return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: LARGEST_RECORD, ...most });
}
