import type { Line } from '../lines.ts';

/** A stretch of the text, in positions of the document. */
export type Span = readonly [start: number, end: number];

/** One printed line of a table, with the stretch of each column that it fills. `tail` tells that the last cell may run on into the next printed line. */
export interface PrintedLine {
  readonly cells: Map<number, Span>;
  readonly last: number;
  readonly opensParagraph: boolean;
  /** True when nothing shows where the last cell ends. */
  readonly openEnded: boolean;
}

const DRIFT_CHARS = 3;

/**
 * The printed lines that were folded into one: a gap of spaces ends where a column begins, so counting back from it
 * finds where its printed line began. `accepts` tells whether a column can begin with what stands at a position. `offsets` are the columns' starts within a printed line, from the table's head.
 */
export function unfoldLine(
  text: string,
  line: Line,
  offsets: readonly number[],
  accepts: (column: number, at: number) => boolean = () => true,
): PrintedLine[] {
  const printed: PrintedLine[] = [];
  const indent = indentOf(text, line.start);
  let lineStart = line.start - indent;
  let cellStart = line.start;
  let column = nearestColumn(offsets, indent) ?? 0;
  let cells = new Map<number, Span>();
  let opens = line.blankBefore;
  const close = (end: number, openEnded: boolean) => {
    if (end > cellStart) cells.set(column, trim(text, cellStart, end));
    if (cells.size > 0) printed.push({ cells, last: column, opensParagraph: opens, openEnded });
    cells = new Map();
    opens = false;
  };
  for (const [gapStart, gapEnd] of gapsOf(text, line)) {
    const same = nearestColumn(offsets, gapEnd - lineStart);
    const fitsColumn = gapStart - lineStart <= (offsets[column + 1] ?? Number.POSITIVE_INFINITY);
    if (same !== null && same > column && fitsColumn && accepts(same, gapEnd))
      cells.set(column, trim(text, cellStart, gapStart));
    else {
      const start = lineStartBefore(text, cellStart, gapStart, gapEnd, offsets);
      if (start === null) continue;
      close(start.at, column > 0);
      lineStart = start.at;
      cells.set(0, trim(text, start.at, gapStart));
    }
    column = nearestColumn(offsets, gapEnd - lineStart) ?? column;
    cellStart = gapEnd;
  }
  close(line.end, column > 0);
  return printed;
}

function indentOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\n\f]/.test(text.charAt(start - 1))) start -= 1;
  return at - start;
}

function gapsOf(text: string, line: Line): Span[] {
  return [...text.slice(line.start, line.end).matchAll(/ {3,}|\t+| {2,}\t+/g)].map(
    (hit): Span => [line.start + hit.index, line.start + hit.index + hit[0].length],
  );
}

/** The column that begins near an offset; times are set a little to the right of their head, so the last column takes more. */
function nearestColumn(offsets: readonly number[], offset: number): number | null {
  let best: number | null = null;
  for (const [column, start] of offsets.entries()) {
    const drift = offset - start;
    const room = column === offsets.length - 1 ? 14 : DRIFT_CHARS;
    if (drift >= -DRIFT_CHARS && drift <= room) best = column;
  }
  return best;
}

/** Where the printed line began that has a column at `gapEnd`: at a word, with the column as near its place as can be. */
function lineStartBefore(
  text: string,
  from: number,
  gapStart: number,
  gapEnd: number,
  offsets: readonly number[],
): { at: number } | null {
  let best: { at: number; drift: number } | null = null;
  for (let at = from; at < gapStart; at += 1) {
    if (!(at === from || /\s/.test(text.charAt(at - 1))) || /\s/.test(text.charAt(at))) continue;
    if (gapStart - at > (offsets[1] ?? 0)) continue;
    for (const offset of offsets.slice(1)) {
      const drift = Math.abs(gapEnd - at - offset);
      if (drift <= DRIFT_CHARS && (best === null || drift < best.drift)) best = { at, drift };
    }
  }
  return best;
}

function trim(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

/** A line whose columns are parted by tabs: each tab begins the next column. */
export function tabbedLine(line: Line): PrintedLine {
  const cells = new Map<number, Span>();
  let at = line.start;
  for (const [column, part] of line.text.split('\t').entries()) {
    const from = at + (part.length - part.trimStart().length);
    if (part.trim() !== '') cells.set(column, [from, from + part.trim().length]);
    at += part.length + 1;
  }
  return { cells, last: Math.max(0, ...cells.keys()), opensParagraph: true, openEnded: false };
}
