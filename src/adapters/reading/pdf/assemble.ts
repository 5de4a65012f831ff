import { type LineJoiner, lineJoiner } from '../../../core/document/line-joiner.ts';
import { isPageCount } from '../../../core/document/running-lines.ts';
import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourcePlace,
  SourceText,
} from '../../../core/document/source-document.ts';
import { blockText } from '../../../core/document/source-text.ts';
import { normaliseText } from '../../../core/shared/text.ts';
import { isContentsLine, listMarker } from './layout.ts';
import type { OutlineEntry } from './open-pdf.ts';
import { blockLines, type GridRow, type Line, type PageBlock, type TableBlock, type TextBlock } from './page.ts';

/** One document of the pages' blocks: what a page break parted is joined, what repeats over pages is given once. */
export function assemble(
  pages: readonly (readonly PageBlock[])[],
  title: string | null,
  outline: readonly OutlineEntry[],
): SourceDocument {
  const text = writeText(pages);
  const joined = markTitle(joinPages(pages));
  const joiner = lineJoiner(joined.flatMap((block) => blockLines(block).map((line) => line.text)));
  const levels = new Map(outline.map((entry) => [headingKey(entry.title), entry.level]));
  const blocks = joined.map((block) => toSource(block, joiner, levels));
  return {
    format: 'pdf',
    text,
    blocks: markContents(withTitle(blocks, title)),
    title,
    trackedChanges: [],
    comments: [],
  };
}

/** Writes every line of every page and gives it its range. */
function writeText(pages: readonly (readonly PageBlock[])[]): string {
  let text = '';
  pages.forEach((blocks, at) => {
    if (at > 0) text += '\f';
    for (const line of blocks.flatMap(blockLines)) {
      line.range = { start: text.length, end: text.length + line.text.length };
      text += `${line.text}\n`;
    }
  });
  return text;
}

function joinPages(pages: readonly (readonly PageBlock[])[]): PageBlock[] {
  const all: PageBlock[] = [];
  for (const blocks of pages) {
    const before = all.findLast((block) => !isFurniture(block));
    const first = blocks.findIndex((block) => !isFurniture(block));
    const after = blocks[first];
    const extra = before && after ? joinTwo(before, after) : null;
    all.push(...(extra === null ? blocks : [...blocks.slice(0, first), ...extra, ...blocks.slice(first + 1)]));
  }
  return all;
}

function isFurniture(block: PageBlock): boolean {
  return block.kind !== 'table' && block.furniture;
}

/** Adds `after` to `before` when a page break parted them; gives what is left over (a repeated header), null when they are two. */
function joinTwo(before: PageBlock, after: PageBlock): PageBlock[] | null {
  if (before.kind === 'table' || after.kind === 'table')
    return before.kind === 'table' && after.kind === 'table' ? joinTables(before, after) : null;
  if (before.kind === 'heading' || after.kind !== 'paragraph') return null;
  const [last, next] = [before.lines.at(-1), after.lines[0]];
  if (!last || !next || Math.abs(last.size - next.size) > 0.6) return null;
  if (/[.:!?)”"]$/.test(last.text) || !/^\p{Ll}/u.test(next.text)) return null;
  before.lines.push(...after.lines);
  return [];
}

function joinTables(before: TableBlock, after: TableBlock): PageBlock[] | null {
  const sameEdges =
    before.edges.length === after.edges.length &&
    before.edges.every((x, at) => Math.abs(x - (after.edges[at] ?? 0)) < 4);
  if (before.tagged && after.tagged && isSameTree(before, after)) return mergeRows(before, after);
  if (!sameEdges) return null;
  let repeated = 0;
  while (
    repeated < after.rows.length - 1 &&
    rowText(after.rows[repeated]) !== '' &&
    rowText(before.rows[repeated]) === rowText(after.rows[repeated])
  ) {
    const own = before.rows[repeated];
    if (own) own.header = true;
    repeated += 1;
  }
  const [first, ...others] = after.rows.slice(repeated);
  const last = before.rows.at(-1);
  if (first && last && goesOn(before, last, first)) {
    last.cells.forEach((cell, at) => {
      joinCell(cell.paragraphs, first.cells[at]?.paragraphs ?? []);
    });
    before.rows.push(...others);
  } else before.rows.push(...after.rows.slice(repeated));
  const lines = after.rows.slice(0, repeated).flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flat()));
  return lines.map((line): TextBlock => ({ kind: 'paragraph', level: 0, depth: 0, lines: [line], furniture: true }));
}

