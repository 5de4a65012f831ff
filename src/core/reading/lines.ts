import type { SourceDocument, SourceRange } from '../document/source-document.ts';

/** A physical line of a text, without white space at its ends. `start` and `end` are positions in the document's text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True when an empty line, or the beginning of the file or of a page, stands before it. */
  readonly blankBefore: boolean;
}

/** The lines of a stretch of the document's text that hold something; lines in `skipped` ranges are left out. */
export function splitLines(document: SourceDocument, range: SourceRange, skipped: readonly SourceRange[]): Line[] {
  const lines: Line[] = [];
  const isSkipped = rangeLookup(skipped);
  let blankBefore = true;
  for (const { start, end } of rawLines(document.text, range)) {
    const text = document.text.slice(start, end);
    if (text === '') blankBefore = true;
    else if (!isSkipped(start)) {
      lines.push({ start, end, text, blankBefore });
      blankBefore = false;
    }
  }
  return lines;
}

/** Part of a line as a line of its own; `from` and `to` count from the line's start. */
export function cutLine(line: Line, from: number, to: number): Line | null {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === '') return null;
  const start = line.start + from + (raw.length - raw.trimStart().length);
  return { start, end: start + text.length, text, blankBefore: from === 0 && line.blankBefore };
}

function* rawLines(text: string, range: SourceRange): Generator<SourceRange> {
  let at = range.start;
  while (at < range.end) {
    const stop = nextBreak(text, at, range.end);
    let start = at;
    let end = stop;
    while (start < end && isBlank(text, start)) start += 1;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    yield { start, end };
    at = stop + 1;
  }
}

function nextBreak(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 12) return at;
  }
  return end;
}

function isBlank(text: string, at: number): boolean {
  return /\s|\uFEFF/.test(text.charAt(at));
}

/** A test of whether a position lies in one of the ranges; the ranges may come in any order. */
export function rangeLookup(ranges: readonly SourceRange[]): (at: number) => boolean {
  const sorted = [...ranges].sort((one, other) => one.start - other.start);
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const hit = sorted[low - 1];
    return hit !== undefined && at < hit.end;
  };
}

/** Ranges of what the reader of the file marked as page furniture. */
export function furnitureRanges(document: SourceDocument): SourceRange[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.furniture ? [...block.place.ranges] : [],
  );
}
