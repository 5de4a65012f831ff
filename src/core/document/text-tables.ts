import type { LineJoiner } from './line-joiner.ts';
import type { SourceCell, SourceRow, SourceTable, SourceText } from './source-document.ts';
import { blockText } from './source-text.ts';
import { type ColumnPiece, placeInColumns, segmentsOf } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';

const LONGEST_HEADER_CELL = 40;
const LONGEST_HEADER = 400;
const LONGEST_ROW = 20_000;

/** A table found in a text: the lines that it takes, by index, and the table. */
export interface FoundTable {
  readonly lines: readonly number[];
  readonly table: SourceTable;
}

interface CellPiece {
  readonly line: TextLine;
  readonly start: number;
  end: number;
  readonly closed: boolean;
}

interface OpenRow {
  readonly cells: CellPiece[][];
  readonly first: ReadonlySet<number>;
  readonly spanning: boolean;
}

/** Offsets of a header line's columns: at least three short labels parted by padding. Null for other lines. */
export function headerOffsets(line: TextLine): number[] | null {
  if (line.text.length > LONGEST_HEADER) return null;
  const segments = segmentsOf(line.text);
  if (segments.length < 3 || /^[•●▪]/.test(line.text)) return null;
  const labels = segments.map(({ start, end }) => line.text.slice(start, end));
  const short = labels.every(
    (label) => label.length <= LONGEST_HEADER_CELL && /^\p{Lu}/u.test(label) && !/[.!?:]$/.test(label),
  );
  return short ? segments.map((segment) => segment.start + line.column) : null;
}

/** The table under a header line, as far as its lines keep to the header's columns; null when no line does. */
export function tableUnder(
  lines: readonly TextLine[],
  header: number,
  isRunning: (at: number) => boolean,
  joiner: LineJoiner,
): FoundTable | null {
  const head = lines[header];
  const offsets = head ? headerOffsets(head) : null;
  if (!head || !offsets) return null;
  const base = offsets[0] ?? 0;
  const columns = offsets.map((offset) => offset - base);
  const rows: OpenRow[] = [];
  const taken = [header];
  for (let at = header + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || isRunning(at)) continue;
    if (headerOffsets(line) || line.text.length > LONGEST_ROW) break;
    const pieces = placeInColumns(line.text, columns, Math.max(0, line.column - base));
    if (!pieces || !(pieces.length > 1 || goesOnAlone(line, columns, base))) break;
    addPieces(rows, line, pieces);
    taken.push(at);
  }
  if (rows.filter((row) => !row.spanning).length === 0) return null;
  settleTails(rows, columns);
  const made = rows.map((row) => toRow(row, columns.length, joiner));
  const ranges = [{ start: head.range.start, end: lines[taken.at(-1) ?? header]?.range.end ?? head.range.end }];
  return {
    lines: taken,
    table: { kind: 'table', rows: [headerRow(head), ...made], place: { ranges, page: head.page, box: null } },
  };
}

/** A line with words in one column only: it goes on with the row above, and is indented or short enough to be wrapped. */
function goesOnAlone(line: TextLine, columns: readonly number[], base: number): boolean {
  return !line.afterGap && (line.column > base + 2 || line.text.length < (columns[1] ?? 0));
}

/** A new row begins after a blank line, or where as many columns as in the row's first line begin again with a capital. */
function addPieces(rows: OpenRow[], line: TextLine, pieces: readonly ColumnPiece[]): void {
  const physical: ColumnPiece[][] = [];
  for (const piece of pieces) {
    if (piece.opens || physical.length === 0) physical.push([piece]);
    else physical.at(-1)?.push(piece);
  }
  physical.forEach((group, at) => {
    const filled = new Set(group.map((piece) => piece.column));
    const open = rows.at(-1);
    const begins = !open || open.spanning || (at === 0 && line.afterGap) || beginsAgain(open, filled, line.text, group);
    // Words alone in the first column ahead of a full line are a heading inside the table.
    const spanning = begins && group.length === 1 && at === 0 && physical.length > 1;
    if (begins) rows.push({ cells: [], first: filled, spanning });
    const row = rows.at(-1);
    for (const piece of group) {
      if (!row) continue;
      row.cells[piece.column] ??= [];
      row.cells[piece.column]?.push({ line, start: piece.start, end: piece.end, closed: piece.closed });
    }
  });
}

function beginsAgain(open: OpenRow, filled: ReadonlySet<number>, text: string, group: readonly ColumnPiece[]): boolean {
  const again = filled.size >= 3 && [...open.first].every((column) => filled.has(column));
  return again && /^\p{Lu}/u.test(text.slice(group[0]?.start ?? 0));
}

/**
 * The last words of a folded row may belong to its last padded column or, after an unseen line break, to another. What
 * the same column holds in other rows decides where the cell ends; the rest goes on the sentence that is not ended.
 */
function settleTails(rows: readonly OpenRow[], columns: readonly number[]): void {
  const votes = knownValues(rows);
  for (const row of rows.filter((other) => !other.spanning))
    for (let column = 1; column < columns.length; column += 1) {
      if (column === columns.length - 1 && !isShortColumn(rows, column)) continue;
      const width = (columns[column + 1] ?? Number.POSITIVE_INFINITY) - (columns[column] ?? 0);
      for (const piece of [...(row.cells[column] ?? [])]) settleTail(row, column, piece, width, votes);
    }
}