/** The structure tree gives a table whole on each of its pages; there the rows of other pages are empty. */
function isSameTree(before: TableBlock, after: TableBlock): boolean {
  if (before.rows.length !== after.rows.length) return false;
  const full = (row: GridRow | undefined) => rowText(row).trim() !== '';
  const sameShape = before.rows.every((row, at) => row.cells.length === after.rows[at]?.cells.length);
  const empty = [...before.rows, ...after.rows].some((row) => !full(row));
  const last = before.rows.findLastIndex(full);
  const first = after.rows.findIndex((row, at) => full(row) && rowText(row) !== rowText(before.rows[at]));
  return sameShape && (empty || before.rows.length <= 2) && first >= last;
}

/** Adds each row's words to the same row; a header that is drawn again is left over. */
function mergeRows(before: TableBlock, after: TableBlock): PageBlock[] {
  const again: Line[] = [];
  after.rows.forEach((row, at) => {
    const own = before.rows[at];
    if (at === 0 && own && rowText(own) === rowText(row))
      again.push(...row.cells.flatMap((cell) => cell.paragraphs.flat()));
    else
      for (const [column, cell] of row.cells.entries()) joinCell(own?.cells[column]?.paragraphs ?? [], cell.paragraphs);
  });
  return again.map((line): TextBlock => ({ kind: 'paragraph', level: 0, depth: 0, lines: [line], furniture: true }));
}

/** Paragraphs of a cell over a page break: the first goes on with the last when no sentence ended there. */
function joinCell(own: Line[][], more: readonly Line[][]): void {
  const [first, ...others] = more;
  const [end, start] = [own.at(-1)?.at(-1)?.text, first?.[0]?.text];
  if (first && end !== undefined && start !== undefined && !/[.:!?”"]$/.test(end) && /^\p{Ll}/u.test(start))
    own.at(-1)?.push(...first);
  else if (first) own.push(first);
  own.push(...others);
}

function rowText(row: GridRow | undefined): string {
  return (row?.cells ?? [])
    .map((cell) =>
      cell.paragraphs
        .flat()
        .map((line) => line.text)
        .join(' '),
    )
    .join('\t');
}

/** A row that the page break cut in two: its first cell is empty, and no other row of the table has that. */
function goesOn(table: TableBlock, last: GridRow, first: GridRow): boolean {
  if (last.header || last.cells.length !== first.cells.length || first.cells.length < 2) return false;
  const isEmpty = (row: GridRow) => row.cells[0]?.paragraphs.length === 0;
  return isEmpty(first) && !table.rows.some(isEmpty);
}

function headingKey(text: string): string {
  return normaliseText(text)
    .toLocaleLowerCase('sv')
    .replace(/[\s.:]+$/, '');
}

function toSource(block: PageBlock, joiner: LineJoiner, levels: ReadonlyMap<string, number>): SourceBlock {
  if (block.kind === 'table') return tableSource(block, joiner);
  const whole = paragraphSource(block.lines, joiner);
  if (block.furniture) return { kind: 'paragraph', ...whole, furniture: true };
  const outlined = levels.get(headingKey(whole.text));
  if (outlined !== undefined && block.kind !== 'item') return { kind: 'heading', level: outlined, ...whole };
  if (block.kind === 'heading') return { kind: 'heading', level: block.level, ...whole };
  const marker = block.kind === 'item' ? listMarker(whole.text) : null;
  if (block.kind === 'item')
    return {
      kind: 'list-item',
      depth: block.depth,
      marker: marker?.marker ?? null,
      text: whole.text.slice(marker?.length ?? 0),
      place: whole.place,
    };
  return { kind: 'paragraph', ...whole, furniture: false };
}

function paragraphSource(lines: readonly Line[], joiner: LineJoiner): SourceText {
  return { text: blockText(joiner(lines.map((line) => line.text))), place: placeOf(lines) };
}

function placeOf(lines: readonly Line[]): SourcePlace {
  const page = lines[0]?.page ?? null;
  const own = lines.filter((line) => line.page === page);
  const [x, y] = [Math.min(...own.map((line) => line.x)), Math.min(...own.map((line) => line.top))];
  const width = Math.max(...own.map((line) => line.right)) - x;
  const height = Math.max(...own.map((line) => line.baseline + line.size * 0.25)) - y;
  const ranges = lines.map((line) => ({ ...line.range })).sort((a, b) => a.start - b.start);
  return { ranges, page, box: own.length > 0 ? { x, y, width, height } : null };
}

function tableSource(table: TableBlock, joiner: LineJoiner): SourceBlock {
  const filled = table.tagged ? table.rows.filter((row) => rowText(row).trim() !== '') : table.rows;
  const rows = filled.map((row, at) => ({
    header: row.header || (at === 0 && looksLikeHeader(table)),
    cells: row.cells.map(
      (cell): SourceCell => ({
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        paragraphs: cell.paragraphs.filter((lines) => lines.length > 0).map((lines) => paragraphSource(lines, joiner)),
      }),
    ),
  }));
  return { kind: 'table', rows, place: placeOf(blockLines(table)) };
}

/** A first row in bold type above rows that are not. */
function looksLikeHeader({ rows: [first, ...others] }: TableBlock): boolean {
  const lines = (row: GridRow) => row.cells.flatMap((cell) => cell.paragraphs.flat());
  if (!first || others.length === 0 || lines(first).length < 2) return false;
  return lines(first).every((line) => line.bold) && !others.every((row) => lines(row).every((line) => line.bold));
}

/** The largest heading, when it stands alone and before all others, is the document's title: level 0, and the rest count from 1. */
function markTitle(blocks: readonly PageBlock[]): PageBlock[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const [first, ...others] = headings;
  if (first?.level !== 1 || others.length < 2 || others.some((heading) => heading.level <= 1)) return [...blocks];
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level - 1 } : block));
}

