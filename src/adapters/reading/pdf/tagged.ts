import { listMarker } from './layout.ts';
import { toLines } from './lines.ts';
import type { GridCell, GridRow, Line, PageBlock, PdfPage, Piece, Structure, TableBlock, TextBlock } from './page.ts';
import { splitParagraphs } from './paragraphs.ts';

type Marks = ReadonlyMap<string, readonly Piece[]>;

interface Reading {
  readonly marks: Marks;
  readonly page: number;
  readonly blocks: PageBlock[];
}

/** Blocks by the structure tree, and the pieces that it does not name. */
export function taggedBlocks(page: PdfPage, root: Structure): { blocks: PageBlock[]; rest: Piece[] } {
  const marks = new Map<string, Piece[]>();
  for (const piece of page.pieces) {
    if (piece.mark === null) continue;
    const own = marks.get(piece.mark);
    if (own) own.push(piece);
    else marks.set(piece.mark, [piece]);
  }
  const reading: Reading = { marks, page: page.number, blocks: [] };
  readNode(root, reading, 0, false);
  const named = new Set(marksOf(root));
  return { blocks: reading.blocks, rest: page.pieces.filter((piece) => piece.mark === null || !named.has(piece.mark)) };
}

function marksOf(node: Structure): string[] {
  return node.children.flatMap((child) => ('mark' in child ? [child.mark] : marksOf(child)));
}

function linesOf(node: Structure, { marks, page }: Reading): Line[] {
  return toLines(
    marksOf(node).flatMap((mark) => marks.get(mark) ?? []),
    page,
  );
}

const CONTAINERS = /^(?:Root|Document|DocumentFragment|Part|Sect|Art|Div|NonStruct|Aside|BlockQuote|Index|Private)$/;

function readNode(node: Structure, reading: Reading, depth: number, contents: boolean): void {
  const { role } = node;
  const heading = role === 'Title' ? 0 : role === 'H' ? 1 : Number(/^H([1-6])$/.exec(role)?.[1] ?? Number.NaN);
  if (!Number.isNaN(heading)) add(reading, { kind: 'heading', level: heading, node });
  else if (role === 'Table') addTable(node, reading);
  else if (role === 'LI') readItem(node, reading, depth, contents);
  else if (role === 'TOC') readChildren(node, reading, depth, true);
  else if (role === 'TOCI') add(reading, { kind: 'paragraph', node, furniture: true });
  else if (role === 'L' || CONTAINERS.test(role) || hasBlocks(node)) readChildren(node, reading, depth, contents);
  else add(reading, { kind: 'paragraph', node, furniture: contents });
}

function hasBlocks(node: Structure): boolean {
  return node.children.some(
    (child) => !('mark' in child) && (/^(?:Table|L|H\d?|P)$/.test(child.role) || hasBlocks(child)),
  );
}

/** Marked content that lies loose between blocks becomes a paragraph of its own. */
function readChildren(node: Structure, reading: Reading, depth: number, contents: boolean): void {
  let loose: { mark: string }[] = [];
  const flush = () => {
    if (loose.length > 0)
      add(reading, { kind: 'paragraph', node: { role: 'P', children: loose }, furniture: contents });
    loose = [];
  };
  for (const child of node.children) {
    if ('mark' in child) loose.push(child);
    else {
      flush();
      readNode(child, reading, depth, contents);
    }
  }
  flush();
}

/** A list item: its own words first, then lists inside it one step deeper. */
function readItem(node: Structure, reading: Reading, depth: number, contents: boolean): void {
  const inner: Structure[] = [];
  const own = withoutLists(node, inner);
  add(reading, { kind: 'item', depth, node: own, furniture: contents });
  for (const list of inner) readNode(list, reading, depth + 1, contents);
}

function withoutLists(node: Structure, lists: Structure[]): Structure {
  const children = node.children.flatMap((child): (Structure | { mark: string })[] => {
    if ('mark' in child) return [child];
    if (child.role === 'L') {
      lists.push(child);
      return [];
    }
    return [withoutLists(child, lists)];
  });
  return { role: node.role, children };
}

interface NewBlock {
  readonly kind: TextBlock['kind'];
  readonly node: Structure;
  readonly level?: number;
  readonly depth?: number;
  readonly furniture?: boolean;
}

