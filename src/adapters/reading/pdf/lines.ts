import type { Line, Piece } from './page.ts';

/** Groups pieces into lines by baseline, top to bottom. Raised and lowered signs stay on the line they belong to. */
export function toLines(pieces: readonly Piece[], page: number): Line[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.findLast((other) => sharesLine(other, piece));
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => toLine(row, page)).sort((a, b) => a.baseline - b.baseline || a.x - b.x);
}

function sharesLine(row: readonly Piece[], piece: Piece): boolean {
  return row.some((other) => Math.abs(other.baseline - piece.baseline) < 0.45 * Math.min(other.size, piece.size));
}

export function toLine(row: readonly Piece[], page: number): Line {
  const pieces = [...row].sort((a, b) => a.x - b.x);
  const main = pieces.reduce((widest, piece) => (piece.right - piece.x > widest.right - widest.x ? piece : widest));
  const letters = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const bold = pieces.reduce((sum, piece) => sum + (piece.bold ? piece.text.length : 0), 0);
  return {
    pieces,
    text: joinPieces(pieces),
    x: Math.min(...pieces.map((piece) => piece.x)),
    right: Math.max(...pieces.map((piece) => piece.right)),
    top: main.baseline - main.size,
    baseline: main.baseline,
    size: main.size,
    bold: bold > letters / 2,
    page,
    range: { start: 0, end: 0 },
  };
}

function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let right: number | null = null;
  for (const piece of pieces) {
    const gap = right === null ? 0 : piece.x - right;
    if (right !== null && gap > 0.12 * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    right = piece.right;
  }
  return text.trim();
}

/** A line cut where its pieces stand far apart: columns, labels with values, headers with page numbers. */
export function segmentsOf(line: Line): Line[] {
  const groups: Piece[][] = [];
  let right: number | null = null;
  for (const piece of line.pieces) {
    const last = groups.at(-1);
    if (last && right !== null && piece.x - right < 1.6 * piece.size) last.push(piece);
    else groups.push([piece]);
    right = piece.right;
  }
  return groups.map((group) => toLine(group, line.page));
}

/** The commonest of the values, weighted; 0 for none. */
export function commonest(values: Iterable<readonly [number, number]>): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: readonly [number, number] = [0, 0];
  for (const entry of weights) if (entry[1] > best[1]) best = entry;
  return best[0];
}