/** Words on the first page that are the file's own title are its title, also where neither size nor tag says so. */
function withTitle(blocks: readonly SourceBlock[], title: string | null): SourceBlock[] {
  const key = headingKey(title ?? '');
  const at = blocks.findIndex(
    (block) =>
      block.kind !== 'table' && block.place.page === 1 && !isFurnitureSource(block) && headingKey(block.text) === key,
  );
  const found = blocks[at];
  const has = blocks.some((block) => block.kind === 'heading' && block.level === 0);
  if (key === '' || has || !found || found.kind === 'table') return [...blocks];
  return blocks.with(at, { kind: 'heading', level: 0, text: found.text, place: found.place });
}

/** Lines of a table of contents: with leaders to a page number, or a run of lines that are the headings to come. */
function markContents(blocks: readonly SourceBlock[]): SourceBlock[] {
  const headings = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [headingKey(block.text)] : [])));
  const plain = (text: string) => headingKey(text.replace(/(?:[.…·_]\s?){3,}\s*\d{0,4}$|\s*\d{1,4}$/, ''));
  const isEntry = (block: SourceBlock, at: number): boolean => {
    if (block.kind === 'table' || block.kind === 'heading') return false;
    if (isContentsLine(block.text) || !/[\p{L}\p{N}]/u.test(block.text)) return true;
    const next = blocks[at + 1];
    const wrapped =
      next && next.kind !== 'table' && isContentsLine(next.text) ? `${block.text} ${next.text}` : block.text;
    return headings.has(headingKey(block.text)) || headings.has(plain(block.text)) || headings.has(plain(wrapped));
  };
  const marked = [...blocks];
  let start = 0;
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at];
    if (block && (isEntry(block, at) || isFurnitureSource(block))) continue;
    const run = blocks.slice(start, at);
    if (run.filter((entry, offset) => isEntry(entry, start + offset)).length >= 3)
      run.forEach((entry, offset) => {
        if (entry.kind !== 'table')
          marked[start + offset] = { kind: 'paragraph', text: entry.text, place: entry.place, furniture: true };
      });
    start = at + 1;
  }
  return marked;
}

function isFurnitureSource(block: SourceBlock): boolean {
  return block.kind === 'paragraph' && (block.furniture || isPageCount(block.text));
}
