import { typedBullet } from '../../../core/document/source-text.ts';
import { commonest, segmentsOf } from './lines.ts';
import type { GridRow, Line, PageBlock, TableBlock, TextBlock } from './page.ts';
import { continues, splitParagraphs, usualLeading } from './paragraphs.ts';

/** What the whole document says about its type: by this a heading is told from body text. */
export interface TypeScale {
  readonly body: number;
  /** Larger sizes than the body's, largest first. */
  readonly larger: readonly number[];
}

export function typeScale(lines: readonly Line[]): TypeScale {
  const body = commonest(lines.map((line): [number, number] => [half(line.size), line.text.length]));
  const larger = new Set(lines.map((line) => half(line.size)).filter((size) => size > body * 1.08));
  return { body, larger: [...larger].sort((a, b) => b - a).slice(0, 6) };
}

function half(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Level of a line by its type: 1 is the largest; bold lines of body size come last. Null for body text. */
export function headingLevelOf(line: Line, scale: TypeScale): number | null {
  const at = scale.larger.indexOf(half(line.size));
  if (at >= 0) return at + 1;
  const short = line.text.length <= 120 && /\p{L}/u.test(line.text) && !/[,;]$/.test(line.text);
  return line.bold && short && half(line.size) >= scale.body ? scale.larger.length + 1 : null;
}

const NUMBERED = /^(?:\d{1,2}|[a-z])[.)][\s\u00A0]+(?=\S)/;

/** The marker at the start of a list line: a bullet or "1.", "a)"; null where the line has none. */
export function listMarker(text: string): { marker: string; length: number } | null {
  const bullet = typedBullet(text);
  if (bullet) return bullet;
  const number = NUMBERED.exec(text);
  return number ? { marker: number[0].trim(), length: number[0].length } : null;
}

/** Blocks of the lines that no ruled table holds. */
export function layOutLines(lines: readonly Line[], scale: TypeScale, right: number): PageBlock[] {
  const leading = usualLeading(lines);
  const blocks: PageBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = alignedTable(lines, at, leading);
    if (table) {
      blocks.push(table.block);
      at += table.lines;
      continue;
    }
    const line = lines[at];
    if (line) addLine(blocks, line, scale, leading, right);
    at += 1;
  }
  return nestItems(blocks);
}

function addLine(blocks: PageBlock[], line: Line, scale: TypeScale, leading: number, right: number): void {
  if (isContentsLine(line.text)) {
    blocks.push({ kind: 'paragraph', level: 0, depth: 0, lines: [line], furniture: true });
    return;
  }
  const last = blocks.at(-1);
  const level = headingLevelOf(line, scale);
  const isItem = listMarker(line.text) !== null && level === null;
  const before = last && last.kind !== 'table' ? last.lines.at(-1) : undefined;
  if (last && last.kind !== 'table' && before && !isItem && sameKind(last, level)) {
    const usual = level === null ? leading : line.size * 1.35;
    if (continues(before, line, usual, right) && alignsWith(last, line)) {
      last.lines.push(line);
      return;
    }
  }
  const kind = level !== null ? 'heading' : isItem ? 'item' : 'paragraph';
  blocks.push({ kind, level: level ?? 0, depth: 0, lines: [line], furniture: false });
}

/** A line of a table of contents: leaders, and mostly a page number after them. */
export function isContentsLine(text: string): boolean {
  return /(?:[.…·_]\s?){5,}\s*\d{0,4}$/.test(text) && /\p{L}/u.test(text);
}

function sameKind(block: TextBlock, level: number | null): boolean {
  if (block.furniture) return false;
  return block.kind === 'heading' ? level === block.level : level === null;
}

/** Wrapped lines of an item hang under its words; those of a paragraph begin at its edge. */
function alignsWith(block: TextBlock, line: Line): boolean {
  const [first, second] = block.lines;
  if (!first) return true;
  if (block.kind === 'item') return line.x > first.x - 1;
  return Math.abs(line.x - (second ?? line).x) < line.size * 1.5 && line.x > first.x - line.size * 4;
}

/** Depth of items by how far in they stand, within one run of items. */
function nestItems(blocks: readonly PageBlock[]): PageBlock[] {
  let stack: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'item') {
      stack = [];
      return block;
    }
    const x = block.lines[0]?.x ?? 0;
    stack = stack.filter((other) => other < x - 4);
    stack.push(x);
    return { ...block, depth: stack.length - 1 };
  });
}

/** A table without rulings: at least three lines whose parts begin in the same columns. */
function alignedTable(
  lines: readonly Line[],
  start: number,
  leading: number,
): { block: TableBlock; lines: number } | null {
  const first = lines[start];
  const columns = first ? segmentsOf(first).map((segment) => segment.x) : [];
  if (columns.length < 2) return null;
  const rows: { line: Line; segments: Line[] }[] = [];
  for (const line of lines.slice(start)) {
    const segments = segmentsOf(line);
    const gap = line.baseline - (rows.at(-1)?.line.baseline ?? line.baseline);
    if (gap > leading * 3 || !segments.every((segment) => columnOf(columns, segment) !== null)) break;
    if (segments.length === 1 && gap > leading * 1.25 + 0.5) break;
    rows.push({ line, segments });
  }
  const wide = rows.filter((row) => row.segments.length >= 2).length;
  if (wide < 3 || listMarker(first?.text ?? '')) return null;
  return { block: toTable(rows, columns, leading), lines: rows.length };
}

function columnOf(columns: readonly number[], segment: Line): number | null {
  const at = columns.findIndex((x) => Math.abs(x - segment.x) < 6);
  return at < 0 ? null : at;
}

function toTable(
  rows: readonly { line: Line; segments: Line[] }[],
  columns: readonly number[],
  leading: number,
): TableBlock {
  const grouped: { line: Line; segments: Line[] }[][] = [];
  const parted = rows.some((row, at) => at > 0 && isApart(rows[at - 1]?.line, row.line, leading));
  for (const row of rows) {
    const last = grouped.at(-1)?.at(-1);
    const begins = parted ? isApart(last?.line, row.line, leading) : row.segments.length >= 2;
    if (last && !begins) grouped.at(-1)?.push(row);
    else grouped.push([row]);
  }
  const table = grouped.map((group): GridRow => {
    const cells = columns.map((_, column) => {
      const own = group.flatMap((row) => row.segments.filter((segment) => columnOf(columns, segment) === column));
      return {
        columnSpan: 1,
        rowSpan: 1,
        paragraphs: own.length > 0 ? splitParagraphs(own, columns[column + 1] ?? 0) : [],
      };
    });
    return { header: false, cells };
  });
  return { kind: 'table', rows: table, edges: columns, tagged: false };
}

function isApart(before: Line | undefined, line: Line, leading: number): boolean {
  return before !== undefined && line.baseline - before.baseline > leading * 1.25 + 0.5;
}