function add(reading: Reading, { kind, node, level = 0, depth = 0, furniture = false }: NewBlock): void {
  const lines = linesOf(node, reading);
  if (lines.length === 0) return;
  const isItem = kind === 'paragraph' && listMarker(lines[0]?.text ?? '') !== null && !furniture;
  reading.blocks.push({ kind: isItem ? 'item' : kind, level, depth, lines, furniture });
}

function rowsOf(node: Structure, header: boolean): { row: Structure; header: boolean }[] {
  return node.children.flatMap((child) => {
    if ('mark' in child) return [];
    if (child.role === 'TR') return [{ row: child, header }];
    return rowsOf(child, header || child.role === 'THead');
  });
}

interface Placed {
  readonly paragraphs: Line[][];
  readonly x: number | null;
  readonly right: number;
}

function addTable(node: Structure, reading: Reading): void {
  const caption = node.children.filter((child) => !('mark' in child) && child.role === 'Caption');
  for (const child of caption) if (!('mark' in child)) add(reading, { kind: 'paragraph', node: child });
  const rows = rowsOf(node, false).map(({ row, header }) => {
    const cells = row.children.flatMap((child) => ('mark' in child ? [] : [child]));
    const isHeader = header || (cells.length > 1 && cells.every((cell) => cell.role === 'TH'));
    return { header: isHeader, cells: cells.map((cell) => placeCell(cell, reading)) };
  });
  if (rows.length > 0) reading.blocks.push(toGrid(rows));
}

function placeCell(cell: Structure, reading: Reading): Placed {
  const parts = cell.children.filter((child): child is Structure => !('mark' in child));
  const split = parts.length > 0 && parts.length === cell.children.length;
  const paragraphs = split
    ? parts.flatMap((part) => cellParagraphs(part, reading))
    : splitParagraphs(linesOf(cell, reading), 0);
  const lines = paragraphs.flat();
  return {
    paragraphs,
    x: lines.length > 0 ? Math.min(...lines.map((line) => line.x)) : null,
    right: Math.max(0, ...lines.map((line) => line.right)),
  };
}

function cellParagraphs(node: Structure, reading: Reading): Line[][] {
  const parts = node.children.filter((child): child is Structure => !('mark' in child));
  if (hasBlocks(node) || /^(?:L|Div|Sect|Table|TR)$/.test(node.role))
    return parts.flatMap((part) => cellParagraphs(part, reading));
  const lines = linesOf(node, reading);
  return lines.length > 0 ? [lines] : [];
}

/** The tree tells no spans and leaves out empty cells, so a row with too few is matched to the columns by where its words stand. */
function toGrid(rows: readonly { header: boolean; cells: readonly Placed[] }[]): TableBlock {
  const columns = Math.max(...rows.map((row) => row.cells.length));
  const lefts = Array.from({ length: columns }, (_, column) =>
    Math.min(...rows.flatMap((row) => (row.cells.length === columns ? (row.cells[column]?.x ?? []) : []))),
  );
  const grid = rows.map(({ header, cells }): GridRow => {
    if (cells.length === columns) {
      const full = cells.map((cell): GridCell => ({ columnSpan: 1, rowSpan: 1, paragraphs: cell.paragraphs }));
      return { header, cells: full };
    }
    return { header, cells: shortRow(cells, columns, lefts) };
  });
  return { kind: 'table', rows: grid, edges: lefts, tagged: true };
}

function shortRow(cells: readonly Placed[], columns: number, lefts: readonly number[]): GridCell[] {
  const made: GridCell[] = [];
  let column = 0;
  cells.forEach((cell, at) => {
    const spare = columns - column - (cells.length - at);
    for (
      let skipped = 0;
      skipped < spare && cell.x !== null && cell.x > (lefts[column + 1] ?? Infinity) - 6;
      skipped += 1
    ) {
      made.push({ columnSpan: 1, rowSpan: 1, paragraphs: [] });
      column += 1;
    }
    let span = 1;
    const room = columns - column - (cells.length - at - 1);
    while (span < room && cell.right > (lefts[column + span] ?? Infinity) + 6) span += 1;
    const own: GridCell = { columnSpan: span, rowSpan: 1, paragraphs: cell.paragraphs };
    made.push(own);
    column += span;
  });
  // Empty cells are missing from the tree, so what is left over at the end is empty.
  for (; column < columns; column += 1) made.push({ columnSpan: 1, rowSpan: 1, paragraphs: [] });
  return made;
}
