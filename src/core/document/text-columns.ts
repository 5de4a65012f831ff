/** A piece of a line between runs of padding; positions count from the start of the line's text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a line that stands in one column. */
export interface ColumnPiece extends Segment {
  readonly column: number;
  /** The first stretch of a physical line. */
  readonly opens: boolean;
  /** Padding follows, so that it surely ends there; else words of unseen physical lines may stand at its end. */
  readonly closed: boolean;
}

const TOLERANCE = 2;

/** The pieces of a line that two or more spaces part. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (const hit of text.matchAll(/\S+(?: \S+)*/g)) segments.push({ start: hit.index, end: hit.index + hit[0].length });
  return segments;
}

/**
 * Places the pieces of a line in columns that begin at `offsets` (the first at 0), also where several physical lines
 * have been folded into one with a single space for each line break. A padded piece at position x that belongs to
 * column offset c tells that its physical line began c before it; that must be the start of a word. Of several
 * readings the cheapest is taken. Null when some padding fits no column.
 */
export function placeInColumns(text: string, offsets: readonly number[], indent: number): ColumnPiece[] | null {
  const segments = segmentsOf(text).flatMap((segment) => splitAtOffsets(text, segment, offsets, indent));
  const column = columnAt(offsets, indent);
  if (column === null) return null;
  const walk: Walk = {
    offsets,
    pieces: [],
    lineStart: -indent,
    column,
    from: segments[0]?.start ?? 0,
    opens: true,
    line: 0,
    lastLine: [],
  };
  for (const [at, segment] of segments.entries()) {
    const next = segments[at + 1];
    if (!next) {
      take(walk, segment.end, false);
      continue;
    }
    walk.lastLine[walk.column] = walk.line;
    const same = onSameLine(walk, segment.end, next.start);
    const fold = foldBefore(walk, text, segment.end, next.start);
    if (!same && !fold) return null;
    if (same && (!fold || same.cost <= fold.cost)) take(walk, segment.end, true);
    else if (fold) {
      if (fold.start > walk.from) take(walk, text.slice(0, fold.start).trimEnd().length, false);
      Object.assign(walk, { from: fold.start, column: fold.column, opens: true, line: walk.line + 1 });
      take(walk, segment.end, true);
      walk.lineStart = next.start - (offsets[fold.nextColumn] ?? 0);
    }
    const nextColumn = same && (!fold || same.cost <= fold.cost) ? same.column : fold?.nextColumn;
    Object.assign(walk, { from: next.start, column: nextColumn, opens: false });
  }
  return walk.pieces;
}

const LONGEST_LAST_COLUMN = 60;

/**
 * Where a cell fills its column, one space alone parts it from the next. Words that run over the place where a column
 * begins, and have a word beginning there, are parted; only in a line too short to be folded.
 */
function splitAtOffsets(text: string, segment: Segment, offsets: readonly number[], indent: number): Segment[] {
  if (text.length + indent > (offsets.at(-1) ?? 0) + LONGEST_LAST_COLUMN) return [segment];
  const cut = offsets
    .map((offset) => offset - indent)
    .find((at) => at > segment.start && at < segment.end && startsWord(text, at));
  if (cut === undefined) return [segment];
  return [
    { start: segment.start, end: cut - 1 },
    ...splitAtOffsets(text, { start: cut, end: segment.end }, offsets, indent),
  ];
}

interface Walk {
  readonly offsets: readonly number[];
  readonly pieces: ColumnPiece[];
  lineStart: number;
  column: number;
  from: number;
  opens: boolean;
  line: number;
  /** For each column the last physical line that has words in it. */
  readonly lastLine: number[];
}

function take(walk: Walk, end: number, closed: boolean): void {
  const { from: start, column, opens } = walk;
  walk.pieces.push({ start, end, column, opens, closed });
  walk.lastLine[column] = walk.line;
}

function columnAt(offsets: readonly number[], position: number): number | null {
  const at = offsets.findIndex((offset) => Math.abs(offset - position) <= TOLERANCE);
  return at < 0 ? null : at;
}

const LOOSE = 3;
const ENDED = 4;
const CROWDED = 6;

/** A cell's lines follow each other, so a column that a line has skipped is not likely to be filled again. */
function endedCost(walk: Walk, column: number, line: number): number {
  const last = walk.lastLine[column];
  return last !== undefined && last < line - 1 ? ENDED : 0;
}

/** Words of one column do not run on over the place where the next begins. */
function crowdedCost(walk: Walk, end: number, column: number): number {
  return end > (walk.offsets[column + 1] ?? Number.POSITIVE_INFINITY) + TOLERANCE ? CROWDED : 0;
}

/** The later column of the same physical line at that position: at its offset, or set off from it (centred, to the right). */
function onSameLine(walk: Walk, end: number, next: number): { column: number; cost: number } | null {
  const position = next - walk.lineStart;
  const exact = columnAt(walk.offsets, position);
  const crowded = crowdedCost(walk, end - walk.lineStart, walk.column);
  if (exact !== null && exact > walk.column)
    return { column: exact, cost: crowded + endedCost(walk, exact, walk.line) };
  const loose = walk.offsets.findLastIndex((offset) => position > offset);
  const past = position - (walk.offsets[loose] ?? 0);
  if (loose <= walk.column || past > 14) return null;
  return { column: loose, cost: LOOSE + crowded + endedCost(walk, loose, walk.line) };
}

interface Fold {
  readonly start: number;
  readonly column: number;
  readonly nextColumn: number;
  readonly cost: number;
}

/** Where a physical line began inside text[from, end), given that the piece at `next` stands in some later column of it. */
function foldBefore(walk: Walk, text: string, end: number, next: number): Fold | null {
  const { offsets, from } = walk;
  let best: Fold | null = null;
  for (let column = 0; column < offsets.length; column += 1)
    for (let nextColumn = column + 1; nextColumn < offsets.length; nextColumn += 1) {
      const width = (offsets[nextColumn] ?? 0) - (offsets[column] ?? 0);
      for (let slip = -TOLERANCE; slip <= TOLERANCE; slip += 1) {
        const start = next - width + slip;
        if (start < from || start >= end || !startsWord(text, start)) continue;
        const ended = endedCost(walk, nextColumn, walk.line + 1);
        const crowded = crowdedCost(walk, end - start + (offsets[column] ?? 0), column);
        const cost = 1 + Math.abs(slip) / 2 + column * 3 + (start === from ? 3 : 0) + ended + crowded;
        if (!best || cost < best.cost) best = { start, column, nextColumn, cost };
      }
    }
  return best;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || (text[at - 1] === ' ' && text[at] !== ' ');
}
