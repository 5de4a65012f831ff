import writeExcelFile from 'write-excel-file/node';
import type { SheetWriter } from '../../app/roundtrip/sheet-ports.ts';

/** Widest column, in characters. */
const WIDEST = 60;

/** Excel files with every cell as text: what looks like a number or a formula stays the text that it is. */
export const sheetWriter: SheetWriter = {
  async writeSheet(name, cells) {
    const rows = cells.map((row, index) =>
      row.map((value) => ({
        value,
        type: String,
        format: '@',
        wrap: true,
        alignVertical: 'top' as const,
        ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    );
    const columns = (cells[0] ?? []).map((_, column) => {
      return { width: Math.min(WIDEST, Math.max(8, ...cells.map((row) => (row[column] ?? '').length + 2))) };
    });
    const made = writeExcelFile(rows, { sheet: name, columns, stickyRowsCount: 1 });
    return new Uint8Array(await made.toBuffer());
  },
};
