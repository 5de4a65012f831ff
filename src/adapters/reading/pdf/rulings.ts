import { toLines } from './lines.ts';
import type { GridCell, GridRow, Line, PdfPage, Piece, Ruling, TableBlock } from './page.ts';
import { splitParagraphs } from './paragraphs.ts';

const NEAR = 2.5;

/** A table and the pieces of the page that it took, before any of them was parted at a ruling. */
export interface RuledTable {
  readonly table: TableBlock;
  readonly pieces: readonly Piece[];
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rulings: readonly Ruling[];
}

/** The tables that ruling lines draw on a page, and the pieces that stand in none of them. */
export function ruledTables(page: PdfPage): { tables: RuledTable[]; rest: Piece[] } {
  let rest = [...page.pieces];
  const tables: RuledTable[] = [];
  for (const grid of gridsOf(page.rulings)) {
    const inside = rest.filter((piece) => isInside(grid, piece));
    const table = tableOf(
      grid,
      inside.flatMap((piece) => splitAtRulings(grid, piece)),
      page.number,
    );
    if (!table) continue;
    const taken = new Set(inside);
    rest = rest.filter((piece) => !taken.has(piece));
    tables.push({ table, pieces: inside });
  }
  return { tables, rest };
}

function isInside({ xs, ys }: Grid, piece: Piece): boolean {
  const [x, y] = [(piece.x + piece.right) / 2, piece.baseline - piece.size * 0.3];
  return (
    x > (xs[0] ?? 0) - NEAR && x < (xs.at(-1) ?? 0) + NEAR && y > (ys[0] ?? 0) - NEAR && y < (ys.at(-1) ?? 0) + NEAR
  );
}

/** Words of two cells that the file draws in one go are parted at the space nearest the ruling between them. */
function splitAtRulings(grid: Grid, piece: Piece): Piece[] {
  const uprights = grid.rulings.filter((ruling) => ruling.upright);
  const middle = piece.baseline - piece.size * 0.3;
  const edge = grid.xs.find(
    (x) => x > piece.x + 1 && x < piece.right - 1 && isRuled(uprights, x, middle - 1, middle + 1),
  );
  const spaces = [...piece.text.matchAll(/\s+/g)];
  if (edge === undefined || spaces.length === 0) return [piece];
  const perSign = (piece.right - piece.x) / piece.text.length;
  const wanted = (edge - piece.x) / perSign;
  const off = (space: RegExpExecArray) => Math.abs(space.index + space[0].length / 2 - wanted);
  const space = spaces.reduce((best, other) => (off(other) < off(best) ? other : best));
  const after = space.index + space[0].length;
  const left = {
    ...piece,
    text: piece.text.slice(0, space.index),
    right: Math.min(edge - 1, piece.x + perSign * space.index),
  };
  const right = { ...piece, text: piece.text.slice(after), x: Math.max(edge + 1, piece.x + perSign * after) };
  return [left, ...splitAtRulings(grid, right)];
}

/** Rulings that touch belong to one frame. A frame with at least two columns and one row is a table. */
function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const groups: Ruling[][] = [];
  for (const ruling of rulings) {
    const touching = groups.filter((group) => group.some((other) => touch(ruling, other)));
    const merged = [ruling, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.flatMap((group) => {
    const xs = cluster(group.flatMap((r) => (r.upright ? [r.at] : [])));
    const ys = cluster(group.flatMap((r) => (r.upright ? [] : [r.at])));
    return xs.length >= 3 && ys.length >= 2 ? [{ xs, ys, rulings: group }] : [];
  });
}

function touch(a: Ruling, b: Ruling): boolean {
  if (a.upright === b.upright) return Math.abs(a.at - b.at) < NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR;
  return a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;
}

function cluster(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  return found;
}

function tableOf(grid: Grid, pieces: readonly Piece[], page: number): TableBlock | null {
  if (pieces.length === 0) return null;
  const { xs, ys } = grid;
  const [columns, rowCount] = [xs.length - 1, ys.length - 1];
  const owner = mergeCells(grid, columns, rowCount);
  const content = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const column = slot(xs, (piece.x + piece.right) / 2);
    const row = slot(ys, piece.baseline - piece.size * 0.3);
    const cell = owner[row * columns + column] ?? 0;
    const own = content.get(cell);
    if (own) own.push(piece);
    else content.set(cell, [piece]);
  }
  const rows: GridRow[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const cells: GridCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (owner[at] !== at) continue;
      const [columnSpan, rowSpan] = spans(owner, at, columns, rowCount);
      const right = xs[column + columnSpan] ?? 0;
      const lines = toLines(content.get(at) ?? [], page);
      cells.push({
        columnSpan,
        rowSpan,
        paragraphs: splitParagraphs(lines, innerRight(lines, xs[column] ?? 0, right)),
      });
    }
    if (cells.length > 0) rows.push({ header: false, cells });
  }
  return { kind: 'table', rows, edges: xs, tagged: false };
}

/** Where the words of a cell must wrap: the space at its right is taken to be that at its left. */
function innerRight(lines: readonly Line[], left: number, right: number): number {
  return right - Math.max(0, Math.min(...lines.map((line) => line.x), right) - left);
}

function slot(edges: readonly number[], value: number): number {
  let at = 0;
  while (at < edges.length - 2 && value > (edges[at + 1] ?? 0)) at += 1;
  return at;
}

/** For each slot the slot that its cell begins in: neighbours without a ruling between them are one cell. */
function mergeCells({ xs, ys, rulings }: Grid, columns: number, rows: number): number[] {
  const owner = Array.from({ length: columns * rows }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [one, other] = [find(a), find(b)];
    owner[Math.max(one, other)] = Math.min(one, other);
  };
  const uprights = rulings.filter((ruling) => ruling.upright);
  const levels = rulings.filter((ruling) => !ruling.upright);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const [left, right, top, bottom] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0];
      if (column + 1 < columns && !isRuled(uprights, right, top, bottom)) join(at, at + 1);
      if (row + 1 < rows && !isRuled(levels, bottom, left, right)) join(at, at + columns);
    }
  return owner.map((_, at) => find(at));
}

function isRuled(rulings: readonly Ruling[], at: number, from: number, to: number): boolean {
  const covered = rulings
    .filter((ruling) => Math.abs(ruling.at - at) <= NEAR)
    .reduce((sum, ruling) => sum + Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from)), 0);
  return covered > (to - from) * 0.5;
}

function spans(owner: readonly number[], at: number, columns: number, rows: number): [number, number] {
  let [columnSpan, rowSpan] = [1, 1];
  while ((at % columns) + columnSpan < columns && owner[at + columnSpan] === at) columnSpan += 1;
  while (Math.floor(at / columns) + rowSpan < rows && owner[at + rowSpan * columns] === at) rowSpan += 1;
  return [columnSpan, rowSpan];
}
