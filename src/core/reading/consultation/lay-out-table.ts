import type { SourceCell, SourceTable } from '../../document/source-document.ts';

/**
 * A row with one entry per column. `cells`: the cell that begins there, null where a merged cell covers or nothing
 * stands. `above`: the cell from an earlier row that is merged down over this one, else null.
 */
export interface LaidRow {
  readonly header: boolean;
  readonly cells: readonly (SourceCell | null)[];
  readonly above: readonly (SourceCell | null)[];
}

interface Hanging {
  readonly cell: SourceCell;
  readonly rowsLeft: number;
}

/** Puts each cell of a table in its column: cells merged downwards stand in their first row only, so later rows leave their columns free. */
export function layOutTable(table: SourceTable): readonly LaidRow[] {
  let hanging: (Hanging | undefined)[] = [];
  return table.rows.map((row) => {
    const cells: (SourceCell | null)[] = [];
    const above: (SourceCell | null)[] = [];
    const next: (Hanging | undefined)[] = [];
    let column = 0;
    const passHanging = () => {
      for (let over = hanging[column]; over; over = hanging[column]) {
        cells[column] = null;
        above[column] = over.cell;
        if (over.rowsLeft > 1) next[column] = { cell: over.cell, rowsLeft: over.rowsLeft - 1 };
        column += 1;
      }
    };
    for (const cell of row.cells) {
      passHanging();
      for (let offset = 0; offset < Math.max(1, cell.columnSpan); offset += 1) {
        cells[column] = offset === 0 ? cell : null;
        above[column] = null;
        if (cell.rowSpan > 1) next[column] = { cell, rowsLeft: cell.rowSpan - 1 };
        column += 1;
      }
    }
    passHanging();
    hanging = next;
    return { header: row.header, cells, above };
  });
}

/** The text of a cell with its paragraphs joined by one space; "" for no cell. */
export function cellText(cell: SourceCell | null | undefined): string {
  if (!cell) return '';
  return cell.paragraphs
    .map((paragraph) => paragraph.text.trim())
    .filter((text) => text !== '')
    .join(' ');
}