function settleTail(
  row: OpenRow,
  column: number,
  piece: CellPiece,
  width: number,
  votes: ReadonlyMap<string, number>,
): void {
  if (piece.closed) return;
  const own = row.cells[column] ?? [];
  const tail = wordsOf(piece);
  const isLast = piece.end === piece.line.text.length;
  if (!isLast && tail.length <= width) return;
  const cut = tailCut(tail, own.slice(0, own.indexOf(piece)).map(wordsOf).join(' '), width, votes);
  if (cut === null) return;
  const start = piece.start + cut;
  const target = unendedColumn(row, column, piece, piece.line.text.slice(start, piece.end));
  row.cells[target] ??= [];
  row.cells[target].push({ line: piece.line, start, end: piece.end, closed: false });
  row.cells[target].sort((a, b) => a.line.range.start + a.start - b.line.range.start - b.start);
  piece.end = piece.start + tail.slice(0, cut).trimEnd().length;
}

function wordsOf({ line, start, end }: CellPiece): string {
  return line.text.slice(start, end);
}

/** The column whose words ahead of the piece are cut off in a sentence: by a comma, a hyphen or "och", else without a full stop. */
function unendedColumn(row: OpenRow, own: number, piece: CellPiece, rest: string): number {
  const ends = row.cells.map((pieces, column) => {
    const before = (pieces ?? []).filter((other) => other.line !== piece.line || other.end <= piece.start);
    const last = before.at(-1);
    return column === own || !last ? null : wordsOf(last);
  });
  const open = ends.findIndex((end) => end !== null && /(?:[,-]|\b(?:och|samt|av|med))$/.test(end));
  if (open >= 0) return open;
  const lower = /^\p{Ll}/u.test(rest);
  if (ends[0] && /[.!?]$/.test(ends[0]) && lower)
    return Math.max(
      0,
      ends.findIndex((end, at) => at > 0 && end !== null),
    );
  return 0;
}

/** True for a column of dates or codes: what most of its rows hold first is short and has a digit. */
function isShortColumn(rows: readonly OpenRow[], column: number): boolean {
  const firsts = rows.flatMap((row) => row.cells[column]?.slice(0, 1) ?? []);
  const dated = firsts.filter(({ line, start }) => /^\S*\d{4}/.test(line.text.slice(start, start + 12)));
  return firsts.length > 0 && dated.length * 2 > firsts.length;
}

/**
 * Values that cells may have, with how many cells speak for each: a cell that surely ends speaks twice for the whole,
 * one with an unsure end once for each beginning of it.
 */
function knownValues(rows: readonly OpenRow[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const vote = (value: string, weight: number) => votes.set(value, (votes.get(value) ?? 0) + weight);
  for (const row of rows)
    for (const [column, pieces] of row.cells.entries()) {
      if (column === 0 || !pieces) continue;
      const words = blockText(pieces.map(wordsOf).join(' ')).split(' ');
      const last = pieces.at(-1);
      const sure = last === undefined || last.closed ? words.length : words.length - wordCount(last) + 1;
      for (let count = sure; count <= words.length; count += 1)
        vote(words.slice(0, count).join(' '), last?.closed ? 2 : 1);
    }
  return votes;
}

function wordCount({ line, start, end }: CellPiece): number {
  return line.text.slice(start, end).trim().split(/\s+/).length;
}

/** Where in `tail` the words of the cell end and those of the first column go on; null when all of it is the cell's. */
function tailCut(tail: string, before: string, width: number, votes: ReadonlyMap<string, number>): number | null {
  const dated = /^(?:\d{4}(?:\s*[–-]\s*\d{2,4})?|[–-])\s/.exec(tail);
  if (dated) return dated[0].length;
  const starts = [...tail.matchAll(/\S+/g)].map((hit) => hit.index).slice(1);
  const candidates = starts.filter((start) => start <= width + 1);
  const voted = (text: string) => votes.get(blockText(`${before} ${text}`)) ?? 0;
  const most = Math.max(2, voted(tail), ...candidates.map((start) => voted(tail.slice(0, start))));
  const known = candidates.findLast((start) => voted(tail.slice(0, start)) === most);
  if (known !== undefined && voted(tail) < most) return known;
  if (tail.length <= width) return null;
  const plain = candidates.find(
    (start) =>
      /^\p{Ll}/u.test(tail.slice(start)) && !/(?:\b(?:och|samt|av|med|för|i|som)|[,-])\s*$/.test(tail.slice(0, start)),
  );
  return plain ?? candidates.at(-1) ?? null;
}

function headerRow(line: TextLine): SourceRow {
  const cells = segmentsOf(line.text).map(({ start, end }) =>
    cellOf([{ line, start, end, closed: true }], 1, ([text]) => text ?? ''),
  );
  return { header: true, cells };
}

/** A folded line break after a hyphen is told by the space behind it. */
function unfold(text: string): string[] {
  return text.split(/(?<=\p{L}-) (?=\p{Ll})/u);
}

function toRow(row: OpenRow, columns: number, joiner: LineJoiner): SourceRow {
  if (row.spanning) return { header: false, cells: [cellOf(row.cells[0] ?? [], columns, joiner)] };
  return { header: false, cells: Array.from({ length: columns }, (_, at) => cellOf(row.cells[at] ?? [], 1, joiner)) };
}

function cellOf(pieces: readonly CellPiece[], columnSpan: number, joiner: LineJoiner): SourceCell {
  const shown = pieces.filter(({ start, end }) => end > start);
  if (shown.length === 0) return { paragraphs: [], columnSpan, rowSpan: 1 };
  const paragraph: SourceText = {
    text: blockText(joiner(shown.flatMap(({ line, start, end }) => unfold(line.text.slice(start, end))))),
    place: {
      ranges: shown.map(({ line, start, end }) => ({ start: line.range.start + start, end: line.range.start + end })),
      page: shown[0]?.line.page ?? null,
      box: null,
    },
  };
  return { paragraphs: [paragraph], columnSpan, rowSpan: 1 };
}
