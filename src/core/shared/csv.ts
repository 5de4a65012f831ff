// A spreadsheet takes a cell that begins so for a formula, and may then run it.
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV after RFC 4180, with a byte order mark so that Excel reads the letters right, and semicolons, which Swedish
 * Excel expects. A cell that a spreadsheet would take for a formula gets an apostrophe first; a cell that begins with an
 * apostrophe gets one more, so that nothing is lost. What is missing is "", never zero.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}

/** One row of `csvText`, with its line end. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: string): string {
  const safe = FORMULA.test(value) || value.startsWith("'") ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
